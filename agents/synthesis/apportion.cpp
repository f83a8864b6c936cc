// SPDX-License-Identifier: MIT
#include "agents/synthesis/apportion.hpp"

#include <algorithm>
#include <numeric>

#include "engine/contract.hpp"

namespace kochmon
{
std::vector<std::int64_t> apportion(std::int64_t total, std::span<double const> weights)
{
    double sum = 0.0;
    for (double const weight : weights) sum += weight;
    EXPECT(total == 0 || sum > 0.0);
    std::vector<std::int64_t> parts(weights.size(), 0);
    std::vector<double> remainders(weights.size(), 0.0);
    std::int64_t given = 0;
    for (std::size_t part = 0; part < weights.size(); ++part)
    {
        double const quota = total == 0 ? 0.0 : static_cast<double>(total) * weights[part] / sum;
        parts[part] = static_cast<std::int64_t>(quota);
        remainders[part] = quota - static_cast<double>(parts[part]);
        given += parts[part];
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    for (std::size_t next = 0; given < total; ++next, ++given) ++parts[order[next % order.size()]];
    ENSURE(given == total);
    return parts;
}
}  // namespace kochmon
