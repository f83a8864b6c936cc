// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "agents/vocabulary/learning.hpp"
#include "agents/vocabulary/origins.hpp"
#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// Who the persons of a country are at the start, as far as no table says it.
struct TraitParameters
{
    double wage_factor_spread = 0.0;
    double attachment_mean = 0.0;   // RUB/month
    double attachment_women = 0.0;  // added for women
    double attachment_spread = 0.0;
    Share language;    // part that speaks that of the main jurisdiction
    Share profession;  // part that has learnt one
    Share settlers;    // part that would go abroad to settle
    Share secondary;   // parts by schooling; the rest has basic schooling
    Share higher;
    double cash_in_months = 0.0;  // household cash over its monthly income
    double cash_spread = 0.0;

    /// `at`: where the country has them, with a dot behind, or nothing.
    void fields(Fields& field, std::string const& at);
    /// By a uniform draw: the most schooled have the lowest.
    Schooling schooling(double u) const;
};

/// The stocks of a country abroad at the start. They are inputs, not results: the warm-up starts
/// from them, since an empty world has another equilibrium and a transient of decades.
struct StockParameters
{
    double foreigners = 0.0;        // persons, full-scale
    double naturalized = 0.0;       // persons, full-scale
    Share told_apart;               // of a group of regions, where it is told apart
    ByPlace<double> destination{};  // relative sizes
    double mean_spell = 0.0;        // months
    Share with_permit;
    Share employed;
    Share with_contract;       // of the employed with a work right
    Share earlier_trip;        // of adults at home, of those regions where they are told apart
    double order_noise = 0.0;  // RUB/month beside the attachment: who is abroad
    Kopecks cash;              // mean of those abroad

    void fields(Fields& field, std::string const& at, Country country);
};

struct StartParameters
{
    Origins origins;
    ByRegion<double> household_size{};
    ByRegion<double> attachment{};  // RUB/month, of its people beside that of all
    ByCountry<TraitParameters> traits{};
    ByCountry<StockParameters> stock{};

    void fields(Fields& field);
};
}  // namespace kochmon
