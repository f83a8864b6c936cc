// SPDX-License-Identifier: MIT
// Answers to shocks against runs of base and policy apart.
#include "analysis/targets/shock_evidence.hpp"

#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "analysis/measures/measure.hpp"
#include "analysis/runs/targets.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/analysis/program.hpp"
#include "tests/analysis/shipped.hpp"
#include "tests/analysis/targets/world_of_targets.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using testing::HasSubstr;
using tests::baseline_file;
using tests::WorldOfTargets;

using Change = ShockAnswer::Change;

ShockTest shock(std::filesystem::path const& policy, std::vector<ShockAnswer> answers)
{
    return {.name = "s",
            .what = "w",
            .policy = tests::config / "policies" / policy,  // or elsewhere, if it says so
            .answers = std::move(answers)};
}

/// A policy of one's own.
class Policy
{
  public:
    explicit Policy(std::string const& shocks)
    {
        put(file(), "schema: 1\nscenario: mine\nbase: " +
                        std::filesystem::relative(baseline_file, place_.path()).string() +
                        "\nshocks:\n" + shocks);
    }
    std::filesystem::path file() const { return place_ / "mine.yaml"; }

  private:
    TestFolder place_;
};

TargetsFile file_of_shocks(std::vector<ShockTest> shocks)
{
    TargetsFile file;
    file.path = "t.yaml";
    file.shocks = std::move(shocks);
    return file;
}

/// Of the one replicate, lived as long as the answers need.
std::vector<std::optional<double>> answers_of(TargetsFile const& file, Overrides overrides,
                                              std::optional<int> months = {})
{
    overrides.months = months;
    Workers const workers(1);
    return measure_shocks(worlds_of_shocks(baseline_file, file, overrides), file,
                          {.workers = workers, .stop_asked = {}})
        .values.at(0);
}

struct LivesOfShock
{
    std::vector<Tally> base;
    std::vector<Tally> policy;

    LivesOfShock(WorldOfTargets const& world, std::filesystem::path const& file)
        : base(tests::run(world.scenario()).months), policy(tests::run(world.policy(file)).months)
    {
    }
};

double in_russia(Tally const& tally, Count kind)
{
    return static_cast<double>(agents(tally, kind, {.jurisdiction = jurisdictions::russia}));
}

/// Over the months from that number on, one excluded.
double sum(std::vector<Tally> const& months, Count kind, std::size_t from, std::size_t to)
{
    double sum = 0.0;
    for (std::size_t at = from; at < to; ++at) sum += in_russia(months[at], kind);
    return sum;
}

double legality(Tally const& tally)
{
    return in_russia(tally, Count::workers_with_right) / in_russia(tally, Count::foreign_workers);
}

double change(double policy, double base)
{
    return policy / base - 1.0;
}
}  // namespace

// The first half year of the policies; months 12 to 17 of the run.
TEST(ShockAnswers, against_another_policy_are_read_beside_it)
{
    Policy const checks("  - {lever: law.checks.hazard, scale: 3, from: 2010-01}\n");
    Policy const fee("  - {lever: jurisdictions.russia.permit.fee, scale: 3, from: 2010-01}\n");
    ShockTest test = shock(checks.file(), {{.name = "flow", .measure = "returns", .month = 6}});
    test.against = fee.file();
    auto const found = answers_of(file_of_shocks({test, test}), WorldOfTargets{}.overrides());
    WorldOfTargets const world{.months = 12};
    auto const returns = [](LivesOfShock const& lives)
    { return sum(lives.policy, Count::returns, 12, 18); };
    double const expected = change(returns({world, checks.file()}), returns({world, fee.file()}));
    EXPECT_NE(expected, 0.0);
    ASSERT_EQ(found.size(), 2U);
    for (std::optional<double> const& one : found) EXPECT_NEAR(*one, expected, 1e-12);
}

// Twelve months of three times the checks; months 12 to 23 of the run.
TEST(ShockAnswers, of_those_in_a_status_are_of_what_happened_in_it)
{
    Policy const checks("  - {lever: law.checks.hazard, scale: 3, from: 2010-01}\n");
    std::vector<std::optional<double>> const found = answers_of(
        file_of_shocks({shock(checks.file(), {{.name = "rate",
                                               .measure = "removals",
                                               .over = "months_abroad",
                                               .of = StatusGroup{.presence = Presence::overstayed},
                                               .month = 10},
                                              {.name = "flow",
                                               .measure = "wages",
                                               .where = {},
                                               .in = "total",
                                               .of = StatusGroup{.work_right = WorkRight::permit},
                                               .month = 10}})}),
        WorldOfTargets{}.overrides());
    auto const [base, policy] = LivesOfShock(WorldOfTargets{.months = 12}, checks.file());
    auto const rate = [](std::vector<Tally> const& months)
    {
        Selection const overstayed{.jurisdiction = jurisdictions::russia,
                                   .presence = Presence::overstayed};
        std::int64_t removed = 0;
        std::int64_t lived = 0;
        for (std::size_t at = 12; at < 22; ++at)
        {
            for (Count const kind : {Count::deportations, Count::expulsions, Count::released})
                removed += agents(months[at], kind, overstayed);
            lived += agents(months[at], Count::months_abroad, overstayed);
        }
        EXPECT_GT(removed, 0);
        return static_cast<double>(removed) / static_cast<double>(lived);
    };
    auto const wages = [](std::vector<Tally> const& months)
    {
        std::int64_t paid = 0;
        for (std::size_t at = 12; at < 22; ++at)
            paid += kopecks(months[at], Flow::wages, {.work_right = WorkRight::permit});
        return static_cast<double>(paid);
    };
    EXPECT_NEAR(*found[0], change(rate(policy), rate(base)), 1e-12);
    EXPECT_NEAR(*found[1], change(wages(policy), wages(base)), 1e-12);
}

// There are three times the checks from 2010-01 on, month 12 of the run.
TEST(ShockAnswers, are_those_of_two_separate_runs)
{
    Policy const checks("  - {lever: law.checks.hazard, scale: 3, from: 2010-01}\n");
    std::vector<std::optional<double>> const found = answers_of(
        file_of_shocks({shock(
            checks.file(),
            {{.name = "stock", .measure = "abroad", .month = 10},
             {.name = "difference",
              .measure = "foreign_workers",
              .month = 10,
              .change = Change::difference},
             {.name = "legality", .measure = "legality_by_right", .month = 5},
             {.name = "flow", .measure = "deportations", .month = 10},
             {.name = "everywhere", .measure = "returns", .where = {}, .in = "total", .month = 7},
             {.name = "rate", .measure = "fines", .over = "months_abroad", .month = 10},
             {.name = "stocks",
              .measure = "regular_workers",
              .over = "foreign_workers",
              .month = 10}})}),
        WorldOfTargets{}.overrides());
    auto const [base, policy] = LivesOfShock(WorldOfTargets{.months = 12}, checks.file());
    double const weight = synthesize(WorldOfTargets{}.scenario()).weight;
    ASSERT_EQ(found.size(), 7U);
    EXPECT_NEAR(*found[0],
                change(in_russia(policy[21], Count::abroad), in_russia(base[21], Count::abroad)),
                1e-12);
    EXPECT_NEAR(*found[1],
                weight * (in_russia(policy[21], Count::foreign_workers) -
                          in_russia(base[21], Count::foreign_workers)),
                1e-6);
    EXPECT_NEAR(*found[2], change(legality(policy[16]), legality(base[16])), 1e-12);
    EXPECT_NEAR(
        *found[3],
        change(sum(policy, Count::deportations, 12, 22), sum(base, Count::deportations, 12, 22)),
        1e-12);
    std::int64_t returns_in_base = 0;
    std::int64_t returns_in_policy = 0;
    for (std::size_t at = 12; at < 19; ++at)
    {
        returns_in_base += base[at].total(Count::returns);
        returns_in_policy += policy[at].total(Count::returns);
    }
    EXPECT_NEAR(
        *found[4],
        change(static_cast<double>(returns_in_policy), static_cast<double>(returns_in_base)),
        1e-12);
    auto const fines = [&](std::vector<Tally> const& months)
    { return sum(months, Count::fines, 12, 22) / sum(months, Count::months_abroad, 12, 22); };
    EXPECT_NEAR(*found[5], change(fines(policy), fines(base)), 1e-12);
    auto const regular = [&](std::vector<Tally> const& months)
    {
        return sum(months, Count::regular_workers, 12, 22) /
               sum(months, Count::foreign_workers, 12, 22);
    };
    EXPECT_NEAR(*found[6], change(regular(policy), regular(base)), 1e-12);
    for (auto const& one : found) EXPECT_NE(one, 0.0);
}

// Income at home falls from 2010-06 on, month 17 of the run: its third month is 2010-08.
TEST(ShockAnswers, count_the_months_of_the_policy)
{
    Policy const poverty("  - {lever: home.income, scale: 0.3, from: 2010-06}\n");
    auto const found = answers_of(
        file_of_shocks(
            {shock(poverty.file(), {{.name = "stock", .measure = "abroad", .month = 3},
                                    {.name = "sum", .measure = "departures", .month = 3}})}),
        WorldOfTargets{}.overrides());
    auto const [base, policy] = LivesOfShock(WorldOfTargets{.months = 12}, poverty.file());
    EXPECT_NEAR(*found[0],
                change(in_russia(policy[19], Count::abroad), in_russia(base[19], Count::abroad)),
                1e-12);
    EXPECT_NEAR(
        *found[1],
        change(sum(policy, Count::departures, 17, 20), sum(base, Count::departures, 17, 20)),
        1e-12);
    EXPECT_GT(*found[0], 0.0);
    EXPECT_GT(*found[1], *found[0]);
}

TEST(ShockAnswers, tell_capital_as_it_stands)
{
    auto const found = answers_of(
        file_of_shocks({shock(
            "home-income.yaml",
            {{.name = "capital", .measure = "capital", .where = {}, .in = "total", .month = 6},
             {.name = "sent", .measure = "remittances", .where = {}, .in = "total", .month = 6}})}),
        WorldOfTargets{}.overrides());
    LivesOfShock const lives(WorldOfTargets{.months = 6}, "home-income.yaml");
    auto const capital = [](Tally const& tally)
    { return static_cast<double>(tally.home.of(first_country).capital); };
    EXPECT_NEAR(*found[0], change(capital(lives.policy[17]), capital(lives.base[17])), 1e-12);
    auto const sent = [](std::vector<Tally> const& months)
    {
        std::int64_t sum = 0;
        for (std::size_t at = 12; at < 18; ++at) sum += months[at].total(Flow::remittances);
        return static_cast<double>(sum);
    };
    EXPECT_NEAR(*found[1], change(sent(lives.policy), sent(lives.base)), 1e-12);
}

TEST(ShockAnswers, to_a_placebo_are_exactly_0)
{
    std::vector<ShockAnswer> answers = {
        {.name = "rate", .measure = "returns", .over = "months_abroad", .month = 6},
        {.name = "poorest", .measure = first_departures_of_poorest_fifth, .month = 6}};
    for (char const* const measure : {"abroad", "foreign_workers", "irregular_workers",
                                      "legality_by_right", "departures", "remittances"})
        for (Change const change : {Change::relative, Change::difference})
            answers.push_back({.name = measure, .measure = measure, .month = 6, .change = change});
    // A shock after the last month changes nothing either.
    auto const found =
        answers_of(file_of_shocks({shock("placebo.yaml", answers)}), WorldOfTargets{}.overrides());
    auto const late =
        answers_of(file_of_shocks({shock("permit-fee.yaml", answers)}),
                   {.set = {"time.start=2007-01", "time.warm_up=12 months"}, .persons = "4000"}, 6);
    EXPECT_EQ(found, std::vector<std::optional<double>>(answers.size(), 0.0));
    EXPECT_EQ(late, found);
    // Its months are those of the report.
    TargetsFile const seventh =
        file_of_shocks({shock("placebo.yaml", {{.name = "a", .measure = "abroad", .month = 7}})});
    EXPECT_EQ(answers_of(seventh, WorldOfTargets{}.overrides(), 7)[0], 0.0);
    EXPECT_FALSE(answers_of(seventh, WorldOfTargets{}.overrides(), 6)[0]);
}

TEST(ShockAnswers, are_missing_where_months_or_a_base_are)
{
    TargetsFile const file = file_of_shocks(
        {shock("permit-fee.yaml",
               {{.name = "a", .measure = "abroad", .month = 3},
                {.name = "b", .measure = "abroad", .month = 4},
                {.name = "none", .measure = "placed", .month = 3},
                {.name = "zero", .measure = "placed", .month = 3, .change = Change::difference}})});
    auto const found = answers_of(file, WorldOfTargets{}.overrides(), 3);
    EXPECT_TRUE(found[0]);
    EXPECT_FALSE(found[1]);
    EXPECT_FALSE(found[2]) << "nobody is placed in Russia";
    EXPECT_EQ(found[3], 0.0);
}

namespace
{
/// Departures from 2010-01 to `end` of who is of that fifth and had never left before.
std::int64_t left_by(Scenario const& scenario, PoorestFifth const& fifth, Month end)
{
    Workers const workers(1);
    Simulation world(scenario, synthesize(scenario), 0, {workers, {}});
    world.keep_diary();
    std::vector<std::uint8_t> departed;
    std::int64_t left = 0;
    while (world.month() < end)
    {
        world.advance();
        if (world.month() > Month::of(2010, 1)) left += fifth.first_departures(world, departed);
    }
    return left;
}
}  // namespace

// Two answers of one shock do not take persons from each other.
TEST(ShockAnswers, tell_first_departures_of_the_poorest_fifth_of_the_base)
{
    Policy const credit(
        "  - {lever: home.departure_credit.amount, set: 200000 RUB, from: 2010-01}\n"
        "  - {lever: home.departure_credit.below, set: 1000000 RUB, from: 2010-01}\n"
        "  - {lever: home.income, scale: 0.5, from: 2010-01}\n");
    WorldOfTargets const world{.persons = "8000", .months = 24};
    std::string const poorest = first_departures_of_poorest_fifth;
    auto const found = answers_of(
        file_of_shocks({shock(
            credit.file(),
            {{.name = "year", .measure = poorest, .month = 12},
             {.name = "two", .measure = poorest, .month = 24},
             {.name = "more", .measure = poorest, .month = 24, .change = Change::difference}})}),
        world.overrides());
    Scenario const base = world.scenario();
    Scenario const policy = world.policy(credit.file());
    Workers const workers(1);
    Simulation before(base, synthesize(base), 0, {workers, {}});
    while (before.month() < Month::of(2010, 1)) before.advance();
    PoorestFifth const fifth(before);
    auto const left = [&](Scenario const& scenario, int year)
    { return static_cast<double>(left_by(scenario, fifth, Month::of(year, 1))); };
    EXPECT_EQ(found[0], change(left(policy, 2011), left(base, 2011)));
    EXPECT_EQ(found[1], change(left(policy, 2012), left(base, 2012)));
    EXPECT_EQ(found[2], left(policy, 2012) - left(base, 2012));
    EXPECT_GT(*found[2], 0.0);
}

TEST(WorldsOfShocks, report_as_many_months_as_the_answers_need)
{
    TargetsFile const file =
        file_of_shocks({shock("permit-fee.yaml", {{.name = "a", .measure = "abroad"}}),
                        shock("unrest.yaml", {{.name = "a", .measure = "abroad"}})});
    Overrides overrides = WorldOfTargets{}.overrides();
    overrides.months.reset();
    EXPECT_EQ(worlds_of_shocks(baseline_file, file, overrides).base.settings().months, 5 + 36);
    overrides.months = 7;
    EXPECT_EQ(worlds_of_shocks(baseline_file, file, overrides).base.settings().months, 7);
}

TEST(WorldsOfShocks, refuse_what_cannot_be_asked)
{
    Policy const fewer("  - {lever: population.fertility, scale: 0.5, from: 2010-01}\n");
    auto const refusal = [&](TargetsFile const& file) -> std::string
    {
        try
        {
            worlds_of_shocks(baseline_file, file, WorldOfTargets{}.overrides());
        }
        catch (ScenarioError const& error)
        {
            return error.what();
        }
        return "";
    };
    EXPECT_EQ(refusal(file_of_shocks({})),
              "t.yaml: shocks: is missing, expected a key shocks with what "
              "the model is to answer");
    ShockTest births =
        shock(fewer.file(), {{.name = "a", .measure = first_departures_of_poorest_fifth}});
    EXPECT_THAT(refusal(file_of_shocks({births})),
                HasSubstr("mine.yaml: changes what the start or births and deaths are made of"));
    births.answers[0].measure = "births";
    EXPECT_EQ(refusal(file_of_shocks({births})), "");
}
}  // namespace kochmon
