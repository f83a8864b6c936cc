// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>

#include "engine/contract.hpp"
#include "engine/elementary.hpp"

namespace kochmon
{
/// Chance within a stated period, 0..1. Made from a hazard or a choice, or stated by a scenario.
class Probability
{
  public:
    constexpr Probability() = default;
    constexpr explicit Probability(double chance) : chance_(chance)
    {
        EXPECT(chance >= 0.0 && chance <= 1.0);
    }
    constexpr double value() const { return chance_; }
    /// Whether an event of this chance happens for the uniform draw `u` in (0, 1).
    constexpr bool happens(double u) const { return u < chance_; }
    constexpr auto operator<=>(Probability const&) const = default;

  private:
    double chance_ = 0.0;
};

/// Instantaneous rate of an event for a person at risk, 1/month, not negative.
class HazardPerMonth
{
  public:
    constexpr HazardPerMonth() = default;
    constexpr explicit HazardPerMonth(double rate) : rate_(rate) { EXPECT(rate >= 0.0); }
    constexpr double value() const { return rate_; }
    constexpr auto operator<=>(HazardPerMonth const&) const = default;
    friend constexpr HazardPerMonth operator+(HazardPerMonth a, HazardPerMonth b)
    {
        return HazardPerMonth(a.rate_ + b.rate_);
    }
    friend constexpr HazardPerMonth operator*(HazardPerMonth a, double hazard_ratio)
    {
        return HazardPerMonth(a.rate_ * hazard_ratio);
    }

  private:
    double rate_ = 0.0;
};

/// Part of a whole, 0..1.
class Share
{
  public:
    constexpr Share() = default;
    constexpr explicit Share(double part) : part_(part) { EXPECT(part >= 0.0 && part <= 1.0); }
    constexpr double value() const { return part_; }
    constexpr auto operator<=>(Share const&) const = default;

  private:
    double part_ = 0.0;
};

/// 1 - exp(-h): the chance that an event of hazard `h` happens within one month.
inline Probability probability_within_a_month(HazardPerMonth hazard)
{
    return Probability(1.0 - elementary::exp(-hazard.value()));
}

/// Whether an event of hazard `h` happens within one month for the uniform draw `u`: the same
/// answer as `probability_within_a_month(hazard).happens(u)`. Since h - h^2 / 2 <= 1 - exp(-h) <=
/// h, most draws need no exponential; the margins are for rounding.
inline bool happens_within_a_month(HazardPerMonth hazard, double u)
{
    double const h = hazard.value();
    if (u >= h * (1.0 + 1e-9) + 1e-12) return false;
    if (u < h * (1.0 - 0.5 * h) * (1.0 - 1e-9) - 1e-12) return true;
    return probability_within_a_month(hazard).happens(u);
}

/// Whole number nearest to `x`, half to even: the one rounding rule of money.
constexpr std::int64_t round_half_to_even(double x)
{
    EXPECT(x > -4.0e18 && x < 4.0e18);
    auto whole = static_cast<std::int64_t>(x);
    if (static_cast<double>(whole) > x) --whole;
    double const rest = x - static_cast<double>(whole);
    if (rest > 0.5 || (rest == 0.5 && whole % 2 != 0)) ++whole;
    return whole;
}

/// Money, in whole kopecks (1/100 RUB of 2012). Sums are exact; rounding happens once, where a step
/// says so.
class Kopecks
{
  public:
    constexpr Kopecks() = default;
    constexpr explicit Kopecks(std::int64_t count) : count_(count) {}
    static constexpr Kopecks from_roubles(double roubles)
    {
        return Kopecks(round_half_to_even(roubles * 100.0));
    }
    constexpr std::int64_t count() const { return count_; }
    constexpr double roubles() const { return static_cast<double>(count_) / 100.0; }

    constexpr auto operator<=>(Kopecks const&) const = default;
    constexpr Kopecks operator-() const { return Kopecks(-count_); }
    constexpr Kopecks& operator+=(Kopecks other)
    {
        count_ += other.count_;
        return *this;
    }
    constexpr Kopecks& operator-=(Kopecks other)
    {
        count_ -= other.count_;
        return *this;
    }
    friend constexpr Kopecks operator+(Kopecks a, Kopecks b) { return a += b; }
    friend constexpr Kopecks operator-(Kopecks a, Kopecks b) { return a -= b; }
    friend constexpr Kopecks operator*(Kopecks a, std::int64_t times)
    {
        return Kopecks(a.count_ * times);
    }

  private:
    std::int64_t count_ = 0;
};

/// `factor` times `amount`, rounded half to even.
constexpr Kopecks scaled(Kopecks amount, double factor)
{
    return Kopecks(round_half_to_even(static_cast<double>(amount.count()) * factor));
}
}  // namespace kochmon
