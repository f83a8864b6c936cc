// SPDX-License-Identifier: MIT
#pragma once

#include "config/corridor.hpp"

#include "agents/state/scarce_places.hpp"
#include "agents/state/tally.hpp"

namespace kochmon
{
/// Persons and money never appear or vanish. Compares what rows hold at the end of a month with
/// what they held a month before and the flows between; throws InvariantError naming the region and
/// place, or the sum, that differ.
void check_conservation(Corridor const& corridor, Tally const& last_month, Tally const& this_month,
                        Month month);
/// The part of it that holds for any households with the members that they have abroad: cash and
/// debt change by what flows in and out.
void check_money(Holdings const& before, Tally const& this_month, Month month);
/// Every place granted to a person is in the books, and no list granted more than was open.
void check_quotas(Corridor const& corridor, QuotaBook const& book, Tally const& this_month,
                  Month month);
}  // namespace kochmon
