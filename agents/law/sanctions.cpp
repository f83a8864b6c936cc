// SPDX-License-Identifier: MIT
#include "agents/law/sanctions.hpp"

#include <algorithm>

namespace kochmon
{
void SanctionLaw::fields(Fields& field)
{
    for (Jurisdiction const where : field.corridor().jurisdictions())
    {
        std::string const at = path_of_law(field.corridor(), where) + ".sanctions";
        field(at + ".fine", fine[index(where)],
              {Dimension::roubles, {0, 10'000'000}, "Fine of an irregular worker", Use::lever});
        field(at + ".deportation_share", deportation_share[index(where)],
              {Dimension::share, {0, 0.5}, "Part of those detected who are deported", Use::lever});
        field(at + ".expulsion_share", expulsion_share[index(where)],
              {Dimension::share, {0, 0.5}, "Part of those detected who are expelled", Use::lever});
        field(at + ".repeat_factor", repeat_factor[index(where)],
              {Dimension::ratio,
               {0, 100},
               "How many times likelier expulsion is for a repeat offender",
               Use::lever});
        field(at + ".record", record_months[index(where)],
              {Dimension::months,
               {0, 600},
               "Time after being found irregular during which a person is a repeat offender",
               Use::lever});
        field(at + ".deportation_ban", deportation_ban[index(where)],
              in_force_if(
                  {at + ".deportation_share", above_zero},
                  {Dimension::months, {0, 600}, "Re-entry ban after deportation", Use::lever}));
        field(at + ".expulsion_ban", expulsion_ban[index(where)],
              {Dimension::months, {0, 600}, "Re-entry ban after expulsion", Use::lever});
        field(at + ".custody", custody[index(where)],
              {Dimension::months,
               {0, most_custody},
               "Longest custody before removal, during which pay is lost",
               Use::lever});
    }
}

Sanction SanctionLaw::sanction(Jurisdiction where, Record const& record, double u) const
{
    if (record.free_movement && !record.soiled) return Sanction::fine;
    std::size_t const at = index(where);
    double const repeat = record.soiled ? repeat_factor[at] : 1.0;
    double const deported = deportation_share[at].value();
    double const expelled = std::min(1.0 - deported, repeat * expulsion_share[at].value());
    if (u < expelled) return Sanction::expulsion;
    if (u < expelled + deported) return Sanction::deportation;
    return Sanction::fine;
}

int SanctionLaw::ban_months(Jurisdiction where, Sanction sanction) const
{
    if (sanction == Sanction::fine) return 0;
    auto const& ban = sanction == Sanction::deportation ? deportation_ban : expulsion_ban;
    return ban[index(where)];
}

int SanctionLaw::custody_days(Jurisdiction where, double u) const
{
    auto const longest = static_cast<int>(round_half_to_even(30.0 * custody[index(where)]));
    return longest == 0 ? 0 : 1 + static_cast<int>(u * longest);
}

double SanctionLaw::mean_custody(Jurisdiction where) const
{
    auto const longest = static_cast<double>(round_half_to_even(30.0 * custody[index(where)]));
    return longest == 0.0 ? 0.0 : 0.5 * (1.0 + longest) / 30.0;
}

double SanctionLaw::expected_ban(Jurisdiction where, double horizon) const
{
    std::size_t const at = index(where);
    return deportation_share[at].value() * std::min<double>(deportation_ban[at], horizon) +
           expulsion_share[at].value() * std::min<double>(expulsion_ban[at], horizon);
}

double SanctionLaw::expected_loss(Jurisdiction where, double pay, double forgone,
                                  double horizon) const
{
    std::size_t const at = index(where);
    double const removed = deportation_share[at].value() + expulsion_share[at].value();
    return (1.0 - removed) * fine[at].roubles() + removed * mean_custody(where) * pay +
           expected_ban(where, horizon) * forgone;
}
}  // namespace kochmon
