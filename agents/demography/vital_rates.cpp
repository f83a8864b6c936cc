// SPDX-License-Identifier: MIT
#include "agents/demography/vital_rates.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "engine/contract.hpp"
#include "engine/error.hpp"
#include "engine/quantities.hpp"

#include "agents/demography/vital_tables.hpp"
#include "agents/origins.hpp"
#include "agents/table_columns.hpp"

namespace kochmon
{
namespace
{
/// One row: a rate between two years and two ages, ends included.
struct Row
{
    Years years;
    int age_from = 0;
    int age_to = 0;
    double rate = 0.0;

    bool holds(int year) const { return year >= years.first && year <= years.last; }
};

Row row_of(Table const& table, std::size_t row, std::string const& column, double per)
{
    auto const whole = [&](char const* name)
    { return static_cast<int>(round_half_to_even(table.numbers(name)[row])); };
    return {.years = {whole("year_from"), whole("year_to")},
            .age_from = whole("age_from"),
            .age_to = whole("age_to"),
            .rate = table.numbers(column)[row] / per};
}

AgeRates::OfYear rates_of_year(std::vector<Row> const& rows, int year)
{
    AgeRates::OfYear rates;
    for (Row const& row : rows)
    {
        if (!row.holds(year)) continue;
        EXPECT(row.age_from >= 0 && row.age_to <= static_cast<int>(ages_in_years.highest));
        rates.resize(std::max(rates.size(), static_cast<std::size_t>(row.age_to) + 1));
        for (int age = row.age_from; age <= row.age_to; ++age)
            rates[static_cast<std::size_t>(age)] = row.rate;
    }
    return rates;
}

/// The run may last longer than the table, which is told where the table ends.
[[noreturn]] void refuse_years(Table const& table, Years years, int lacking,
                               std::string const& path)
{
    throw ScenarioError(fmt::format(
        "{}: {}: no rate in {}, expected rates in every year from {} to {}, in which the run lies, "
        "let the run lie within the table",
        table.place(table.rows() - 1), path, lacking, years.first, years.last));
}

AgeRates rates_of(std::vector<Row> const& rows, Years years, Table const& table,
                  std::string const& path)
{
    std::vector<AgeRates::OfYear> by_year;
    for (int year = years.first; year <= years.last; ++year)
    {
        by_year.push_back(rates_of_year(rows, year));
        if (by_year.back().empty()) refuse_years(table, years, year, path);
    }
    return {years, std::move(by_year)};
}
}  // namespace

void VitalParameters::fields(Fields& field)
{
    declare_vital_rates(field);
    field(
        "population.fertility", fertility,
        read_in_january(
            {Dimension::ratio,
             {0, 4},
             "Births relative to population.birth_rates; a calendar year takes what stands in its "
             "January",
             Use::lever,
             {country_dimension()}}));
    field(
        "population.mortality", mortality,
        read_in_january(
            {Dimension::ratio,
             {0, 4},
             "Deaths relative to population.death_rates; a calendar year takes what stands in its "
             "January",
             Use::lever,
             {country_dimension()}}));
    for (std::size_t country = 0; country < country_count; ++country)
        field(path_of_start(static_cast<Country>(country)) + "population.boys_per_girl",
              boys_per_girl[country], {Dimension::ratio, {0.5, 2}, "Boys born for one girl"});
    field(
        "home.growth_need", growth_need,
        {Dimension::ratio, {0, 20}, "Growth of GDP that growth of the population by 1 % needs, %"});
    field("jurisdictions.russia.natural_loss", natural_loss,
          {Dimension::persons_per_year,
           {-1e7, 1e7},
           "Deaths less births in Russia, which migration makes up in part (F26); moves nobody, "
           "only the measure natural_loss_made_up",
           Use::dated});
}

std::optional<double> AgeRates::at(int year, int age) const
{
    OfYear const& rates = of(year);
    if (age < 0 || static_cast<std::size_t>(age) >= rates.size()) return std::nullopt;
    return rates[static_cast<std::size_t>(age)];
}

AgeRates birth_rates_of(Table const& table, Years years)
{
    std::vector<Row> rows;
    for (std::size_t row = 0; row < table.rows(); ++row)
        rows.push_back(row_of(table, row, "births", 1000.0));
    return rates_of(rows, years, table, birth_table);
}

AgeRates death_rates_of(Table const& table, Years years, Sex sex)
{
    Table const own = table.where("sex", sex_names[index(sex)]);
    std::vector<Row> rows;
    for (std::size_t row = 0; row < own.rows(); ++row)
        rows.push_back(row_of(own, row, "deaths", 1.0));
    return rates_of(rows, years, own, death_table);
}

VitalRates::VitalRates(Scenario const& scenario, Years years, Country country)
    : years_(years),
      fertility_(birth_rates_of(rows_of(scenario, birth_table, country), years)),
      mortality_{death_rates_of(rows_of(scenario, death_table, country), years, Sex::female),
                 death_rates_of(rows_of(scenario, death_table, country), years, Sex::male)}
{
    std::size_t const at = index(country);
    VitalParameters vital;
    for (int year = years.first; year <= years.last; ++year)
    {
        read(vital, scenario, Month::of(year, 1));
        ratios_.push_back({vital.fertility[at], vital.mortality[at]});
    }
    share_of_boys_ = vital.boys_per_girl[at] / (1.0 + vital.boys_per_girl[at]);
}

double VitalRates::births(int year, int age) const
{
    return ratios(year).fertility * fertility_.at(year, age).value_or(0.0);
}

double VitalRates::deaths(int year, int age, Sex sex) const
{
    AgeRates const& rates = mortality_[static_cast<std::size_t>(sex)];
    int const known = std::min(age, rates.oldest(year));
    return ratios(year).mortality * rates.at(year, known).value_or(0.0);
}

Years years_of(RunSettings const& settings)
{
    return {settings.start.year(), (settings.end() - 1).year()};
}
}  // namespace kochmon
