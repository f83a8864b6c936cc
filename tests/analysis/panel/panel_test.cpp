// SPDX-License-Identifier: MIT
#include "analysis/panel/panel.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <ostream>
#include <set>

#include <gtest/gtest.h>

#include "agents/loading/load_model.hpp"
#include "agents/run/simulation.hpp"
#include "agents/state/month_record.hpp"
#include "agents/synthesis/synthesis.hpp"

#include "tests/corridors/kyrgyz_declarations.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

// The lives of everybody under several laws: the panel must agree with the rows and with the counts
// of every month, exactly.
namespace kochmon
{
namespace
{
/// The counts of the reported months, and the status of everybody at their ends.
struct Rows final : MonthObserver
{
    std::vector<Tally> tallies;
    std::vector<std::map<std::uint64_t, LifeStatus>> statuses;  // by key
    std::size_t lived = 0;  // months of the persons of the start

    void observe(MonthRecord const& record) override
    {
        if (!record.reported) return;
        Persons const& persons = record.population.persons;
        tallies.push_back(record.tally);
        statuses.emplace_back();
        for (std::size_t row = 0; row < persons.size(); ++row)
        {
            LifeState const state = life_state(persons, row);
            statuses.back()[persons.key[row]] = state.status;
            bool const of_the_start = persons.key[row] >> 62 == 0;
            lived += state.living && of_the_start ? 1 : 0;
        }
    }
};

/// A scenario, and what must happen under it for a test to say anything.
struct Law
{
    std::string file;  // below the project
    std::vector<LifeEvent> happens;

    friend std::ostream& operator<<(std::ostream& out, Law const& law) { return out << law.file; }
};

class Panel : public testing::TestWithParam<Law>
{
  protected:
    static constexpr std::size_t persons = 3000;
    static constexpr int months = 36;

    Panel()
    {
        Scenario const scenario = Scenario::load(
            std::string(KOCHMON_SOURCE) + "/" + GetParam().file, kyrgyz_declarations(),
            {.set = {"time.warm_up=60 months"}, .persons = "3000", .months = months});
        first_ = scenario.settings().first_reported();
        Workers const workers(1);
        Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
        simulation.add(panel_);
        simulation.add(rows_);
        simulation.run();
    }

    std::vector<Life> const& lives() const { return panel_.replicates().front().lives; }
    Month end() const { return first_ + months; }

    using Picks = std::function<bool(Happening const&)>;
    /// In every month as many of the events picked as the month counts.
    void expect_counts(std::string const& what, std::vector<Count> const& kinds,
                       Picks const& picks) const
    {
        std::map<Month, std::int64_t> events;
        for (Life const& life : lives())
            for (DatedEvent const& event : life.events)
                if (picks(event.happening)) ++events[event.month];
        for (Month month = first_; month < end(); month = month + 1)
        {
            Tally const& tally = rows_.tallies[static_cast<std::size_t>(month - first_)];
            std::int64_t counted = 0;
            for (Count const kind : kinds) counted += tally.total(kind);
            EXPECT_EQ(events[month], counted) << what << ", " << month.text();
        }
    }
    void expect_counts(LifeEvent event, Count kind) const
    {
        expect_counts(life_event_names[index(event)], {kind},
                      [=](Happening const& happening) { return happening.event == event; });
    }
    void expect_counts(LifeEvent event, std::string const& detail, Count kind) const
    {
        expect_counts(life_event_names[index(event)] + " " + detail, {kind},
                      [=](Happening const& happening)
                      { return happening.event == event && happening.detail == detail; });
    }

    PanelRecorder panel_{persons, {1, Seeds::synthesis}, *kyrgyz_corridor()};
    Rows rows_;
    Month first_;
};
}  // namespace

TEST_P(Panel, has_spells_without_gap_or_overlap)
{
    for (Life const& life : lives())
    {
        if (life.spells.empty()) continue;  // died before the first month
        ASSERT_EQ(life.spells.front().from, first_);
        ASSERT_EQ(life.spells.back().until.has_value(), life.spells.back().end == LifeEvent::death);
        for (std::size_t at = 1; at < life.spells.size(); ++at)
        {
            ASSERT_EQ(life.spells[at - 1].until, life.spells[at].from);
            ASSERT_LT(life.spells[at - 1].from, life.spells[at].from);
            ASSERT_TRUE(life.spells[at].entered);
            ASSERT_FALSE(life.spells[at - 1].status == life.spells[at].status);
        }
    }
}

TEST_P(Panel, tells_the_status_of_everybody_in_every_month)
{
    std::size_t told = 0;
    for (Life const& life : lives())
        for (Spell const& spell : life.spells)
            for (Month month = spell.from; month < spell.until.value_or(end()); month = month + 1)
            {
                ++told;
                auto const& at_its_end = rows_.statuses[static_cast<std::size_t>(month - first_)];
                ASSERT_EQ(spell.status, at_its_end.at(life.key.bits()));
            }
    EXPECT_EQ(told, rows_.lived);
    EXPECT_LT(told, persons * months) << "somebody dies";
}

TEST_P(Panel, ends_every_spell_by_an_event_of_that_month)
{
    std::size_t ended = 0;
    for (Life const& life : lives())
        for (Spell const& spell : life.spells)
        {
            if (!spell.until) continue;
            ++ended;
            ASSERT_NE(spell.end, LifeEvent::other) << spell.until->text();
            auto const is_its_end = [&](DatedEvent const& event)
            { return event.month == *spell.until && event.happening.event == spell.end; };
            ASSERT_EQ(std::ranges::count_if(life.events, is_its_end), 1);
        }
    EXPECT_GT(ended, 1000U);
}

// What a month begins and ends again leaves no trace on a row, so jobs, contracts and overstays are
// not compared.
TEST_P(Panel, counts_the_same_events_as_the_month)
{
    expect_counts(LifeEvent::departure, Count::departures);
    expect_counts(LifeEvent::departure, "placement", Count::placed);
    expect_counts(LifeEvent::returned, Count::returns);
    expect_counts("removals", {Count::deportations, Count::expulsions, Count::released},
                  [](Happening const& happening) { return happening.event == LifeEvent::removal; });
    expect_counts(LifeEvent::removal, "after_prison", Count::released);
    expect_counts(LifeEvent::conviction, Count::convictions);
    expect_counts(LifeEvent::re_entry, Count::re_entries);
    expect_counts(LifeEvent::registration, Count::registrations);
    expect_counts(LifeEvent::naturalization, Count::naturalizations);
    expect_counts(LifeEvent::residence, Count::residences_obtained);
    expect_counts(LifeEvent::citizenship_sought, Count::citizenship_queued);
    expect_counts(LifeEvent::forged_papers, "knowingly", Count::forged_bought);
    expect_counts(LifeEvent::forged_papers, "unknowingly", Count::forged_sold);
    expect_counts(LifeEvent::ban_purged, Count::bans_purged);
    expect_counts(
        "turned back", {Count::turned_back},
        [](Happening const& happening)
        { return happening.event == LifeEvent::turned_back || happening.detail == "turned_back"; });
    expect_counts("permits bought", {Count::permits_bought},
                  [](Happening const& happening)
                  {
                      return happening.event == LifeEvent::permit_awaited ||
                             (happening.event == LifeEvent::permit_begun &&
                              happening.detail != "after_waiting");
                  });
    expect_counts("passports renewed abroad", {Count::passports_renewed},
                  [](Happening const& happening) {
                      return happening.event == LifeEvent::passport_renewed &&
                             happening.place != Place::home;
                  });
}

TEST_P(Panel, sees_happen_what_it_is_asked_about)
{
    std::set<LifeEvent> seen;
    for (Life const& life : lives())
        for (DatedEvent const& event : life.events) seen.insert(event.happening.event);
    for (LifeEvent const event : GetParam().happens)
        EXPECT_TRUE(seen.contains(event)) << life_event_names[index(event)];
}

// The first overstay of a stay, as docs/panel.md finds it in the spells, against the rows.
TEST_P(Panel, gives_the_time_from_arrival_to_the_first_overstay)
{
    using Stay = std::pair<std::uint64_t, MonthStamp>;  // person and arrival
    std::map<Stay, int> by_spells;
    std::map<Stay, int> by_rows;
    for (Life const& life : lives())
        for (Spell const& spell : life.spells)
            if (spell.status.presence == Presence::overstayed)
                by_spells.emplace(Stay{life.key.bits(), spell.arrival},
                                  spell.from.since_1900() - spell.arrival);
    for (Life const& life : lives())
    {
        MonthStamp arrival = never;  // in a reported month
        for (DatedEvent const& event : life.events)
            if (event.happening.event == LifeEvent::departure)
            {
                arrival = stamp(event.month);
                for (Month month = event.month; month < end(); month = month + 1)
                {
                    auto const& row = rows_.statuses[static_cast<std::size_t>(month - first_)].at(
                        life.key.bits());
                    if (row.at_home()) break;
                    if (row.presence == Presence::overstayed)
                        by_rows.emplace(Stay{life.key.bits(), arrival},
                                        month.since_1900() - arrival);
                }
            }
    }
    EXPECT_GT(by_rows.size(), 10U);
    std::erase_if(by_spells, [&](auto const& stay) { return stay.first.second < stamp(first_); });
    EXPECT_EQ(by_spells, by_rows);
}

TEST(PanelWithoutWarmUp, tells_the_first_month_from_the_start)
{
    Scenario const scenario =
        Scenario::load(std::string(KOCHMON_SOURCE) + "/config/baseline.yaml", kyrgyz_declarations(),
                       {.set = {"time.warm_up=0 months"}, .persons = "20000", .months = 1});
    Workers const workers(1);
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
    PanelRecorder panel(20000, synthesis_seeds(scenario.settings()), scenario.corridor());
    Rows rows;
    simulation.add(panel);
    simulation.add(rows);
    simulation.run();
    std::int64_t departures = 0;
    std::int64_t entered = 0;
    for (Life const& life : panel.replicates().front().lives)
    {
        ASSERT_LE(life.spells.size(), 1U);
        if (life.spells.empty()) continue;  // died in that month
        bool const left =
            std::ranges::any_of(life.events, [](DatedEvent const& event)
                                { return event.happening.event == LifeEvent::departure; });
        departures += left ? 1 : 0;
        entered += life.spells.front().entered ? 1 : 0;
        EXPECT_TRUE(!left || life.spells.front().entered);
    }
    EXPECT_EQ(departures, rows.tallies.front().total(Count::departures));
    EXPECT_GT(departures, 0);
    EXPECT_GT(entered, departures);
    EXPECT_LT(entered, 5000);
}

INSTANTIATE_TEST_SUITE_P(
    Laws, Panel,
    testing::Values(Law{"config/baseline.yaml",
                        {LifeEvent::departure,
                         LifeEvent::returned,
                         LifeEvent::removal,
                         LifeEvent::overstay_begun,
                         LifeEvent::re_entry,
                         LifeEvent::registration,
                         LifeEvent::naturalization,
                         LifeEvent::residence,
                         LifeEvent::permit_begun,
                         LifeEvent::permit_ended,
                         LifeEvent::forged_papers,
                         LifeEvent::forged_papers_ended,
                         LifeEvent::job_found,
                         LifeEvent::contract,
                         LifeEvent::job_lost,
                         LifeEvent::found,
                         LifeEvent::ban,
                         LifeEvent::citizenship_sought,
                         LifeEvent::consular_registration,
                         LifeEvent::passport_expired,
                         LifeEvent::passport_renewed}},
                    Law{"tests/golden/scenarios/hard-law.yaml",
                        {LifeEvent::departure, LifeEvent::permit_awaited, LifeEvent::residence}},
                    Law{"tests/analysis/panel/lively-law.yaml",
                        {LifeEvent::ban_purged, LifeEvent::turned_back,
                         LifeEvent::free_movement_begun, LifeEvent::free_movement_ended,
                         LifeEvent::permit_awaited, LifeEvent::citizenship_denied,
                         LifeEvent::contract_ended, LifeEvent::conviction}}),
    [](auto const& tested)
    {
        std::string const& file = tested.param.file;
        std::size_t const from = file.rfind('/') + 1;
        std::string name = file.substr(from, file.size() - from - 5);
        std::ranges::replace(name, '-', '_');
        return name;
    });
}  // namespace kochmon
