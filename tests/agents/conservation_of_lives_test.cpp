// SPDX-License-Identifier: MIT
#include <initializer_list>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "engine/error.hpp"

#include "agents/steps/conservation.hpp"

#include "tests/agents/accounts_of_a_month.hpp"
#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyz_tally.hpp"

// Births and deaths in the accounts, with faults planted.
namespace kochmon
{
namespace
{
using tests::month_of_accounts;
using tests::osh_moscow;

std::size_t const osh_home_women = kyrgyz_cell(regions::osh, Place::home, Sex::female);

struct Counted
{
    Count kind;
    std::size_t cell;
    int agents;
};

Tally with_counts(Tally tally, std::initializer_list<Counted> more)
{
    for (Counted const& counted : more) tally.count(counted.kind, counted.cell, counted.agents);
    return tally;
}

// Ten at home, three abroad: one of them in prison, one in the queue for citizenship.
Tally before_births_and_deaths()
{
    return with_counts(kyrgyz_tally(), {{Count::living, osh_home_women, 10},
                                        {Count::living, osh_moscow, 3},
                                        {Count::in_prison, osh_moscow, 1},
                                        {Count::bans_listed, osh_moscow, 2},
                                        {Count::in_citizenship_queue, osh_moscow, 1}});
}

// Two are born; one dies at home, and the two abroad who are in prison and in the queue.
Tally after_births_and_deaths()
{
    return with_counts(kyrgyz_tally(), {{Count::births, osh_home_women, 2},
                                        {Count::deaths, osh_home_women, 1},
                                        {Count::deaths, osh_moscow, 2},
                                        {Count::deaths_in_prison, osh_moscow, 1},
                                        {Count::bans_of_the_dead, osh_moscow, 1},
                                        {Count::citizenship_abandoned, osh_moscow, 1},
                                        {Count::living, osh_home_women, 11},
                                        {Count::living, osh_moscow, 1},
                                        {Count::bans_listed, osh_moscow, 1},
                                        {Count::abroad, osh_moscow, 1},
                                        {Count::overstayed, osh_moscow, 1},
                                        {Count::without_right, osh_moscow, 1}});
}

void expect_lives_stopped(Tally const& last_month, Tally const& this_month, std::string const& what)
{
    try
    {
        check_conservation(*kyrgyz_corridor(), last_month, this_month, month_of_accounts);
        FAIL() << what << ": went unnoticed";
    }
    catch (InvariantError const& error)
    {
        EXPECT_NE(std::string(error.what()).find(what), std::string::npos) << error.what();
    }
}

/// A run of a few months in which a fault can be planted.
struct FaultyRun
{
    Scenario scenario = tests::TestWorld{.persons = "2000", .months = 12}.scenario();
    Workers workers{1};
    Simulation simulation{scenario, synthesize(scenario), 0, {workers, {}}};

    Persons& persons() { return simulation.population().persons; }
    // Somebody for whom `chosen` holds.
    template <class Chosen>
    std::size_t somebody(Chosen chosen)
    {
        for (std::size_t row = 0; row < persons().size(); ++row)
            if (chosen(row)) return row;
        ADD_FAILURE() << "nobody there";
        return 0;
    }
    void expect_stopped() { EXPECT_THROW(simulation.advance(), InvariantError); }
};
}  // namespace

TEST(ConservationOfLives, holds_when_births_and_deaths_agree_with_the_stocks)
{
    EXPECT_NO_THROW(check_conservation(*kyrgyz_corridor(), before_births_and_deaths(),
                                       after_births_and_deaths(), month_of_accounts));
}

TEST(ConservationOfLives, notices_a_birth_or_a_death_counted_once_too_often)
{
    for (int const agents : {1, -1})
    {
        expect_lives_stopped(
            before_births_and_deaths(),
            with_counts(after_births_and_deaths(), {{Count::births, osh_home_women, agents}}),
            "persons at home in osh");
        expect_lives_stopped(
            before_births_and_deaths(),
            with_counts(after_births_and_deaths(), {{Count::deaths, osh_home_women, agents}}),
            "persons at home in osh");
        expect_lives_stopped(
            before_births_and_deaths(),
            with_counts(after_births_and_deaths(), {{Count::deaths, osh_moscow, agents}}),
            "persons from osh at moscow");
        expect_lives_stopped(
            before_births_and_deaths(),
            with_counts(after_births_and_deaths(), {{Count::deaths_in_prison, osh_moscow, agents}}),
            "persons in prison");
        expect_lives_stopped(
            before_births_and_deaths(),
            with_counts(after_births_and_deaths(), {{Count::bans_of_the_dead, osh_moscow, agents}}),
            "bans on the list");
        expect_lives_stopped(before_births_and_deaths(),
                             with_counts(after_births_and_deaths(),
                                         {{Count::citizenship_abandoned, osh_moscow, agents}}),
                             "persons in the queue for citizenship");
    }
}

TEST(ConservationOfLives, stops_a_run_in_which_somebody_vanishes)
{
    FaultyRun run;
    run.simulation.advance();
    std::size_t const person =
        run.somebody([&](std::size_t row) { return run.persons().at_home(row); });
    run.persons().place[person] = Place::nowhere;
    run.expect_stopped();
}

TEST(ConservationOfLives, stops_a_run_in_which_somebody_appears)
{
    FaultyRun run;
    run.simulation.advance();
    std::size_t const child = run.somebody(
        [&](std::size_t row)
        {
            return run.persons().nowhere(row) &&
                   run.persons().birth[row] > stamp(run.simulation.month() + 1);
        });
    run.persons().place[child] = Place::home;
    run.expect_stopped();
}

TEST(ConservationOfLives, counts_in_a_run_everybody_who_is_born_or_dies_once)
{
    Scenario const scenario = tests::TestWorld{.persons = "20000", .months = 60}.scenario();
    Workers const workers(1);
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
    Persons const& persons = simulation.population().persons;
    std::int64_t to_be_born = 0;
    std::int64_t to_die = 0;
    for (std::size_t row = 0; row < persons.size(); ++row)
    {
        to_be_born += persons.nowhere(row);
        to_die += persons.death[row] != after_the_run;
    }
    tests::Sums sums;
    simulation.add(sums);
    simulation.run();
    EXPECT_GT(to_be_born, 2'000);
    EXPECT_GT(to_die, 500);
    EXPECT_EQ(sums.flow(Count::births), to_be_born);
    EXPECT_EQ(sums.flow(Count::deaths), to_die);
    EXPECT_EQ(sums.months.back().total(Count::living), 20'000 + to_be_born - to_die);
}
}  // namespace kochmon
