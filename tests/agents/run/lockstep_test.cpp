// SPDX-License-Identifier: MIT
// Worlds that live in lockstep: each comes to what it would come to alone.
#include "agents/run/lockstep.hpp"

#include <cctype>

#include <gtest/gtest.h>

#include "engine/error.hpp"

#include "agents/loading/load_model.hpp"

#include "tests/agents/world_of_tests.hpp"

namespace kochmon
{
namespace
{
constexpr char policies[] = KOCHMON_SOURCE "/config/policies/";

struct PolicyCase
{
    std::string file;
    int months = 24;  // reported, from 2010-01
};

Overrides small(int months)
{
    return {.set = {"time.start=2009-01", "time.warm_up=12 months"},
            .persons = "6000",
            .months = months};
}

Scenario base_of(int months)
{
    return load_model(std::string(KOCHMON_SOURCE) + "/config/baseline.yaml", small(months));
}

Scenario policy_of(PolicyCase const& one)
{
    return load_model(policies + one.file, small(one.months));
}

std::vector<Tally> months_of(Scenario const& scenario, std::uint32_t replicate)
{
    Workers const workers(1);
    tests::Sums sums;
    Simulation simulation(scenario, synthesize(scenario), replicate, {workers, {}});
    simulation.add(sums);
    simulation.run();
    return sums.months;
}

class LockstepOf : public testing::TestWithParam<PolicyCase>
{
};

TEST_P(LockstepOf, equals_separate_runs_bit_for_bit)
{
    Scenario const base = base_of(GetParam().months);
    Scenario const policy = policy_of(GetParam());
    Onset const onset = onset_of(base, policy);
    Population const start = synthesize(base);
    Population const own = synthesize(policy);
    std::vector<Course> const courses = {{&policy, onset, onset.own_start ? &own : nullptr}};
    Workers const workers(2);
    Lockstep worlds(base, courses, start, 1, {workers, {.tile_persons = 64, .piece_persons = 512}});
    worlds.keep_diaries();
    std::vector<Tally> const alone = months_of(base, 1);
    std::vector<Tally> const policy_alone = months_of(policy, 1);
    unsigned differ = 0;
    for (std::size_t month = 0; !worlds.ended(); ++month)
    {
        worlds.advance();
        ASSERT_EQ(worlds.base().record().tally, alone[month]) << month;
        ASSERT_EQ(worlds.policy(0).record().tally, policy_alone[month]) << month;
        differ += policy_alone[month] == alone[month] ? 0U : 1U;
    }
    EXPECT_GT(differ, 0U) << "a policy that does nothing shows nothing";
}

INSTANTIATE_TEST_SUITE_P(
    Policies, LockstepOf,
    testing::Values(PolicyCase{"permit-fee.yaml"}, PolicyCase{"quotas-lowered.yaml"},
                    PolicyCase{"free-movement.yaml", 80}, PolicyCase{"home-income.yaml"}),
    [](auto const& one)
    {
        std::string name = one.param.file;
        std::erase_if(name, [](char letter) { return std::isalnum(letter) == 0; });
        return name;
    });

Lockstep two_worlds(Scenario const& base, Scenario const& policy, Population const& start,
                    Workers const& workers)
{
    std::vector<Course> const courses = {{&policy, onset_of(base, policy), nullptr}};
    return {base, courses, start, 0, {workers, {}}};
}

TEST(Lockstep, shares_the_world_of_the_base_until_the_onset)
{
    Scenario const base = base_of(6);
    Scenario const policy = policy_of({"permit-fee.yaml", 6});
    Workers const workers(1);
    Lockstep worlds = two_worlds(base, policy, synthesize(base), workers);
    while (worlds.month() < Month::of(2010, 1))
    {
        worlds.advance();
        EXPECT_FALSE(worlds.parted(0));
        EXPECT_EQ(&worlds.policy(0), &worlds.base());
    }
    worlds.advance();
    EXPECT_TRUE(worlds.parted(0));
    EXPECT_NE(&worlds.policy(0), &worlds.base());
    EXPECT_NE(&worlds.rule_alone(0), &worlds.policy(0));
}

// Placebo: a lever set to its own value.
TEST(Lockstep, never_parts_a_policy_that_changes_nothing)
{
    Scenario const base = base_of(6);
    Scenario const placebo = policy_of({"placebo.yaml", 6});
    EXPECT_FALSE(onset_of(base, placebo).month);
    Workers const workers(1);
    Lockstep worlds = two_worlds(base, placebo, synthesize(base), workers);
    while (!worlds.ended()) worlds.advance();
    EXPECT_FALSE(worlds.parted(0));
}

TEST(Lockstep, gives_a_policy_that_moves_births_a_start_of_its_own)
{
    Overrides fewer = small(24);
    Scenario const base = base_of(24);
    fewer.set.emplace_back("population.fertility=0.5");
    Scenario const policy =
        load_model(std::string(KOCHMON_SOURCE) + "/config/baseline.yaml", fewer);
    Onset const onset = onset_of(base, policy);
    EXPECT_TRUE(onset.own_start);
    EXPECT_EQ(onset.month, base.settings().start);  // stated so, not by a shock
    Population const own = synthesize(policy);
    std::vector<Course> const courses = {{&policy, onset, &own}};
    Workers const workers(1);
    Lockstep worlds(base, courses, synthesize(base), 0, {workers, {}});
    std::vector<Tally> const alone = months_of(policy, 0);
    for (std::size_t month = 0; !worlds.ended(); ++month)
    {
        worlds.advance();
        ASSERT_EQ(worlds.policy(0).record().tally, alone[month]) << month;
    }
    EXPECT_LT(worlds.policy(0).population().persons.size(),
              worlds.base().population().persons.size());
}

// What stands in the law of the first month is a start of its own only if the start is made of it.
TEST(Lockstep, begins_with_the_people_of_the_base_where_the_start_is_the_same)
{
    std::string const file = std::string(KOCHMON_SOURCE) + "/config/baseline.yaml";
    Scenario const base = base_of(6);
    auto const starts_apart = [&](std::string const& set)
    {
        Overrides other = small(6);
        other.set.push_back(set);
        Onset const onset = onset_of(base, load_model(file, other));
        EXPECT_EQ(onset.month, base.settings().start) << set;
        return onset.own_start;
    };
    EXPECT_FALSE(starts_apart("home.saving_share=12 %"));
    EXPECT_FALSE(starts_apart("law.checks.hazard=2 %/month"));
    EXPECT_TRUE(starts_apart("start.mean_spell=31 months"));
    EXPECT_TRUE(starts_apart("jurisdictions.russia.permitted_stay=4 months"));
    EXPECT_TRUE(starts_apart("rules.risk_belief.initial=10 %/month"));
}

TEST(Lockstep, branches_in_the_first_month_as_a_separate_run_does)
{
    Overrides stricter = small(24);
    stricter.set.emplace_back("law.checks.hazard=9 %/month");
    Scenario const base = base_of(24);
    Scenario const policy =
        load_model(std::string(KOCHMON_SOURCE) + "/config/baseline.yaml", stricter);
    Workers const workers(1);
    Lockstep worlds = two_worlds(base, policy, synthesize(base), workers);
    std::vector<Tally> const alone = months_of(policy, 0);
    for (std::size_t month = 0; !worlds.ended(); ++month)
    {
        worlds.advance();
        ASSERT_EQ(worlds.policy(0).record().tally, alone[month]) << month;
        EXPECT_TRUE(worlds.parted(0));
    }
}

/// Checks that stand until a month in which another change comes, alone and with a fee before.
struct Family
{
    Scenario base = base_of(18);
    Scenario checks = of({"law.checks.hazard=9 %/month"});
    Scenario checks_and_fee = of({"law.checks.hazard=9 %/month"}, "permit-fee.yaml");
    Scenario fewer_births = of({"population.fertility=0.5"});
    Scenario fewer_births_and_fee = of({"population.fertility=0.5"}, "permit-fee.yaml");

    static Scenario of(std::vector<std::string> set, std::string const& policy = {})
    {
        Overrides changed = small(18);
        changed.set.insert(changed.set.end(), set.begin(), set.end());
        return load_model(policy.empty() ? std::string(KOCHMON_SOURCE) + "/config/baseline.yaml"
                                         : policies + policy,
                          changed);
    }
    std::vector<Scenario const*> all() const
    {
        return {&checks, &checks_and_fee, &fewer_births, &fewer_births_and_fee, &checks};
    }
};

TEST(Lockstep, branches_each_policy_from_what_it_agrees_with_longest)
{
    Family const family;
    auto const all = family.all();
    std::vector<Course> const courses = courses_of_longest_stems(family.base, all);
    EXPECT_FALSE(courses[0].stem);
    EXPECT_EQ(courses[0].onset.month, Month::of(2009, 1));
    EXPECT_EQ(courses[1].stem, 0U);
    EXPECT_EQ(courses[1].onset.month, Month::of(2010, 1));
    EXPECT_FALSE(courses[2].stem);
    EXPECT_TRUE(courses[2].onset.own_start);
    EXPECT_EQ(courses[3].stem, 2U);
    EXPECT_FALSE(courses[3].onset.own_start);
    EXPECT_EQ(courses[3].onset.month, Month::of(2010, 1));
    EXPECT_EQ(courses[4].stem, 0U);
    EXPECT_FALSE(courses[4].onset.month);
}

TEST(Lockstep, of_shared_stems_equals_separate_runs_after_the_base_has_ended)
{
    Family const family;
    auto const all = family.all();
    std::vector<Course> courses = courses_of_longest_stems(family.base, all);
    Population const own = synthesize(family.fewer_births);
    courses[2].start = &own;
    Workers const workers(2);
    Lockstep worlds(family.base, courses, synthesize(family.base), 1,
                    {workers, {.tile_persons = 64, .piece_persons = 512}});
    worlds.leave_base_when_alone();
    std::vector<std::vector<Tally>> alone;
    for (Scenario const* const scenario : all) alone.push_back(months_of(*scenario, 1));
    for (std::size_t month = 0; !worlds.ended(); ++month)
    {
        worlds.advance();
        for (std::size_t k = 0; k < all.size(); ++k)
            ASSERT_EQ(worlds.policy(k).record().tally, alone[k][month]) << k << ' ' << month;
    }
    EXPECT_EQ(worlds.base().month(), family.base.settings().start) << "every policy had parted";
    EXPECT_FALSE(worlds.parted(4)) << "it is the first once more";
    EXPECT_NE(alone[1], alone[0]);
    EXPECT_NE(alone[3], alone[2]);
}

// A policy that opens a list of places which nobody uses under the base still has no more places.
TEST(Lockstep, grants_no_more_than_its_places_by_the_rule_alone)
{
    Scenario const base = base_of(24);
    Scenario const policy = policy_of({"licensed-agencies.yaml", 24});
    Workers const workers(1);
    Lockstep worlds = two_worlds(base, policy, synthesize(base), workers);
    std::int64_t under_policy = 0;
    std::int64_t by_rule = 0;
    std::int64_t under_base = 0;
    while (!worlds.ended())
    {
        worlds.advance();
        under_base += worlds.base().record().tally.total(Count::placed);
        under_policy += worlds.policy(0).record().tally.total(Count::placed);
        by_rule += worlds.rule_alone(0).record().tally.total(Count::placed);
    }
    EXPECT_GT(by_rule, under_base + 10);
    EXPECT_LT(by_rule, under_policy * 3 / 2);
}

TEST(Lockstep, refuses_scenarios_of_other_people_luck_or_months)
{
    Scenario const base = base_of(6);
    Overrides seed = small(6);
    seed.seed = 7;
    std::string const file = std::string(KOCHMON_SOURCE) + "/config/baseline.yaml";
    EXPECT_THROW(onset_of(base, load_model(file, seed)), ScenarioError);
    EXPECT_THROW(onset_of(base, base_of(7)), ScenarioError);
    Overrides people = small(6);
    people.population_seed = 9;
    EXPECT_THROW(onset_of(base, load_model(file, people)), ScenarioError);
    Overrides households = small(6);
    households.set.emplace_back("regions.osh.household_size=3");
    EXPECT_THROW(onset_of(base, load_model(file, households)), ScenarioError);
    Overrides origins = small(6);
    origins.set.emplace_back("origins.tajikistan.included=true");
    EXPECT_THROW(onset_of(base, load_model(file, origins)), ScenarioError);
    Overrides pay = small(6);
    pay.set.emplace_back("home.saving_share=12 %");
    EXPECT_EQ(onset_of(base, load_model(file, pay)).month, base.settings().start);
}
}  // namespace
}  // namespace kochmon
