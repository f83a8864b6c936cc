// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "config/scenario.hpp"

#include "agents/places.hpp"
#include "agents/status.hpp"

namespace kochmon
{
/// Births and deaths: the tables of the scenario, and what moves them. They depend on country of
/// origin, age, sex and year alone, neither on place nor on policy.
struct VitalParameters
{
    ByCountry<double> fertility{};  // times the table
    ByCountry<double> mortality{};
    ByCountry<double> boys_per_girl{};  // at birth
    double growth_need = 0.0;           // growth of GDP that 1 % of population growth needs, %
    double natural_loss = 0.0;          // of Russia, persons a year; below 0 an increase

    void fields(Fields& field);
};

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

/// Births per woman-year and deaths per person-year of a country in every year of a run.
class VitalRates
{
  public:
    /// Throws ScenarioError if a table ends before the run.
    VitalRates(Scenario const& scenario, Years years, Country country = first_country);

    /// Of a woman of this age; 0 at ages that the table leaves out.
    double births(int year, int age) const;
    /// Who is older than the table dies by its last age group.
    double deaths(int year, int age, Sex sex) const;
    double share_of_boys() const { return share_of_boys_; }

  private:
    struct Ratios
    {
        double fertility = 1.0;
        double mortality = 1.0;
    };
    Ratios const& ratios(int year) const
    {
        return ratios_[static_cast<std::size_t>(year - years_.first)];
    }

    Years years_;
    AgeRates fertility_;
    std::array<AgeRates, 2> mortality_;  // by sex
    std::vector<Ratios> ratios_;
    double share_of_boys_ = 0.5;
};

/// The calendar years in which the months of a run lie.
Years years_of(RunSettings const& settings);

/// Births per woman-year of a table of one country.
AgeRates birth_rates_of(Table const& table, Years years);
/// Deaths per person-year of one sex, in a table of one country.
AgeRates death_rates_of(Table const& table, Years years, Sex sex);
}  // namespace kochmon
