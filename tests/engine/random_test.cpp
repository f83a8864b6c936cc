// SPDX-License-Identifier: MIT
#include "engine/random.hpp"

#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/error.hpp"

// A file of others, which has old-style casts.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wpedantic"
#include <Random123/philox.h>
#pragma GCC diagnostic pop

namespace kochmon
{
namespace
{
using testing::ElementsAre;

constexpr std::uint32_t ones = 0xFFFFFFFFU;

std::vector<std::uint64_t> keys_of_all_kinds(std::size_t count)
{
    std::vector<std::uint64_t> keys;
    for (std::uint32_t i = 0; i < count; ++i)
    {
        PhiloxWords const w = philox({i, 0, 0, 1}, {5, 6});
        keys.push_back(i % 3 == 0 ? i : w[0] | (std::uint64_t{w[1]} << 32));
    }
    return keys;
}
}  // namespace

// Known answers of the Random123 distribution, philox4x32 with 10 rounds.
TEST(Philox, gives_the_published_vectors)
{
    EXPECT_THAT(philox({0, 0, 0, 0}, {0, 0}),
                ElementsAre(0x6627E8D5U, 0xE169C58DU, 0xBC57AC4CU, 0x9B00DBD8U));
    EXPECT_THAT(philox({ones, ones, ones, ones}, {ones, ones}),
                ElementsAre(0x408F276DU, 0x41C83B0EU, 0xA20BC7C6U, 0x6D5451FDU));
    EXPECT_THAT(
        philox({0x243F6A88U, 0x85A308D3U, 0x13198A2EU, 0x03707344U}, {0xA4093822U, 0x299F31D0U}),
        ElementsAre(0xD16CFE09U, 0x94FDCCEBU, 0x5001E420U, 0x24126EA1U));
}

TEST(Philox, equals_random123_on_ten_thousand_random_counters_and_keys)
{
    r123::Philox4x32 oracle;
    PhiloxWords counter{1, 2, 3, 4};
    for (std::uint32_t i = 0; i < 10'000; ++i)
    {
        PhiloxWords const key = philox({i, 0, 0, 0}, {20, 10});
        r123::Philox4x32::ctr_type const c{{counter[0], counter[1], counter[2], counter[3]}};
        auto const expected = oracle(c, {{key[0], key[1]}});
        counter = philox(counter, {key[0], key[1]});
        for (std::size_t k = 0; k < 4; ++k) ASSERT_EQ(counter[k], expected[k]) << "case " << i;
    }
}

TEST(Uniform, lies_strictly_inside_zero_and_one)
{
    EXPECT_EQ(uniform(0), 0x1p-33);
    EXPECT_EQ(uniform(ones), 1.0 - 0x1p-33);
    EXPECT_EQ(uniform(0x80000000U), 0.5 + 0x1p-33);
}

// model.md section 5: counter (key low, key high, month + 65536 x block, index), key (seed,
// replicate).
TEST(MonthDraws, gives_four_indices_at_once_the_words_of_each)
{
    MonthDraws const draws({0xFFFFFFFFU, 0x80000001U}, Month::of(2031, 12));
    for (std::uint64_t const key : keys_of_all_kinds(300))
    {
        std::array<std::uint32_t, 4> const indices = {0, 0xFFFFFFFFU,
                                                      static_cast<std::uint32_t>(key), 1U << 16U};
        std::array<std::uint32_t, 4> first{};
        std::array<std::uint32_t, 4> second{};
        draws.words_of_four(SubjectKey(key), 65'535, indices.data(), first.data(), second.data());
        for (std::size_t k = 0; k < indices.size(); ++k)
        {
            PhiloxWords const words = draws.words(SubjectKey(key), 65'535, indices[k]);
            EXPECT_EQ(first[k], words[0]);
            EXPECT_EQ(second[k], words[1]);
        }
    }
}

TEST(MonthDraws, puts_who_when_and_what_for_into_the_counter)
{
    SubjectKey const place = SubjectKey::not_a_person(3, 77);
    MonthDraws const draws({12, 34}, Month::of(2010, 6));
    EXPECT_EQ(draws.words(place, 9, 5), philox({77, 0x40030000U, 1325 + 65536 * 9, 5}, {12, 34}));
    EXPECT_EQ(draws.uniform(place, 9, 5), uniform(draws.words(place, 9, 5)[0]));
    EXPECT_EQ(draws.uniform(place, 9), uniform(draws.words(place, 9, 0)[0]));
}

TEST(MonthDraws, refuses_a_block_that_would_wrap_round)
{
    MonthDraws const draws({1, 1}, Month::of(2010, 1));
    EXPECT_NO_THROW(draws.words(SubjectKey(1), 65535, 0));
    EXPECT_THROW(draws.words(SubjectKey(1), 65536, 0), InternalError);
}

TEST(MonthDraws, block_zero_equals_words_for_any_number_of_subjects)
{
    MonthDraws const draws({7, 0xFFFFFFFFU}, Month::of(2011, 12));
    for (std::size_t const count : {0U, 1U, 2U, 7U, 8U, 9U, 15U, 16U, 17U, 1000U})
    {
        auto const keys = keys_of_all_kinds(count);
        std::array<std::vector<std::uint32_t>, 4> lanes;
        for (auto& lane : lanes) lane.assign(count + 1, 4711);
        draws.block_zero(keys, {lanes[0], lanes[1], lanes[2], lanes[3]});
        for (std::size_t i = 0; i < count; ++i)
        {
            PhiloxWords const expected = draws.words(SubjectKey(keys[i]), 0, 0);
            for (std::size_t k = 0; k < 4; ++k)
                ASSERT_EQ(lanes[k][i], expected[k]) << count << " subjects, subject " << i;
        }
        for (auto const& lane : lanes) EXPECT_EQ(lane[count], 4711U) << "wrote past the end";
    }
}

TEST(MonthDraws, block_zero_refuses_lanes_that_are_too_short)
{
    std::vector<std::uint64_t> const keys(3, 1);
    std::vector<std::uint32_t> enough(3), short_one(2);
    MonthDraws const draws({1, 1}, Month::of(2010, 1));
    EXPECT_THROW(draws.block_zero(keys, {enough, enough, enough, short_one}), InternalError);
}
}  // namespace kochmon
