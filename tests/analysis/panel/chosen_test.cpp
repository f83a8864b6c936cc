// SPDX-License-Identifier: MIT
#include "analysis/panel/chosen.hpp"

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "engine/error.hpp"

#include "agents/vocabulary/decision_points.hpp"

#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
constexpr Seeds luck_of_panel{7, Seeds::synthesis};
constexpr auto nowhere = Place::nowhere;

Persons persons_with(std::vector<std::uint64_t> const& keys)
{
    Persons persons;
    persons.ban_end.resize(kyrgyz_corridor()->jurisdictions().size());
    persons.resize(keys.size());
    persons.key = keys;
    return persons;
}

Persons people(std::size_t count)
{
    Persons persons;
    persons.ban_end.resize(kyrgyz_corridor()->jurisdictions().size());
    persons.resize(count);
    for (std::size_t row = 0; row < count; ++row) persons.key[row] = row;
    return persons;
}

std::uint32_t draw_of_panel(std::uint64_t key)
{
    return MonthDraws(luck_of_panel, Month(0))
        .words(SubjectKey(key), block(DecisionPoint::panel), 0)[0];
}

std::vector<std::uint64_t> chosen_keys(Persons const& persons, std::size_t count)
{
    std::vector<std::uint64_t> keys;
    for (std::size_t const row : chosen_for_panel(persons, luck_of_panel, count))
        keys.push_back(persons.key[row]);
    return keys;
}
}  // namespace

TEST(ChosenForPanel, have_the_smallest_draws)
{
    std::vector<std::uint64_t> keys(1000);
    for (std::size_t key = 0; key < keys.size(); ++key) keys[key] = key;
    std::ranges::sort(keys, {}, draw_of_panel);
    keys.resize(100);
    std::ranges::sort(keys);
    EXPECT_EQ(chosen_keys(people(1000), 100), keys);
}

TEST(ChosenForPanel, stay_when_more_are_chosen)
{
    Persons const persons = people(1000);
    std::vector<std::uint64_t> const few = chosen_keys(persons, 40);
    std::vector<std::uint64_t> const many = chosen_keys(persons, 400);
    EXPECT_EQ(few.size(), 40U);
    EXPECT_EQ(many.size(), 400U);
    EXPECT_TRUE(std::ranges::includes(many, few));
}

TEST(ChosenForPanel, are_the_same_in_any_order_of_rows)
{
    std::vector<std::uint64_t> backwards(1000);
    for (std::size_t row = 0; row < 1000; ++row) backwards[row] = 999 - row;
    EXPECT_EQ(chosen_keys(persons_with(backwards), 100), chosen_keys(people(1000), 100));
}

TEST(ChosenForPanel, are_others_with_another_population_seed)
{
    Persons const persons = people(1000);
    EXPECT_NE(chosen_for_panel(persons, luck_of_panel, 100),
              chosen_for_panel(persons, {8, Seeds::synthesis}, 100));
}

TEST(ChosenForPanel, prefer_the_smaller_key_among_equal_draws)
{
    std::map<std::uint32_t, std::uint64_t> first_with;
    for (std::uint64_t key = 0;; ++key)
    {
        ASSERT_LT(key, 10'000'000U) << "no two equal draws";
        auto const [twin, is_new] = first_with.emplace(draw_of_panel(key), key);
        if (is_new) continue;
        EXPECT_EQ(chosen_keys(persons_with({key, twin->second}), 1).front(), twin->second);
        EXPECT_EQ(chosen_keys(persons_with({twin->second, key}), 1).front(), twin->second);
        return;
    }
}

TEST(ChosenForPanel, are_alive)
{
    Persons persons = people(1000);
    std::uint64_t const unborn = chosen_keys(persons, 1).front();
    persons.place[unborn] = nowhere;
    EXPECT_FALSE(lives(persons, unborn));
    EXPECT_NE(chosen_keys(persons, 1).front(), unborn);
    EXPECT_EQ(chosen_keys(persons, 999).size(), 999U);
    EXPECT_THROW(chosen_keys(persons, 1000), UsageError);
}
}  // namespace kochmon
