// SPDX-License-Identifier: MIT
#include "analysis/fingerprints/sketch.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "analysis/fingerprints/mixer.hpp"

namespace kochmon
{
namespace
{
constexpr std::uint64_t prime = 4294967291;  // 2^32 - 5
constexpr std::size_t digits = 8;            // of a number below it
constexpr unsigned bits_a_level = 3;         // one in eight has so many more zero bits

std::uint64_t product(std::uint64_t left, std::uint64_t right)
{
    return left * right % prime;
}

std::uint64_t difference(std::uint64_t left, std::uint64_t right)
{
    return (left % prime + prime - right % prime) % prime;
}

/// By Fermat: the power p - 2 is the inverse.
std::uint64_t inverse(std::uint64_t number)
{
    std::uint64_t result = 1;
    for (std::uint64_t power = prime - 2; power > 0; power /= 2)
    {
        if (power % 2 == 1) result = product(result, number);
        number = product(number, number);
    }
    return result;
}

/// Where a person stands and by what the key is known again.
struct Footing
{
    explicit Footing(std::uint64_t key)
        : mixed_key(mixed(key)), check(mixed_key * 0x9E3779B97F4A7C15ULL >> 32)
    {
    }
    bool in(std::size_t level) const
    {
        std::uint64_t const low_bits = (std::uint64_t{1} << (bits_a_level * level)) - 1;
        return (mixed_key & low_bits) == 0;
    }
    // The upper 48 bits, 16 a part; the lower ones tell the level.
    std::size_t cell(std::size_t part) const
    {
        std::uint64_t const share = mixed_key >> (16 * (part + 1)) & 0xFFFFU;
        return part * Sketch::part_cells + (share * Sketch::part_cells >> 16);
    }

    std::uint64_t mixed_key;
    std::uint64_t check;
};
}  // namespace

void Sketch::add(std::uint64_t key, std::uint64_t state)
{
    Footing const standing(key);
    std::uint64_t const hash = 1 + (state >> 32) % (prime - 1);  // nobody weighs nothing
    Cell const entry{hash, product(hash, key >> 32), product(hash, key & 0xFFFFFFFFU),
                     product(hash, standing.check)};
    std::size_t level = 0;
    do
        for (std::size_t part = 0; part < part_count; ++part)
            levels_[level][standing.cell(part)].add(entry);
    while (++level < level_count && standing.in(level));
}

void Sketch::add(Sketch const& other)
{
    for (std::size_t level = 0; level < level_count; ++level)
        for (std::size_t k = 0; k < levels_[level].size(); ++k)
            levels_[level][k].add(other.levels_[level][k]);
}

bool Sketch::operator==(Sketch const& other) const
{
    return text() == other.text();
}

std::string Sketch::text() const
{
    std::string text;
    for (Level const& level : levels_)
        for (Cell const& cell : level)
            for (std::uint64_t const sum : {cell.state, cell.high, cell.low, cell.check})
                fmt::format_to(std::back_inserter(text), "{:0{}x}", sum % prime, digits);
    return text;
}

std::optional<Sketch> Sketch::of_text(std::string_view text)
{
    if (text.size() != 4 * digits * level_count * part_count * part_cells) return std::nullopt;
    Sketch sketch;
    for (Level& level : sketch.levels_)
        for (Cell& cell : level)
            for (std::uint64_t* const sum : {&cell.state, &cell.high, &cell.low, &cell.check})
            {
                char const* const end = text.data() + digits;
                auto const [rest, error] = std::from_chars(text.data(), end, *sum, 16);
                if (error != std::errc() || rest != end) return std::nullopt;
                text.remove_prefix(digits);
            }
    return sketch;
}

/// Takes persons out of the difference of one level, one after the other.
class Peeling
{
  public:
    Peeling(Sketch const& one, Sketch const& other, std::size_t level)
        : level_(level), cells_(one.levels_[level])
    {
        for (std::size_t k = 0; k < cells_.size(); ++k)
            take_away(cells_[k], other.levels_[level][k]);
        while (take_one()) continue;
    }

    std::set<std::uint64_t> const& keys() const { return keys_; }
    bool whole() const
    {
        return std::ranges::all_of(
            cells_, [](Sketch::Cell const& cell)
            { return cell.state == 0 && cell.high == 0 && cell.low == 0 && cell.check == 0; });
    }

  private:
    static void take_away(Sketch::Cell& cell, Sketch::Cell const& other)
    {
        cell = {difference(cell.state, other.state), difference(cell.high, other.high),
                difference(cell.low, other.low), difference(cell.check, other.check)};
    }

    bool take_one()
    {
        for (std::size_t k = 0; k < cells_.size(); ++k)
            if (auto const key = alone_in(k))
            {
                take_out(*key, cells_[k]);
                return true;
            }
        return false;
    }

    std::optional<std::uint64_t> alone_in(std::size_t k) const
    {
        Sketch::Cell const& cell = cells_[k];
        if (cell.state == 0) return std::nullopt;
        std::uint64_t const share = inverse(cell.state);
        std::uint64_t const key = product(cell.high, share) << 32 | product(cell.low, share);
        Footing const standing(key);
        bool const fits = standing.check % prime == product(cell.check, share) &&
                          standing.in(level_) && standing.cell(k / Sketch::part_cells) == k &&
                          !keys_.contains(key);
        return fits ? std::optional(key) : std::nullopt;
    }

    // A copy of what the person has changed, since the cell is among those that it is taken from.
    void take_out(std::uint64_t key, Sketch::Cell const change)
    {
        Footing const standing(key);
        keys_.insert(key);
        for (std::size_t part = 0; part < Sketch::part_count; ++part)
            take_away(cells_[standing.cell(part)], change);
    }

    std::size_t level_;
    Sketch::Level cells_;
    std::set<std::uint64_t> keys_;
};

Differing differing_persons(Sketch const& one, Sketch const& other)
{
    std::set<std::uint64_t> keys;
    std::optional<std::uint64_t> about;
    bool exact = false;
    std::uint64_t persons_of_one = 1;  // for whom one of this level stands
    for (std::size_t level = 0; level < Sketch::level_count; ++level)
    {
        Peeling const peeling(one, other, level);
        keys.insert(peeling.keys().begin(), peeling.keys().end());
        if (!about && peeling.whole())
        {
            about = peeling.keys().size() * persons_of_one;
            exact = level == 0;
        }
        persons_of_one *= Sketch::fraction;
    }
    return {.keys = {keys.begin(), keys.end()},
            .about = std::max<std::uint64_t>(about.value_or(persons_of_one), keys.size()),
            .exact = exact};
}
}  // namespace kochmon
