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
    EXPECT(nests_ < nest_capacity && nests_are_bounded_ == Known::not_yet);
    indices_of_nests_[nests_] = noise_.index_of_nest(number);
    nest_[nests_++] = {l, weight, 0.0, number, l == 1.0};
}

void Contest::enter(std::uint32_t number, double value, Within within, double weight)
{
    EXPECT(entered_ < capacity && number < capacity);
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

// Returns whether all nests have bounds.
bool Contest::bound_nests()
{
    shared_.fill({0.0, 0.0});
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
        shared_[1 + k] = {nest.weight * noise.least, nest.weight * noise.most};
    }
    shared_[3] = sum(shared_[1], shared_[2]);
    return true;
}

bool Contest::has_bounds()
{
    if (nests_are_bounded_ == Known::not_yet)
        nests_are_bounded_ = noise_.tables() != nullptr && bound_nests() ? Known::yes : Known::no;
    return nests_are_bounded_ == Known::yes;
}

// Drawn for four numbers at a time.
std::uint32_t Contest::first_word(std::uint32_t number)
{
    std::uint32_t const four = number / at_once;
    if ((drawn_ & 1U << four) == 0)
    {
        std::array<std::uint32_t, at_once> indices{};
        std::array<std::uint32_t, at_once> unused{};
        std::uint32_t const first = four * at_once;
        for (std::uint32_t k = 0; k < at_once; ++k)
            indices[k] = noise_.index_of_alternative(first + k);
        noise_.words_of_four(indices.data(), &words_[first], unused.data());
        drawn_ |= 1U << four;
    }
    return words_[number];
}

// Rounding keeps the order of sums and products: what lies between bounds stays there.
NoiseBounds Contest::bounds_of(Alternative const& alternative)
{
    NoiseBounds const own = noise_.tables()->gumbel(first_word(alternative.number));
    NoiseBounds const& with = shared_[static_cast<std::size_t>(alternative.within)];
    return {alternative.value + scale_ * (with.least + alternative.weight * own.least),
            alternative.value + scale_ * (with.most + alternative.weight * own.most)};
}

void Contest::bound_entered()
{
    for (; bounded_ < entered_; ++bounded_)
    {
        bounds_[bounded_] = bounds_of(alternatives_[bounded_]);
        at_least_ = std::max(at_least_, bounds_[bounded_].least);
    }
}

bool Contest::may_win(std::uint32_t number, double most_value, Within within, double weight)
{
    EXPECT(number < capacity);
    if (!has_bounds()) return true;
    bound_entered();
    return bounds_of({most_value, weight, number, within}).most >= at_least_;
}

std::uint32_t Contest::winner_of_exact()
{
    std::uint32_t number = alternatives_[0].number;
    double largest = -infinity;
    for (std::size_t k = 0; k < entered_; ++k)
    {
        if (k < bounded_ && bounds_[k].most < at_least_) continue;
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
    if (!has_bounds()) return winner_of_exact();
    bound_entered();
    std::size_t left = 0;
    std::size_t last = 0;
    for (std::size_t k = 0; k < entered_; ++k)
        if (bounds_[k].most >= at_least_)
        {
            ++left;
            last = k;
        }
    return left == 1 ? alternatives_[last].number : winner_of_exact();
}
}  // namespace kochmon
