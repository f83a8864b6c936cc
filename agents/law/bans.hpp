// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/state/population.hpp"
#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// Bans that the border sets on overstayers who leave: unknown to the person until turned back at
/// entry. The schedule goes by the length of the overstay.
struct ExitBanLaw
{
    static constexpr std::size_t steps = 4;
    static constexpr std::array<int, steps> overstay_from = {1, 5, 7, 10};  // its month

    ByJurisdiction<Probability> chance{};
    ByJurisdiction<std::array<int, steps>> months{};
    ByJurisdiction<Probability> turned_back{};  // of the banned who try to enter

    void fields(Fields& field);

    /// Months of ban for an overstay of whole months begun; 0 for none.
    int ban_months(Jurisdiction where, int overstayed) const;
};

/// A ban that may await who leaves.
struct BanFeared
{
    double chance = 0.0;
    int months = 0;
};

/// Months within the horizon, of two bans with chances of their own: they do not add up, the later
/// end holds.
double feared_months(BanFeared const& one, BanFeared const& other, double horizon);

/// What happens to the list of bans. Bans of one person in one jurisdiction do not add up: the
/// later end holds.
enum class BanChange
{
    entered,   // was not on the list
    extended,  // was, until earlier
    none       // was, until later
};

/// Sets a ban of so many months after `month`, 0 being none.
BanChange ban(Persons& persons, std::size_t person, Jurisdiction where, Month month, int months);
/// Whether the person is on the list at the end of the month.
bool on_ban_list(Persons const& persons, std::size_t person, Jurisdiction where, Month month);
/// Strikes the person from the list; whether there was an entry that would have held this month.
bool purge(Persons& persons, std::size_t person, Jurisdiction where, Month month);

/// Whether the person knows of a ban there.
bool knows_ban(Persons const& persons, std::size_t person, Jurisdiction where);
void learn_ban(Persons& persons, std::size_t person, Jurisdiction where);
}  // namespace kochmon
