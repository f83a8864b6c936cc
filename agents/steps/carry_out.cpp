// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>
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

/// Intentions in the order of households, read from the front.
class Queue
{
  public:
    explicit Queue(std::vector<Intent> const& intents) : intents_(intents) {}

    /// The household of the first that is left; after the last, none is so late.
    std::uint32_t household() const
    {
        return next_ < intents_.size() ? intents_[next_].household : nobody;
    }
    Intent const& take() { return intents_[next_++]; }
    static constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

  private:
    std::vector<Intent> const& intents_;
    std::size_t next_ = 0;
};

bool moves(Act act)
{
    return act == Act::come_home || act == Act::depart || act == Act::leave_and_re_enter ||
           act == Act::move_on;
}
}  // namespace

// Remittances are formed person by person, and so in the order of households already.
void carry_out(Society const& society, Piece& piece)
{
    if (society.month.is_january()) settle_all(society, piece);
    Tile& tile = piece.tile();
    sort_intents(society, piece.population().persons, tile.intents);
    Queue remittances(tile.remittances);
    Queue intents(tile.intents);
    while (true)
    {
        std::uint32_t const household = std::min(remittances.household(), intents.household());
        if (household == Queue::nobody) break;
        Settlement settlement(society, piece, household);
        while (remittances.household() == household) settlement.carry_out(remittances.take());
        bool moved = false;
        while (intents.household() == household)
        {
            Intent const& intent = intents.take();
            settlement.carry_out(intent);
            moved = moved || moves(intent.act);
        }
        if (moved) settlement.recount_earners();
    }
    tile.intents.clear();
    tile.remittances.clear();
}
}  // namespace kochmon::steps
