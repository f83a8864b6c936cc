// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "engine/month.hpp"
#include "engine/philox.hpp"
#include "engine/philox_lanes.hpp"

namespace kochmon
{
/// The key words: who rules the luck of a run.
struct Seeds
{
    std::uint32_t k0 = 0;  // seed
    std::uint32_t k1 = 0;  // replicate, below 2^31; population p has 2^32 - 1 - p

    static constexpr std::uint32_t synthesis = 0xFFFFFFFFU;
    constexpr bool operator==(Seeds const&) const = default;
};

/// Whose luck it is: 64 bits, given once and for ever, never a row number.
/// Bits 63-62: 00 person of the start, 10 child, 01 not a person.
class SubjectKey
{
  public:
    constexpr SubjectKey() = default;
    constexpr explicit SubjectKey(std::uint64_t bits) : bits_(bits) {}
    static constexpr SubjectKey person_of_the_start(std::uint64_t running_number)
    {
        return SubjectKey(running_number);
    }
    /// `kind` (below 2^14) tells households, places and regions apart; `number` is below 2^48.
    static constexpr SubjectKey not_a_person(std::uint64_t kind, std::uint64_t number)
    {
        return SubjectKey((std::uint64_t{1} << 62) | (kind << 48) | number);
    }
    /// 10 and the low 62 bits of (w0, w1) of Philox with key (0, 0), counter (mother's key,
    /// 65536 x `block`, birth order): month 0, January 1900, so that no draw of a run is shared.
    static SubjectKey child_of(SubjectKey mother, std::uint32_t block, std::uint32_t birth_order);

    constexpr std::uint64_t bits() const { return bits_; }
    constexpr std::uint32_t low() const { return static_cast<std::uint32_t>(bits_); }
    constexpr std::uint32_t high() const { return static_cast<std::uint32_t>(bits_ >> 32); }
    constexpr bool operator==(SubjectKey const&) const = default;

  private:
    std::uint64_t bits_ = 0;
};

/// A uniform draw in the open interval (0, 1): (w + 1/2) 2^-32, exact.
constexpr double uniform(std::uint32_t word)
{
    return (static_cast<double>(word) + 0.5) * 0x1p-32;
}

/// The draws of one month: counter (subject low, subject high, month + 65536 x block, index).
/// Draws are asked for by who, when and what for; no draw depends on another, on the order of
/// asking, or on the scenario.
class MonthDraws
{
  public:
    constexpr MonthDraws(Seeds seeds, Month month) : seeds_(seeds), month_(month) {}
    PhiloxWords words(SubjectKey subject, std::uint32_t block, std::uint32_t index) const;
    PhiloxWords counter(SubjectKey subject, std::uint32_t block, std::uint32_t index) const
    {
        return {subject.low(), subject.high(), third_word(block), index};
    }
    double uniform(SubjectKey subject, std::uint32_t block, std::uint32_t index = 0) const
    {
        return kochmon::uniform(words(subject, block, index)[0]);
    }
    /// Words 0 and 1 of four indices, bit for bit those of `words`, to `first` and `second`.
    void words_of_four(SubjectKey subject, std::uint32_t block, std::uint32_t const* indices,
                       std::uint32_t* first, std::uint32_t* second) const
    {
        detail::philox_of_four({subject.low(), subject.high(), third_word(block)}, indices,
                               {seeds_.k0, seeds_.k1}, first, second);
    }
    /// Block 0, index 0, of many subjects: the vector form of `words`, bit for bit the same.
    /// `keys` are the bits of subject keys; `lanes[k][i]` takes word k of subject i.
    void block_zero(std::span<std::uint64_t const> keys,
                    std::array<std::span<std::uint32_t>, 4> lanes) const;

  private:
    std::uint32_t third_word(std::uint32_t block) const
    {
        return static_cast<std::uint32_t>(month_.since_1900()) + 65536U * block;
    }
    Seeds seeds_;
    Month month_;
};
}  // namespace kochmon
