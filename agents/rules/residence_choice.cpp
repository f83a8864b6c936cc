// SPDX-License-Identifier: MIT
#include "agents/rules/residence_choice.hpp"

#include <fmt/format.h>

#include "engine/contest.hpp"

namespace kochmon
{
void ResidenceParameters::fields(Fields& field)
{
    std::string const& money = field.corridor().currencies().base().name;
    field("rules.residence.constant", constant,
          {Dimension::roubles_per_month,
           {-1'000'000, 1'000'000},
           "What residence is worth apart from the money it saves"});
    field("rules.residence.attachment", attachment,
          {Dimension::ratio,
           {0, 10},
           fmt::format("What residence is worth less for each {} of attachment to home", money)});
    field("rules.residence.noise", noise,
          {Dimension::roubles_per_month, {1, 1'000'000}, "Scale of what is not observed"});
}

Answer choose_residence(ResidenceParameters const& parameters, Settling const& settling,
                        ChoiceNoise const& noise)
{
    Contest contest(noise, parameters.noise);
    contest.enter(0, settling.value_now);
    contest.enter(1, settling.value_as_resident + parameters.beside_money(settling.attachment));
    return contest.winner() == 0 ? Answer::no : Answer::yes;
}
}  // namespace kochmon
