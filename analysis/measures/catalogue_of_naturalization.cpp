// SPDX-License-Identifier: MIT
// Of the list of measures: how often foreigners take the citizenship of the destination.
#include <array>
#include <utility>

#include <fmt/format.h>

#include "analysis/measures/catalogue.hpp"
#include "analysis/measures/incidence.hpp"

namespace kochmon::detail
{
namespace
{
constexpr char since_a_year[] = "; empty before 12 months have passed";

std::int64_t foreigners(Tally const& tally, Selection const& selection)
{
    return agents(tally, Count::abroad, selection) -
           agents(tally, Count::naturalized_abroad, selection);
}

/// Naturalizations of the last twelve months over something of the same months.
Measure rate_of_a_year(std::string name, std::string unit, std::string definition, double per)
{
    Measure rate;
    rate.name = std::move(name);
    rate.kind = MeasureKind::rate;
    rate.unit = std::move(unit);
    rate.definition = std::move(definition) + since_a_year;
    rate.amount = counted(Count::naturalizations);
    rate.breakdowns = at_destinations;
    rate.numerator = "naturalizations";
    rate.months = 12;
    rate.per = per;
    return rate;
}

void add_published_rate(List& list)
{
    Measure rate = rate_of_a_year(
        "naturalization_rate", "% a year",
        "Naturalizations of the last 12 months per 100 foreigners who live there, mean of the "
        "12 month ends (Eurostat divides by the number at the beginning of the year)",
        12 * 100.0);
    rate.below = foreigners;
    rate.denominator = "foreigners_abroad";
    list.push_back(std::move(rate));
}

void add_rate_of_exposure(List& list)
{
    Measure rate = rate_of_a_year(
        "naturalization_rate_lawful", "per 1,000 person-years",
        "Naturalizations per 1,000 person-years of lawful foreign residence, of the last 12 months",
        12'000.0);
    rate.below = counted(Count::lawful_months);
    rate.denominator = "lawful_months";
    list.push_back(std::move(rate));
}

void add_rate_per_departure(List& list)
{
    Measure rate = rate_of_a_year("naturalizations_per_departure", "per 100 departures",
                                  "Naturalizations of the last 12 months per 100 departures of the "
                                  "last 12 months",
                                  100.0);
    rate.below = counted(Count::departures);
    rate.breakdowns = in_short;
    rate.denominator = "departures";
    list.push_back(std::move(rate));
}

void add_incidence(List& list, std::size_t years)
{
    Measure share = rate_of_a_year(
        fmt::format("naturalized_within_{}_year{}", years, years == 1 ? "" : "s"),
        "share of arrivals",
        fmt::format("Cumulative incidence: foreigners naturalized within {} year{} of the arrival "
                    "abroad, in a synthetic cohort with the rates of the last 12 months by year "
                    "since the arrival; return, removal and death compete",
                    years, years == 1 ? "" : "s"),
        1.0);
    share.derived = [years](Tally const& tally, Selection const& selection)
    { return naturalized_within(years, tally, selection); };
    share.numerator.clear();  // no quotient: an account of years
    list.push_back(std::move(share));
}
}  // namespace

void add_naturalization(List& list)
{
    add_published_rate(list);
    add_rate_of_exposure(list);
    for (std::size_t const years : {1U, 3U, 5U, 10U}) add_incidence(list, years);
    add_rate_per_departure(list);
}
}  // namespace kochmon::detail
