// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <boost/random/sobol.hpp>

#include "analysis/statistics/unit_point.hpp"

namespace kochmon
{
/// Points of [0, 1)^d that fill it more evenly than chance (Sobol' 1967, direction numbers of Joe
/// and Kuo as boost has them, order of Gray codes). The origin is left out; the first point is the
/// middle.
class SobolSequence
{
  public:
    /// `skip`: points passed over at the start, besides the origin.
    explicit SobolSequence(std::size_t dimensions, std::uint64_t skip = 0);
    UnitPoint next();
    std::vector<UnitPoint> take(std::size_t count);

  private:
    boost::random::sobol engine_;
};
}  // namespace kochmon
