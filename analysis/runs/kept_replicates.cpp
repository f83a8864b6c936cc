// SPDX-License-Identifier: MIT
#include "analysis/runs/kept_replicates.hpp"

#include <fmt/format.h>

#include "engine/sha256.hpp"

namespace kochmon
{
namespace
{
constexpr char this_program[] = "/proc/self/exe";

std::string part_of(std::uint32_t replicate, std::string const& name)
{
    return fmt::format("{:06}-{}", replicate, name);
}
}  // namespace

std::string identity_of(RunToKeep const& run)
{
    Sha256 sum;
    auto const add = [&sum](std::string const& path, std::string const& content)
    { sum.add(fmt::format("{}  {}\n", sha256(content), path)); };
    sum.add(sha256_of_file(this_program));
    make_scenario_files(run.scenario, add);
    make_parameter_files(run.parameters, add);
    sum.add(fmt::format("{} {} {}", run.replicates, run.nesting.populations, run.nesting.sets));
    if (!run.kept.are_all())
        sum.add(fmt::format(" keep {}; {}; {}", measures_of(run.kept), breakdowns_of(run.kept),
                            name(run.kept.months)));
    if (run.panel) sum.add(fmt::format(" panel {}", *run.panel));
    return sum.digits();
}

std::uint32_t KeptReplicates::take_over()
{
    tables_.keep_on_disk(folder_.place());
    while (kept_ + 1 < replicates_)
    {
        auto const last = folder_.part(part_of(kept_, values_of_replicate));
        if (!last || !tables_.take_over(kept_, *last)) break;
        ++kept_;
    }
    return kept_;
}

void KeptReplicates::keep(std::uint32_t replicate)
{
    tables_.end_replicate(replicate, [&](std::string const& name, std::string const& content)
                          { folder_.write_part(part_of(replicate, name), content); });
    folder_.keep_unfinished();
    kept_ = replicate + 1;
}

void KeptReplicates::make() const
{
    auto const join = [&](std::string const& table)
    {
        std::vector<std::string> parts;
        for (std::uint32_t replicate = 0; replicate < replicates_; ++replicate)
            parts.push_back(part_of(replicate, table));
        folder_.join_result(table, parts);
    };
    tables_.make(writes_results_into(folder_), join);
}
}  // namespace kochmon
