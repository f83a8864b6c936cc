// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "engine/month.hpp"
#include "engine/quantities.hpp"

#include "config/fields.hpp"

namespace kochmon
{
/// Who reconsiders life this month. Noise is redrawn with every decision, so attention is fixed and
/// reported, not calibrated.
struct AttentionParameters
{
    Probability abroad;
    Probability at_home;
    double season_amplitude = 0.0;
    int season_peak = 1;  // month of the year

    void fields(Fields& field);
};

/// Departures have a season: exp(a cos(2 pi (m - m0) / 12)), m0 the month of the peak.
double season_factor(AttentionParameters const& attention, Month month);

/// The draw below which a person reconsiders, as an integer: word < threshold if and only if the
/// uniform draw of that word lies below the chance.
std::uint64_t attention_threshold(double chance);
}  // namespace kochmon
