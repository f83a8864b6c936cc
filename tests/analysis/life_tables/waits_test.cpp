// SPDX-License-Identifier: MIT
#include "analysis/life_tables/waits.hpp"

#include <gmock/gmock.h>

#include "analysis/life_tables/standing.hpp"
#include "analysis/text/csv_table.hpp"

#include "tests/analysis/life_tables/lives_by_hand.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using namespace tests;

Wait const& wait_for(StayEvent event)
{
    return *std::ranges::find(waits(), event, &Wait::event);
}

std::optional<WaitOutcome> outcome(StayEvent event, PanelLife const& life, std::size_t stay = 0)
{
    return outcome_of(wait_for(event), stays_of(life).at(stay));
}

WaitOutcome met(std::size_t first, std::size_t last, StayEvent event, StayEvent cause)
{
    auto const& causes = wait_for(event).causes;
    return {first, last,
            static_cast<std::size_t>(std::ranges::find(causes, cause) - causes.begin())};
}

TEST(StandingOf, tells_how_the_law_sees_a_person)
{
    EXPECT_EQ(standing_of(home_status()), LegalStanding::home);
    EXPECT_EQ(standing_of(searching()), LegalStanding::without_right);
    EXPECT_EQ(standing_of(working_without_right()), LegalStanding::irregular);
    EXPECT_EQ(standing_of(with_work_right(WorkRight::permit)), LegalStanding::permit);
    EXPECT_EQ(standing_of(with_work_right(WorkRight::free_movement)), LegalStanding::free_movement);
    EXPECT_EQ(standing_of(with_work_right(WorkRight::temporary_resident)),
              LegalStanding::residence);
    EXPECT_EQ(standing_of(with_work_right(WorkRight::permanent_resident)),
              LegalStanding::residence);
    EXPECT_EQ(standing_of(with_work_right(WorkRight::citizen)), LegalStanding::citizen);
    EXPECT_EQ(standing_of(in_presence(Presence::overstayed)), LegalStanding::irregular);
    EXPECT_EQ(standing_of(in_presence(Presence::custody)), LegalStanding::held);
    EXPECT_EQ(standing_of(in_presence(Presence::prison)), LegalStanding::held);
    LifeStatus forged = with_work_right(WorkRight::permit);
    forged.papers = Papers::forged_unknowingly;
    EXPECT_EQ(standing_of(forged), LegalStanding::irregular);
}

// Home for two months, abroad for five, home for one, abroad again until the end.
PanelLife two_stays()
{
    return life_of_parts({{2, home_status(), LifeEvent::departure},
                          {1, searching(), LifeEvent::job_found},
                          {2, working_without_right(), LifeEvent::permit_begun},
                          {2, with_work_right(WorkRight::permit), LifeEvent::returned},
                          {1, home_status(), LifeEvent::departure},
                          {3, searching()}});
}

TEST(StaysOf, begin_and_end_at_home)
{
    PanelLife const life = two_stays();
    auto const stays = stays_of(life);
    ASSERT_EQ(stays.size(), 2U);
    EXPECT_EQ(stays[0].arrival, first_month + 2);
    EXPECT_EQ(stays[0].end, first_month + 7);
    EXPECT_TRUE(stays[0].is_over);
    EXPECT_EQ(stays[0].spells.size(), 3U);
    EXPECT_EQ(stays[1].arrival, first_month + 8);
    EXPECT_FALSE(stays[1].is_over);
    EXPECT_TRUE(stays[1].is_seen_from_arrival());
    EXPECT_TRUE(stays_of(life_of_parts({{12, home_status()}})).empty());
}

TEST(OutcomeOf, counts_months_from_the_arrival_to_the_first_cause)
{
    using enum StayEvent;
    PanelLife const life = two_stays();
    EXPECT_EQ(outcome(irregularity, life), met(0, 1, irregularity, irregularity));
    EXPECT_EQ(outcome(permit, life), met(0, 3, permit, permit));
    EXPECT_EQ(outcome(returned, life), met(0, 5, returned, returned));
    EXPECT_EQ(outcome(citizenship, life), met(0, 5, citizenship, returned));
    EXPECT_EQ(outcome(overstay, life), met(0, 5, overstay, returned));
    // The second stay is cut on the right after its third month end.
    for (StayEvent const event : {permit, irregularity, overstay, returned, citizenship})
        EXPECT_EQ(outcome(event, life, 1), (WaitOutcome{0, 2, std::nullopt}));
}

TEST(OutcomeOf, takes_what_comes_instead_for_a_cause)
{
    using enum StayEvent;
    PanelLife const resident =
        life_of_parts({{1, home_status()},
                       {4, searching()},
                       {4, with_work_right(WorkRight::temporary_resident)},
                       {9, with_work_right(WorkRight::citizen), LifeEvent::death}});
    EXPECT_EQ(outcome(permit, resident), met(0, 4, permit, other_right));
    EXPECT_EQ(outcome(irregularity, resident), met(0, 8, irregularity, citizenship));
    EXPECT_EQ(outcome(returned, resident), met(0, 17, returned, death));
    PanelLife const removed =
        life_of_parts({{1, home_status()},
                       {3, searching()},
                       {2, in_presence(Presence::overstayed)},
                       {1, in_presence(Presence::custody), LifeEvent::removal},
                       {5, home_status()}});
    EXPECT_EQ(outcome(irregularity, removed), met(0, 3, irregularity, irregularity));
    EXPECT_EQ(outcome(overstay, removed), met(0, 3, overstay, overstay));
    EXPECT_EQ(outcome(permit, removed), met(0, 6, permit, removal));
    EXPECT_EQ(outcome(returned, removed), met(0, 6, returned, removal));
}

TEST(OutcomeOf, counts_what_is_there_at_the_first_month_end_at_0)
{
    PanelLife const placed =
        life_of_parts({{1, home_status()}, {6, with_work_right(WorkRight::permit)}});
    EXPECT_EQ(outcome(StayEvent::permit, placed), met(0, 0, StayEvent::permit, StayEvent::permit));
    PanelLife const held = life_of_parts({{1, home_status()}, {1, in_presence(Presence::prison)}});
    EXPECT_EQ(outcome(StayEvent::irregularity, held),
              met(0, 0, StayEvent::irregularity, StayEvent::irregularity));
}

// Abroad for ten months when the first month is reported: at risk from the month after it. What
// was before is not known, so there is no first permit and no first irregularity.
TEST(OutcomeOf, lets_stays_enter_late_where_their_past_does_not_matter)
{
    using enum StayEvent;
    PanelLife const life =
        life_of_parts({{4, searching()},
                       {2, with_work_right(WorkRight::permit)},
                       {3, with_work_right(WorkRight::citizen), LifeEvent::returned},
                       {3, home_status()}},
                      10);
    EXPECT_FALSE(stays_of(life).front().is_seen_from_arrival());
    for (StayEvent const event : {permit, irregularity, overstay})
        EXPECT_EQ(outcome(event, life), std::nullopt);
    EXPECT_EQ(outcome(citizenship, life), met(11, 16, citizenship, citizenship));
    EXPECT_EQ(outcome(returned, life), met(11, 19, returned, returned));
    // Over or cut off before another month end: never at risk.
    EXPECT_EQ(outcome(returned, life_of_parts({{1, searching()}}, 10)), std::nullopt);
    EXPECT_EQ(
        outcome(returned,
                life_of_parts({{1, searching(), LifeEvent::returned}, {3, home_status()}}, 10)),
        met(11, 11, returned, returned));
}

TEST(OutcomeOf, lets_citizens_wait_for_the_return_alone)
{
    using enum StayEvent;
    PanelLife const life =
        life_of_parts({{1, home_status()}, {5, with_work_right(WorkRight::citizen)}});
    for (StayEvent const event : {permit, irregularity, overstay, citizenship})
        EXPECT_EQ(outcome(event, life), std::nullopt);
    EXPECT_EQ(outcome(returned, life), (WaitOutcome{0, 4, std::nullopt}));
}

TEST(WaitCounts, count_each_stay_in_its_groups_and_late_ones_in_no_cohort)
{
    WaitCounts counts;
    counts.observe(two_stays());
    counts.observe(life_of_parts({{12, searching()}}, 10));
    EXPECT_EQ(counts.seen_from_arrival(), 2);
    EXPECT_EQ(counts.begun_before(), 1);
    EXPECT_EQ(counts.total(3).units(), 3);
    EXPECT_EQ(counts.total(0).units(), 2);
    auto const& cohort = counts.counts().at({LifeGrouping::cohort, 2010});
    EXPECT_EQ(cohort[3].units(), 2);
    auto const& moscow =
        counts.counts().at({LifeGrouping::destination, static_cast<int>(destinations::moscow)});
    EXPECT_EQ(moscow[3].units(), 3);
    EXPECT_EQ(WaitCounts().total(2).times(), 0U);
}

TEST(LifeTablesCsv, has_a_row_a_month_and_cause_that_add_up)
{
    WaitCounts counts;
    counts.observe(two_stays());
    counts.observe(life_of_parts({{1, home_status()}, {5, searching(), LifeEvent::death}}));
    CsvTable const table(life_tables_csv(*kyrgyz_corridor(), counts), ",return,");
    double sum = 0.0;
    double waiting = 0.0;
    for (std::size_t row = 0; row < table.size(); ++row)
        if (table.cell(row, "by") == "total" && table.cell(row, "event") == "return" &&
            table.cell(row, "months") == "5")
        {
            sum += table.number(row, "incidence");
            waiting = table.number(row, "waiting");
            EXPECT_EQ(table.cell(row, "at_risk"), "2");
        }
    // At month 5 one of two has returned and the other has died.
    EXPECT_DOUBLE_EQ(sum, 1.0);
    EXPECT_DOUBLE_EQ(waiting, 0.0);
}
}  // namespace
}  // namespace kochmon
