// SPDX-License-Identifier: MIT
#include "analysis/replay/watch.hpp"

#include <set>

#include <gmock/gmock.h>

#include "tests/agents/world_of_tests.hpp"

// Lives that are made to differ, and whether the fingerprints tell whose.
namespace kochmon
{
namespace
{
Scenario scenario()
{
    return tests::TestWorld{.persons = "20000", .months = 6, .warm_up = "6 months"}.scenario();
}

/// Runs to the end; after `months` calls `disturb` on the rows.
struct Lived
{
    template <class Disturb>
    Lived(Scenario const& scenario, FingerprintRecorder::Entries const& then, int months,
          Disturb disturb, std::size_t threads = 1)
        : workers(threads), recorder(workers), watch(then, recorder)
    {
        Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
        simulation.add(recorder);
        simulation.add(watch);
        for (; !simulation.ended(); --months)
        {
            if (months == 0) disturb(simulation.population().persons);
            simulation.advance();
        }
    }

    Workers workers;
    FingerprintRecorder recorder;
    FingerprintWatch watch;
};

void leave_alone(Persons const&) {}

std::vector<std::size_t> rows_abroad(Persons const& persons)
{
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < persons.size(); ++row)
        if (persons.abroad(row)) rows.push_back(row);
    return rows;
}

TEST(FingerprintWatch, finds_nothing_in_the_same_lives_on_any_number_of_threads)
{
    Scenario const world = scenario();
    Lived const first(world, {}, 0, leave_alone);
    EXPECT_EQ(first.recorder.entries().size(), 12U);
    for (std::size_t const threads : {1U, 3U})
    {
        Lived const again(world, first.recorder.entries(), 0, leave_alone, threads);
        EXPECT_FALSE(again.watch.found());
        EXPECT_EQ(again.recorder.csv(), first.recorder.csv());
    }
}

TEST(FingerprintWatch, tells_the_month_and_the_person_whose_life_differs)
{
    Scenario const world = scenario();
    Lived const first(world, {}, 0, leave_alone);
    std::uint64_t key = 0;
    PersonNow person;
    auto const frighten_one = [&](Persons& persons)
    {
        std::size_t const row = rows_abroad(persons)[100];
        key = persons.key[row];
        person = {.origin = persons[row].origin,
                  .sex = persons.sex[row],
                  .birth = Month(persons.birth[row])};
        persons[row].perceived_risk += 0.01F;
    };
    Lived const again(world, first.recorder.entries(), 4, frighten_one);
    auto const& found = again.watch.found();
    ASSERT_TRUE(found);
    EXPECT_EQ(found->month, world.settings().start + 4);
    EXPECT_TRUE(found->exact);
    EXPECT_EQ(found->about, 1U);
    ASSERT_EQ(found->persons.size(), 1U);
    EXPECT_EQ(found->persons.front().key.bits(), key);
    ASSERT_TRUE(found->persons.front().now);
    EXPECT_EQ(found->persons.front().now->origin, person.origin);
    EXPECT_EQ(found->persons.front().now->sex, person.sex);
    EXPECT_EQ(found->persons.front().now->birth, person.birth);
}

TEST(FingerprintWatch, tells_some_of_many_and_about_how_many)
{
    Scenario const world = scenario();
    Lived const first(world, {}, 0, leave_alone);
    std::set<std::uint64_t> frightened;
    auto const frighten_all = [&](Persons& persons)
    {
        for (std::size_t const row : rows_abroad(persons))
        {
            persons[row].perceived_risk += 0.01F;
            frightened.insert(persons.key[row]);
        }
    };
    Lived const again(world, first.recorder.entries(), 10, frighten_all);
    auto const& found = again.watch.found();
    ASSERT_TRUE(found);
    EXPECT_EQ(found->month, world.settings().start + 10);
    EXPECT_FALSE(found->exact);
    EXPECT_GT(found->about, frightened.size() / 4);
    EXPECT_LT(found->about, frightened.size() * 4);
    ASSERT_FALSE(found->persons.empty());
    EXPECT_TRUE(frightened.contains(found->persons.front().key.bits()));
}

TEST(Fingerprints, see_every_column_of_a_person_abroad)
{
    Workers const workers(1);
    Population population = synthesize(scenario());
    Persons& persons = population.persons;
    std::size_t const row = rows_abroad(persons).front();
    Sketch const before = sketch_of(persons, workers);
    auto const expect_seen = [&](auto& value, char const* what)
    {
        auto const old = value;
        value = static_cast<std::remove_cvref_t<decltype(old)>>(static_cast<int>(old) + 1);
        EXPECT_EQ(differing_persons(before, sketch_of(persons, workers)).keys,
                  std::vector{persons.key[row]})
            << what;
        value = old;
    };
    Person& person = persons[row];
    expect_seen(persons.place[row], "place");
    expect_seen(person.presence, "presence");
    expect_seen(person.work_right, "work_right");
    expect_seen(person.contract, "contract");
    expect_seen(person.papers, "papers");
    expect_seen(person.sector, "sector");
    expect_seen(person.trips, "trips");
    expect_seen(person.arrival, "arrival");
    expect_seen(person.entry, "entry");
    expect_seen(person.stay_end, "stay_end");
    expect_seen(person.permit_end, "permit_end");
    expect_seen(person.cash, "cash");
    expect_seen(person.debt, "debt");
    expect_seen(person.sent, "sent");
    expect_seen(person.perceived_risk, "perceived_risk");
    EXPECT_EQ(sketch_of(persons, workers), before);
}

TEST(Fingerprints, read_back_their_table_and_no_other)
{
    Lived const lived(scenario(), {}, 0, leave_alone);
    std::string const csv = lived.recorder.csv();
    auto const read = read_fingerprints(csv);
    ASSERT_TRUE(read);
    ASSERT_EQ(read->size(), 12U);
    EXPECT_EQ(read->back().month, lived.recorder.entries().back().month);
    EXPECT_EQ(read->back().sketch, lived.recorder.entries().back().sketch);
    EXPECT_FALSE(read_fingerprints(csv.substr(0, csv.size() - 1)));
    EXPECT_FALSE(read_fingerprints("replicate,month\n"));
    EXPECT_FALSE(read_fingerprints("replicate,month,sketch\n0,2010-13,00\n"));
}
}  // namespace
}  // namespace kochmon
