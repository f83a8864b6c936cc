// SPDX-License-Identifier: MIT
#include <algorithm>
#include <tuple>

#include "agents/acts/settlement.hpp"
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
namespace
{
// Receipts, naturalizations, returns; then payments in the order of the keyed ticket.
void sort_intents(Society const& society, Persons const& persons, std::vector<Intent>& intents)
{
    auto const order = [&](Intent const& intent)
    {
        bool const pays = is_paid_for(intent.act);
        double const ticket = pays ? society.draws().uniform(persons.subject(intent.person),
                                                             block(DecisionPoint::purse_ticket))
                                   : 0.0;
        int const act = static_cast<int>(intent.act);
        int const stage = pays ? static_cast<int>(Act::depart) : act;
        return std::tuple(stage, ticket, intent.person, act);
    };
    std::sort(intents.begin(), intents.end(),
              [&](Intent const& a, Intent const& b)
              {
                  if (a.household != b.household) return a.household < b.household;
                  return order(a) < order(b);
              });
}

// Every January all accounts are settled to the end of the year that has passed, before anything
// of the new one arrives, and earners counted anew, by age.
void settle_all(Society const& society, Piece& piece)
{
    for (std::size_t household = piece.tile().first_household;
         household < piece.tile().last_household; ++household)
    {
        Settlement settlement(society, piece, household);
        if (society.savings.months() > 0) settlement.close_year();
        settlement.recount_earners();
    }
}
}  // namespace

void carry_out(Society const& society, Piece& piece)
{
    if (society.month.is_january()) settle_all(society, piece);
    std::vector<Intent>& intents = piece.tile().intents;
    sort_intents(society, piece.population().persons, intents);
    for (std::size_t first = 0; first < intents.size();)
    {
        std::uint32_t const household = intents[first].household;
        Settlement settlement(society, piece, household);
        std::size_t next = first;
        bool moved = false;
        for (; next < intents.size() && intents[next].household == household; ++next)
        {
            settlement.carry_out(intents[next]);
            Act const act = intents[next].act;
            moved = moved || act == Act::come_home || act == Act::depart ||
                    act == Act::leave_and_re_enter || act == Act::move_on;
        }
        if (moved) settlement.recount_earners();
        first = next;
    }
    intents.clear();
}
}  // namespace kochmon::steps
