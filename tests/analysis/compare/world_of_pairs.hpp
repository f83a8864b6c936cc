// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "agents/loading/load_model.hpp"
#include "agents/synthesis/synthesis.hpp"

#include "analysis/runs/compare.hpp"

#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon::tests
{
/// A small comparison: the baseline from 2009-01, reported from 2010-01, with policies of
/// config/policies.
struct SmallComparison
{
    std::vector<std::string> policies;
    std::vector<std::string> set = {};
    std::string by = {};
    std::string persons = "5000";
    std::string start = "2009-01";  // a year of warm-up follows
    int months = 18;
    std::uint32_t replicates = 1;
    std::size_t threads = 1;
    Cut cut = {};
    Course::RuleAlone rule_alone = Course::RuleAlone::lived;

    Scenario load(std::string const& file) const
    {
        Overrides overrides{.set = set, .persons = persons, .months = months};
        overrides.set.push_back("time.start=" + start);
        overrides.set.emplace_back("time.warm_up=12 months");
        return load_model(std::string(KOCHMON_SOURCE) + "/config/" + file, overrides);
    }

    Grouping grouping() const
    {
        return by.empty() ? Grouping() : Grouping::of_flag(by, *kyrgyz_corridor());
    }

    Comparison run() const
    {
        std::vector<Scenario> shocked;
        for (std::string const& policy : policies) shocked.push_back(load("policies/" + policy));
        Workers const workers(threads);
        RunRequest const request{.workers = workers, .replicates = replicates, .cut = cut};
        return compare_policies(load("baseline.yaml"), shocked,
                                {.run = request, .grouping = grouping(), .rule_alone = rule_alone});
    }
};

/// All tables of it as text.
inline std::string tables_of(Comparison const& found, Grouping const& grouping)
{
    std::string text =
        effects_csv(found.base, found.policies) + spread_csv(found.base, found.policies);
    for (LivesTable const& lives : found.lives)
        text += lives.flips_rows(grouping, 1.0) + lives.causes_rows(grouping, 1.0);
    return text;
}
}  // namespace kochmon::tests
