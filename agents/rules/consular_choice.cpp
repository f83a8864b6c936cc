// SPDX-License-Identifier: MIT
#include "agents/rules/consular_choice.hpp"

#include "engine/contest.hpp"

namespace kochmon
{
void ConsularParameters::fields(Fields& field)
{
    field(
        "rules.consular.constant", constant,
        {Dimension::roubles_per_month,
         {-1'000'000, 1'000'000},
         "What registration with the consulate is worth apart from its use; negative for trouble"});
    field("rules.consular.noise", noise,
          {Dimension::roubles_per_month, {1, 1'000'000}, "Scale of what is not observed"});
}

Answer choose_consulate(ConsularParameters const& parameters, double benefit,
                        ChoiceNoise const& noise)
{
    Contest contest(noise, parameters.noise);
    contest.enter(0, 0.0);
    contest.enter(1, benefit + parameters.constant);
    return contest.winner() == 0 ? Answer::no : Answer::yes;
}
}  // namespace kochmon
