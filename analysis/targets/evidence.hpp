// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "config/corridor.hpp"

#include "agents/run/lockstep.hpp"

namespace kochmon
{
/// Months over which targets are measured, if a target does not say otherwise.
inline constexpr int target_months = 48;
/// Months after a departure in which somebody of the cohort may come home.
inline constexpr int cohort_months = 108;
/// Months of departures that form the cohort.
inline constexpr int cohort_year = 12;
/// Months from the unrest on in which applications for citizenship are counted.
inline constexpr int unrest_months = 12;

/// Departures for work in the first reported year, and what has become of them 108 months later.
struct DepartureCohort
{
    std::int64_t departed = 0;
    std::int64_t died = 0;        // left out, whether they had come home or not
    std::int64_t never_home = 0;  // no full month of these
};

/// Months of base and policy in which a target is measured against a policy.
struct PairedMonths
{
    int lived = 0;
    Tally base;
    Tally policy;
};

/// What one replicate tells for the targets. Sums of tallies: a stock becomes person-months.
struct TargetEvidence
{
    Corridor corridor = {};
    int months_lived = 0;  // reported ones
    Tally window;          // of the first 48 reported months
    Tally later_years;     // of them, without the first 12
    double list_prices =
        0.0;  // RUB: permit, first bed and food, summed over arrivals in the main one
    std::int64_t arrivals_in_main = 0;
    // In the window, first ones of stays abroad that began in the run, by completed months.
    std::vector<std::int64_t> overstays;
    std::optional<DepartureCohort> cohort = {};
    PairedMonths unrest;  // the 12 months from its first on
    PairedMonths quota;   // the 36th month
};

/// Follows the worlds of one replicate and collects the evidence. The base keeps a diary.
class EvidenceRecorder
{
  public:
    /// What the two policies are called in the lockstep: their numbers, if they are lived.
    struct Policies
    {
        std::optional<std::size_t> unrest = {};
        std::optional<std::size_t> quota = {};
    };
    EvidenceRecorder(Scenario const& base, Policies policies, std::vector<Onset> const& onsets);

    /// The month that all worlds have just lived.
    void see(Lockstep const& worlds);
    TargetEvidence evidence() const;
    /// Whether nothing in the policies matters any more from `month` on.
    bool policies_seen(Month month) const;

  private:
    void see_arrivals(Simulation const& base);
    void see_overstays(Simulation const& base);
    void see_departures(Simulation const& base);
    void see_cohort(Simulation const& base);
    void see_policies(Lockstep const& worlds);
    int reported() const;  // months, this one included

    struct Member
    {
        std::uint32_t row = 0;
        int departed = 0;  // reported month, from 1
        bool came_home = false;
        bool died = false;
    };

    Scenario const& base_;
    Policies policies_;
    std::vector<Onset> onsets_;
    Month month_;
    TargetEvidence evidence_;
    std::vector<MonthStamp> overstay_of_;  // by row: arrival of the stay whose first one is counted
    std::vector<Member> cohort_;
};
}  // namespace kochmon
