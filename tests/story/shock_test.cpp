// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "agents/loading/load_model.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyz_declarations.hpp"
#include "tests/corridors/kyrgyz_tally.hpp"

// A policy changes what it changes, and nothing else: same people, same luck, another rule.
namespace kochmon
{
namespace
{
using tests::Sums;

struct Size
{
    std::string persons = "20000";
    int months = 24;
};

Sums run_policy(std::string const& file, Size const& size = {})
{
    Overrides const overrides{
        .set = {"time.warm_up=60 months"}, .persons = size.persons, .months = size.months};
    std::string const path = std::string(KOCHMON_SOURCE) + "/config/" + file;
    return tests::run(Scenario::load(path, kyrgyz_declarations(), overrides));
}

Sums const& baseline()
{
    static Sums const sums = run_policy("baseline.yaml");
    return sums;
}

std::size_t months_alike(Sums const& a, Sums const& b)
{
    std::size_t month = 0;
    while (month < a.months.size() && a.months[month] == b.months[month]) ++month;
    return month;
}
}  // namespace

TEST(Shock, a_lever_set_to_its_own_value_changes_nothing)
{
    EXPECT_EQ(months_alike(baseline(), run_policy("policies/placebo.yaml")), 84U);
}

TEST(Shock, nothing_differs_before_the_month_of_the_shock)
{
    EXPECT_EQ(months_alike(baseline(), run_policy("policies/permit-fee.yaml")), 60U);
}

TEST(Shock, a_dearer_permit_is_bought_less)
{
    Sums const dearer = run_policy("policies/permit-fee.yaml");
    EXPECT_LT(dearer.flow(Count::permits_bought), baseline().flow(Count::permits_bought));
}

TEST(Shock, a_fee_halved_for_some_regions_helps_these)
{
    Sums const south = run_policy("policies/permit-fee-south.yaml");
    EXPECT_EQ(months_alike(baseline(), south), 60U);
    auto const bought_from = [](Sums const& sums, Region region)
    {
        std::int64_t bought = 0;
        for (Tally const& month : sums.months)
            for (Place const place : kyrgyz_corridor()->destinations())
                for (Sex const sex : {Sex::female, Sex::male})
                    bought += month.at(Count::permits_bought, kyrgyz_cell(region, place, sex));
        return bought;
    };
    EXPECT_GT(bought_from(south, regions::batken), bought_from(baseline(), regions::batken));
    EXPECT_GT(bought_from(south, regions::osh), bought_from(baseline(), regions::osh));
}

TEST(Shock, shorter_bans_shorten_the_ban_list)
{
    Sums const shorter = run_policy("policies/bans-halved.yaml");
    EXPECT_LT(shorter.months.back().total(Count::banned),
              baseline().months.back().total(Count::banned));
}

TEST(Shock, more_checks_remove_more)
{
    Sums const more = run_policy("policies/check-capacity.yaml");
    auto const removed = [](Sums const& sums)
    { return sums.flow(Count::deportations) + sums.flow(Count::expulsions); };
    EXPECT_GT(removed(more), removed(baseline()));
}

// [F11]: the number of migrants there hardly moves, since who is refused stays without a permit.
TEST(Shock, a_smaller_quota_of_st_petersburg_lowers_legality_there_and_hardly_the_number)
{
    Size const size{"100000", 36};
    auto const there = [](Sums const& sums, Count kind)
    {
        std::int64_t agents = 0;
        for (Region const region : kyrgyz_corridor()->regions())
            for (Sex const sex : {Sex::female, Sex::male})
                agents += sums.months.back().at(
                    kind, kyrgyz_cell(region, destinations::st_petersburg, sex));
        return static_cast<double>(agents);
    };
    Sums const before = run_policy("baseline.yaml", size);
    Sums const after = run_policy("policies/quota-st-petersburg.yaml", size);
    double const number = there(after, Count::abroad) / there(before, Count::abroad) - 1.0;
    EXPECT_GT(number, -0.03);
    EXPECT_LT(number, 0.01);
    double const regular_before = there(before, Count::regular_workers);
    double const regular_after = there(after, Count::regular_workers);
    EXPECT_LT(regular_after / there(after, Count::foreign_workers),
              0.95 * regular_before / there(before, Count::foreign_workers));
    std::printf("number there %+.2f %%, regular there %+.2f %%\n", 100.0 * number,
                100.0 * (regular_after / regular_before - 1.0));
}
}  // namespace kochmon
