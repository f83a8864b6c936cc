// SPDX-License-Identifier: MIT
#include <cmath>
#include <cstdio>

#include <gtest/gtest.h>

#include "agents/state/month_record.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

// What the stocks at the start, which are inputs, still move after the warm-up (docs/limits.md).
namespace kochmon
{
namespace
{
using Settings = std::vector<std::string>;

struct Outcome
{
    double abroad = 0.0;    // persons, full-scale
    double legality = 0.0;  // share of foreign workers
    double permits = 0.0;   // holders among foreigners
    double southern = 0.0;  // share of those abroad
};

struct Outcomes final : MonthObserver
{
    std::vector<Outcome> ends_of_years;

    void observe(MonthRecord const& record) override
    {
        if (record.month.month_of_year() != 12) return;
        Tally const& tally = record.tally;
        auto const all = [&](Count kind) { return static_cast<double>(tally.total(kind)); };
        double southern = 0.0;
        for (Region const region : kyrgyz_corridor()->regions())
            if (kyrgyz_corridor()->is_told_apart(region))
                southern += static_cast<double>(tally.total(Count::abroad, region));
        double const foreigners = all(Count::abroad) - all(Count::naturalized_abroad);
        ends_of_years.push_back(
            {.abroad = all(Count::abroad) * record.weight,
             .legality = all(Count::regular_workers) / all(Count::foreign_workers),
             .permits = all(Count::permit_holders) / foreigners,
             .southern = southern / all(Count::abroad)});
    }
};

// Ends of 2005 to 2019.
std::vector<Outcome> outcomes(Settings const& set)
{
    Scenario const scenario =
        tests::TestWorld{.persons = "50000", .months = 120, .warm_up = "60 months", .set = set}
            .scenario();
    Workers const workers(2);
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
    Outcomes observed;
    simulation.add(observed);
    simulation.run();
    return observed.ends_of_years;
}

void print(char const* start, std::vector<Outcome> const& years)
{
    for (std::size_t const year : {std::size_t{0}, std::size_t{5}, std::size_t{14}})
        std::printf(
            "%-22s %zu: %9.0f abroad, legality %4.1f %%, permits %4.1f %%, southern %4.1f %%\n",
            start, 2005 + year, years[year].abroad, 100.0 * years[year].legality,
            100.0 * years[year].permits, 100.0 * years[year].southern);
}
}  // namespace

TEST(StartOfTheRun, half_and_double_the_stocks_abroad_come_closer_in_the_warm_up)
{
    auto const usual = outcomes({});
    auto const half =
        outcomes({"start.foreigners=240000 persons", "start.naturalized=105000 persons"});
    auto const twice =
        outcomes({"start.foreigners=960000 persons", "start.naturalized=420000 persons"});
    print("usual stocks", usual);
    print("half", half);
    print("double", twice);
    EXPECT_LT(half[0].abroad, usual[0].abroad);
    EXPECT_LT(usual[0].abroad, twice[0].abroad);
    EXPECT_LT(twice[14].abroad / half[14].abroad, twice[0].abroad / half[0].abroad);
}

TEST(StartOfTheRun, permits_held_at_first_give_way_to_what_the_quotas_sustain)
{
    auto const many = outcomes({"start.with_permit=80 %"});
    auto const few = outcomes({"start.with_permit=28 %"});
    print("80 % with a permit", many);
    print("28 % with a permit", few);
    EXPECT_NEAR(many[5].permits, few[5].permits, 0.03);
}

TEST(StartOfTheRun, from_equal_shares_of_the_regions_the_south_emerges)
{
    // 53 % of the adults aged 19-50 are southern, so all regions start alike.
    auto const equal = outcomes({"start.southern=53 %"});
    print("equal regional shares", equal);
    EXPECT_GT(equal[14].southern, equal[0].southern);
}
}  // namespace kochmon
