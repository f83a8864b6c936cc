// SPDX-License-Identifier: MIT
#include "agents/law/sanctions.hpp"

#include <algorithm>

namespace kochmon
{
void SanctionLaw::fields(Fields& field)
{
    for (std::size_t where = 0; where < jurisdiction_count; ++where)
    {
        std::string const at = "jurisdictions." + jurisdiction_names[where] + ".sanctions";
        field(at + ".fine", fine[where],
              {Dimension::roubles, {0, 10'000'000}, "Fine of an irregular worker", Use::lever});
        field(at + ".deportation_share", deportation_share[where],
              {Dimension::share, {0, 0.5}, "Part of the detected that is deported", Use::lever});
        field(at + ".expulsion_share", expulsion_share[where],
              {Dimension::share, {0, 0.5}, "Part of the detected that is expelled", Use::lever});
        field(at + ".deportation_ban", deportation_ban[where],
              {Dimension::months, {0, 600}, "Re-entry ban after deportation", Use::lever});
        field(at + ".expulsion_ban", expulsion_ban[where],
              {Dimension::months, {0, 600}, "Re-entry ban after expulsion", Use::lever});
        field(
            at + ".custody", custody[where],
            {Dimension::months, {0, 1}, "Custody before removal, at that cost of pay", Use::lever});
    }
}

Sanction SanctionLaw::sanction(Jurisdiction where, double u) const
{
    double const expelled = expulsion_share[index(where)].value();
    if (u < expelled) return Sanction::expulsion;
    if (u < expelled + deportation_share[index(where)].value()) return Sanction::deportation;
    return Sanction::fine;
}

int SanctionLaw::ban_months(Jurisdiction where, Sanction sanction) const
{
    if (sanction == Sanction::fine) return 0;
    auto const& ban = sanction == Sanction::deportation ? deportation_ban : expulsion_ban;
    return ban[index(where)];
}

double SanctionLaw::expected_loss(Jurisdiction where, double pay, double forgone,
                                  double horizon) const
{
    std::size_t const at = index(where);
    double const deported = deportation_share[at].value();
    double const expelled = expulsion_share[at].value();
    double const months_lost = deported * std::min<double>(deportation_ban[at], horizon) +
                               expelled * std::min<double>(expulsion_ban[at], horizon);
    double const removed = deported + expelled;
    return (1.0 - removed) * fine[at].roubles() + removed * custody[at] * pay +
           months_lost * forgone;
}
}  // namespace kochmon
