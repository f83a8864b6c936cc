// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace kochmon
{
/// How numbers of a measure are told to people: a share in per cent and its changes in percentage
/// points, many persons in thousands, much money in millions.
struct ToldUnit
{
    double scale = 1.0;
    std::string level = {};   // `per cent`
    std::string change = {};  // `percentage points`

    /// With as many digits as a figure of its size needs.
    std::string number(double value) const;
    /// The same with its sign.
    std::string signed_number(double value) const;
};
/// `largest`: of the numbers to be told, without their signs.
ToldUnit told_unit(std::string const& unit, double largest);

/// `legality_by_right` as `Legality by right`.
std::string told_name(std::string const& name);
}  // namespace kochmon
