// SPDX-License-Identifier: MIT
#include "agents/demography/age_rates.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/contract.hpp"
#include "engine/error.hpp"
#include "engine/quantities.hpp"

#include "agents/tables/table_columns.hpp"

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
    throw ScenarioError(
        fmt::format("{}: {}: no rate in {}, expected rates in every year from {} to {}, which the "
                    "run covers, keep the run within the table",
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
}  // namespace kochmon
