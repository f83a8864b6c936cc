// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "engine/random.hpp"

#include "agents/demography/vital_rates.hpp"
#include "agents/state/population.hpp"
#include "agents/vocabulary/decision_points.hpp"

namespace kochmon
{
/// The months of a run.
struct MonthSpan
{
    Month start;
    Month end;  // excluded

    bool holds(Month month) const { return month >= start && month < end; }
    int last_year() const { return (end - 1).year(); }
};

/// Who a person is as far as births and deaths ask.
struct Vital
{
    SubjectKey key;
    MonthStamp birth = 0;
    Sex sex = Sex::female;
};

/// When persons die and give birth. One draw per person and calendar year, u, says both whether and
/// when: with probability q of the year, in its month 1 + floor(12 u / q). In the year of the own
/// birth the months that remain take the place of the twelve. Neither place nor policy counts, so
/// that all lives are known when a run begins.
class Lifetimes
{
  public:
    Lifetimes(VitalRates const& rates, Seeds seeds, MonthSpan run)
        : rates_(rates), seeds_(seeds), run_(run)
    {
    }

    VitalRates const& rates() const { return rates_; }
    /// Month of the death; `after_the_run` for who outlives it.
    MonthStamp death_of(Vital const& person) const;
    /// Months in which a woman who dies in `death` gives birth, at most one a year.
    std::vector<MonthStamp> births_of(Vital const& woman, MonthStamp death) const;

  private:
    double mean_deaths(Vital const& person, int year) const;
    double mean_births(Vital const& woman, int year) const;
    double uniform(SubjectKey key, int year, DecisionPoint point) const;

    VitalRates const& rates_;
    Seeds seeds_;
    MonthSpan run_;
};

/// `birth_order` counts the mother's births in the run from 1.
SubjectKey child_key(SubjectKey mother, std::uint32_t birth_order);
}  // namespace kochmon
