// SPDX-License-Identifier: MIT
#include "engine/noise_tables.hpp"

#include <algorithm>
#include <limits>

#include "engine/choice.hpp"

namespace kochmon
{
// The first and the last edge are the first and the last draw that there is.
template <class Function>
std::vector<double> NoiseTables::edges_of(Function const& function)
{
    std::vector<double> edges(parts + 1);
    for (std::size_t part = 1; part < parts; ++part)
        edges[part] = function(static_cast<double>(part) / static_cast<double>(parts));
    edges.front() = function(uniform(0));
    edges.back() = function(uniform(std::numeric_limits<std::uint32_t>::max()));
    return edges;
}

// With the second draw at 1/e the Gumbel is 0, and what is left rises with the first one
// (Zolotarev).
NoiseTables::OfStable::OfStable(double l)
    : index_(l),
      ratio_((1.0 - l) / l),
      edges_(edges_of([l](double u) { return log_positive_stable(l, u, 0x1.78b56362cef38p-2); }))
{
}

NoiseTables::NoiseTables(std::span<double const> indices) : gumbels_(edges_of(kochmon::gumbel))
{
    for (double const l : indices)
        if (l < 1.0 && stable(l) == nullptr) stables_.emplace_back(l);
}

bool NoiseTables::serve(std::span<double const> indices) const
{
    return std::ranges::all_of(indices,
                               [this](double l) { return l == 1.0 || stable(l) != nullptr; });
}
}  // namespace kochmon
