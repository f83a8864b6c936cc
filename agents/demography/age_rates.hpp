// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "config/table.hpp"

#include "agents/vocabulary/status.hpp"

namespace kochmon
{
inline std::string const birth_table = "population.birth_rates";
inline std::string const death_table = "population.death_rates";

/// Calendar years, both ends included.
struct Years
{
    int first = 0;
    int last = 0;
};

/// Rates per person-year by calendar year and age in completed years.
class AgeRates
{
  public:
    using OfYear = std::vector<std::optional<double>>;  // by age; nothing: no row

    AgeRates(Years years, std::vector<OfYear> by_year) : years_(years), by_year_(std::move(by_year))
    {
    }
    /// An age beyond the table has no rate of its own.
    std::optional<double> at(int year, int age) const;
    int oldest(int year) const { return static_cast<int>(of(year).size()) - 1; }

  private:
    OfYear const& of(int year) const
    {
        return by_year_[static_cast<std::size_t>(year - years_.first)];
    }
    Years years_;
    std::vector<OfYear> by_year_;
};

/// Births per woman-year of a table of one country.
AgeRates birth_rates_of(Table const& table, Years years);
/// Deaths per person-year of one sex, in a table of one country.
AgeRates death_rates_of(Table const& table, Years years, Sex sex);
}  // namespace kochmon
