// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/state/home_accounts.hpp"
#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// The economy of a country of origin that has one: product moved by the remittances to it and by
/// what they built, and income at home that follows the product [F16, F27].
struct HomeEconomy
{
    Kopecks base;                  // GDP a month with the reference remittances, full-scale
    Kopecks reference;             // remittances of a month in that product, full-scale
    double multiplier = 0.0;       // RUB of product for one of remittances more
    double depreciation = 0.0;     // of invested capital, 1/month
    double yield = 0.0;            // product of a rouble of invested capital, 1/month
    Share invested;                // of remittances, by the households that receive them
    double income_elasticity = 0;  // of income at home to the product

    /// `at`: where the country has it, with a dot behind, or nothing.
    void fields(Fields& field, std::string const& at);

    /// GDP of a month, RUB, full-scale: base + multiplier (remittances - reference) + yield K;
    /// never below 0.
    double product(double remittances, double capital) const;
    /// Income at home relative to that at the base product: 1 + elasticity (GDP / base - 1).
    double income_response(double product, double usual) const;
};

/// Elsewhere income at home is what the scenario says, and nothing is invested, since of no other
/// capital is kept.
struct HomeEconomies
{
    ByCountry<HomeEconomy> of{};
    ByRegion<double> income{};  // level of income at home that the scenario sets, 1 as it is

    void fields(Fields& field);
    /// Part of the remittances to a region that builds capital.
    Share invested_in(Region region) const { return of[index(origin_country(region))].invested; }
};

/// What a month has done to product and capital, kopecks of agents.
struct HomeFlows
{
    Kopecks remittances;
    Kopecks invested;
};
/// Closes the month: K' = K - depreciation K + invested; the product uses the capital there was.
void close_month(EconomyAccounts& now, EconomyAccounts const& before, HomeFlows const& flows,
                 HomeEconomy const& economy, double weight);

/// Level of income at home by region in the month after `last_month`; without one, in the first
/// month, the scenario's.
ByRegion<double> income_level(HomeEconomies const& economies, Regions const& regions,
                              HomeAccounts const* last_month, double weight);
}  // namespace kochmon
