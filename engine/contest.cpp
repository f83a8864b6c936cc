// SPDX-License-Identifier: MIT
#include "engine/contest.hpp"

#include <algorithm>
#include <limits>

#include "engine/contract.hpp"

namespace kochmon
{
namespace
{
constexpr double infinity = std::numeric_limits<double>::infinity();

NoiseBounds sum(NoiseBounds const& one, NoiseBounds const& other)
{
    return {one.least + other.least, one.most + other.most};
}
}  // namespace

void Contest::add_nest(std::uint32_t number, double l, double weight)
{
    EXPECT(nests_ < nest_capacity);
    indices_of_nests_[nests_] = noise_.index_of_nest(number);
    nest_[nests_++] = {l, weight, 0.0, number, l == 1.0};
}

void Contest::enter(std::uint32_t number, double value, Within within, double weight)
{
    EXPECT(entered_ < capacity);
    indices_[entered_] = noise_.index_of_alternative(number);
    alternatives_[entered_++] = {value, weight, number, within};
}

double Contest::noise_of(std::size_t nest)
{
    Nest& known = nest_[nest];
    if (!known.is_drawn) known.noise = known.weight * noise_.nest(known.number, known.l);
    known.is_drawn = true;
    return known.noise;
}

double Contest::noise_within(Within within)
{
    switch (within)
    {
        case Within::first:
            return noise_of(0);
        case Within::second:
            return noise_of(1);
        case Within::both:
            return noise_of(0) + noise_of(1);
        default:
            return 0.0;
    }
}

double Contest::worth_of(Alternative const& alternative)
{
    double const own = alternative.weight * noise_.alternative(alternative.number);
    return alternative.value + scale_ * (noise_within(alternative.within) + own);
}

// By Within; returns whether all nests have bounds.
bool Contest::bound_nests(std::array<NoiseBounds, combinations>& shared) const
{
    shared.fill({0.0, 0.0});
    if (nests_ == 0) return true;
    NoiseTables const& tables = *noise_.tables();
    std::array<std::uint32_t, at_once> first{};
    std::array<std::uint32_t, at_once> second{};
    noise_.words_of_four(indices_of_nests_.data(), first.data(), second.data());
    for (std::size_t k = 0; k < nests_; ++k)
    {
        Nest const& nest = nest_[k];
        if (nest.l == 1.0) continue;
        NoiseTables::OfStable const* const table = tables.stable(nest.l);
        if (table == nullptr) return false;
        NoiseBounds const noise = table->of(first[k], tables.gumbel(second[k]));
        shared[1 + k] = {nest.weight * noise.least, nest.weight * noise.most};
    }
    shared[3] = sum(shared[1], shared[2]);
    return true;
}

// Rounding keeps the order of sums and products: what lies between bounds stays there. Returns
// whether there are any.
bool Contest::bound(AllBounds& bounds) const
{
    NoiseTables const* const tables = noise_.tables();
    std::array<NoiseBounds, combinations> shared;
    if (tables == nullptr || !bound_nests(shared)) return false;
    std::array<std::uint32_t, at_once> words{};
    std::array<std::uint32_t, at_once> unused{};
    for (std::size_t k = 0; k < entered_; ++k)
    {
        if (k % at_once == 0) noise_.words_of_four(&indices_[k], words.data(), unused.data());
        Alternative const& alternative = alternatives_[k];
        NoiseBounds const own = tables->gumbel(words[k % at_once]);
        NoiseBounds const& with = shared[static_cast<std::size_t>(alternative.within)];
        bounds[k] = {alternative.value + scale_ * (with.least + alternative.weight * own.least),
                     alternative.value + scale_ * (with.most + alternative.weight * own.most)};
    }
    return true;
}

std::uint32_t Contest::winner_of_exact(AllBounds const& bounds, double at_least)
{
    std::uint32_t number = alternatives_[0].number;
    double largest = -infinity;
    for (std::size_t k = 0; k < entered_; ++k)
    {
        if (bounds[k].most < at_least) continue;
        double const worth = worth_of(alternatives_[k]);
        if (worth <= largest) continue;
        largest = worth;
        number = alternatives_[k].number;
    }
    return number;
}

std::uint32_t Contest::winner()
{
    EXPECT(entered_ > 0);
    if (entered_ == 1) return alternatives_[0].number;
    AllBounds bounds;
    if (!bound(bounds))
    {
        bounds.fill({-infinity, infinity});
        return winner_of_exact(bounds, -infinity);
    }
    double at_least = -infinity;
    for (std::size_t k = 0; k < entered_; ++k) at_least = std::max(at_least, bounds[k].least);
    std::size_t left = 0;
    std::size_t last = 0;
    for (std::size_t k = 0; k < entered_; ++k)
        if (bounds[k].most >= at_least)
        {
            ++left;
            last = k;
        }
    return left == 1 ? alternatives_[last].number : winner_of_exact(bounds, at_least);
}
}  // namespace kochmon
