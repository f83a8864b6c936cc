// SPDX-License-Identifier: MIT
#include "analysis/life_tables/life_tables.hpp"

#include <algorithm>

namespace kochmon
{
void LifeTables::observe(PanelLife const& life)
{
    ++lives_;
    replicates_ = std::max(replicates_, life.replicate + 1);
    waits_.observe(life);
    standings_.observe(life);
    legality_.observe(life);
}

std::vector<std::pair<std::string, std::string>> LifeTables::made(
    std::vector<RateChange> const& changes) const
{
    return {{"life_tables.csv", life_tables_csv(corridor_, waits_)},
            {"months_in_status.csv", months_in_status_csv(corridor_, standings_)},
            {"status_after_arrival.csv", status_after_arrival_csv(corridor_, standings_)},
            {"transitions.csv", transitions_csv(corridor_, standings_)},
            {"decomposition.csv", decomposition_csv(corridor_, legality_, changes)}};
}
}  // namespace kochmon
