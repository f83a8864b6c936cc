// SPDX-License-Identifier: MIT
#include <cmath>
#include <limits>
#include <sstream>

#include <gtest/gtest.h>

#include "analysis/compare/precision.hpp"
#include "analysis/statistics/student_t.hpp"

#include "tests/analysis/compare/world_of_pairs.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using tests::SmallComparison;
using tests::tables_of;

std::vector<std::string> quoted_cells_of(std::string const& line)
{
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (char const letter : line)
    {
        if (letter == '"') quoted = !quoted;
        if (letter == ',' && !quoted)
            cells.emplace_back();
        else
            cells.back() += letter;
    }
    return cells;
}

std::vector<std::vector<std::string>> quoted_rows_of(std::string const& csv)
{
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(csv);
    for (std::string line; std::getline(lines, line);) rows.push_back(quoted_cells_of(line));
    return rows;
}

/// Of the 90 % interval of the mean of values that are each drawn alike.
double student_half_width(std::vector<double> const& values)
{
    auto const n = static_cast<double>(values.size());
    double mean = 0.0;
    for (double const value : values) mean += value / n;
    double squares = 0.0;
    for (double const value : values) squares += (value - mean) * (value - mean);
    return student_t(Confidence::nine_in_ten, static_cast<int>(values.size()) - 1) *
           std::sqrt(squares / (n - 1.0) / n);
}

bool same_values(SeriesRecorder const& one, SeriesRecorder const& other)
{
    for (std::size_t at = 0; at < one.rows(); ++at)
        for (std::size_t column = 0; column < one.columns().size(); ++column)
        {
            double const a = one.value(at, column);
            double const b = other.value(at, column);
            if (a != b && !(std::isnan(a) && std::isnan(b))) return false;
        }
    return one.rows() == other.rows();
}

std::int64_t flipped(Comparison const& found, std::size_t cell)
{
    std::int64_t agents = 0;
    for (std::size_t month = 0; month < found.base.months(); ++month)
        for (std::size_t base = 0; base < flip_status_count; ++base)
            for (std::size_t policy = 0; policy < flip_status_count; ++policy)
                if (base != policy)
                    agents += found.lives[0].flipped(found.base.month(month), cell,
                                                     static_cast<FlipStatus>(base),
                                                     static_cast<FlipStatus>(policy));
    return agents;
}

/// Agents who live in a status under one world, whatever their status in the other.
std::int64_t living(Comparison const& found, std::size_t month, FlipStatus status, bool in_base)
{
    std::int64_t agents = 0;
    for (std::size_t k = 0; k < flip_status_count; ++k)
    {
        auto const other = static_cast<FlipStatus>(k);
        agents += in_base ? found.lives[0].flipped(found.base.month(month), 0, status, other)
                          : found.lives[0].flipped(found.base.month(month), 0, other, status);
    }
    return agents;
}

double told(SeriesRecorder const& series, std::string const& measure, std::size_t month)
{
    std::size_t const column = series.column(measure, Breakdown::total, "total");
    return series.value(month, column);
}
}  // namespace

TEST(Compare, finds_nothing_where_a_lever_is_set_to_its_own_value)
{
    Comparison const found = SmallComparison{.policies = {"placebo.yaml"}, .replicates = 2}.run();
    EXPECT_FALSE(found.onsets[0].month);
    EXPECT_TRUE(same_values(found.base, found.policies[0].policy));
    EXPECT_TRUE(same_values(found.base, *found.policies[0].rule_alone));
    EXPECT_EQ(flipped(found, 0), 0);
    EXPECT_EQ(found.lives[0].parted(), 0);
    for (auto const& row : quoted_rows_of(effects_csv(found.base, found.policies)))
        if (row[0] != "policy" && row[6] != "0")
        {
            EXPECT_EQ(row[9], "0") << row[2];
        }
}

// It begins in 2010.
TEST(Compare, finds_nothing_where_a_policy_begins_after_the_last_month)
{
    Comparison const found =
        SmallComparison{.policies = {"free-movement.yaml"}, .start = "2007-01", .months = 12}.run();
    EXPECT_FALSE(found.onsets[0].month);
    EXPECT_TRUE(same_values(found.base, found.policies[0].policy));
    EXPECT_EQ(flipped(found, 0) + found.lives[0].parted(), 0);
}

TEST(Compare, gives_every_living_person_a_status_in_both_worlds)
{
    Comparison const found = SmallComparison{.policies = {"permit-fee.yaml"}}.run();
    for (std::size_t month = 0; month < found.base.months(); ++month)
    {
        std::int64_t persons = 0;
        for (std::size_t k = 0; k < flip_status_count; ++k)
            persons += living(found, month, static_cast<FlipStatus>(k), true);
        double const weight = found.account.weight;
        EXPECT_NEAR(static_cast<double>(persons) * weight, told(found.base, "persons", month),
                    1e-3);
        for (bool const in_base : {true, false})
        {
            SeriesRecorder const& series = in_base ? found.base : found.policies[0].policy;
            EXPECT_NEAR(
                static_cast<double>(living(found, month, FlipStatus::citizen, in_base)) * weight,
                told(series, "naturalized_abroad", month), 1e-3);
        }
    }
}

TEST(Compare, tells_causes_that_add_up_to_the_persons_that_part)
{
    SmallComparison const small{
        .policies = {"permit-fee.yaml"}, .by = "origin,status", .months = 30};
    Comparison const found = small.run();
    Grouping const grouping = small.grouping();
    EXPECT_GT(found.lives[0].parted(), 20);
    double total = 0.0;
    double by_origin = 0.0;
    for (auto const& row : quoted_rows_of(found.lives[0].causes_rows(grouping, 1.0)))
    {
        if (row[1] != "total") continue;
        if (row[8] == "total") total += std::stod(row[10]);
        if (row[8] == "origin") by_origin += std::stod(row[10]);
    }
    EXPECT_EQ(total, static_cast<double>(found.lives[0].parted()));
    EXPECT_EQ(by_origin, total);
    std::int64_t causes = 0;
    for (auto const& [cause, agents] : found.lives[0].causes()) causes += agents;
    EXPECT_EQ(causes, found.lives[0].parted());
}

// Who lives in another status has parted: nobody flips unseen.
TEST(PairedLives, have_parted_where_status_differs)
{
    SmallComparison const small{.policies = {"permit-fee.yaml"}};
    Scenario const base = small.load("baseline.yaml");
    Scenario const policy = small.load("policies/permit-fee.yaml");
    std::vector<Course> const courses = {
        {&policy, onset_of(base, policy), nullptr, Course::RuleAlone::left_out}};
    Workers const workers(2);
    Lockstep worlds(base, courses, synthesize(base), 0, {workers, {}});
    worlds.keep_diaries();
    PairedLives lives(worlds.base(), worlds.policy(0));
    Grouping const everybody;
    LivesTable told("permit-fee", *kyrgyz_corridor());
    std::size_t flipped = 0;
    while (!worlds.ended())
    {
        worlds.advance();
        lives.see({worlds.base(), events_of(worlds.base()), worlds.policy(0), everybody});
        told.add_partings(worlds.base().month() - 1, lives.partings(), everybody.size());
        Persons const& here = worlds.base().population().persons;
        Persons const& there = worlds.policy(0).population().persons;
        for (std::size_t row = 0; row < here.size(); ++row)
        {
            if (flip_status(here, row) == flip_status(there, row)) continue;
            ++flipped;
            ASSERT_NE(lives.parted(row), never) << row;
        }
    }
    EXPECT_GT(flipped, 20U);
    std::int64_t parted = 0;
    for (std::size_t row = 0; row < worlds.base().population().persons.size(); ++row)
        parted += lives.parted(row) != never ? 1 : 0;
    std::int64_t causes = 0;
    for (auto const& [cause, agents] : told.causes()) causes += agents;
    EXPECT_EQ(causes, parted);
}

// Who has not parted lives the same life but for money.
TEST(PairedLives, have_not_parted_where_the_same_has_happened)
{
    SmallComparison const small{.policies = {"permit-fee.yaml"}};
    Scenario const base = small.load("baseline.yaml");
    Scenario const policy = small.load("policies/permit-fee.yaml");
    std::vector<Course> const courses = {
        {&policy, onset_of(base, policy), nullptr, Course::RuleAlone::left_out}};
    Workers const workers(1);
    Lockstep worlds(base, courses, synthesize(base), 0, {workers, {}});
    worlds.keep_diaries();
    PairedLives lives(worlds.base(), worlds.policy(0));
    Grouping const everybody;
    std::size_t dearer = 0;
    while (!worlds.ended())
    {
        worlds.advance();
        lives.see({worlds.base(), events_of(worlds.base()), worlds.policy(0), everybody});
        Persons const& here = worlds.base().population().persons;
        Persons const& there = worlds.policy(0).population().persons;
        for (std::size_t row = 0; row < here.size(); ++row)
        {
            if (lives.parted(row) != never) continue;
            ASSERT_EQ(here.place[row], there.place[row]);
            ASSERT_EQ(here[row].work_right, there[row].work_right);
            ASSERT_EQ(here[row].contract, there[row].contract);
            ASSERT_EQ(here[row].permit_end, there[row].permit_end);
            ASSERT_EQ(here[row].trips, there[row].trips);
            if (here[row].cash != there[row].cash) ++dearer;
        }
    }
    EXPECT_GT(dearer, 20U) << "the fee must have been felt by some whose life goes on";
}

TEST(Compare, adds_direct_and_indirect_up_to_the_difference)
{
    Comparison const found =
        SmallComparison{.policies = {"permit-fee.yaml"}, .replicates = 3}.run();
    std::size_t told_apart = 0;
    for (auto const& row : quoted_rows_of(effects_csv(found.base, found.policies)))
    {
        if (row[0] == "policy" || row[6] == "0") continue;
        double const difference = std::stod(row[9]);
        double const direct = std::stod(row[17]);
        double const indirect = std::stod(row[18]);
        EXPECT_EQ(direct + indirect, difference) << row[2];
        told_apart += direct != 0.0 && indirect != 0.0 ? 1U : 0U;
    }
    EXPECT_GT(told_apart, 100U);
}

TEST(CompareDigest, is_the_same_for_threads_and_tile_sizes)
{
    SmallComparison usual{.policies = {"permit-fee.yaml", "quotas-lowered.yaml"},
                          .by = "origin,age,status",
                          .months = 12,
                          .replicates = 2};
    std::string const expected = tables_of(usual.run(), usual.grouping());
    for (std::size_t const threads : {std::size_t{2}, std::size_t{7}})
    {
        usual.threads = threads;
        usual.cut = {.tile_persons = 32 * threads, .piece_persons = 600};
        EXPECT_EQ(tables_of(usual.run(), usual.grouping()), expected) << threads;
    }
}

// A policy is what it is whatever stands beside it.
TEST(Compare, tells_the_same_of_a_policy_alone_and_among_others)
{
    Comparison const alone = SmallComparison{.policies = {"permit-fee.yaml"}}.run();
    Comparison const among =
        SmallComparison{.policies = {"quotas-lowered.yaml", "permit-fee.yaml"}}.run();
    EXPECT_TRUE(same_values(alone.policies[0].policy, among.policies[1].policy));
    EXPECT_EQ(alone.lives[0].causes_rows(Grouping(), 1.0),
              among.lives[1].causes_rows(Grouping(), 1.0));
}

TEST(Compare, keeps_the_rows_that_were_asked_for)
{
    Comparison const found =
        SmallComparison{.policies = {"permit-fee.yaml"}, .replicates = 2}.run();
    auto const rows_kept = [&](std::string const& months)
    {
        KeptRows const kept = kept_rows(*kyrgyz_corridor(), "abroad,departures", {}, months);
        auto rows = quoted_rows_of(effects_csv(found.base, found.policies, {{}, kept}));
        rows.erase(rows.begin());
        std::erase_if(rows, [](auto const& row) { return row[3] != "total"; });
        return rows;
    };
    std::vector<std::vector<std::string>> const monthly = rows_kept("monthly");
    ASSERT_EQ(monthly.size(), 2U * 18);
    double abroad = 0.0, departures = 0.0;
    for (auto const& row : monthly)
    {
        if (row[1] == "2010-12" && row[2] == "abroad") abroad = std::stod(row[9]);
        if (row[1].starts_with("2010") && row[2] == "departures") departures += std::stod(row[9]);
    }
    auto const yearly = rows_kept("yearly");
    ASSERT_EQ(yearly.size(), 2U * 2);
    EXPECT_EQ(yearly[0][1], "2010-12");
    EXPECT_EQ(std::stod(yearly[0][9]), abroad);
    EXPECT_EQ(yearly[1][5], "persons/year");
    EXPECT_NEAR(std::stod(yearly[1][9]), departures, 1e-6 * std::abs(departures));
    EXPECT_NE(departures, 0.0);
    EXPECT_EQ(yearly[3][5], "persons in 6 months");
    auto const last = rows_kept("last");
    ASSERT_EQ(last.size(), 2U);
    EXPECT_EQ(last[0], monthly[2 * 17]);
}

TEST(Compare, adds_replicates_until_the_precision_is_met)
{
    SmallComparison const small{.policies = {"permit-fee.yaml"}, .months = 6};
    Scenario const base = small.load("baseline.yaml");
    std::vector<Scenario> policies;
    policies.push_back(small.load("policies/permit-fee.yaml"));
    Workers const workers(1);
    SeriesRecorder const series(columns_to_compare(Grouping(), *kyrgyz_corridor()));
    std::size_t const column = series.column("permit_holders", Breakdown::total, "total");
    auto const replicates_for = [&](double half_width)
    {
        RunRequest const run{.workers = workers, .replicates = 40};
        return compare_policies(
            base, policies,
            {.run = run, .precision = Precision{.column = column, .half_width = half_width}});
    };
    Comparison const coarse = replicates_for(1e9);
    EXPECT_EQ(coarse.replicates, fewest_replicates);
    EXPECT_TRUE(coarse.precision->met);
    PairedSample const sample =
        sample_of(coarse.base, coarse.policies[0], column, coarse.base.months() - 1);
    double const reached = student_half_width(differences(sample));
    EXPECT_NEAR(coarse.precision->half_width, reached, 1e-9 * reached);
    Comparison const finer = replicates_for(0.7 * reached);
    EXPECT_GT(finer.replicates, fewest_replicates);
    EXPECT_TRUE(finer.precision->met);
    // Forty replicates narrow the interval of the first ten, whose spread is small by luck, not to
    // half.
    Comparison const missed = replicates_for(0.45 * reached);
    EXPECT_EQ(missed.replicates, 40U);
    EXPECT_FALSE(missed.precision->met);
    Comparison const out_of_reach = replicates_for(1e-9);
    EXPECT_EQ(out_of_reach.replicates, fewest_replicates) << "thirty more would be for nothing";
    EXPECT_FALSE(out_of_reach.precision->met);
}

// A value that is missing now and then is no reason to give up; one that never comes is.
TEST(Precision, is_out_of_reach_where_the_replicates_allowed_would_be_lived_for_nothing)
{
    double const unknown = std::numeric_limits<double>::infinity();
    EXPECT_FALSE(is_out_of_reach({.needed = 400.0, .valued = 10}, 100));
    EXPECT_TRUE(is_out_of_reach({.needed = 401.0, .valued = 10}, 100));
    EXPECT_FALSE(is_out_of_reach({.needed = unknown, .valued = 9}, 100));
    EXPECT_TRUE(is_out_of_reach({.needed = unknown, .valued = 0}, 100));
}
}  // namespace kochmon
