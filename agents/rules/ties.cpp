// SPDX-License-Identifier: MIT
#include "agents/rules/ties.hpp"

#include <fmt/format.h>

#include "engine/elementary.hpp"

namespace kochmon
{
void TiesParameters::fields(Fields& field)
{
    destinations = field.corridor().destinations();
    field("rules.ties.region_weight", region_weight,
          {Dimension::ratio, {0, 100}, "Ties z if all adults of the region were at a destination"});
    field("rules.ties.of_citizens", of_citizens,
          {Dimension::share,
           {0, 1},
           "Part of the ties to people of the region that is left when they have become citizens "
           "there"});
    field("rules.ties.half_way", half_way,
          {Dimension::ratio,
           {0.01, 100},
           "Ties n0 that raise the chance of work by 63 % of what "
           "is missing"});
    field(fmt::format("rules.ties.other_{}", field.corridor().adjective()), other_main,
          {Dimension::share,
           {0, 1},
           fmt::format("Part of the ties at other {} destinations that counts",
                       field.corridor().adjective_title())});
    field("rules.ties.work_without", work_without,
          {Dimension::share, {0, 1}, "Chance p0 of work in the first month without ties"});
    field("rules.ties.cost_with_many", cost_with_many,
          {Dimension::share, {0, 1}, "Part kmin of the first month's costs with many ties"});
}

ByPlace<double> ties_to_region(TiesParameters const& parameters, RegionAbroad const& region)
{
    double const faded = 1.0 - parameters.of_citizens;
    ByPlace<double> ties{};
    for (Place const place : parameters.destinations)
    {
        std::size_t const at = index(place);
        double const counted = region.share[at] * (1.0 - faded * region.citizens[at]);
        ties[at] = parameters.region_weight * counted;
    }
    return ties;
}

ByPlace<double> ties(TiesParameters const& parameters, ByPlace<std::uint8_t> const& members,
                     ByPlace<double> const& to_region)
{
    ByPlace<double> ties{};
    double of_main = 0.0;
    for (Place const place : parameters.destinations)
    {
        std::size_t const at = index(place);
        ties[at] = members[at] + to_region[at];
        if (is_in_main_jurisdiction(place)) of_main += ties[at];
    }
    for (Place const place : parameters.destinations)
    {
        double& here = ties[index(place)];
        if (is_in_main_jurisdiction(place)) here += parameters.other_main * (of_main - here);
    }
    return ties;
}

double ties_at(TiesParameters const& parameters, ByPlace<std::uint8_t> const& members,
               ByPlace<double> const& to_region, Place place)
{
    double const here = members[index(place)] + to_region[index(place)];
    if (!is_in_main_jurisdiction(place)) return here;
    double of_main = 0.0;
    for (Place const other : parameters.destinations)
        if (is_in_main_jurisdiction(other))
            of_main += members[index(other)] + to_region[index(other)];
    return here + parameters.other_main * (of_main - here);
}

double unmet_ties(TiesParameters const& parameters, double ties)
{
    return elementary::exp(-ties / parameters.half_way);
}

double chance_of_work(TiesParameters const& parameters, double unmet)
{
    double const met = 1.0 - unmet;
    return parameters.work_without + (1.0 - parameters.work_without) * met;
}

double search_cost_factor(TiesParameters const& parameters, double unmet)
{
    return parameters.cost_with_many + (1.0 - parameters.cost_with_many) * unmet;
}
}  // namespace kochmon
