// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// Forged cards and the criminal case against their users [F7]: checks against the database find
/// forged papers; the user goes to prison, not the maker; only proof that the card is genuine
/// frees a suspect.
struct ForgeryLaw
{
    ByJurisdiction<Kopecks> card_price{};
    ByJurisdiction<int> card_duration{};              // months printed on the card
    ByJurisdiction<HazardPerMonth> database_check{};  // of a person who shows papers
    ByJurisdiction<Share> false_suspicion{};          // of genuine papers at such a check
    ByJurisdiction<int> shortest_term{};              // prison, months
    ByJurisdiction<int> longest_term{};

    void fields(Fields& field);

    /// Prison term in months, each between the shortest and the longest as likely.
    int term(Jurisdiction where, double u) const;
    double mean_term(Jurisdiction where) const;
};
}  // namespace kochmon
