// SPDX-License-Identifier: MIT
#include "agents/steps/reasons.hpp"

#include <algorithm>

namespace kochmon::steps
{
namespace
{
/// The same offers with every way into the law open, whatever it costs.
StatusOffers with_all(StatusOffers offers, StatusOffers const& ways)
{
    for (std::size_t plan = 0; plan < status_plans; ++plan)
        if (ways.open[plan]) offers.offer(static_cast<StatusPlan>(plan), ways.value[plan]);
    return offers;
}
}  // namespace

std::optional<Irregularity> reason_left(ModelParameters const& parameters, LifeAbroad const& life,
                                        StatusDecision const& decision)
{
    StatusOffers const ways = life.ways_into_law(decision.offers);
    bool const closed = std::ranges::none_of(ways.open, [](bool open) { return open; });
    if (closed || ways.is_open(decision.chosen)) return std::nullopt;
    StatusOffers const rich = with_all(decision.offers, ways);
    bool const lacks_means = rich.open != decision.offers.open;
    if (lacks_means && ways.is_open(choose_status(parameters.status, parameters.value.kernel, rich,
                                                  decision.noise)))
        return Irregularity::could_not_pay;
    return life.right_ends() ? Irregularity::let_lapse : Irregularity::did_not_want;
}
}  // namespace kochmon::steps
