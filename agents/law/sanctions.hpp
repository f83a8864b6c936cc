// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"
#include "engine/random.hpp"

#include "agents/places.hpp"

namespace kochmon
{
/// What follows when an irregular worker is found [F6]: a fine, 'deportation' with a short ban, or
/// 'expulsion' with a long one; custody until the court decides.
enum class Sanction
{
    fine,
    deportation,
    expulsion
};

struct SanctionLaw
{
    ByJurisdiction<Kopecks> fine{};
    ByJurisdiction<Share> deportation_share{};
    ByJurisdiction<Share> expulsion_share{};
    ByJurisdiction<int> deportation_ban{};  // months
    ByJurisdiction<int> expulsion_ban{};
    ByJurisdiction<double> custody{};  // months; days act as d/30

    void fields(Fields& field);

    Sanction sanction(Jurisdiction where, double u) const;
    int ban_months(Jurisdiction where, Sanction sanction) const;
    /// Expected loss of one who is found, RUB: fine, pay lost in custody, and `forgone` a month
    /// while banned, within the horizon.
    double expected_loss(Jurisdiction where, double pay, double forgone, double horizon) const;
};
}  // namespace kochmon
