// SPDX-License-Identifier: MIT
#pragma once

#include "engine/month.hpp"
#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/state/population.hpp"
#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// Entry closed to who was fined more than once: two offences within three years bar entry for
/// three years [S213, S214]. Who is fined again while abroad may stay, but will not be let in again
/// once gone. Whether this was done is known to the list alone; that it may have been, to the
/// fined, as long as the stay lasts.
struct RepeatBanLaw
{
    ByJurisdiction<Probability> chance{};
    ByJurisdiction<int> within{};  // months since the last fine
    ByJurisdiction<int> length{};  // months of the ban, from the fine on

    void fields(Fields& field);

    /// Whether a fine of this month repeats an offence found in the month `before`, if any.
    bool repeats(Jurisdiction where, MonthStamp before, Month month) const;
    /// Months of the ban that are left to who was last fined again in `again`, or never; 0 if none.
    int months_left(Jurisdiction where, MonthStamp again, Month month) const;
};
}  // namespace kochmon
