// SPDX-License-Identifier: MIT
#include "analysis/life_tables/stays.hpp"

namespace kochmon
{
std::vector<Stay> stays_of(PanelLife const& life)
{
    std::vector<Stay> stays;
    std::span<Spell const> const all(life.spells);
    for (std::size_t begin = 0; begin < all.size();)
    {
        std::size_t end = begin + 1;
        if (all[begin].status.at_home())
        {
            begin = end;
            continue;
        }
        while (end < all.size() && !all[end].status.at_home()) ++end;
        Spell const& last = all[end - 1];
        stays.push_back({.arrival = Month(all[begin].arrival),
                         .spells = all.subspan(begin, end - begin),
                         .end = last.until.value_or(life.end),
                         .is_over = last.until.has_value()});
        begin = end;
    }
    return stays;
}

std::vector<LifeGroup> groups_of(Stay const& stay, PanelLife const& life)
{
    std::vector<LifeGroup> groups = {
        {LifeGrouping::total, 0},
        {LifeGrouping::destination, static_cast<int>(index(stay.spells.front().status.place))},
        {LifeGrouping::origin, static_cast<int>(index(life.origin))},
        {LifeGrouping::sex, static_cast<int>(life.sex)}};
    if (stay.is_seen_from_arrival()) groups.push_back({LifeGrouping::cohort, stay.arrival.year()});
    return groups;
}
}  // namespace kochmon
