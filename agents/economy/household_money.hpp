// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <tuple>
#include <vector>

#include "engine/quantities.hpp"

#include "agents/economy/markets.hpp"
#include "agents/rules/liquidity.hpp"
#include "agents/state/population.hpp"

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

/// What one member of a class has earned, and of it put aside, since the start of the run, by
/// region, at the end of each month: integer sums, so that a household's cash and income are known
/// without visiting it every month.
class RegionSavings
{
  public:
    /// Of the month that begins; `level` of income at home by region, as World::income_level.
    void open_month(MarketParameters const& markets, SavingParameters const& saving,
                    ByRegion<double> const& level);
    /// From now on accounts that are settled include it.
    void close_month();
    /// Months closed so far.
    int months() const { return closed_; }
    /// Months opened so far.
    int opened() const { return static_cast<int>(saved_.size()) - 1; }
    /// Put aside by one member of the class in the months `from` (excluded) to `to` (included).
    Kopecks between(EarnerClass earner, Region region, int from, int to) const
    {
        return passed(saved_, earner, region, {from, to});
    }
    /// Earned by one member in the same months.
    Kopecks earned_between(EarnerClass earner, Region region, int from, int to) const
    {
        return passed(earned_, earner, region, {from, to});
    }

    /// Put aside by one member of the class until the end of so many months.
    std::int64_t until(EarnerClass earner, Region region, int months) const
    {
        return saved_[static_cast<std::size_t>(months)][index(earner)][index(region)];
    }

    template <class Self>
    static auto members(Self& self)
    {
        auto& [saved, earned, closed] = self;
        return std::tie(saved, earned, closed);
    }

  private:
    using Sums = std::array<ByRegion<std::int64_t>, earner_classes>;
    struct Months
    {
        int from = 0;
        int to = 0;
    };
    static Kopecks passed(std::vector<Sums> const& sums, EarnerClass earner, Region region,
                          Months months);

    std::vector<Sums> saved_ = std::vector<Sums>(1);   // entry k: after k months
    std::vector<Sums> earned_ = std::vector<Sums>(1);  // likewise
    int closed_ = 0;
};

/// A household's account as it stands when settled at the end of month `months` of the run:
/// savings of the months passed, then interest on the debt for these months, repayment, and
/// spending of what cash is above the most that households keep.
struct SettledAccount
{
    Kopecks cash;
    Kopecks debt;
    Kopecks earned = {};  // at home, in the months passed
    Kopecks saved = {};
    DebtService service = {};
    Kopecks spent = {};
};
SettledAccount settled(Households const& households, std::size_t household,
                       RegionSavings const& savings, LiquidityParameters const& liquidity);

/// What households hold together, with what they have put aside and not settled yet, the running
/// month included.
struct HeldAtHome
{
    Kopecks cash;
    Kopecks debt;
    Kopecks put_aside;  // of it in the running month
};
/// Of households `first` to `last` (excluded), which are of one region.
HeldAtHome held_at_home(Households const& households, std::size_t first, std::size_t last,
                        RegionSavings const& savings);

/// Income at home of an adult by the wage that he or she would have there, both RUB/month.
double income_at_home(double wage, bool wage_job, double without_wage_job);
/// Income at home, RUB/month, of an adult of this region; `level`: of income at home there.
double income_at_home(MarketParameters const& markets, Region region, bool wage_job,
                      double wage_factor, double level);
/// A month's income at home of a household, by the classes of its earners.
Kopecks income_of_household(Households const& households, std::size_t household,
                            MarketParameters const& markets, double level);

/// Counts the earners at home of a household anew, by age on the first of `month`.
void count_earners(Population& population, std::size_t household, Month month);
}  // namespace kochmon
