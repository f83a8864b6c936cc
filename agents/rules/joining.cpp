// SPDX-License-Identifier: MIT
#include "agents/rules/joining.hpp"

namespace kochmon
{
void JoiningParameters::fields(Fields& field)
{
    field("rules.joining.family", family,
          {Dimension::per_month,
           {0, 1},
           "Hazard of joining family, of adults at home with a member of the household abroad",
           Use::lever});
    field("rules.joining.study", study,
          {Dimension::per_month,
           {0, 1},
           "Hazard of leaving to study, of those aged 17-24",
           Use::lever});
}

std::optional<Joining> joins(JoiningParameters const& parameters, bool family_abroad,
                             int age_in_months, double u)
{
    bool const young =
        age_in_months >= 12 * first_age_of_study && age_in_months < 12 * (last_age_of_study + 1);
    HazardPerMonth const family = family_abroad ? parameters.family : HazardPerMonth();
    HazardPerMonth const study = young ? parameters.study : HazardPerMonth();
    HazardPerMonth const any = family + study;
    double const chance = probability_within_a_month(any).value();
    if (u >= chance) return std::nullopt;
    return u * any.value() < chance * family.value() ? Joining::family : Joining::study;
}

double most_joining(JoiningParameters const& parameters)
{
    return probability_within_a_month(parameters.family + parameters.study).value();
}

Place place_of_family(Places const& destinations, ByPlace<std::uint8_t> const& members)
{
    Place most = destinations[0];
    for (Place const place : destinations)
        if (members[index(place)] > members[index(most)]) most = place;
    return most;
}

std::optional<Place> place_of_study(Places const& destinations, ByPlace<double> const& region_share,
                                    double u)
{
    double abroad = 0.0;
    for (Place const place : destinations) abroad += region_share[index(place)];
    double passed = 0.0;
    for (Place const place : destinations)
    {
        passed += region_share[index(place)];
        if (u * abroad < passed) return place;
    }
    return std::nullopt;
}
}  // namespace kochmon
