// SPDX-License-Identifier: MIT
#include "agents/rules/attention.hpp"

#include "engine/elementary.hpp"

namespace kochmon
{
void AttentionParameters::fields(Fields& field)
{
    field("rules.attention.abroad", abroad,
          {Dimension::per_month, {0, 1}, "Chance that a person abroad reconsiders"});
    field("rules.attention.at_home", at_home,
          {Dimension::per_month, {0, 1}, "Chance that an adult at home considers leaving"});
    field("rules.attention.season_amplitude", season_amplitude,
          {Dimension::ratio, {0, 2}, "Strength a of the season of departures"});
    field("rules.attention.season_peak", season_peak,
          {Dimension::ratio, {1, 12}, "Month of the year in which most people consider leaving"});
}

double season_factor(AttentionParameters const& attention, Month month)
{
    double const twelfths = month.month_of_year() - attention.season_peak;
    return elementary::exp(attention.season_amplitude * elementary::cos_pi(twelfths / 6.0));
}

std::uint64_t attention_threshold(double chance)
{
    if (chance >= 1.0) return std::uint64_t{1} << 32;
    // (w + 1/2) 2^-32 < chance: w < chance 2^32 - 1/2, so the smallest w that fails is the ceiling.
    double const bound = chance * 0x1p32 - 0.5;
    if (bound <= 0.0) return 0;
    auto const whole = static_cast<std::uint64_t>(bound);
    return static_cast<double>(whole) < bound ? whole + 1 : whole;
}
}  // namespace kochmon
