// SPDX-License-Identifier: MIT
#include "analysis/statistics/sobol_sequence.hpp"

#include "analysis/statistics/fraction.hpp"

namespace kochmon
{
SobolSequence::SobolSequence(std::size_t dimensions, std::uint64_t skip) : engine_(dimensions)
{
    engine_.discard(skip * dimensions);
}

UnitPoint SobolSequence::next()
{
    UnitPoint point(engine_.dimension());
    for (double& coordinate : point) coordinate = fraction(engine_());
    return point;
}

std::vector<UnitPoint> SobolSequence::take(std::size_t count)
{
    std::vector<UnitPoint> points;
    for (std::size_t k = 0; k < count; ++k) points.push_back(next());
    return points;
}
}  // namespace kochmon
