// SPDX-License-Identifier: MIT
#include "analysis/fingerprints/sketch.hpp"

#include <algorithm>
#include <map>

#include <gmock/gmock.h>

#include "engine/atomic_file.hpp"

#include "analysis/fingerprints/mixer.hpp"

namespace kochmon
{
namespace
{
using testing::ElementsAre;
using testing::IsEmpty;

using States = std::map<std::uint64_t, std::uint64_t>;  // by key

/// Persons of the start and children, whose keys have 64 bits.
std::uint64_t key_of(std::uint64_t number, std::uint64_t trial)
{
    std::uint64_t const child = mixed(trial * 1'000'003 + number) >> 2 | std::uint64_t{1} << 63;
    return number % 2 == 0 ? child : 1'000'000 * (trial + 1) + number;
}

States states_of(std::uint64_t persons, std::uint64_t trial)
{
    States states;
    for (std::uint64_t k = 0; k < persons; ++k) states[key_of(k, trial)] = mixed(k);
    return states;
}

Sketch sketch_of(States const& states)
{
    Sketch sketch;
    for (auto const& [key, state] : states) sketch.add(key, state);
    return sketch;
}

/// Of every three who differ one is gone and two are in another state.
States with_other_lives(States states, std::uint64_t differing, std::uint64_t trial)
{
    for (std::uint64_t k = 0; k < differing; ++k)
        if (k % 3 == 0)
            states.erase(key_of(k, trial));
        else
            states[key_of(k, trial)] += 1ULL << 40;
    return states;
}

TEST(Sketch, of_equal_sets_tells_nobody)
{
    States const states = states_of(10'000, 0);
    Differing const differing = differing_persons(sketch_of(states), sketch_of(states));
    EXPECT_THAT(differing.keys, IsEmpty());
    EXPECT_EQ(differing.about, 0U);
    EXPECT_TRUE(differing.exact);
}

TEST(Sketch, tells_the_one_person_in_another_state)
{
    States states = states_of(10'000, 0);
    Sketch const before = sketch_of(states);
    std::uint64_t const child = key_of(5000, 0);
    std::uint64_t const first = key_of(7001, 0);
    states[child] = mixed(77);
    EXPECT_THAT(differing_persons(before, sketch_of(states)).keys, ElementsAre(child));
    states.erase(first);
    Differing const two = differing_persons(sketch_of(states), before);
    EXPECT_THAT(two.keys, ElementsAre(first, child));
    EXPECT_EQ(two.about, 2U);
    EXPECT_TRUE(two.exact);
}

class SketchOfMany : public testing::TestWithParam<std::uint64_t>
{
};

// Two persons in five hundred pairs share all their cells and so hide each other.
TEST_P(SketchOfMany, tells_someone_who_differs_and_nobody_else)
{
    std::uint64_t const differing = GetParam();
    int nobody = 0;
    for (std::uint64_t trial = 0; trial < 20; ++trial)
    {
        States const before = states_of(6000, trial);
        Differing const found = differing_persons(
            sketch_of(before), sketch_of(with_other_lives(before, differing, trial)));
        nobody += found.keys.empty() ? 1 : 0;
        std::vector<std::uint64_t> true_ones;
        for (std::uint64_t k = 0; k < differing; ++k) true_ones.push_back(key_of(k, trial));
        std::ranges::sort(true_ones);
        EXPECT_TRUE(std::ranges::includes(true_ones, found.keys)) << trial;
        EXPECT_GE(found.about, differing / 4) << trial;
        EXPECT_LE(found.about, differing * 4) << trial;
    }
    EXPECT_EQ(nobody, 0);
}
INSTANTIATE_TEST_SUITE_P(Sketch, SketchOfMany, testing::Values(1, 3, 20, 50, 500, 5000));

TEST(Sketch, does_not_depend_on_the_order_of_persons_or_on_parts)
{
    States const states = states_of(1000, 0);
    Sketch backwards;
    for (auto const& [key, state] : std::vector(states.rbegin(), states.rend()))
        backwards.add(key, state);
    Sketch odd;
    Sketch even;
    for (auto const& [key, state] : states) (key % 2 == 0 ? even : odd).add(key, state);
    even.add(odd);
    EXPECT_EQ(backwards.text(), sketch_of(states).text());
    EXPECT_EQ(even.text(), sketch_of(states).text());
}

TEST(Sketch, reads_back_its_text_and_no_other)
{
    Sketch const sketch = sketch_of(states_of(1000, 0));
    std::string text = sketch.text();
    EXPECT_EQ(text.size(), 4608U);
    ASSERT_TRUE(Sketch::of_text(text));
    EXPECT_EQ(*Sketch::of_text(text), sketch);
    EXPECT_FALSE(Sketch::of_text(text.substr(1)));
    text[100] = 'x';
    EXPECT_FALSE(Sketch::of_text(text));
}

// The same bits in every build: the digest is that of the same sums made in Python.
TEST(Sketch, of_two_persons_is_what_another_program_makes_of_them)
{
    Sketch sketch;
    sketch.add(1, 0x123456789ABCDEF0ULL);
    sketch.add(std::uint64_t{2} << 62 | std::uint64_t{0x123456789} << 20 | 77U, ~std::uint64_t{0});
    EXPECT_EQ(sha256(sketch.text()),
              "0a087fa9f28c939d5668cddb7b3a163217069197333cabd5f42d6fad54b05215");
}
}  // namespace
}  // namespace kochmon
