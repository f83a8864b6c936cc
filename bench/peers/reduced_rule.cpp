// SPDX-License-Identifier: MIT
// A reduced rule of migration as it would be written here; README.md beside it says what it is.
//   reduced_rule [PERSONS] [MONTHS]
#include <array>
#include <bit>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "engine/random.hpp"

#include "agents/state/rows.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t tile = 1024;  // rows whose columns stay in the cache
constexpr std::size_t regions = 9;
constexpr std::int32_t home = 0;
constexpr std::int32_t without = 1;
constexpr std::int32_t with = 2;
constexpr double wage = 20'000;
constexpr std::int32_t entry_cost = 10'000;
constexpr std::int32_t fee = 25'000;

/// e^x within a part of 1e-8 of it, for |x| < 700: 2^k times a polynomial of the rest.
KOCHMON_INLINE inline double fast_exp(double x)
{
    constexpr double to_whole = 6755399441055744.0;  // 1.5 * 2^52: rounds, and leaves k in the bits
    double const shifted = x * 1.4426950408889634 + to_whole;
    double const k = shifted - to_whole;
    double const r = x - k * 0.6931471805599453;
    double const p =
        1.0 +
        r * (1.0 +
             r * (0.5 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120 +
                                                            r * (1.0 / 720 + r * (1.0 / 5040)))))));
    auto const exponent = std::bit_cast<std::uint64_t>(shifted) << 52U;
    return std::bit_cast<double>(std::bit_cast<std::uint64_t>(p) + exponent);
}

struct World
{
    explicit World(std::size_t persons)
        : keys(persons),
          where(persons),
          region(persons),
          skill(persons),
          attachment(persons),
          cash(persons),
          months(persons),
          income(persons)
    {
        std::mt19937_64 draws(1);
        std::normal_distribution<double> normal;
        for (std::size_t k = 0; k < persons; ++k)
        {
            keys[k] = k;
            region[k] = static_cast<std::int32_t>(draws() % regions);
            skill[k] = std::exp(0.3 * normal(draws));
            attachment[k] = 10'000 + 4'000 * normal(draws);
            cash[k] = static_cast<std::int32_t>(draws() % 20'000);
            income[k] = 4'000 + 500 * region[k];
        }
    }

    std::vector<std::uint64_t> keys;
    std::vector<std::int32_t> where;
    std::vector<std::int32_t> region;
    std::vector<double> skill;
    std::vector<double> attachment;
    std::vector<std::int32_t> cash;
    std::vector<std::int32_t> months;
    std::vector<std::int32_t> income;  // at home, RUB a month
    std::vector<std::int32_t> cell =
        std::vector<std::int32_t>(tile);  // of a tile: region and status together
};

/// The month of the rows of a tile, without a branch: what does not concern a person changes
/// nothing.
void live(World& world, RowSpan const& rows, std::array<std::vector<std::uint32_t>, 4> const& words)
{
    std::size_t const first = rows.first;
    std::size_t const many = rows.last - rows.first;
    std::int32_t* const where = world.where.data() + first;
    std::int32_t* const cash = world.cash.data() + first;
    std::int32_t* const months = world.months.data() + first;
    std::int32_t const* const income = world.income.data() + first;
    double const* const skill = world.skill.data() + first;
    double const* const attachment = world.attachment.data() + first;
    std::int32_t const* const region = world.region.data() + first;
    std::int32_t* const cell = world.cell.data();
    std::uint32_t const* const luck = words[0].data();
    std::uint32_t const* const luck_of_buying = words[1].data();
    std::uint32_t const* const luck_of_checks = words[2].data();
    in_vectors(
        [=]() KOCHMON_INLINE
        {
            constexpr double unit = 1.0 / 4294967296.0;
            constexpr double half = 0.5 * unit;
#pragma GCC ivdep  // no column lies in another
            for (std::size_t k = 0; k < many; ++k)
            {
                double const u = static_cast<std::int32_t>(luck[k] >> 1U) * (2 * unit) + half;
                double const v =
                    static_cast<std::int32_t>(luck_of_buying[k] >> 1U) * (2 * unit) + half;
                double const w =
                    static_cast<std::int32_t>(luck_of_checks[k] >> 1U) * (2 * unit) + half;
                double const earned = wage * skill[k];
                double const x = -4.0 + (earned - income[k] - attachment[k]) * (1.0 / 4'000);
                double const y = -1.0 + (0.05 * earned - fee / 12.0) * (1.0 / 500);
                std::int32_t const goes =
                    (u * (1.0 + fast_exp(-x)) < 1.0) & (cash[k] >= entry_cost);
                std::int32_t const buys = (v * (1.0 + fast_exp(-y)) < 1.0) & (cash[k] >= fee);
                std::int32_t const at_home = where[k] == home;
                std::int32_t const returns = u < 0.02;
                std::int32_t const stays = (1 - at_home) & (1 - returns);
                std::int32_t const had_none = stays & (where[k] == without);
                std::int32_t const bought = had_none & buys;
                std::int32_t const removed = had_none & (1 - buys) & (w < 0.03);
                std::int32_t const held = stays & (where[k] == with);
                std::int32_t const left = at_home & goes;
                std::int32_t const months_left = bought * 12 + held * (months[k] - 1);
                std::int32_t const has_one = months_left > 0;
                std::int32_t const there = stays & (1 - removed);
                double const saved =
                    0.2 * earned * (1.0 + 0.1 * has_one) * there + 0.1 * income[k] * at_home;
                months[k] = months_left;
                where[k] = (there + left) * (1 + has_one);
                cell[k] = region[k] * 3 + where[k];
                cash[k] = (cash[k] - left * entry_cost - bought * fee) * (1 - removed) +
                          static_cast<std::int32_t>(saved);
            }
        });
}

using Counts = std::array<std::int64_t, 3 * regions>;

void count(std::vector<std::int32_t> const& cell, std::size_t many, Counts& counts)
{
    std::array<std::array<std::int32_t, 32>, 4> apart{};  // none waits for the one before
    std::size_t k = 0;
    for (; k + 4 <= many; k += 4)
        for (std::size_t lane = 0; lane < 4; ++lane)
            ++apart[lane][static_cast<std::size_t>(cell[k + lane])];
    for (; k < many; ++k) ++apart[0][static_cast<std::size_t>(cell[k])];
    for (auto const& one : apart)
        for (std::size_t at = 0; at < counts.size(); ++at) counts[at] += one[at];
}

Counts advance(World& world, Month month)
{
    MonthDraws const draws({1, 0}, month);
    std::size_t const persons = world.where.size();
    std::array<std::vector<std::uint32_t>, 4> words;
    for (auto& lane : words) lane.resize(tile);
    Counts counts{};
    for (std::size_t first = 0; first < persons; first += tile)
    {
        RowSpan const rows{first, std::min(first + tile, persons)};
        std::size_t const many = rows.last - first;
        std::array<std::span<std::uint32_t>, 4> lanes;
        for (std::size_t lane = 0; lane < lanes.size(); ++lane)
            lanes[lane] = std::span(words[lane]).first(many);
        draws.block_zero(std::span(world.keys).subspan(first, many), lanes);
        live(world, rows, words);
        count(world.cell, many, counts);
    }
    return counts;
}

void run(std::size_t persons, int months)
{
    World world(persons);
    Counts counts{};
    auto const began = std::chrono::steady_clock::now();
    for (int month = 0; month < months; ++month)
        counts = advance(world, Month::of(2010, 1) + month);
    std::chrono::duration<double> const seconds = std::chrono::steady_clock::now() - began;
    std::array<double, 3> by_status{};
    for (std::size_t k = 0; k < counts.size(); ++k)
        by_status[k % 3] += static_cast<double>(counts[k]);
    auto const all = static_cast<double>(persons);
    std::printf("%.2f %.4f %.4f\n", 1e9 * seconds.count() / (all * months),
                1.0 - by_status[home] / all, by_status[with] / all);
}
}  // namespace
}  // namespace kochmon

int main(int count, char** words)
{
    kochmon::run(count > 1 ? std::stoul(words[1]) : 1'000'000,
                 count > 2 ? std::stoi(words[2]) : 60);
}
