// SPDX-License-Identifier: MIT
#include "agents/economy/unrest.hpp"

namespace kochmon
{
void Unrest::fields(Fields& field)
{
    Declared declared{.dimension = Dimension::roubles_per_month,
                      .range = {0, 1'000'000},
                      .meaning = "What unrest takes from the value of home",
                      .use = Use::lever};
    for (std::size_t country = 0; country < country_count; ++country)
        if (auto const other = static_cast<Country>(country); other != first_country)
            field(path_of_origin(other) + "home.unrest", elsewhere[country], declared);
    declared.groups = {
        {"origin", {region_names.begin(), region_names.begin() + regions_of_first_country}}};
    field(path_of_start(first_country) + "home.unrest", cost, declared);
}
}  // namespace kochmon
