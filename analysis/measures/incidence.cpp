// SPDX-License-Identifier: MIT
#include "analysis/measures/incidence.hpp"

#include "engine/contract.hpp"
#include "engine/elementary.hpp"

namespace kochmon
{
namespace
{
/// One year of the stay in a synthetic cohort, among those who reach it.
struct YearOfStay
{
    double naturalized;  // share who are naturalized during it
    double remaining;    // share who are still foreigners abroad at its end
};

/// Hazards are constant within the year, so that those of naturalization, leaving and death share
/// the ends of stays among them in proportion.
std::optional<YearOfStay> lived_in_year(std::size_t year, Tally const& tally,
                                        Selection const& selection)
{
    auto const agents_in = [&](StayCount kind)
    { return static_cast<double>(agents(tally, kind, year, selection)); };
    double const months = agents_in(StayCount::months);
    if (months == 0.0) return std::nullopt;
    double const naturalized = agents_in(StayCount::naturalized);
    double const ended = naturalized + agents_in(StayCount::left) + agents_in(StayCount::died);
    if (ended == 0.0) return YearOfStay{0.0, 1.0};
    double const remaining = elementary::exp(-12.0 * ended / months);
    return YearOfStay{naturalized / ended * (1.0 - remaining), remaining};
}
}  // namespace

std::optional<double> naturalized_within(std::size_t years, Tally const& tally,
                                         Selection const& selection)
{
    EXPECT(years <= stay_years);
    double naturalized = 0.0;
    double remaining = 1.0;
    for (std::size_t year = 0; year < years; ++year)
    {
        auto const lived = lived_in_year(year, tally, selection);
        if (!lived) return std::nullopt;
        naturalized += remaining * lived->naturalized;
        remaining *= lived->remaining;
    }
    return naturalized;
}
}  // namespace kochmon
