// SPDX-License-Identifier: MIT
#include "agents/law/repeat_bans.hpp"

#include <algorithm>

namespace kochmon
{
void RepeatBanLaw::fields(Fields& field)
{
    for (Jurisdiction const where : field.corridor().with_whole_law())
    {
        std::size_t const k = index(where);
        std::string const at = path_of_law(field.corridor(), where) + ".repeat_ban";
        field(at + ".chance", chance[k],
              {Dimension::share,
               {0, 1},
               "Of the fines that repeat an earlier offence, the part after which entry is closed",
               Use::lever});
        field(at + ".within", within[k],
              in_force_if({at + ".chance", above_zero},
                          {Dimension::months,
                           {0, 600},
                           "Time after an offence within which a fine repeats it",
                           Use::lever}));
        field(at + ".length", length[k],
              in_force_if({at + ".chance", above_zero},
                          {Dimension::months,
                           {0, 600},
                           "Ban on entry for a person fined again, from the fine on",
                           Use::lever}));
    }
}

bool RepeatBanLaw::repeats(Jurisdiction where, MonthStamp before, Month month) const
{
    return before != never && month.since_1900() - before <= within[index(where)];
}

int RepeatBanLaw::months_left(Jurisdiction where, MonthStamp again, Month month) const
{
    if (again == never) return 0;
    return std::max(0, again + length[index(where)] - month.since_1900());
}
}  // namespace kochmon
