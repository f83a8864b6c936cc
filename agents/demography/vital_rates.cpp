// SPDX-License-Identifier: MIT
#include "agents/demography/vital_rates.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "engine/error.hpp"
#include "engine/quantities.hpp"

#include "agents/origins.hpp"

namespace kochmon
{
namespace
{
std::string const birth_table = "population.birth_rates";
std::string const death_table = "population.death_rates";
constexpr int oldest_age = 150;  // no table goes beyond

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

void demand_sound(Row const& row, std::string const& path, double highest)
{
    bool const ages = row.age_from >= 0 && row.age_from <= row.age_to && row.age_to <= oldest_age;
    if (!ages)
        throw ScenarioError(fmt::format("{}: ages {} to {}; expected 0 to {}, the younger first",
                                        path, row.age_from, row.age_to, oldest_age));
    if (row.rate < 0.0 || row.rate > highest)
        throw ScenarioError(
            fmt::format("{}: {} per person-year at ages {} to {} in {}; expected between 0 and {}",
                        path, row.rate, row.age_from, row.age_to, row.years.first, highest));
}

AgeRates::OfYear rates_of_year(std::vector<Row> const& rows, int year, std::string const& path)
{
    AgeRates::OfYear rates;
    for (Row const& row : rows)
    {
        if (!row.holds(year)) continue;
        rates.resize(std::max(rates.size(), static_cast<std::size_t>(row.age_to) + 1));
        for (int age = row.age_from; age <= row.age_to; ++age)
        {
            auto& rate = rates[static_cast<std::size_t>(age)];
            if (rate)
                throw ScenarioError(
                    fmt::format("{}: {} has two rates at age {}; expected one", path, year, age));
            rate = row.rate;
        }
    }
    return rates;
}

// Between the youngest age with a rate and the oldest, none is left out.
void demand_all_ages(AgeRates::OfYear const& rates, int youngest, int year, std::string const& path)
{
    for (auto age = static_cast<std::size_t>(youngest); age < rates.size(); ++age)
        if (!rates[age])
            throw ScenarioError(
                fmt::format("{}: no rate at age {} in {}; expected one", path, age, year));
}

AgeRates rates_of(std::vector<Row> const& rows, Years years, std::string const& path,
                  bool from_birth)
{
    std::vector<AgeRates::OfYear> by_year;
    for (int year = years.first; year <= years.last; ++year)
    {
        AgeRates::OfYear rates = rates_of_year(rows, year, path);
        if (rates.empty())
            throw ScenarioError(
                fmt::format("{}: no rate in {}; expected rates in every year from {} to {}, in "
                            "which the run lies",
                            path, year, years.first, years.last));
        auto const first = std::ranges::find_if(rates, [](auto const& rate) { return !!rate; });
        int const youngest = from_birth ? 0 : static_cast<int>(first - rates.begin());
        demand_all_ages(rates, youngest, year, path);
        by_year.push_back(std::move(rates));
    }
    return {years, std::move(by_year)};
}
}  // namespace

void VitalParameters::fields(Fields& field)
{
    field.table(birth_table, {"Births per 1,000 women a year, by country of origin, calendar year "
                              "and age",
                              {country_column(),
                               {"year_from", ColumnKind::whole_number},
                               {"year_to", ColumnKind::whole_number},
                               {"age_from", ColumnKind::whole_number},
                               {"age_to", ColumnKind::whole_number},
                               {"births", ColumnKind::number}}});
    field.table(death_table, {"Deaths per person-year, by country of origin, calendar year, age "
                              "and sex",
                              {country_column(),
                               {"year_from", ColumnKind::whole_number},
                               {"year_to", ColumnKind::whole_number},
                               {"age_from", ColumnKind::whole_number},
                               {"age_to", ColumnKind::whole_number},
                               {"sex", ColumnKind::word},
                               {"deaths", ColumnKind::number}}});
    field("population.fertility", fertility,
          {Dimension::ratio,
           {0, 4},
           "Births relative to population.birth_rates; a calendar year takes what stands in its "
           "January",
           Use::lever,
           {country_dimension()}});
    field("population.mortality", mortality,
          {Dimension::ratio,
           {0, 4},
           "Deaths relative to population.death_rates; a calendar year takes what stands in its "
           "January",
           Use::lever,
           {country_dimension()}});
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
    {
        rows.push_back(row_of(table, row, "births", 1000.0));
        demand_sound(rows.back(), birth_table, 1.0);
    }
    return rates_of(rows, years, birth_table, false);
}

AgeRates death_rates_of(Table const& table, Years years, Sex sex)
{
    std::vector<Row> rows;
    for (std::size_t row = 0; row < table.rows(); ++row)
    {
        std::string const& word = table.words("sex")[row];
        if (word != "female" && word != "male")
            throw ScenarioError(
                fmt::format("{}: sex is '{}'; expected 'female' or 'male'", death_table, word));
        if ((word == "male") != (sex == Sex::male)) continue;
        rows.push_back(row_of(table, row, "deaths", 1.0));
        demand_sound(rows.back(), death_table, 10.0);
    }
    return rates_of(rows, years, death_table, true);
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
