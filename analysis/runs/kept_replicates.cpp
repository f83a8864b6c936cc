// SPDX-License-Identifier: MIT
#include "analysis/runs/kept_replicates.hpp"

#include <fmt/format.h>

namespace kochmon
{
std::string name_of_part(std::uint32_t replicate, std::string const& name)
{
    return fmt::format("{:06}-{}", replicate, name);
}

std::uint32_t KeptReplicates::take_over()
{
    tables_.keep_on_disk(folder_.place());
    while (kept_ + 1 < replicates_)
    {
        auto const last = folder_.part(name_of_part(kept_, values_of_replicate));
        if (!last || !tables_.take_over(kept_, *last)) break;
        ++kept_;
    }
    return kept_;
}

void KeptReplicates::keep(std::uint32_t replicate)
{
    tables_.end_replicate(replicate, [&](std::string const& name, std::string const& content)
                          { folder_.write_part(name_of_part(replicate, name), content); });
    folder_.keep_unfinished();
    kept_ = replicate + 1;
}

void KeptReplicates::make() const
{
    auto const join = [&](std::string const& table)
    {
        std::vector<std::string> parts;
        for (std::uint32_t replicate = 0; replicate < replicates_; ++replicate)
            parts.push_back(name_of_part(replicate, table));
        folder_.join_result(table, parts);
    };
    tables_.make(writes_results_into(folder_), join);
}
}  // namespace kochmon
