// SPDX-License-Identifier: MIT
#include "agents/rules/naturalization_choice.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/contest.hpp"
#include "engine/elementary.hpp"

namespace kochmon
{
void NaturalizationParameters::fields(Fields& field)
{
    std::string const& money = field.corridor().currencies().base().name;
    field("rules.naturalization.constant", constant,
          {Dimension::roubles_per_month,
           {-1'000'000, 1'000'000},
           "What citizenship is worth apart from its money"});
    field("rules.naturalization.naturalized_ties", naturalized_ties,
          {Dimension::roubles_per_month,
           {0, 1'000'000},
           "What citizenship is worth in addition if all of the region's people there hold it"});
    field("rules.naturalization.attachment", attachment,
          {Dimension::ratio,
           {0, 10},
           fmt::format("What citizenship is worth less for each {} of attachment to home", money)});
    field("rules.naturalization.home_passport", home_passport,
          {Dimension::roubles_per_month,
           {0, 1'000'000},
           "What giving up the citizenship of origin costs"});
    field("rules.naturalization.noise", noise,
          {Dimension::roubles_per_month, {1, 1'000'000}, "Scale of what is not observed"});
    field("rules.naturalization.unrest_weight", unrest_weight,
          {Dimension::ratio,
           {0, 10},
           fmt::format("What citizenship is worth more for each {} that unrest takes from home",
                       money)});
    field("rules.naturalization.relatives", relatives,
          {Dimension::ratio,
           {0, 100},
           "Close relatives outside the household, each a citizen of the destination as often as "
           "an adult of the region"});
    field("rules.naturalization.with_address", with_address,
          {Dimension::share,
           {0, 1},
           "Part of the spells abroad with an address that can be registered"});
}

bool NaturalizationParameters::knows_citizen(double share, double u) const
{
    if (share >= 1.0) return relatives > 0.0;
    // 1 - (1 - s)^r <= s max(1, r) (Bernoulli): most draws need no power. The margin is for
    // rounding.
    if (u >= share * std::max(1.0, relatives) * (1.0 + 1e-9) + 1e-12) return false;
    return u < 1.0 - elementary::exp(relatives * elementary::log(1.0 - share));
}

Answer choose_naturalization(NaturalizationParameters const& parameters, double value_now,
                             Citizenship const& citizenship, ChoiceNoise const& noise)
{
    double const given_up = citizenship.dual ? 0.0 : parameters.home_passport;
    double const citizen = citizenship.value_of_money + parameters.constant +
                           parameters.naturalized_ties * citizenship.naturalized_share -
                           parameters.attachment * citizenship.attachment - given_up +
                           parameters.unrest_weight * citizenship.unrest;
    Contest contest(noise, parameters.noise);
    contest.enter(0, value_now);
    contest.enter(1, citizen);
    return contest.winner() == 0 ? Answer::no : Answer::yes;
}
}  // namespace kochmon
