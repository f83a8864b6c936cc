// SPDX-License-Identifier: MIT
#include "analysis/design/factor.hpp"

#include <algorithm>
#include <cmath>

#include "engine/contract.hpp"
#include "engine/elementary.hpp"

#include "analysis/design/few_digits.hpp"
#include "analysis/statistics/normal_quantile.hpp"

namespace kochmon
{
namespace
{
constexpr double two_and_a_half = 0.025;  // the share below the low end of a normal range
constexpr double deviations_at_most = 4.0;

double triangular(ValueRange const& range, double share)
{
    double const width = range.high - range.low;
    double const mode = range.middle.value_or((range.low + range.high) / 2.0);
    double const below = (mode - range.low) / width;
    if (share < below) return range.low + std::sqrt(share * width * (mode - range.low));
    return range.high - std::sqrt((1.0 - share) * width * (range.high - mode));
}

double normal(ValueRange const& range, double share)
{
    double const mean = (range.low + range.high) / 2.0;
    double const deviation =
        (range.high - range.low) / (2.0 * normal_quantile(1.0 - two_and_a_half));
    double const most = deviations_at_most;
    double const inner = std::clamp(share, 1e-9, 1.0 - 1e-9);
    return mean + deviation * std::clamp(normal_quantile(inner), -most, most);
}
/// Which of so many values, each of which has as much of the coordinate.
std::size_t number_at(std::size_t count, double share)
{
    auto const at = static_cast<std::size_t>(std::floor(share * static_cast<double>(count)));
    return std::min(at, count - 1);
}
}  // namespace

double ValueRange::at(double share) const
{
    EXPECT(share >= 0.0 && share <= 1.0);
    switch (shape)
    {
        case Shape::uniform:
            return low + share * (high - low);
        case Shape::log_uniform:
            return low * elementary::exp(share * elementary::log(high / low));
        case Shape::triangular:
            return triangular(*this, share);
        case Shape::normal:
            return normal(*this, share);
    }
    return low;
}

std::string ValueRange::text_at(double share) const
{
    double const exact = at(share);
    std::string const number = few_digits(is_whole ? std::round(exact) : exact);
    return unit.empty() ? number : number + ' ' + unit;
}

std::string ValueRange::text_at_level(double level) const
{
    if (shape != Shape::normal) return text_at(level);
    if (level == 0.0 || level == 1.0)
    {
        ValueRange ends = *this;
        ends.shape = Shape::uniform;
        return ends.text_at(level);
    }
    return text_at(two_and_a_half + (1.0 - 2.0 * two_and_a_half) * level);
}

std::vector<std::string> Factor::levels() const
{
    if (!range) return values;
    std::vector<std::string> texts;
    for (std::size_t step = 0; step < range->steps; ++step)
        texts.push_back(
            range->text_at_level(static_cast<double>(step) /
                                 static_cast<double>(std::max<std::size_t>(range->steps, 2) - 1)));
    return texts;
}

std::string Factor::text_at(double share) const
{
    if (range) return range->text_at(share);
    EXPECT(!values.empty());
    return values[number_at(values.size(), share)];
}

double Factor::place_at(double share) const
{
    if (values.size() < 2) return 0.0;
    return static_cast<double>(number_at(values.size(), share)) /
           static_cast<double>(values.size() - 1);
}

std::string Factor::text_at_level(double level) const
{
    return range ? range->text_at_level(level) : text_at(level);
}
}  // namespace kochmon
