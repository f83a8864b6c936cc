// SPDX-License-Identifier: MIT
// Targets of single lives: who of a year's departures came home, and when lawful stays were lost,
// each by another method than the recorder's.
#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "agents/steps/steps.hpp"

#include "tests/analysis/targets/world_of_targets.hpp"

namespace kochmon
{
namespace
{
using tests::evidence_of;
using tests::measured;
using tests::WorldOfTargets;

/// Where everybody was at each month's end, from the end of the warm-up on; and who left for work
/// in which reported month.
struct Whereabouts
{
    std::vector<std::vector<Place>> at_end;                       // by month, then person
    std::vector<std::pair<std::size_t, std::size_t>> departures;  // month, person
    std::size_t not_for_work = 0;
    std::size_t of_others = 0;  // from another country
};

Whereabouts followed(Scenario const& scenario)
{
    Workers const workers(1);
    Simulation world(scenario, synthesize(scenario), 0, {workers, {}});
    world.keep_diary();
    Whereabouts seen;
    Persons const& persons = world.population().persons;
    while (!world.ended())
    {
        world.advance();
        if (world.month() < scenario.settings().first_reported()) continue;
        seen.at_end.push_back(persons.place);
        std::set<std::uint32_t> kin_and_students;
        for (Piece const& piece : world.pieces())
            for (Event const& event : piece.diary())
                if (event.kind == Count::departures_to_join ||
                    event.kind == Count::departures_to_study)
                    kin_and_students.insert(event.person);
        std::size_t const month = seen.at_end.size() - 1;
        MonthStamp const now = stamp(world.month() - 1);
        for (std::uint32_t person = 0; person < persons.size(); ++person)
        {
            // The arrival of a spell abroad is the month of its departure from home.
            if (month < 1 || month > 12 || persons[person].arrival != now) continue;
            bool const of_country = origin_country(persons[person].origin) == first_country;
            bool const work = !kin_and_students.contains(person);
            seen.of_others += of_country ? 0U : 1U;
            seen.not_for_work += work ? 0U : 1U;
            if (of_country && work) seen.departures.emplace_back(month, person);
        }
    }
    return seen;
}

/// The first month that was spent at home from its first day to its last; such months begin and end
/// at home or end with a departure. Nothing if there is none until the last.
std::optional<std::size_t> first_month_at_home(Whereabouts const& seen, std::size_t person,
                                               std::size_t departed)
{
    for (std::size_t month = departed + 1; month < seen.at_end.size(); ++month)
        if (seen.at_end[month - 1][person] == Place::home &&
            seen.at_end[month][person] != Place::nowhere)
            return month - departed;
    return std::nullopt;
}

// Nobody goes home but who is sent: few at first, most around the last of the 108 months.
Scenario ten_years()
{
    std::string const checks =
        "law.checks.hazard=[{from: 2009-01, value: 5 %/month, source: F6}, "
        "{from: 2018-11, value: 400 %/month, source: F6}]";
    return WorldOfTargets{
        .set = {"origins.tajikistan.included=true", "rules.joining.family=2 %/year",
                "rules.return_home.sunk_cost=100000 RUB/month", "population.mortality=4",
                "rules.naturalization.constant=-90000 RUB/month", checks},
        .persons = "12000",
        .months = 121}
        .scenario();
}
}  // namespace

TEST(TargetC7, is_the_share_of_a_year_that_spends_no_month_at_home)
{
    Scenario const scenario = ten_years();
    Whereabouts const seen = followed(scenario);
    std::int64_t died = 0;
    std::int64_t never_home = 0;
    std::map<std::size_t, int> first_at_home;  // by months since the departure
    for (auto const& [month, person] : seen.departures)
    {
        if (seen.at_end[month + 108][person] == Place::nowhere)
        {
            ++died;
            continue;
        }
        auto const home = first_month_at_home(seen, person, month);
        if (!home || *home > 108) ++never_home;
        if (home) ++first_at_home[*home];
    }
    DepartureCohort const cohort = *evidence_of(scenario).cohort;
    EXPECT_EQ(cohort.departed, static_cast<std::int64_t>(seen.departures.size()));
    EXPECT_EQ(cohort.died, died);
    EXPECT_EQ(cohort.never_home, never_home);
    // The test must be able to see each of these.
    EXPECT_GT(seen.not_for_work, 0U);
    EXPECT_GT(seen.of_others, 0U);
    EXPECT_GT(died, 0);
    EXPECT_LT(first_at_home.begin()->first, 100U);
    EXPECT_GT(first_at_home[108], 0);
    EXPECT_GT(first_at_home[109], 0);
}

namespace
{
struct Loss
{
    MonthStamp arrival;
    MonthStamp month;
};

/// The first month of each stay abroad in which its presence was no longer lawful when the checks
/// of the month began, seen by a step of its own.
struct Losses
{
    std::map<std::uint32_t, std::vector<Loss>> by_person;

    void see(Society const& society, Piece& piece)
    {
        Persons const& persons = piece.population().persons;
        for (std::size_t row = piece.tile().first_person; row < piece.tile().last_person; ++row)
        {
            if (persons[row].presence != Presence::overstayed) continue;
            auto& losses = by_person[static_cast<std::uint32_t>(row)];
            if (losses.empty() || losses.back().arrival != persons[row].arrival)
                losses.push_back({persons[row].arrival, stamp(society.month)});
        }
    }
};

MonthSchedule month_with(Losses& losses)
{
    MonthSchedule month;
    month.society("policies", steps::set_policies);
    month.society("sight", steps::see_what_can_be_seen);
    for (auto const& step : {steps::draw_luck, steps::be_born_and_die, steps::let_terms_expire,
                             steps::take_courses, steps::work, steps::earn_and_spend})
        month.persons("before the checks", step);
    month.persons("see losses",
                  [&losses](Society const& society, Piece& piece) { losses.see(society, piece); });
    for (auto const& step : {steps::meet_checks, steps::learn_of_risk, steps::decide_abroad,
                             steps::leave_for_family_or_study, steps::decide_at_home})
        month.persons("from the checks on", step);
    month.society("lots", steps::draw_lots);
    for (auto const& step : {steps::choose_again, steps::carry_out, steps::count_persons})
        month.persons("carry out", step);
    month.society("stock", steps::take_stock);
    return month;
}

/// Completed months of the first losses in the 48 months, sorted; of the country's own persons.
struct Completed
{
    std::vector<int> months;
    std::size_t of_earlier_stays = 0;  // that began in the warm-up
    std::size_t from_the_start = 0;    // left out
    std::size_t of_others = 0;         // left out
};

Completed completed_in(Scenario const& scenario)
{
    Losses losses;
    Workers const workers(1);
    Simulation world(scenario, synthesize(scenario), 0, {workers, {}}, month_with(losses));
    world.run();
    MonthStamp const start = stamp(scenario.settings().start);
    MonthStamp const first = stamp(scenario.settings().first_reported());
    Completed completed;
    for (auto const& [person, all] : losses.by_person)
        for (Loss const& loss : all)
        {
            if (loss.month < first || loss.month >= first + 48) continue;
            Region const origin = world.population().persons[person].origin;
            completed.from_the_start += loss.arrival < start ? 1U : 0U;
            completed.of_others += origin_country(origin) != first_country ? 1U : 0U;
            if (loss.arrival < start || origin_country(origin) != first_country) continue;
            completed.of_earlier_stays += loss.arrival < first ? 1U : 0U;
            // Whole months between the end of the month of the journey and the month of the loss.
            completed.months.push_back(loss.month - loss.arrival - 1);
        }
    std::ranges::sort(completed.months);
    return completed;
}
}  // namespace

TEST(TargetC13, is_of_the_first_losses_of_lawful_stay_in_the_window)
{
    Scenario const scenario =
        WorldOfTargets{
            .set = {"origins.tajikistan.included=true"}, .persons = "16000", .months = 54}
            .scenario();
    Completed const completed = completed_in(scenario);
    std::vector<int> const& months = completed.months;
    TargetEvidence const evidence = evidence_of(scenario);
    std::map<int, std::int64_t> by_month;
    for (int const month : months) ++by_month[month];
    for (std::size_t month = 0; month < evidence.overstays.size(); ++month)
        EXPECT_EQ(evidence.overstays[month], by_month[static_cast<int>(month)]) << month;
    ASSERT_GT(months.size(), 100U);
    EXPECT_EQ(measured("C13", evidence), months[(months.size() - 1) / 2]);
    auto const early = std::ranges::count_if(months, [](int month) { return month < 6; });
    EXPECT_EQ(measured("C13_early", evidence),
              static_cast<double>(early) / static_cast<double>(months.size()));
    EXPECT_GT(completed.of_earlier_stays, 0U);
    EXPECT_GT(completed.from_the_start, 0U);
    EXPECT_GT(completed.of_others, 0U);
    EXPECT_EQ(months.front(), 3) << "the stay is lawful for 90 days";
}
}  // namespace kochmon
