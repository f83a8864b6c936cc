// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <vector>

#include "config/scenario.hpp"

#include "agents/demography/age_rates.hpp"
#include "agents/vocabulary/places.hpp"
#include "agents/vocabulary/status.hpp"

namespace kochmon
{
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
}  // namespace kochmon
