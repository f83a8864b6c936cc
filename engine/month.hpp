// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kochmon
{
/// A calendar month, counted from January 1900 (= 0). Draws are keyed by this number, never by the
/// month of a run, so that two runs that start apart share their luck in every month they share.
class Month
{
  public:
    constexpr Month() = default;
    constexpr explicit Month(std::int32_t since_1900) : since_1900_(since_1900) {}
    static constexpr Month of(int year, int month_of_year)
    {
        return Month((year - 1900) * 12 + month_of_year - 1);
    }
    /// Reads `2010-01`; nothing for any other text.
    static std::optional<Month> parse(std::string_view text);

    constexpr std::int32_t since_1900() const { return since_1900_; }
    constexpr int year() const { return 1900 + since_1900_ / 12; }
    constexpr int month_of_year() const { return since_1900_ % 12 + 1; }
    constexpr bool is_january() const { return since_1900_ % 12 == 0; }
    /// `2010-01`
    std::string text() const;

    constexpr auto operator<=>(Month const&) const = default;
    friend constexpr Month operator+(Month month, int months)
    {
        return Month(month.since_1900_ + months);
    }
    friend constexpr Month operator-(Month month, int months)
    {
        return Month(month.since_1900_ - months);
    }
    /// Months from `earlier` to `later`.
    friend constexpr int operator-(Month later, Month earlier)
    {
        return later.since_1900_ - earlier.since_1900_;
    }

  private:
    std::int32_t since_1900_ = 0;
};
}  // namespace kochmon
