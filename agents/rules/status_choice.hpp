// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "engine/choice.hpp"
#include "engine/contest.hpp"

#include "config/fields.hpp"

#include "agents/vocabulary/kernel.hpp"
#include "agents/vocabulary/status.hpp"

namespace kochmon
{
/// With papers or without [F2, F3, F6, F7].
struct StatusParameters
{
    double noise = 1.0;                  // sigma_status, RUB/month
    double with_dissimilarity = 1.0;     // l of the nest of permits
    double without_dissimilarity = 1.0;  // l of the nest of lives without a permit
    double fear = 0.0;                   // RUB/month of irregularity: harsh treatment
    double norm_cost = 0.0;              // RUB/month of irregularity when all ties are regular
    double crime_cost = 0.0;             // RUB/month of knowing use of forged papers

    void fields(Fields& field);

    /// What a life outside the law costs beside money, RUB/month, among people of whom this share
    /// are regular.
    double cost_of_irregularity(double regular_share) const
    {
        return fear + norm_cost * regular_share;
    }
};

/// Alternatives keep their number for ever: the number is the index of the keyed draw.
enum class StatusPlan : std::uint32_t
{
    permit,
    intermediary,     // a permit, with everything done; perhaps forged
    registered_only,  // the stay, not the work
    nothing,          // as before
    forged_card,
    re_entry,  // leave and come back for a new permitted stay
    patent,
    highly_skilled
};
inline constexpr std::size_t status_plans = 8;

constexpr bool is_without_permit(StatusPlan plan)
{
    return plan >= StatusPlan::registered_only && plan <= StatusPlan::re_entry;
}

/// A permit of any scheme, got by oneself.
constexpr bool is_by_oneself(StatusPlan plan)
{
    return plan == StatusPlan::permit || plan > StatusPlan::re_entry;
}

/// To get a permit of a scheme by oneself.
constexpr StatusPlan plan_of(Scheme scheme)
{
    if (scheme == Scheme::patent) return StatusPlan::patent;
    return scheme == Scheme::permit ? StatusPlan::permit : StatusPlan::highly_skilled;
}

/// What each plan is worth, RUB/month, and which are open. To do nothing is always open.
struct StatusOffers
{
    std::array<double, status_plans> value{};
    std::array<bool, status_plans> open{false, false, false, true};

    void offer(StatusPlan plan, double worth)
    {
        value[static_cast<std::size_t>(plan)] = worth;
        open[static_cast<std::size_t>(plan)] = true;
    }
    void close(StatusPlan plan) { open[static_cast<std::size_t>(plan)] = false; }
    bool is_open(StatusPlan plan) const { return open[static_cast<std::size_t>(plan)]; }
    double value_of(StatusPlan plan) const { return value[static_cast<std::size_t>(plan)]; }
    double best() const;
};

/// {by oneself: permit, patent, highly skilled}, {intermediary}, {without: registered only,
/// nothing, forged card, re-entry}: the largest of value + noise, an exact nested logit; nests of
/// one member have l = 1. At least one is open. Once it is known what is chosen, more may be
/// offered: the luck of the person is the same.
class StatusChoice
{
  public:
    StatusChoice(StatusParameters const& parameters, Kernel kernel, ChoiceNoise const& noise);

    /// Those that are open, and were not offered before.
    void offer(StatusOffers const& offers);
    /// Among all that was offered.
    StatusPlan chosen() { return static_cast<StatusPlan>(contest_.winner()); }

  private:
    void offer(std::uint32_t plan, double value);

    std::array<double, 2> nests_;
    Contest contest_;
    std::array<bool, status_plans> offered_{};
};
StatusPlan choose_status(StatusParameters const& parameters, Kernel kernel,
                         StatusOffers const& offers, ChoiceNoise const& noise);
/// Indices of its nests: of lives without a permit, of permits.
std::array<double, 2> nests_of(StatusParameters const& parameters, Kernel kernel);
}  // namespace kochmon
