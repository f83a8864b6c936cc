// SPDX-License-Identifier: MIT
#include "agents/law/bans.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace kochmon
{
namespace
{
void forget_ban(Persons& persons, std::size_t person, Jurisdiction where)
{
    persons[person].known_bans =
        static_cast<std::uint8_t>(persons[person].known_bans & ~(1U << index(where)));
}
}  // namespace

void ExitBanLaw::fields(Fields& field)
{
    for (Jurisdiction const where : field.corridor().with_whole_law())
    {
        std::size_t const k = index(where);
        std::string const at = path_of_law(field.corridor(), where) + ".exit_ban";
        field(at + ".chance", chance[k],
              {Dimension::share,
               {0, 1},
               "Part of the overstayers leaving who are given a ban at the border",
               Use::lever});
        std::array<std::string, steps> const after{"no_month", "four_months", "six_months",
                                                   "nine_months"};
        for (std::size_t step = 0; step < steps; ++step)
            field(at + ".after_" + after[step], months[k][step],
                  in_force_if({at + ".chance", above_zero},
                              {Dimension::months,
                               {0, 600},
                               fmt::format("Ban for an overstay in its month {} or later",
                                           overstay_from[step]),
                               Use::lever}));
        field(at + ".turned_back", turned_back[k],
              {Dimension::share,
               {0, 1},
               "Part of the banned who are turned back when they try to enter",
               Use::lever});
    }
}

int ExitBanLaw::ban_months(Jurisdiction where, int overstayed) const
{
    int ban = 0;
    for (std::size_t step = 0; step < steps; ++step)
        if (overstayed >= overstay_from[step]) ban = months[index(where)][step];
    return ban;
}

double feared_months(BanFeared const& one, BanFeared const& other, double horizon)
{
    BanFeared const& longer = one.months >= other.months ? one : other;
    BanFeared const& shorter = one.months >= other.months ? other : one;
    return longer.chance * std::min<double>(longer.months, horizon) +
           (1.0 - longer.chance) * shorter.chance * std::min<double>(shorter.months, horizon);
}

BanChange ban(Persons& persons, std::size_t person, Jurisdiction where, Month month, int months)
{
    MonthStamp& end = persons.ban_end[index(where)][person];
    MonthStamp const new_end = stamp(month + months);
    if (months == 0 || end >= new_end) return BanChange::none;
    bool const entered = end < stamp(month);
    end = new_end;
    if (entered) forget_ban(persons, person, where);
    return entered ? BanChange::entered : BanChange::extended;
}

bool on_ban_list(Persons const& persons, std::size_t person, Jurisdiction where, Month month)
{
    return persons.ban_end[index(where)][person] > stamp(month);
}

bool purge(Persons& persons, std::size_t person, Jurisdiction where, Month month)
{
    MonthStamp& end = persons.ban_end[index(where)][person];
    bool const held = end >= stamp(month);
    end = never;
    return held;
}

bool knows_ban(Persons const& persons, std::size_t person, Jurisdiction where)
{
    return (persons[person].known_bans & 1U << index(where)) != 0;
}

void learn_ban(Persons& persons, std::size_t person, Jurisdiction where)
{
    persons[person].known_bans =
        static_cast<std::uint8_t>(persons[person].known_bans | 1U << index(where));
}
}  // namespace kochmon
