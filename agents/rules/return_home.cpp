// SPDX-License-Identifier: MIT
#include "agents/rules/return_home.hpp"

namespace kochmon
{
void ReturnParameters::fields(Fields& field)
{
    field(
        "rules.return_home.sunk_cost", sunk_cost,
        {Dimension::roubles_per_month, {0, 100'000}, "What having come weighs against going back"});
    field("rules.return_home.settlement", settlement,
          {Dimension::roubles_per_month,
           {0, 100'000},
           "What citizenship of the destination takes from the attachment to home"});
    field("rules.return_home.noise", noise,
          {Dimension::roubles_per_month, {1, 1'000'000}, "Scale of what is not observed"});
}

StayOrReturn choose_stay_or_return(ReturnParameters const& parameters, double value_of_home,
                                   double value_of_staying, ChoiceNoise const& noise)
{
    double const home = value_of_home + parameters.noise * noise.alternative(0);
    double const stay = value_of_staying + parameters.noise * noise.alternative(1);
    return home > stay ? StayOrReturn::go_home : StayOrReturn::stay;
}
}  // namespace kochmon
