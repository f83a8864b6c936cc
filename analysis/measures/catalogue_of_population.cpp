// SPDX-License-Identifier: MIT
// Of the list of measures: births, deaths, ages.
#include <utility>

#include "agents/state/month_record.hpp"

#include "analysis/measures/catalogue.hpp"

namespace kochmon::detail
{
namespace
{
std::vector<Breakdown> const of_persons = {Breakdown::total, Breakdown::origin, Breakdown::sex};
constexpr double percent = 100.0;

std::int64_t growth(Tally const& tally, Selection const& selection)
{
    return agents(tally, Count::births, selection) - agents(tally, Count::deaths, selection);
}

std::int64_t died_abroad(Tally const& tally, Selection const& selection)
{
    Selection at_home = selection;
    at_home.place = Place::home;
    return agents(tally, Count::deaths, selection) - agents(tally, Count::deaths, at_home);
}

/// Of one country that has an economy: nothing for groups of others, nor for several together.
Amount of_one_economy(Amount amount)
{
    return [amount = std::move(amount)](Tally const& tally, Selection const& selection)
    {
        Selection of_one = selection;
        of_one.country = economy_of(tally, selection);
        return of_one.country ? amount(tally, of_one) : std::int64_t{0};
    };
}

/// Births less deaths of the last twelve months over the mean population of these months. Migrants
/// stay in the population, so nothing else changes it.
Measure growth_over_a_year(std::string name, std::string definition)
{
    return {.name = std::move(name),
            .kind = MeasureKind::rate,
            .unit = "%/year",
            .definition = std::move(definition),
            .amount = growth,
            .breakdowns = of_persons,
            .numerator = "natural_increase",
            .denominator = "persons",
            .below = counted(Count::living),
            .months = 12,
            .per = 12 * percent,
            .factor = nullptr,
            .over = nullptr};
}

/// What the simulated origins give to the main jurisdiction (F26), by region of origin.
Measure natural_loss_made_up()
{
    auto const to_main = [](Tally const& tally, Selection selection)
    {
        selection.jurisdiction = main_jurisdiction;
        return net_arrivals(tally, selection);
    };
    return {.name = "natural_loss_made_up",
            .kind = MeasureKind::rate,
            .unit = "%",
            .definition =
                "Net arrivals in the first jurisdiction of the last 12 months, of the simulated "
                "origins, per 100 persons of its natural loss in a year; empty where births "
                "exceed deaths there, and before 12 months have passed",
            .amount = to_main,
            .breakdowns = of_persons,
            .numerator = "net_arrivals",
            .denominator = "jurisdictions.{main}.natural_loss",
            .below = {},
            .months = 12,
            .per = percent,
            .factor = nullptr,
            .over = &MonthRecord::natural_loss};
}

void add_ages(List& list)
{
    tell(list, Count::of_working_age, of_persons);
    list.push_back({.name = "working_age_share",
                    .kind = MeasureKind::rate,
                    .unit = "share",
                    .definition = "Persons aged 15-64 among all persons alive, wherever they are",
                    .amount = counted(Count::of_working_age),
                    .breakdowns = of_persons,
                    .numerator = "of_working_age",
                    .denominator = "persons",
                    .below = counted(Count::living),
                    .months = 1,
                    .per = 1.0,
                    .factor = nullptr,
                    .over = nullptr});
}
}  // namespace

void add_population(List& list)
{
    tell(list, Count::births, of_persons);
    tell(list, Count::deaths, of_persons);
    list.push_back({"deaths_abroad", MeasureKind::flow, "persons/month",
                    "Persons who died away from home", died_abroad, of_persons});
    list.push_back({"natural_increase", MeasureKind::flow, "persons/month", "Births less deaths",
                    growth, of_persons});
    add_ages(list);
    list.push_back(growth_over_a_year(
        "population_growth",
        "Births less deaths of the last 12 months over the mean population of these months; empty "
        "before 12 months have passed"));
    Measure needed = growth_over_a_year(
        "gdp_growth_needed",
        "Growth of the GDP of a country of origin that the growth of its population needs (F27); "
        "empty where it has no economy of its own, and for several that have");
    needed.amount = of_one_economy(needed.amount);
    needed.below = of_one_economy(needed.below);
    needed.factor = &MonthRecord::growth_need;
    needed.of_economies = true;
    list.push_back(std::move(needed));
    list.push_back(natural_loss_made_up());
}
}  // namespace kochmon::detail
