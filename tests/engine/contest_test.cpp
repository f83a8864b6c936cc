// SPDX-License-Identifier: MIT
#include "engine/contest.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "engine/error.hpp"

namespace kochmon
{
namespace
{
using Within = Contest::Within;

struct Alternative
{
    std::uint32_t number;
    double value;
    Within within;
    double weight;
};

/// A decision with two nests, of which the second may lie within the first.
struct Decision
{
    double scale = 1'000.0;
    double l_first = 0.5;
    double l_second = 0.8;
    std::vector<Alternative> alternatives;
};

ChoiceNoise noise_of(std::uint32_t person)
{
    MonthDraws const draws({11, 3}, Month::of(2011, 4));
    return {draws, SubjectKey::person_of_the_start(person), 7};
}

// Value + scale x (noise of nests + weight x Gumbel), all of it worked out.
std::uint32_t largest(Decision const& decision, ChoiceNoise const& noise)
{
    double const first = decision.l_first * noise.nest(5, decision.l_first);
    double const second = decision.l_second * noise.nest(6, decision.l_second);
    double most = -std::numeric_limits<double>::infinity();
    std::uint32_t number = 0;
    for (Alternative const& alternative : decision.alternatives)
    {
        double const shared = alternative.within == Within::no_nest  ? 0.0
                              : alternative.within == Within::first  ? first
                              : alternative.within == Within::second ? second
                                                                     : first + second;
        double const own = alternative.weight * noise.alternative(alternative.number);
        double const worth = alternative.value + decision.scale * (shared + own);
        if (worth <= most) continue;
        most = worth;
        number = alternative.number;
    }
    return number;
}

std::uint32_t winner(Decision const& decision, ChoiceNoise const& noise)
{
    Contest contest(noise, decision.scale);
    contest.add_nest(5, decision.l_first, decision.l_first);
    contest.add_nest(6, decision.l_second, decision.l_second);
    for (Alternative const& alternative : decision.alternatives)
        contest.enter(alternative.number, alternative.value, alternative.within,
                      alternative.weight);
    return contest.winner();
}

/// Between one and nine alternatives whose values lie within a few scales of the noise.
Decision random_decision(std::uint32_t k)
{
    PhiloxWords const shape = philox({k, 0, 0, 0}, {1, 2});
    Decision decision{.scale = 1.0 + 5'000.0 * uniform(shape[0]),
                      .l_first = k % 5 == 0 ? 1.0 : 0.3,
                      .l_second = k % 7 == 0 ? 1.0 : 0.6,
                      .alternatives = {}};
    for (std::uint32_t number = 0; number < 1 + shape[1] % 9; ++number)
    {
        PhiloxWords const words = philox({k, number, 1, 0}, {1, 2});
        decision.alternatives.push_back(
            {.number = number,
             .value = 20'000.0 + 3.0 * decision.scale * (uniform(words[0]) - 0.5),
             .within = static_cast<Within>(words[1] % 4),
             .weight = 0.1 + 0.9 * uniform(words[2])});
    }
    return decision;
}

TEST(Contest, is_won_by_the_largest_of_exact_values_in_100_000_random_decisions)
{
    NoiseTables const tables(std::vector{0.3, 0.6});
    for (std::uint32_t k = 0; k < 100'000; ++k)
    {
        Decision const decision = random_decision(k);
        ChoiceNoise const noise = noise_of(k);
        std::uint32_t const expected = largest(decision, noise);
        ASSERT_EQ(winner(decision, noise.bounded_by(&tables)), expected) << k;
        ASSERT_EQ(winner(decision, noise), expected) << k << " without bounds";
    }
}

TEST(Contest, is_decided_by_the_last_bit_where_two_are_nearly_as_good)
{
    NoiseTables const tables(std::vector{0.5, 0.8});
    for (std::uint32_t person = 0; person < 2'000; ++person)
    {
        ChoiceNoise const noise = noise_of(person).bounded_by(&tables);
        double const gap = noise.alternative(0) - noise.alternative(1);
        Decision decision{.scale = 1.0, .alternatives = {{0, 0.0, Within::no_nest, 1.0}}};
        for (double const more : {std::nextafter(gap, -100.0), gap, std::nextafter(gap, 100.0)})
        {
            decision.alternatives.resize(1);
            decision.alternatives.push_back({1, more, Within::no_nest, 1.0});
            ASSERT_EQ(winner(decision, noise), largest(decision, noise)) << person;
        }
    }
}

TEST(Contest, of_equals_is_won_by_the_first_to_enter)
{
    NoiseTables const tables(std::vector<double>{});
    ChoiceNoise const noise = noise_of(1).bounded_by(&tables);
    for (std::uint32_t const first : {3U, 4U})
    {
        Contest contest(noise, 1.0);
        contest.enter(first, 0.0, Within::no_nest, 0.0);
        contest.enter(7 - first, 0.0, Within::no_nest, 0.0);
        EXPECT_EQ(contest.winner(), first);
    }
}

TEST(Contest, takes_nests_of_which_there_is_no_table)
{
    NoiseTables const tables(std::vector{0.123});
    for (std::uint32_t person = 0; person < 2'000; ++person)
    {
        Decision const decision = random_decision(person);
        ChoiceNoise const noise = noise_of(person);
        ASSERT_EQ(winner(decision, noise.bounded_by(&tables)), largest(decision, noise));
    }
}

TEST(Contest, of_one_alternative_is_won_by_it)
{
    Contest contest(noise_of(1), 1.0);
    contest.enter(9, -1e300);
    EXPECT_EQ(contest.winner(), 9U);
}

// Alternatives are left out by a bound of their value that is more than it, by much or by nothing.
TEST(Contest, is_won_by_the_same_without_those_that_could_not_win)
{
    NoiseTables const tables(std::vector{0.3, 0.6});
    std::size_t left_out = 0;
    for (std::uint32_t k = 0; k < 20'000; ++k)
    {
        Decision const decision = random_decision(k);
        ChoiceNoise const noise = noise_of(k);
        Contest contest(noise.bounded_by(&tables), decision.scale);
        contest.add_nest(5, decision.l_first, decision.l_first);
        contest.add_nest(6, decision.l_second, decision.l_second);
        for (Alternative const& one : decision.alternatives)
        {
            double const slack = one.number % 2 == 0 ? 0.0 : 0.3 * decision.scale;
            bool const may_win =
                contest.may_win(one.number, one.value + slack, one.within, one.weight);
            if (may_win || one.number == 0)
                contest.enter(one.number, one.value, one.within, one.weight);
            else
                ++left_out;
        }
        ASSERT_EQ(contest.winner(), largest(decision, noise)) << k;
    }
    EXPECT_GT(left_out, 20'000U) << "half of those that enter after the first cannot win";
}

TEST(Contest, of_nobody_or_of_too_many_is_a_fault)
{
    Contest contest(noise_of(1), 1.0);
    EXPECT_THROW(contest.winner(), InternalError);
    for (std::uint32_t k = 0; k < Contest::capacity; ++k) contest.enter(k, 0.0);
    EXPECT_THROW(contest.enter(0, 0.0), InternalError);
    contest.add_nest(0, 0.5, 0.5);
    contest.add_nest(1, 0.5, 0.5);
    EXPECT_THROW(contest.add_nest(2, 0.5, 0.5), InternalError);
}
}  // namespace
}  // namespace kochmon
