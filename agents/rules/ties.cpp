// SPDX-License-Identifier: MIT
#include "agents/rules/ties.hpp"

#include "engine/elementary.hpp"

namespace kochmon
{
void TiesParameters::fields(Fields& field)
{
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
    field("rules.ties.other_russian", other_russian,
          {Dimension::share, {0, 1}, "Part of the ties at other Russian destinations that counts"});
    field("rules.ties.work_without", work_without,
          {Dimension::share, {0, 1}, "Chance p0 of work in the first month without ties"});
    field("rules.ties.cost_with_many", cost_with_many,
          {Dimension::share, {0, 1}, "Part kmin of the first month's costs with many ties"});
}

ByPlace<double> ties(TiesParameters const& parameters, ByPlace<std::uint8_t> const& members,
                     RegionAbroad const& region)
{
    double const faded = 1.0 - parameters.of_citizens;
    ByPlace<double> direct{};
    double russian = 0.0;
    for (std::size_t place = 1; place < place_count; ++place)
    {
        double const counted = region.share[place] * (1.0 - faded * region.citizens[place]);
        direct[place] = members[place] + parameters.region_weight * counted;
        if (is_russian(static_cast<Place>(place))) russian += direct[place];
    }
    ByPlace<double> ties = direct;
    for (std::size_t place = 1; place < place_count; ++place)
        if (is_russian(static_cast<Place>(place)))
            ties[place] += parameters.other_russian * (russian - direct[place]);
    return ties;
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
