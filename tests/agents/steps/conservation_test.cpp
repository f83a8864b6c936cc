// SPDX-License-Identifier: MIT
#include "agents/steps/conservation.hpp"

#include <initializer_list>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "engine/error.hpp"

#include "tests/agents/accounts_of_a_month.hpp"
#include "tests/agents/russia.hpp"
#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyz_tally.hpp"

namespace kochmon
{
namespace
{
using tests::at_russia;
using tests::expect_stopped;
using tests::month_of_accounts;
using tests::osh_moscow;

std::size_t const osh_home = kyrgyz_cell(regions::osh, Place::home, Sex::male);

Tally before()
{
    Tally tally = kyrgyz_tally();
    tally.count(Count::living, osh_home, 10);
    tally.hold({.cash = 1000, .debt = 50});
    return tally;
}

// One person left, on 30 kopecks of credit, for a fare of 80.
Tally after()
{
    Tally tally = kyrgyz_tally();
    tally.count(Count::living, osh_home, 9);
    tally.count(Count::living, osh_moscow, 1);
    tally.count(Count::departures, osh_moscow, 1);
    tally.flow(Flow::credit, regions::osh, destinations::moscow, Kopecks(30));
    tally.flow(Flow::fares, regions::osh, destinations::moscow, Kopecks(80));
    tally.hold({.cash = 950, .debt = 80});
    return tally;
}

// The same month with so many agents more in each count.
Tally plus(Tally tally, std::initializer_list<std::pair<Count, int>> more)
{
    for (auto const& [kind, agents] : more) tally.count(kind, osh_moscow, agents);
    return tally;
}
}  // namespace

TEST(Conservation, holds_when_stocks_and_flows_agree)
{
    EXPECT_NO_THROW(check_conservation(*kyrgyz_corridor(), before(), after(), month_of_accounts));
}

TEST(Conservation, names_the_person_group_that_was_lost)
{
    Tally lost = after();
    lost.count(Count::living, osh_home, -1);
    try
    {
        check_conservation(*kyrgyz_corridor(), before(), lost, month_of_accounts);
        FAIL() << "a lost person went unnoticed";
    }
    catch (InvariantError const& error)
    {
        EXPECT_NE(std::string(error.what()).find("at home in osh in 2010-01"), std::string::npos)
            << error.what();
    }
}

TEST(Conservation, notices_a_single_kopeck)
{
    Tally found = after();
    found.hold({.cash = 1, .debt = 0});
    EXPECT_THROW(check_conservation(*kyrgyz_corridor(), before(), found, month_of_accounts),
                 InvariantError);
    Tally owed = after();
    owed.hold({.cash = 0, .debt = -1});
    EXPECT_THROW(check_conservation(*kyrgyz_corridor(), before(), owed, month_of_accounts),
                 InvariantError);
}

TEST(Conservation, every_irregular_worker_has_one_reason)
{
    Tally now = plus(after(), {{Count::foreign_workers, 3},
                               {Count::regular_workers, 1},
                               {Count::irregular_banned, 1},
                               {Count::irregular_never_reconsidered, 1}});
    EXPECT_NO_THROW(check_conservation(*kyrgyz_corridor(), before(), now, month_of_accounts));
    EXPECT_NO_THROW(check_conservation(
        *kyrgyz_corridor(), before(),
        plus(now, {{Count::irregular_banned, -1}, {Count::irregular_beyond_permit, 1}}),
        month_of_accounts));
    expect_stopped(before(), plus(now, {{Count::irregular_could_not_pay, 1}}),
                   "irregular workers by reason");
    expect_stopped(before(), plus(now, {{Count::irregular_banned, -1}}),
                   "irregular workers by reason");
}

TEST(Conservation, loans_and_gifts_on_return_enter_the_accounts)
{
    Tally now = after();
    now.flow(Flow::return_loans, regions::osh, destinations::moscow, Kopecks(60));
    now.flow(Flow::return_transfers, regions::osh, destinations::moscow, Kopecks(40));
    now.flow(Flow::repatriation_grants, regions::osh, destinations::moscow, Kopecks(25));
    now.hold({.cash = 125, .debt = 60});
    EXPECT_NO_THROW(check_conservation(*kyrgyz_corridor(), before(), now, month_of_accounts));
    now.hold({.cash = 0, .debt = 1});
    expect_stopped(before(), now, "debt in kopecks");
}

TEST(Conservation, capital_follows_from_what_is_invested_and_worn)
{
    Tally last = before();
    last.home.of(countries::kyrgyzstan).capital = 1'000;
    Tally now = after();
    now.flow(Flow::remittances, regions::osh, destinations::moscow, Kopecks(70));
    now.flow(Flow::remittances_invested, regions::osh, destinations::moscow, Kopecks(70));
    now.hold({.cash = -70, .debt = 0});
    now.home.of(countries::kyrgyzstan).worn = 5;
    now.home.of(countries::kyrgyzstan).capital = 1'065;
    EXPECT_NO_THROW(check_conservation(*kyrgyz_corridor(), last, now, month_of_accounts));
    ++now.home.of(countries::kyrgyzstan).capital;
    expect_stopped(last, now, "capital in kopecks of kyrgyzstan");
}

TEST(Conservation, capital_is_of_the_country_to_which_the_money_went)
{
    Tally now = after();
    now.flow(Flow::remittances, regions::tajikistan, destinations::moscow, Kopecks(70));
    now.flow(Flow::remittances_invested, regions::tajikistan, destinations::moscow, Kopecks(70));
    now.hold({.cash = -70, .debt = 0});
    now.home.of(countries::kyrgyzstan).capital = 70;
    expect_stopped(before(), now, "capital in kopecks of kyrgyzstan");
    now.home.of(countries::kyrgyzstan).capital = 0;
    now.home.of(countries::tajikistan).capital = 70;
    EXPECT_NO_THROW(check_conservation(*kyrgyz_corridor(), before(), now, month_of_accounts));
}

TEST(Conservation, every_application_is_granted_or_refused)
{
    struct List
    {
        Count sought, granted, refused;
        Count given_up;
        std::string what;
    };
    for (List const& list :
         {List{Count::permits_sought, Count::permits_granted, Count::permits_refused,
               Count::permits_without_purse, "permits"},
          List{Count::placements_sought, Count::placements_granted, Count::placements_refused,
               Count::placements_unused, "placement"},
          List{Count::residence_sought, Count::residence_granted, Count::residence_refused,
               Count::residence_without_purse, "residence"},
          List{Count::citizenship_sought, Count::citizenship_admitted, Count::citizenship_refused,
               Count::citizenship_without_purse, "citizenship"}})
    {
        Tally const answered = plus(
            after(), {{list.sought, 5}, {list.granted, 2}, {list.refused, 3}, {list.given_up, 2}});
        EXPECT_NO_THROW(
            check_conservation(*kyrgyz_corridor(), before(), answered, month_of_accounts));
        expect_stopped(before(), plus(answered, {{list.sought, 1}}),
                       "applications for " + list.what);
        expect_stopped(before(), plus(answered, {{list.granted, 1}}),
                       "applications for " + list.what);
    }
}

TEST(Conservation, the_queue_for_citizenship_changes_by_its_flows)
{
    Tally const last = plus(before(), {{Count::in_citizenship_queue, 6}});
    // 6 + 4 - 1 - 2 - 3 = 4
    Tally const now = plus(after(), {{Count::in_citizenship_queue, 4},
                                     {Count::citizenship_sought, 4},
                                     {Count::citizenship_admitted, 4},
                                     {Count::citizenship_queued, 4},
                                     {Count::naturalizations, 1},
                                     {Count::citizenship_denied, 2},
                                     {Count::citizenship_abandoned, 3}});
    EXPECT_NO_THROW(check_conservation(*kyrgyz_corridor(), last, now, month_of_accounts));
    expect_stopped(last, plus(now, {{Count::in_citizenship_queue, 1}}),
                   "persons in the queue for citizenship");
}

TEST(Conservation, what_is_granted_is_had_or_given_up)
{
    Tally const permits = plus(after(), {{Count::permits_sought, 5},
                                         {Count::permits_granted, 5},
                                         {Count::permits_bought, 9},
                                         {Count::permits_by_amnesty, 2},
                                         {Count::permits_outside_quota, 3},
                                         {Count::permits_without_purse, 1}});
    EXPECT_NO_THROW(check_conservation(*kyrgyz_corridor(), before(), permits, month_of_accounts));
    expect_stopped(before(), plus(permits, {{Count::permits_bought, -1}}), "permits granted");
    expect_stopped(before(), plus(permits, {{Count::permits_outside_quota, -1}}),
                   "permits granted");
    Tally const residence = plus(after(), {{Count::residence_sought, 3},
                                           {Count::residence_granted, 3},
                                           {Count::residences_obtained, 4},
                                           {Count::residences_outside_quota, 2},
                                           {Count::residence_without_purse, 1}});
    EXPECT_NO_THROW(check_conservation(*kyrgyz_corridor(), before(), residence, month_of_accounts));
    expect_stopped(before(), plus(residence, {{Count::residences_outside_quota, -1}}),
                   "residences granted");
    expect_stopped(before(), plus(residence, {{Count::residences_obtained, 1}}),
                   "residences granted");
}

TEST(Conservation, only_users_of_forged_papers_are_convicted)
{
    Tally const last =
        plus(before(), {{Count::forged_knowingly, 1}, {Count::forged_unknowingly, 1}});
    Tally const now = plus(after(), {{Count::convictions, 2},
                                     {Count::in_prison, 2},
                                     {Count::abroad, 2},
                                     {Count::without_right, 2}});
    EXPECT_NO_THROW(check_conservation(*kyrgyz_corridor(), last, now, month_of_accounts));
    expect_stopped(before(), now, "convictions of users of forged papers");
}

TEST(Conservation, custody_is_at_most_fourteen_days)
{
    Tally const now = plus(after(), {{Count::custody, 2}, {Count::custody_days, 28}});
    EXPECT_NO_THROW(check_conservation(*kyrgyz_corridor(), before(), now, month_of_accounts));
    expect_stopped(before(), plus(now, {{Count::custody_days, 1}}), "days in custody");
}

TEST(Conservation, what_is_granted_is_in_the_books_and_within_the_places_open)
{
    QuotaLaw law;
    Quota& quota = law.quota[index(Scarce::permit)][index(destinations::moscow)];
    quota.applies = true;
    quota.places = 120.0;  // ten agents a month
    QuotaBook book;
    book.open(law.quota, month_of_accounts, 1.0, {});
    book.grant(Scarce::permit, destinations::moscow, 10);
    Tally now = after();
    now.granted[index(Scarce::permit)][index(destinations::moscow)] = 10;
    EXPECT_NO_THROW(check_quotas(*kyrgyz_corridor(), book, now, month_of_accounts));
    Tally lost = now;
    --lost.granted[index(Scarce::permit)][index(destinations::moscow)];
    EXPECT_THROW(check_quotas(*kyrgyz_corridor(), book, lost, month_of_accounts), InvariantError);
    book.grant(Scarce::permit, destinations::moscow, 1);
    ++now.granted[index(Scarce::permit)][index(destinations::moscow)];
    EXPECT_THROW(check_quotas(*kyrgyz_corridor(), book, now, month_of_accounts), InvariantError)
        << "one above the places open";
}

TEST(Conservation, no_ban_vanishes_or_appears)
{
    std::size_t const osh = index(regions::osh);
    Tally last = plus(before(), {{Count::bans_listed, 4}});
    last.bans.listed[osh][at_russia] = 4;
    // 4 + 3 - 1 - 2 = 4
    Tally now = plus(after(), {{Count::bans_listed, 4},
                               {Count::bans_entered, 3},
                               {Count::bans_expired, 1},
                               {Count::bans_purged, 2}});
    now.bans.listed[osh][at_russia] = 4;
    now.bans.expired[osh][at_russia] = 1;
    now.bans.purged[osh][at_russia] = 2;
    EXPECT_NO_THROW(check_conservation(*kyrgyz_corridor(), last, now, month_of_accounts));
    expect_stopped(last, plus(now, {{Count::bans_listed, -1}}), "bans on the list");
    expect_stopped(last, plus(now, {{Count::bans_entered, -1}}), "bans on the list");
}

TEST(Conservation, no_ban_passes_from_one_list_to_another)
{
    std::size_t const osh = index(regions::osh);
    std::size_t const kazakhstan = index(jurisdictions::kazakhstan);
    Tally last = before();
    last.bans.listed[osh][at_russia] = 2;
    Tally now = after();
    now.bans.listed[osh][at_russia] = 1;
    now.bans.purged[osh][at_russia] = 1;
    EXPECT_NO_THROW(check_conservation(*kyrgyz_corridor(), last, now, month_of_accounts));
    now.bans.purged[osh] = {};
    expect_stopped(last, now, "bans of russia on persons from osh");
    now.bans.of_the_dead[osh][at_russia] = 1;
    EXPECT_NO_THROW(check_conservation(*kyrgyz_corridor(), last, now, month_of_accounts));
    now.bans.listed[osh][kazakhstan] = 1;
    expect_stopped(last, now, "bans of kazakhstan on persons from osh");
}

TEST(Conservation, no_prisoner_vanishes)
{
    Tally const last = plus(before(), {{Count::living, 1}, {Count::in_prison, 1}});
    Tally const now = plus(
        after(),
        {{Count::living, 1}, {Count::abroad, 1}, {Count::without_right, 1}, {Count::in_prison, 1}});
    EXPECT_NO_THROW(check_conservation(*kyrgyz_corridor(), last, now, month_of_accounts));
    Tally const escaped = plus(now, {{Count::in_prison, -1}, {Count::registered, 1}});
    expect_stopped(last, escaped, "persons in prison");
}

TEST(Conservation, every_foreigner_abroad_has_one_presence)
{
    Tally const now =
        plus(after(), {{Count::abroad, 1}, {Count::overstayed, 1}, {Count::without_right, 1}});
    EXPECT_NO_THROW(check_conservation(*kyrgyz_corridor(), before(), now, month_of_accounts));
    expect_stopped(before(), plus(now, {{Count::overstayed, -1}}), "foreigners abroad by presence");
    expect_stopped(before(), plus(now, {{Count::permitted, 1}}), "foreigners abroad by presence");
}

TEST(Conservation, every_foreigner_abroad_has_one_work_right_or_none)
{
    Tally const now =
        plus(after(), {{Count::abroad, 1}, {Count::registered, 1}, {Count::permit_holders, 1}});
    EXPECT_NO_THROW(check_conservation(*kyrgyz_corridor(), before(), now, month_of_accounts));
    for (Count const right : {Count::free_movers, Count::temporary_residents,
                              Count::permanent_residents, Count::without_right})
        expect_stopped(before(), plus(now, {{right, 1}}), "foreigners abroad by work right");
    expect_stopped(before(), plus(now, {{Count::permit_holders, -1}}),
                   "foreigners abroad by work right");
}

TEST(Conservation, the_naturalized_are_no_foreigners)
{
    Tally const now = plus(after(), {{Count::abroad, 1}, {Count::naturalized_abroad, 1}});
    EXPECT_NO_THROW(check_conservation(*kyrgyz_corridor(), before(), now, month_of_accounts));
    expect_stopped(before(), plus(now, {{Count::registered, 1}}), "foreigners abroad by presence");
}

TEST(Conservation, a_kopeck_planted_in_a_run_stops_it)
{
    Scenario const scenario = tests::TestWorld{.persons = "2000", .months = 3}.scenario();
    Workers const workers(1);
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
    simulation.advance();
    ++simulation.population().households.cash[5];
    EXPECT_THROW(simulation.advance(), InvariantError);
}
}  // namespace kochmon
