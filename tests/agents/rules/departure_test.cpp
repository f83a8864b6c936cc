// SPDX-License-Identifier: MIT
#include "agents/rules/departure.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "engine/noise_tables.hpp"

#include "tests/agents/rules/drawn_shares.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using tests::draws_a_choice;
using tests::expect_share;
using tests::noise_of;
using tests::OffersBehindBounds;

DepartureParameters departure()
{
    DepartureParameters departure;
    departure.destinations = kyrgyz_corridor()->destinations();
    departure.first_trip_hurdle = 1.5;
    departure.later_trip_hurdle = 1.0;
    departure.noise = 6000.0;
    departure.going_dissimilarity = 0.7;
    departure.main_dissimilarity = 0.4;
    return departure;
}

ByPlace<Offer> offers(double moscow, double st_petersburg, double kazakhstan)
{
    ByPlace<Offer> offers{};
    offers[index(destinations::moscow)] = {.open = true, .pay = 1.0, .value = moscow};
    offers[index(destinations::st_petersburg)] = {.open = true, .pay = 1.0, .value = st_petersburg};
    offers[index(destinations::kazakhstan)] = {.open = true, .pay = 1.0, .value = kazakhstan};
    return offers;
}

ByPlace<int> chosen_of(ByPlace<Offer> const& open, double home)
{
    ByPlace<int> chosen{};
    for (int person = 0; person < draws_a_choice; ++person)
    {
        auto const place = choose_destination(departure(), Kernel::diminishing_nested, home, open,
                                              noise_of(person, DecisionPoint::departure));
        ++chosen[index(place.value_or(Place::home))];
    }
    return chosen;
}
}  // namespace

TEST(Departure, shares_are_those_of_the_nested_logit_of_three_levels)
{
    double const home = 1000.0;
    ByPlace<int> const chosen = chosen_of(offers(2000.0, -1000.0, 500.0), home);
    // Inclusive values, from the innermost nest outwards.
    double const s = 6000.0;
    double const l = 0.7;
    double const l_russia = 0.4;
    double const moscow = std::exp(2000.0 / (s * l_russia));
    double const st_petersburg = std::exp(-1000.0 / (s * l_russia));
    double const russian = std::pow(moscow + st_petersburg, l_russia / l);
    double const kazakhstan = std::exp(500.0 / (s * l));
    double const go = std::pow(russian + kazakhstan, l);
    double const stay = std::exp(home / s);
    double const going = go / (go + stay);
    double const to_russia = going * russian / (russian + kazakhstan);
    expect_share(chosen[index(Place::home)], 1.0 - going);
    expect_share(chosen[index(destinations::moscow)],
                 to_russia * moscow / (moscow + st_petersburg));
    expect_share(chosen[index(destinations::st_petersburg)],
                 to_russia * st_petersburg / (moscow + st_petersburg));
    expect_share(chosen[index(destinations::kazakhstan)], going - to_russia);
    EXPECT_EQ(chosen[index(destinations::rest_of_russia)], 0);
}

// Of seven destinations three are open; all are told to be worth something.
TEST(Departure, is_the_same_where_offers_are_asked_for_only_if_they_may_win)
{
    DepartureParameters const rule = departure();
    NoiseTables const tables(nests_of(rule, Kernel::diminishing_nested));
    ByPlace<Offer> const open = offers(-20e3, 1e3, -60e3);
    int asked = 0;
    for (int person = 0; person < 20'000; ++person)
    {
        ChoiceNoise const noise = noise_of(person, DecisionPoint::departure);
        auto const expected =
            choose_destination(rule, Kernel::diminishing_nested, 5e3, open, noise);
        for (double const slack : {0.0, 10.0, 20e3})
        {
            OffersBehindBounds bounded(open, slack);
            ASSERT_EQ(choose_destination(rule, Kernel::diminishing_nested, 5e3, bounded,
                                         noise.bounded_by(&tables)),
                      expected)
                << person;
            asked += bounded.asked;
        }
    }
    EXPECT_LT(asked, 3 * 20'000 * 6) << "of seven at least one could not win";
    EXPECT_GT(asked, 20'000);
}

TEST(Departure, making_one_destination_worse_only_moves_people_out_of_it)
{
    for (int person = 0; person < 20'000; ++person)
    {
        ChoiceNoise const noise = noise_of(person, DecisionPoint::departure);
        auto const before = choose_destination(departure(), Kernel::diminishing_nested, 0.0,
                                               offers(1e3, 1e3, 1e3), noise);
        auto const after = choose_destination(departure(), Kernel::diminishing_nested, 0.0,
                                              offers(-1e3, 1e3, 1e3), noise);
        if (before == destinations::moscow) continue;
        EXPECT_EQ(before, after);
    }
}

TEST(Departure, a_destination_enters_only_above_the_hurdle)
{
    Offer const offer{.open = true, .pay = 1400.0, .value = 0.0};
    EXPECT_FALSE(worth_considering(departure(), offer, 1000.0, Trip::first));
    EXPECT_TRUE(worth_considering(departure(), offer, 1000.0, Trip::later));
    EXPECT_FALSE(worth_considering(departure(), offer, 1400.0, Trip::later));
    EXPECT_FALSE(worth_considering(departure(), {.open = false, .pay = 1e6}, 1.0, Trip::later));
}

TEST(Departure, the_flat_kernel_knows_no_nests)
{
    int moscow = 0;
    auto const open = offers(2000.0, -1000.0, 500.0);
    for (int person = 0; person < draws_a_choice; ++person)
        moscow +=
            choose_destination(departure(), Kernel::linear_flat, 1000.0, open,
                               noise_of(person, DecisionPoint::departure)) == destinations::moscow;
    double const s = 6000.0;
    double const sum =
        std::exp(2000.0 / s) + std::exp(-1000.0 / s) + std::exp(500.0 / s) + std::exp(1000.0 / s);
    expect_share(moscow, std::exp(2000.0 / s) / sum);
}
}  // namespace kochmon
