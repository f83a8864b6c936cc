// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "agents/options/life_abroad.hpp"
#include "agents/vocabulary/irregularity.hpp"

namespace kochmon::steps
{
/// A status that was chosen, and among what.
struct StatusDecision
{
    StatusOffers const& offers;
    StatusPlan chosen;
    StatusChoice& choice;  // to which more may be offered
};

/// What a decision leaves as the reason of a life outside the law. Nothing where no way into the
/// law was open, so that there was nothing to decide, nor where one was chosen: what comes of that
/// is seen at the lots and when it is paid for.
///
/// Who could not pay: a way was closed for lack of means alone, and with the same luck it would
/// have been chosen if it were open.
std::optional<Irregularity> reason_left(LifeAbroad const& life, StatusDecision const& decision);
}  // namespace kochmon::steps
