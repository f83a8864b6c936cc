// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <gtest/gtest.h>

#include "engine/noise_tables.hpp"

#include "agents/rules/consular_choice.hpp"
#include "agents/rules/naturalization_choice.hpp"
#include "agents/rules/residence_choice.hpp"
#include "agents/rules/return_home.hpp"
#include "agents/rules/status_choice.hpp"

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
}  // namespace

TEST(StatusPlan, of_each_scheme_is_its_own_and_keeps_its_number)
{
    // Another number is another draw, so that the old plans keep theirs.
    EXPECT_EQ(static_cast<int>(plan_of(Scheme::permit)), 0);
    EXPECT_EQ(static_cast<int>(plan_of(Scheme::patent)), 6);
    EXPECT_EQ(static_cast<int>(plan_of(Scheme::highly_skilled)), 7);
    EXPECT_EQ(plan_of(Scheme::patent), StatusPlan::patent);
    EXPECT_EQ(plan_of(Scheme::highly_skilled), StatusPlan::highly_skilled);
}

TEST(StatusPlan, is_with_a_permit_by_oneself_through_an_intermediary_or_without)
{
    for (std::uint32_t number = 0; number < status_plans; ++number)
    {
        auto const plan = static_cast<StatusPlan>(number);
        bool const by_scheme = std::ranges::any_of(
            all_schemes, [plan](Scheme scheme) { return plan_of(scheme) == plan; });
        EXPECT_EQ(is_by_oneself(plan), by_scheme) << number;
        EXPECT_EQ(is_without_permit(plan), !by_scheme && plan != StatusPlan::intermediary)
            << number;
    }
}

namespace
{
using PlanValues = std::array<double, status_plans>;

// In the order of StatusPlan; the nests are {by oneself, intermediary, without}.
constexpr PlanValues plan_values{1500.0, 800.0, -200.0, -500.0, -900.0, 300.0, 1100.0, -700.0};
constexpr std::array<std::size_t, status_plans> plan_nests{0, 1, 2, 2, 2, 2, 0, 0};

StatusParameters status_with_nests(double with, double without)
{
    StatusParameters status;
    status.noise = 4000.0;
    status.with_dissimilarity = with;
    status.without_dissimilarity = without;
    return status;
}

StatusOffers all_plans(PlanValues const& values)
{
    StatusOffers offers;
    for (std::uint32_t plan = 0; plan < status_plans; ++plan)
        offers.offer(static_cast<StatusPlan>(plan), values[plan]);
    return offers;
}

std::array<int, status_plans> plans_chosen(StatusParameters const& status, Kernel kernel,
                                           StatusOffers const& offers)
{
    std::array<int, status_plans> chosen{};
    for (int person = 0; person < draws_a_choice; ++person)
        ++chosen[static_cast<std::size_t>(
            choose_status(status, kernel, offers, noise_of(person, DecisionPoint::status_choice)))];
    return chosen;
}
}  // namespace

TEST(StatusParameters, count_fear_in_full_and_the_norm_by_the_share_of_the_regular)
{
    StatusParameters status;
    status.fear = 700.0;
    status.norm_cost = 2000.0;
    EXPECT_DOUBLE_EQ(status.cost_of_irregularity(0.0), 700.0);
    EXPECT_DOUBLE_EQ(status.cost_of_irregularity(0.25), 1200.0);
}

TEST(StatusChoice, shares_are_those_of_the_nested_logit)
{
    // Nests alike, either looser, and the permits as one by one.
    for (auto const& [with, without] :
         {std::pair{0.4, 0.4}, std::pair{0.7, 0.4}, std::pair{0.3, 0.8}, std::pair{1.0, 0.4}})
    {
        auto const chosen = plans_chosen(status_with_nests(with, without),
                                         Kernel::diminishing_nested, all_plans(plan_values));
        std::array<double, 3> const dissimilarity{with, 1.0, without};
        PlanValues shares{};
        nested_logit_shares(plan_values, plan_nests, dissimilarity, 4000.0, shares);
        for (std::size_t plan = 0; plan < status_plans; ++plan)
            expect_share(chosen[plan], shares[plan]);
    }
}

TEST(StatusChoice, shares_are_those_of_the_nested_logit_of_what_is_open)
{
    StatusOffers offers = all_plans(plan_values);
    for (StatusPlan const plan : {StatusPlan::highly_skilled, StatusPlan::intermediary,
                                  StatusPlan::forged_card, StatusPlan::re_entry})
        offers.close(plan);
    auto const chosen =
        plans_chosen(status_with_nests(0.5, 0.6), Kernel::diminishing_nested, offers);
    double const s = 4000.0;
    double const permit = std::exp(1500.0 / (s * 0.5));
    double const patent = std::exp(1100.0 / (s * 0.5));
    double const registered = std::exp(-200.0 / (s * 0.6));
    double const nothing = std::exp(-500.0 / (s * 0.6));
    double const with = std::pow(permit + patent, 0.5);
    double const without = std::pow(registered + nothing, 0.6);
    double const within = with / (with + without);
    expect_share(chosen[0], within * permit / (permit + patent));
    expect_share(chosen[6], within * patent / (permit + patent));
    expect_share(chosen[2], (1.0 - within) * registered / (registered + nothing));
    expect_share(chosen[3], (1.0 - within) * nothing / (registered + nothing));
}

TEST(StatusChoice, the_flat_kernel_knows_no_nests)
{
    auto const chosen =
        plans_chosen(status_with_nests(0.5, 0.4), Kernel::linear_flat, all_plans(plan_values));
    double sum = 0.0;
    for (double const value : plan_values) sum += std::exp(value / 4000.0);
    for (std::size_t plan = 0; plan < status_plans; ++plan)
        expect_share(chosen[plan], std::exp(plan_values[plan] / 4000.0) / sum);
}

TEST(StatusChoice, what_is_closed_is_never_chosen_and_nothing_is_always_open)
{
    StatusParameters const status = status_with_nests(0.5, 0.5);
    StatusOffers offers;
    offers.offer(StatusPlan::nothing, -1e5);
    for (int person = 0; person < 100; ++person)
        EXPECT_EQ(choose_status(status, Kernel::diminishing_nested, offers,
                                noise_of(person, DecisionPoint::status_choice)),
                  StatusPlan::nothing);
}

TEST(StatusChoice, closing_a_plan_moves_only_those_who_had_chosen_it)
{
    StatusParameters const status = status_with_nests(0.5, 0.5);
    StatusOffers const offers = all_plans({});
    StatusOffers closed = offers;
    closed.close(StatusPlan::permit);
    for (int person = 0; person < 2000; ++person)
    {
        auto const noise = noise_of(person, DecisionPoint::status_choice);
        StatusPlan const before = choose_status(status, Kernel::diminishing_nested, offers, noise);
        StatusPlan const after = choose_status(status, Kernel::diminishing_nested, closed, noise);
        if (before == StatusPlan::permit)
            EXPECT_NE(after, StatusPlan::permit);
        else
            EXPECT_EQ(before, after);
    }
}

TEST(ResidenceChoice, shares_are_those_of_the_logit_with_what_attachment_takes_off)
{
    ResidenceParameters const parameters{.attachment = 0.5, .constant = -3000.0, .noise = 5000.0};
    for (double const attachment : {0.0, 2000.0, -4000.0})
    {
        Settling const settling{
            .value_now = 1000.0, .value_as_resident = 2500.0, .attachment = attachment};
        int applications = 0;
        for (int person = 0; person < draws_a_choice; ++person)
            applications +=
                choose_residence(parameters, settling,
                                 noise_of(person, DecisionPoint::residence_choice)) == Answer::yes;
        // 2,500 - 3,000 - 1,000 = -1,500, less half of the attachment
        expect_share(applications, 1.0 / (1.0 + std::exp((1500.0 + 0.5 * attachment) / 5000.0)));
    }
}

TEST(NaturalizationChoice, shares_are_those_of_the_logit_with_ties_and_the_other_passport)
{
    NaturalizationParameters const parameters{.constant = -4000.0,
                                              .naturalized_ties = 2000.0,
                                              .attachment = 0.25,
                                              .home_passport = 1500.0,
                                              .noise = 5000.0};
    Citizenship citizenship{.value_of_money = 6000.0, .naturalized_share = 0.5, .dual = false};
    auto const share = [&]
    {
        int applications = 0;
        for (int person = 0; person < draws_a_choice; ++person)
            applications +=
                choose_naturalization(parameters, 3000.0, citizenship,
                                      noise_of(person, DecisionPoint::naturalization_choice)) ==
                Answer::yes;
        return applications;
    };
    // 6,000 - 4,000 + 1,000 - 1,500 - 3,000 = -1,500
    expect_share(share(), 1.0 / (1.0 + std::exp(1500.0 / 5000.0)));
    citizenship.dual = true;
    expect_share(share(), 0.5);
    // a quarter of an attachment of 6,000
    citizenship.attachment = 6000.0;
    expect_share(share(), 1.0 / (1.0 + std::exp(1500.0 / 5000.0)));
}

TEST(ConsularChoice, shares_are_those_of_the_logit)
{
    ConsularParameters const parameters{.constant = -6000.0, .noise = 3000.0};
    int registrations = 0;
    for (int person = 0; person < draws_a_choice; ++person)
        registrations +=
            choose_consulate(parameters, 1500.0,
                             noise_of(person, DecisionPoint::consular_choice)) == Answer::yes;
    expect_share(registrations, 1.0 / (1.0 + std::exp(4500.0 / 3000.0)));
}

TEST(ReturnHome, shares_are_those_of_the_nested_logit)
{
    ReturnParameters parameters;
    parameters.destinations = kyrgyz_corridor()->destinations();
    parameters.noise = 5000.0;
    parameters.dissimilarity = 0.5;
    parameters.uprooting = 1000.0;
    StayOrHome const values{.here = destinations::moscow, .staying = -2000.0, .home = -9000.0};
    ByPlace<Offer> elsewhere{};
    elsewhere[index(destinations::kazakhstan)] = {.open = true, .pay = 1.0, .value = -3000.0};
    elsewhere[index(destinations::rest_of_russia)] = {.open = true, .pay = 1.0, .value = -5000.0};
    ByPlace<int> chosen{};
    for (int person = 0; person < draws_a_choice; ++person)
        ++chosen[index(choose_where_to_live(parameters, Kernel::diminishing_nested, values,
                                            elsewhere,
                                            noise_of(person, DecisionPoint::return_home)))];
    double const kazakhstan = std::exp(-4000.0 / 2500.0);
    double const rest = std::exp(-6000.0 / 2500.0);
    double const moving = std::sqrt(kazakhstan + rest);
    double const home = std::exp(-9000.0 / 5000.0);
    double const stay = std::exp(-2000.0 / 5000.0);
    double const all = home + stay + moving;
    expect_share(chosen[index(Place::home)], home / all);
    expect_share(chosen[index(destinations::moscow)], stay / all);
    expect_share(chosen[index(destinations::kazakhstan)],
                 moving / all * kazakhstan / (kazakhstan + rest));
    expect_share(chosen[index(destinations::rest_of_russia)],
                 moving / all * rest / (kazakhstan + rest));
}

// Two are open elsewhere; that of the present place, and the closed ones, are not to be taken.
TEST(ReturnHome, is_the_same_where_offers_are_asked_for_only_if_they_may_win)
{
    ReturnParameters parameters;
    parameters.destinations = kyrgyz_corridor()->destinations();
    parameters.noise = 5000.0;
    parameters.dissimilarity = 0.5;
    parameters.uprooting = 1000.0;
    StayOrHome const values{.here = destinations::moscow, .staying = -2000.0, .home = -9000.0};
    ByPlace<Offer> elsewhere{};
    elsewhere[index(destinations::kazakhstan)] = {.open = true, .pay = 1.0, .value = -3000.0};
    elsewhere[index(destinations::rest_of_russia)] = {.open = true, .pay = 1.0, .value = -50e3};
    NoiseTables const tables(std::array{nest_of(parameters, Kernel::diminishing_nested)});
    int asked = 0;
    int moved = 0;
    for (int person = 0; person < 20'000; ++person)
    {
        ChoiceNoise const noise = noise_of(person, DecisionPoint::return_home);
        Place const expected =
            choose_where_to_live(parameters, Kernel::diminishing_nested, values, elsewhere, noise);
        moved += expected == destinations::kazakhstan ? 1 : 0;
        for (double const slack : {0.0, 10.0, 20e3})
        {
            OffersBehindBounds bounded(elsewhere, slack);
            ASSERT_EQ(choose_where_to_live(parameters, Kernel::diminishing_nested, values, &bounded,
                                           noise.bounded_by(&tables)),
                      expected)
                << person;
            asked += bounded.asked;
        }
    }
    EXPECT_LT(asked, 3 * 20'000 * 5) << "of six at least one could not win";
    EXPECT_GT(moved, 1'000);
}

TEST(ReturnHome, without_other_destinations_is_the_logit_of_two)
{
    ReturnParameters parameters;
    parameters.destinations = kyrgyz_corridor()->destinations();
    parameters.noise = 5000.0;
    StayOrHome const values{.here = destinations::moscow, .staying = -2000.0, .home = -9000.0};
    int returns = 0;
    for (int person = 0; person < draws_a_choice; ++person)
        returns +=
            choose_where_to_live(parameters, Kernel::diminishing_nested, values, {},
                                 noise_of(person, DecisionPoint::return_home)) == Place::home;
    expect_share(returns, 1.0 / (1.0 + std::exp(7000.0 / 5000.0)));
}
}  // namespace kochmon
