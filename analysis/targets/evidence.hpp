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
/// Months of a policy in which applications for citizenship are counted.
inline constexpr int applications_months = 12;
/// Month of a policy in which numbers and legality are compared.
inline constexpr int change_month = 36;

/// Months of a policy, from its first on (1), over which a target is measured against it.
struct MonthsOfPolicy
{
    int first = 1;
    int last = 1;
};

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
    std::vector<PairedMonths> paired = {};  // by target that is measured against a policy
};

/// Follows the worlds of one replicate and collects the evidence. The base keeps a diary.
class EvidenceRecorder
{
  public:
    /// A policy, by its number in the lockstep, and the months of it that a target asks for.
    struct Paired
    {
        std::size_t policy = 0;
        MonthsOfPolicy months = {};
    };
    EvidenceRecorder(Scenario const& base, std::vector<Paired> paired,
                     std::vector<Onset> const& onsets);

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
    int months_since(std::size_t policy) const;

    struct Member
    {
        std::uint32_t row = 0;
        int departed = 0;  // reported month, from 1
        bool came_home = false;
        bool died = false;
    };

    Scenario const& base_;
    std::vector<Paired> paired_;
    std::vector<Onset> onsets_;
    Month month_;
    TargetEvidence evidence_;
    std::vector<MonthStamp> overstay_of_;  // by row: arrival of the stay whose first one is counted
    std::vector<Member> cohort_;
};
}  // namespace kochmon
