// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "engine/choice.hpp"

#include "config/fields.hpp"

#include "agents/kernel.hpp"

namespace kochmon
{
/// With papers or without [F2, F3, F6, F7].
struct StatusParameters
{
    double noise = 1.0;                  // sigma_status, RUB/month
    double without_dissimilarity = 1.0;  // l of the nest of lives without a permit
    double norm_cost = 0.0;              // RUB/month of irregularity when all ties are regular
    double crime_cost = 0.0;             // RUB/month of knowing use of forged papers

    void fields(Fields& field);
};

/// Alternatives keep their number for ever: the number is the index of the keyed draw.
enum class StatusPlan : std::uint32_t
{
    permit,
    intermediary,     // a permit, with everything done; perhaps forged
    registered_only,  // the stay, not the work
    nothing,          // as before
    forged_card,
    re_entry  // leave and come back for a new permitted stay
};
inline constexpr std::size_t status_plans = 6;

constexpr bool is_without_permit(StatusPlan plan)
{
    return plan >= StatusPlan::registered_only;
}

/// What each plan is worth, RUB/month, and which are open. To do nothing is always open.
struct StatusOffers
{
    std::array<double, status_plans> value{};
    std::array<bool, status_plans> open{false, false, false, true, false, false};

    void offer(StatusPlan plan, double worth)
    {
        value[static_cast<std::size_t>(plan)] = worth;
        open[static_cast<std::size_t>(plan)] = true;
    }
    void close(StatusPlan plan) { open[static_cast<std::size_t>(plan)] = false; }
    bool is_open(StatusPlan plan) const { return open[static_cast<std::size_t>(plan)]; }
    double best() const;
};

/// {permit}, {intermediary}, {without: registered only, nothing, forged card, re-entry}: the
/// largest of value + noise, an exact nested logit; nests of one member have l = 1.
StatusPlan choose_status(StatusParameters const& parameters, Kernel kernel,
                         StatusOffers const& offers, ChoiceNoise const& noise);
}  // namespace kochmon
