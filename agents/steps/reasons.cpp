// SPDX-License-Identifier: MIT
#include "agents/steps/reasons.hpp"

#include <algorithm>

namespace kochmon::steps
{
std::optional<Irregularity> reason_left(LifeAbroad const& life, StatusDecision const& decision)
{
    StatusOffers const ways = life.ways_into_law(decision.offers);
    bool const closed = std::ranges::none_of(ways.open, [](bool open) { return open; });
    if (closed || ways.is_open(decision.chosen)) return std::nullopt;
    decision.choice.offer(ways);
    if (ways.is_open(decision.choice.chosen())) return Irregularity::could_not_pay;
    return life.right_ends() ? Irregularity::let_lapse : Irregularity::did_not_want;
}
}  // namespace kochmon::steps
