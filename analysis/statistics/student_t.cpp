// SPDX-License-Identifier: MIT
#include "analysis/statistics/student_t.hpp"

#include <array>

#include "engine/contract.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t tabulated = 20;
using Quantiles = std::array<double, tabulated>;

constexpr Quantiles half = {1.0,        0.81649658, 0.76489233, 0.74069708, 0.72668684,
                            0.7175582,  0.71114178, 0.70638661, 0.70272215, 0.69981206,
                            0.69744533, 0.69548287, 0.6938293,  0.69241707, 0.69119695,
                            0.69013225, 0.68919508, 0.68836381, 0.68762146, 0.6869545};
constexpr Quantiles nine_in_ten = {6.31375151, 2.91998558, 2.35336343, 2.13184679, 2.01504837,
                                   1.94318028, 1.89457861, 1.85954804, 1.83311293, 1.81246112,
                                   1.79588482, 1.78228756, 1.7709334,  1.76131014, 1.75305036,
                                   1.74588368, 1.73960673, 1.73406361, 1.72913281, 1.72471824};

/// `z`: the same quantile of the normal distribution.
double expanded(double z, double n)
{
    double const z2 = z * z;
    double const first = z * (z2 + 1) / 4;
    double const second = z * ((5 * z2 + 16) * z2 + 3) / 96;
    double const third = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
    double const fourth = z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
    return z + (first + (second + (third + fourth / n) / n) / n) / n;
}
}  // namespace

double student_t(Confidence confidence, int degrees_of_freedom)
{
    EXPECT(degrees_of_freedom >= 1);
    bool const wide = confidence == Confidence::nine_in_ten;
    auto const n = static_cast<std::size_t>(degrees_of_freedom);
    if (n <= tabulated) return wide ? nine_in_ten[n - 1] : half[n - 1];
    return expanded(wide ? 1.6448536269514722 : 0.6744897501960817, degrees_of_freedom);
}
}  // namespace kochmon
