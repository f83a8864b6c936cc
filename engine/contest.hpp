// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "engine/choice.hpp"
#include "engine/noise_tables.hpp"

namespace kochmon
{
/// One decision as the largest of value + noise, an exact nested logit. The noise of an alternative
/// is, by a scale in the unit of values,
///
///     noise of its nests + weight x its own standard Gumbel
///
/// Draws are bounded by their first bits; exact noise is worked out for those alternatives alone
/// that may still win, so that the answer is that of the exact noise (ADR 0053).
class Contest
{
  public:
    /// Most alternatives, and most nests, of one decision.
    static constexpr std::size_t capacity = 24;
    static constexpr std::size_t nest_capacity = 2;

    /// What alternatives share: the noise of no nest, of the first or of the second one that was
    /// added, or of both, where the second lies within the first.
    enum class Within : std::uint8_t
    {
        no_nest,
        first,
        second,
        both
    };

    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): written before they are read
    Contest(ChoiceNoise const& noise, double scale)
        : noise_(noise), scale_(scale), at_least_(-std::numeric_limits<double>::infinity())
    {
    }

    /// A nest, whose noise is `weight` x ln S of index `l`.
    void add_nest(std::uint32_t number, double l, double weight);
    /// An alternative, its number below `capacity`; `weight`: of its own noise. Of equals the one
    /// wins that has entered first.
    void enter(std::uint32_t number, double value, Within within, double weight);
    void enter(std::uint32_t number, double value) { enter(number, value, Within::no_nest, 1.0); }
    /// Whether an alternative of no more than that value could still win against those that have
    /// entered; if not, its value need not be worked out, nor must it enter.
    bool may_win(std::uint32_t number, double most_value, Within within, double weight);

    /// The number of the largest. At least one has entered.
    std::uint32_t winner();

  private:
    struct Alternative
    {
        double value;
        double weight;
        std::uint32_t number;
        Within within;
    };
    struct Nest
    {
        double l;
        double weight;
        double noise;
        std::uint32_t number;
        bool is_drawn;
    };
    enum class Known : std::uint8_t
    {
        not_yet,
        yes,
        no
    };
    static constexpr std::size_t combinations = 4;  // of nests
    static constexpr std::size_t at_once = 4;       // draws

    bool has_bounds();
    bool bound_nests();
    void bound_entered();
    NoiseBounds bounds_of(Alternative const& alternative);
    std::uint32_t first_word(std::uint32_t number);
    double worth_of(Alternative const& alternative);
    double noise_of(std::size_t nest);
    double noise_within(Within within);
    std::uint32_t winner_of_exact();

    ChoiceNoise noise_;
    double scale_;
    std::size_t entered_ = 0;
    std::size_t nests_ = 0;
    std::array<Alternative, capacity> alternatives_;
    std::array<NoiseBounds, capacity> bounds_;  // of those entered, by order, as far as bounded
    std::size_t bounded_ = 0;
    double at_least_;  // the largest of the lower bounds
    Known nests_are_bounded_ = Known::not_yet;
    std::array<NoiseBounds, combinations> shared_;  // by Within
    std::uint32_t drawn_ = 0;                       // a bit for each four numbers
    std::array<std::uint32_t, capacity> words_;     // by number
    std::array<Nest, nest_capacity> nest_;
    std::array<std::uint32_t, at_once> indices_of_nests_{};
};
}  // namespace kochmon
