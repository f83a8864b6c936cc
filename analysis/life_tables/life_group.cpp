// SPDX-License-Identifier: MIT
#include "analysis/life_tables/life_group.hpp"

#include <algorithm>

#include "agents/vocabulary/places.hpp"
#include "agents/vocabulary/status.hpp"

namespace kochmon
{
namespace
{
std::array<std::string, 5> const age_names = {"15_to_24", "25_to_34", "35_to_44", "45_to_54",
                                              "55_to_64"};
std::array<std::string, 6> const years_names = {"under_1", "1",      "2",
                                                "3_to_4",  "5_to_9", "10_and_more"};
constexpr std::array<int, 5> first_years = {1, 2, 3, 5, 10};
}  // namespace

std::string LifeGroup::name(Corridor const& corridor) const
{
    auto const at = static_cast<std::size_t>(value);
    switch (by)
    {
        case LifeGrouping::total:
            return "total";
        case LifeGrouping::cohort:
        case LifeGrouping::year:
            return std::to_string(value);
        case LifeGrouping::destination:
            return corridor.place_names()[at];
        case LifeGrouping::origin:
            return corridor.region_names()[at];
        case LifeGrouping::sex:
            return sex_names[at];
        case LifeGrouping::age:
            return age_names[at];
        case LifeGrouping::years_abroad:
            return years_names[at];
    }
    return {};
}

LifeGroup age_group(int age)
{
    return {LifeGrouping::age, (age - youngest_worker) / 10};
}

LifeGroup years_abroad_group(int months)
{
    auto const above = std::ranges::upper_bound(first_years, months / 12);
    return {LifeGrouping::years_abroad, static_cast<int>(above - first_years.begin())};
}
}  // namespace kochmon
