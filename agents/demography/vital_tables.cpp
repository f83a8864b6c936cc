// SPDX-License-Identifier: MIT
#include "agents/demography/vital_tables.hpp"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "engine/elementary.hpp"

#include "agents/demography/age_rates.hpp"
#include "agents/tables/neighbours.hpp"
#include "agents/tables/table_columns.hpp"

namespace kochmon
{
namespace
{
// Children per woman: the least of any country was 0.7 (Republic of Korea, 2023), the most of any
// group about 10 (Hutterites, 1930; World Population Prospects: at most 8.9).
constexpr Range total_fertility_within_reason{0.5, 10.0};
// Years of life at birth of one sex in a calendar year. World Population Prospects 2024: at most 89
// (women, Monaco), projected to 2060 below 95; below 20 in genocide and famine alone.
constexpr Range life_within_reason{20.0, 95.0};
// World Population Prospects 2024, Central Asia, 2000 to 2060: births of an age change by two
// thirds from year to year at most, deaths by two fifths; from 5 years on deaths of neighbouring
// ages differ twofold, and births of women from 20 to 39 less than threefold (6 in the Republic of
// Korea, 2023).
constexpr double most_between_years_of_births = 3.0;
constexpr double most_between_years_of_deaths = 9.0;  // a war, an earthquake: six times
constexpr double most_between_ages_of_births = 8.0;
constexpr double most_between_ages_of_deaths = 15.0;  // an earthquake at school hours
constexpr Range ages_of_most_births{20, 39};
constexpr Range ages_after_infancy{5, 150};
constexpr double few_births = 1.0;     // per 1,000 women a year
constexpr double few_deaths = 0.0001;  // per person-year

std::string const births_hint = "write births per 1,000 women a year in every row";
std::string const deaths_hint = "write deaths per person-year (0.004, not 4 or 0.4) in every row";

using OfYear = std::function<double(int year)>;

/// What is told of the years in which a figure is out of reason: the first, and how many.
struct Unreasonable
{
    std::string what;  // of whom, and what the figure is
    Range range;
    std::string unit;
    std::string hint;
    std::string column;
};

Years years_in(Table const& table)
{
    std::vector<double> const& first = table.numbers("year_from");
    std::vector<double> const& last = table.numbers("year_to");
    return {static_cast<int>(*std::ranges::min_element(first)),
            static_cast<int>(*std::ranges::max_element(last))};
}

/// The rows keep their numbers: they are those of the whole table.
std::size_t row_of(Table const& table, std::string const& country, std::string const& sex, int year)
{
    for (std::size_t row = 0; row < table.rows(); ++row)
    {
        bool const is_theirs = table.words("country")[row] == country &&
                               (sex.empty() || table.words("sex")[row] == sex);
        if (is_theirs && table.numbers("year_from")[row] <= year &&
            table.numbers("year_to")[row] >= year)
            return row;
    }
    return 0;
}

struct Found
{
    int year = 0;
    double figure = 0.0;
    int years = 0;
};

Found first_outside(Years years, Range range, OfYear const& figure_of)
{
    Found found;
    for (int year = years.first; year <= years.last; ++year)
    {
        double const figure = figure_of(year);
        if (range.holds(figure)) continue;
        if (found.years == 0) found = {year, figure, 0};
        ++found.years;
    }
    return found;
}

TableFault told(Found const& found, std::size_t row, Unreasonable const& wrong)
{
    std::string const more =
        found.years > 1 ? fmt::format(" (and in {} years more)", found.years - 1) : "";
    return {row,
            wrong.column,
            {fmt::format("{} in {}{}: {:.4g} {}", wrong.what, found.year, more, found.figure,
                         wrong.unit),
             fmt::format("{} to {}", wrong.range.lowest, wrong.range.highest), wrong.hint}};
}

double total_fertility(AgeRates const& rates, int year)
{
    double children = 0.0;
    for (int age = 0; age <= rates.oldest(year); ++age)
        children += rates.at(year, age).value_or(0.0);
    return children;
}

/// Expected years of life under the rates of one year, each constant within a year of age.
double life_at_birth(AgeRates const& rates, int year)
{
    double alive = 1.0;
    double lived = 0.0;
    for (int age = 0; age <= static_cast<int>(ages_in_years.highest); ++age)
    {
        double const rate = rates.at(year, std::min(age, rates.oldest(year))).value_or(0.0);
        double const survives = elementary::exp(-rate);
        lived += rate > 0.0 ? alive * (1.0 - survives) / rate : alive;
        alive *= survives;
    }
    return lived;
}

/// Rows unlike those of the year before; where there are none, those unlike the age before.
std::vector<TableFault> unlike_rows(Table const& table, Neighbours const& of_years,
                                    Neighbours const& of_ages)
{
    std::vector<TableFault> faults = unlike_neighbours(table, of_years);
    return faults.empty() ? unlike_neighbours(table, of_ages) : faults;
}
}  // namespace

std::vector<TableFault> faults_of_births(std::vector<std::string> const& countries,
                                         Table const& births)
{
    std::vector<TableFault> faults;
    for (std::string const& country : countries)
    {
        Table const own = births.where("country", country);
        if (own.rows() == 0) continue;
        Years const years = years_in(own);
        AgeRates const rates = birth_rates_of(own, years);
        Found const found = first_outside(years, total_fertility_within_reason,
                                          [&](int year) { return total_fertility(rates, year); });
        if (found.years == 0) continue;
        faults.push_back(told(found, row_of(births, country, {}, found.year),
                              {"total fertility of " + country, total_fertility_within_reason,
                               "children per woman", births_hint, "births"}));
    }
    if (!faults.empty()) return faults;
    return unlike_rows(births,
                       {.number = "births",
                        .same = {"country", "age_from", "age_to"},
                        .first = "year_from",
                        .last = "year_to",
                        .most_times = most_between_years_of_births,
                        .negligible = few_births,
                        .hint = births_hint},
                       {.number = "births",
                        .same = {"country", "year_from", "year_to"},
                        .first = "age_from",
                        .last = "age_to",
                        .as_wide = true,
                        .from = ages_of_most_births,
                        .most_times = most_between_ages_of_births,
                        .negligible = few_births,
                        .hint = births_hint});
}

std::vector<TableFault> faults_of_deaths(std::vector<std::string> const& countries,
                                         Table const& deaths)
{
    std::vector<TableFault> faults;
    for (std::string const& country : countries)
        for (std::size_t sex = 0; sex < sex_names.size(); ++sex)
        {
            Table const own = deaths.where("country", country);
            if (own.rows() == 0) continue;
            Years const years = years_in(own.where("sex", sex_names[sex]));
            AgeRates const rates = death_rates_of(own, years, static_cast<Sex>(sex));
            Found const found = first_outside(years, life_within_reason,
                                              [&](int year) { return life_at_birth(rates, year); });
            if (found.years == 0) continue;
            faults.push_back(told(found, row_of(deaths, country, sex_names[sex], found.year),
                                  {fmt::format("life at birth of {}, {}", country, sex_names[sex]),
                                   life_within_reason, "years", deaths_hint, "deaths"}));
        }
    if (!faults.empty()) return faults;
    return unlike_rows(deaths,
                       {.number = "deaths",
                        .same = {"country", "sex", "age_from", "age_to"},
                        .first = "year_from",
                        .last = "year_to",
                        .most_times = most_between_years_of_deaths,
                        .negligible = few_deaths,
                        .hint = deaths_hint},
                       {.number = "deaths",
                        .same = {"country", "sex", "year_from", "year_to"},
                        .first = "age_from",
                        .last = "age_to",
                        .as_wide = true,
                        .from = ages_after_infancy,
                        .most_times = most_between_ages_of_deaths,
                        .negligible = few_deaths,
                        .hint = deaths_hint});
}

void declare_vital_rates(Fields& field)
{
    std::vector<std::string> const countries = field.corridor().country_names();
    std::vector<AxisDeclared> const axes{{"year", "year_from", "year_to", Cover::unbroken},
                                         {"age", "age_from", "age_to", Cover::unbroken}};
    std::vector<AxisDeclared> axes_from_birth = axes;
    axes_from_birth[1].cover = Cover::from_zero;
    field.table(birth_table,
                {"Births per 1,000 women a year, by country of origin, calendar year "
                 "and age",
                 {country_column(field.corridor()),
                  year_column("year_from"),
                  year_column("year_to"),
                  age_column("age_from"),
                  age_column("age_to"),
                  {.name = "births", .range = {0, 1000}, .unit = "births per 1,000 women a year"}},
                 {{"country"}, false, axes},
                 [countries](Table const& births) { return faults_of_births(countries, births); }});
    field.table(death_table,
                {"Deaths per person-year, by country of origin, calendar year, age "
                 "and sex",
                 {country_column(field.corridor()),
                  year_column("year_from"),
                  year_column("year_to"),
                  age_column("age_from"),
                  age_column("age_to"),
                  sex_column(),
                  {.name = "deaths", .range = {0, 10}, .unit = "deaths per person-year"}},
                 {{"country", "sex"}, true, axes_from_birth},
                 [countries](Table const& deaths) { return faults_of_deaths(countries, deaths); }});
}
}  // namespace kochmon
