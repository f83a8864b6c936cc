// SPDX-License-Identifier: MIT
#include "analysis/runs/comparison_tables.hpp"

#include "analysis/measures/series_csv.hpp"

namespace kochmon
{
namespace
{
std::string folder_of(Scenario const& base, Scenario const& policy)
{
    return policy.data_files() == base.data_files() ? std::string()
                                                    : "policy-" + policy.name() + "/";
}

std::string flips_csv(std::vector<LivesTable> const& policies, Grouping const& grouping,
                      double persons)
{
    std::string csv = LivesTable::flips_header();
    for (LivesTable const& lives : policies) csv += lives.flips_rows(grouping, persons);
    return csv;
}

std::string causes_csv(std::vector<LivesTable> const& policies, Grouping const& grouping,
                       double persons)
{
    std::string csv = LivesTable::causes_header();
    for (LivesTable const& lives : policies) csv += lives.causes_rows(grouping, persons);
    return csv;
}
}  // namespace

// One table at a time, since with many policies and groups each takes gigabytes.
void make_comparison_tables(Comparison const& comparison, Grouping const& grouping,
                            Corridor const& corridor, KeptRows const& kept, TakeFile const& take)
{
    double const persons = comparison.account.weight / comparison.replicates;
    take("effects.csv",
         effects_csv(comparison.base, comparison.policies, {comparison.nesting, kept}));
    take("spread.csv", spread_csv(comparison.base, comparison.policies, kept));
    take("flips.csv", flips_csv(comparison.lives, grouping, persons));
    take("causes.csv", causes_csv(comparison.lives, grouping, persons));
    if (comparison.traces) take("traces.csv", TraceRecorder::header() + *comparison.traces);
    take("measures.csv", measures_as_csv(corridor, kept));
}

std::string policy_file(Scenario const& base, Scenario const& policy)
{
    return folder_of(base, policy) + "policy-" + policy.name() + ".yaml";
}

void make_comparison_files(Scenario const& base, std::vector<Scenario> const& policies,
                           TakeFile const& take)
{
    make_scenario_files(base, take);
    for (Scenario const& policy : policies)
    {
        take(policy_file(base, policy), policy.resolved());
        std::string const folder = folder_of(base, policy);
        if (folder.empty()) continue;
        for (auto const& [path, content] : policy.data_files()) take(folder + path, content);
    }
}
}  // namespace kochmon
