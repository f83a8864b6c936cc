// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/quantities.hpp"

#include "agents/markets.hpp"
#include "agents/population.hpp"
#include "agents/rules/liquidity.hpp"

namespace kochmon
{
/// What households at home put aside.
struct SavingParameters
{
    Share of_income;

    void fields(Fields& field);
};

/// Classes of earners at home. A member changes class by leaving, returning, or by age in January.
enum class EarnerClass : std::uint8_t
{
    wage_job,
    other
};
inline constexpr std::size_t earner_classes = 2;

/// What one member of a class has put aside since the start of the run, by region, at the end of
/// each month: integer sums, so that a household's cash is known without visiting it every month.
class RegionSavings
{
  public:
    using Sums = std::array<ByRegion<std::int64_t>, earner_classes>;

    RegionSavings() : sums_(1, Sums{}) {}
    void add_month(MarketParameters const& markets, SavingParameters const& saving);
    /// Months added so far.
    int months() const { return static_cast<int>(sums_.size()) - 1; }
    /// Put aside by one member of the class in the months `from` (excluded) to `to` (included).
    Kopecks between(EarnerClass earner, Region region, int from, int to) const;

  private:
    std::vector<Sums> sums_;  // entry k: after k months
};

/// A household's account as it stands when settled at the end of month `months` of the run:
/// savings of the months passed, then interest on the debt for these months, repayment, and
/// spending of what cash is above the most that households keep.
struct SettledAccount
{
    Kopecks cash;
    Kopecks debt;
    Kopecks saved = {};
    DebtService service = {};
    Kopecks spent = {};
};
SettledAccount settled(Households const& households, std::size_t household,
                       RegionSavings const& savings, LiquidityParameters const& liquidity);

/// Income at home, RUB/month, of an adult of this region.
double income_at_home(MarketParameters const& markets, Region region, bool wage_job,
                      double wage_factor);

/// Counts the earners at home of a household anew, by age on the first of `month`.
void count_earners(Population& population, std::size_t household, Month month);
}  // namespace kochmon
