// SPDX-License-Identifier: MIT
#include "analysis/targets/told_numbers.hpp"

#include <cmath>

#include <fmt/format.h>

namespace kochmon
{
std::string figure(double number)
{
    double const size = std::abs(number);
    if (size >= 1000.0) return fmt::format("{:.0f}", number);
    if (size >= 10.0) return fmt::format("{:.1f}", number);
    return size >= 0.001 || size == 0.0 ? fmt::format("{:.3f}", number)
                                        : fmt::format("{:.1g}", number);
}

std::string figure(std::optional<double> const& number)
{
    return number ? figure(*number) : std::string("none");
}

std::string span_of(std::optional<Interval> const& interval)
{
    if (!interval) return {};
    return fmt::format("[{}, {}]", figure(interval->low), figure(interval->high));
}

std::string span_of(std::optional<Bounds> const& band)
{
    if (!band) return {};
    return fmt::format("[{}, {}]", figure(band->low), figure(band->high));
}
}  // namespace kochmon
