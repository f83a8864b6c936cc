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

Place place_of_family(ByPlace<std::uint8_t> const& members)
{
    std::size_t most = 1;
    for (std::size_t place = 2; place < place_count; ++place)
        if (members[place] > members[most]) most = place;
    return static_cast<Place>(most);
}

std::optional<Place> place_of_study(ByPlace<double> const& region_share, double u)
{
    double abroad = 0.0;
    for (std::size_t place = 1; place < place_count; ++place) abroad += region_share[place];
    double passed = 0.0;
    for (std::size_t place = 1; place < place_count; ++place)
    {
        passed += region_share[place];
        if (u * abroad < passed) return static_cast<Place>(place);
    }
    return std::nullopt;
}
}  // namespace kochmon
