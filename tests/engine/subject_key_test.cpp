// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

#include "engine/random.hpp"

namespace kochmon
{
namespace
{
struct Asked
{
    std::uint64_t subject;
    std::uint32_t month, block, index;
    bool operator==(Asked const&) const = default;
};

PhiloxWords counter(Asked const& asked)
{
    SubjectKey const key(asked.subject);
    return {key.low(), key.high(), asked.month + 65536U * asked.block, asked.index};
}

/// The inverse of `counter`. That it exists for all months and blocks below 65536 proves that no
/// two questions share a counter; and Philox is a bijection of counters for each key.
Asked asked_by(PhiloxWords const& words)
{
    return {words[0] | (std::uint64_t{words[1]} << 32), words[2] % 65536U, words[2] / 65536U,
            words[3]};
}

std::uint32_t in_reach(std::uint32_t i)
{
    return philox({i, 0, 0, 9}, {3, 3})[0] % 65536U;
}

bool all_different(std::vector<std::uint64_t>& numbers)
{
    std::sort(numbers.begin(), numbers.end());
    return std::adjacent_find(numbers.begin(), numbers.end()) == numbers.end();
}

SubjectKey subject_of_some_kind(std::uint32_t i)
{
    constexpr std::uint32_t child_key_block = 40;
    if (i % 3 == 0) return SubjectKey::person_of_the_start(i);
    if (i % 3 == 1) return SubjectKey::child_of(SubjectKey(i), child_key_block, 0);
    return SubjectKey::not_a_person(i % 5, i);
}
}  // namespace

TEST(SubjectKey, kinds_differ_in_the_top_two_bits)
{
    EXPECT_EQ(SubjectKey::person_of_the_start(5'900'000).bits() >> 62, 0U);
    EXPECT_EQ(SubjectKey::not_a_person(16383, (std::uint64_t{1} << 48) - 1).bits() >> 62, 1U);
    EXPECT_EQ(SubjectKey::child_of(SubjectKey(7), 40, 1).bits() >> 62, 2U);
}

// Worked out from model.md section 5 with Philox alone.
TEST(SubjectKey, of_a_child_comes_from_the_mother_and_the_birth_order)
{
    SubjectKey const mother(0x0123456789ABCDEFU);
    PhiloxWords const w = philox({0x89ABCDEFU, 0x01234567U, 65536U * 40, 2}, {});
    auto const child = SubjectKey::child_of(mother, 40, 2);
    EXPECT_EQ(child.low(), w[0]);
    EXPECT_EQ(child.high(), (w[1] & 0x3FFFFFFFU) | 0x80000000U);
}

TEST(SubjectKey, and_month_block_and_index_can_be_read_back_from_the_counter)
{
    for (std::uint32_t i = 0; i < 100'000; ++i)
    {
        Asked const asked{subject_of_some_kind(i).bits(), in_reach(3 * i), in_reach(3 * i + 1),
                          0xFFFFFFFFU - i};
        ASSERT_EQ(asked_by(counter(asked)), asked);
        if (i % 100 != 0 || asked.month > 20'000) continue;
        MonthDraws const draws({1, 2}, Month(static_cast<std::int32_t>(asked.month)));
        ASSERT_EQ(draws.words(SubjectKey(asked.subject), asked.block, asked.index),
                  philox(counter(asked), {1, 2}));
    }
    for (std::uint32_t const edge : {0U, 1U, 65535U})
        for (std::uint32_t const other : {0U, 1U, 65535U})
            EXPECT_EQ(asked_by(counter({~0ULL, edge, other, 0})), (Asked{~0ULL, edge, other, 0}));
}

// Were the 64-bit halves random, a repetition would be expected in 3 of a million such tests.
TEST(SubjectKey, ten_million_questions_have_ten_million_answers)
{
    std::vector<std::uint64_t> answers;
    answers.reserve(10'000'000);
    for (std::uint32_t i = 0; i < 50'000; ++i)
    {
        SubjectKey const subject = subject_of_some_kind(i);
        for (std::int32_t month = 0; month < 10; ++month)
        {
            MonthDraws const draws({20120, 0}, Month::of(2010, 1) + month);
            for (std::uint32_t block = 0; block < 5; ++block)
                for (std::uint32_t const index : {0U, 1U, 65536U, 131072U})
                {
                    PhiloxWords const w = draws.words(subject, block, index);
                    answers.push_back(w[0] | (std::uint64_t{w[1]} << 32));
                }
        }
    }
    ASSERT_EQ(answers.size(), 10'000'000U);
    EXPECT_TRUE(all_different(answers));
}

// With 62 random bits a repetition would be expected in one of a million such tests.
TEST(SubjectKey, three_children_of_a_million_mothers_all_differ)
{
    std::vector<std::uint64_t> keys;
    keys.reserve(3'000'000);
    for (std::uint64_t mother = 0; mother < 1'000'000; ++mother)
        for (std::uint32_t birth = 0; birth < 3; ++birth)
            keys.push_back(
                SubjectKey::child_of(SubjectKey::person_of_the_start(mother), 40, birth).bits());
    EXPECT_TRUE(std::all_of(keys.begin(), keys.end(), [](auto key) { return key >> 62 == 2; }));
    EXPECT_TRUE(all_different(keys));
}
}  // namespace kochmon
