// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"
#include "engine/random.hpp"

#include "config/fields.hpp"

#include "agents/vocabulary/places.hpp"

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

/// What the court knows of who was found.
struct Record
{
    bool soiled = false;         // found in the months before
    bool free_movement = false;  // a violation of rules of work, not of stay
};

inline constexpr int longest_custody_days = 14;                      // [F6]
inline constexpr double most_custody = longest_custody_days / 30.0;  // months

struct SanctionLaw
{
    ByJurisdiction<Kopecks> fine{};
    ByJurisdiction<Share> deportation_share{};
    ByJurisdiction<Share> expulsion_share{};
    ByJurisdiction<double> repeat_factor{};  // of the expulsion share, with a soiled record
    ByJurisdiction<int> record_months{};     // after being found that one is a repeat offender
    ByJurisdiction<int> deportation_ban{};   // months
    ByJurisdiction<int> expulsion_ban{};
    ByJurisdiction<double> custody{};  // longest, months; days act as d/30

    void fields(Fields& field);

    /// Under free movement a first violation is only fined.
    Sanction sanction(Jurisdiction where, Record const& record, double u) const;
    int ban_months(Jurisdiction where, Sanction sanction) const;
    /// Days in custody, from 1 to the longest, each as likely; 0 if there is no custody.
    int custody_days(Jurisdiction where, double u) const;
    /// Months in custody to be expected.
    double mean_custody(Jurisdiction where) const;
    /// Months that a ban is expected to take from the horizon of one who is found.
    double expected_ban(Jurisdiction where, double horizon) const;
    /// Expected loss of one who is found, RUB: fine, pay lost in custody, and `forgone` a month
    /// while banned, within the horizon.
    double expected_loss(Jurisdiction where, double pay, double forgone, double horizon) const;
};
}  // namespace kochmon
