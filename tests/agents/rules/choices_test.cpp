// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <utility>

#include <gtest/gtest.h>

#include "agents/rules/consular_choice.hpp"
#include "agents/rules/departure.hpp"
#include "agents/rules/naturalization_choice.hpp"
#include "agents/rules/residence_choice.hpp"
#include "agents/rules/return_home.hpp"
#include "agents/rules/status_choice.hpp"
#include "agents/vocabulary/decision_points.hpp"

#include "tests/corridors/kyrgyzstan.hpp"

// Drawn shares of each decision against its closed form. With 200,000 draws the bound of 5 standard
// errors is at most 0.56 percentage points, passed by chance in less than 6 of 10 million tests; a
// bias of 0.9 points is found with 99 % power (5 + 2.33 standard errors of 0.112 points).
namespace kochmon
{
namespace
{
constexpr int draws_a_choice = 200'000;

ChoiceNoise noise_of(int person, DecisionPoint point)
{
    MonthDraws const luck({7, 0}, Month::of(2010, 1));
    return {luck, SubjectKey::person_of_the_start(static_cast<std::uint64_t>(person)),
            block(point)};
}

void expect_share(int chosen, double expected)
{
    double const share = static_cast<double>(chosen) / draws_a_choice;
    EXPECT_NEAR(share, expected, 5.0 * std::sqrt(expected * (1.0 - expected) / draws_a_choice));
}

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

namespace
{
/// Known offers of which no more than a bound is told at first, some of them closed in truth.
class OffersBehindBounds final : public OffersOf
{
  public:
    OffersBehindBounds(ByPlace<Offer> const& offers, double slack) : offers_(offers), slack_(slack)
    {
    }
    std::optional<double> most_value(Place place) override
    {
        return offers_[index(place)].value + slack_;
    }
    Offer offer(Place place) override
    {
        ++asked;
        return offers_[index(place)];
    }
    int asked = 0;

  private:
    ByPlace<Offer> const& offers_;
    double slack_;
};
}  // namespace

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
