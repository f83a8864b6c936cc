// SPDX-License-Identifier: MIT
#include <cmath>

#include "agents/loading/load_model.hpp"

#include "tests/corridors/kyrgyz_declarations.hpp"
#include "tests/corridors/kyrgyz_tally.hpp"
#include "tests/story/relations.hpp"

// Regions touch each other through named channels alone: networks, markets, crowding of checks,
// quotas, news and the product. With these off a policy for one region leaves all others alone, to
// the last agent and kopeck; with equal incomes and no ties regions behave alike.
namespace kochmon
{
namespace
{
using namespace relations;

// The permit costs half for workers from Batken and Osh from 2010-01 on, or does not.
Sums run_from_2010(std::string const& file, Settings const& set)
{
    Overrides overrides{.set = set, .persons = "20000", .months = 24};
    overrides.set.emplace_back("time.start=2010-01");
    overrides.set.emplace_back("time.warm_up=0 months");
    return tests::run(Scenario::load(std::string(KOCHMON_SOURCE) + "/config/" + file,
                                     kyrgyz_declarations(), overrides));
}

bool is_for(Region region)
{
    return region == regions::batken || region == regions::osh;
}

/// Counts and flows of one region that differ between two runs.
std::int64_t differences(Sums const& one, Sums const& other, Region region)
{
    std::int64_t differences = 0;
    for (std::size_t month = 0; month < one.months.size(); ++month)
    {
        Tally const& a = one.months[month];
        Tally const& b = other.months[month];
        for (Place const place : kyrgyz_corridor()->places())
        {
            auto const at = place;
            for (std::size_t kind = 0; kind < count_kinds; ++kind)
                for (Sex const sex : {Sex::female, Sex::male})
                {
                    std::size_t const cell = kyrgyz_cell(region, at, sex);
                    auto const count = static_cast<Count>(kind);
                    differences += a.at(count, cell) == b.at(count, cell) ? 0 : 1;
                }
            for (std::size_t kind = 0; kind < flow_kinds; ++kind)
            {
                auto const flow = static_cast<Flow>(kind);
                differences += a.at(flow, region, at) == b.at(flow, region, at) ? 0 : 1;
            }
        }
    }
    return differences;
}

/// What tells Bishkek from the other regions, or does not.
struct Bishkek
{
    std::string wage = "6000";
    std::string attachment = "0";
};

// Every region as poor as every other and as dear to its people, nobody abroad at first, nobody
// known there.
Settings regions_alike(Bishkek const& bishkek = {})
{
    Settings set{"rules.ties.region_weight=0",         "start.foreigners=0 persons",
                 "start.naturalized=0 persons",        "start.earlier_trip=0 %",
                 "rules.attention.at_home=30 %/month", "rules.ties.work_without=90 %",
                 "rules.joining.family=0 %/year",      "rules.joining.study=0 %/year"};
    for (std::string const& region : kyrgyz_corridor()->region_names())
    {
        Bishkek const is = region == "bishkek" ? bishkek : Bishkek{};
        for (std::string const& rest :
             {".wage=" + is.wage + " KGS/month", ".attachment=" + is.attachment + " RUB/month",
              std::string(".wage_job_share=30 %"), std::string(".household_size=4")})
            set.push_back("regions." + region + rest);
    }
    return set;
}

struct Going
{
    double considered = 0.0;
    double departed = 0.0;

    double rate() const { return departed / considered; }
};

Going going_from(Sums const& sums, Region region)
{
    Going going;
    for (Tally const& month : sums.months)
    {
        going.considered += static_cast<double>(month.total(Count::considered_leaving, region));
        going.departed += static_cast<double>(month.total(Count::departures, region));
    }
    return going;
}

/// How far the rate of a region lies from that of all, in standard errors.
double distance(Going const& region, Going const& all)
{
    double const p = all.rate();
    return std::abs(region.rate() - p) / std::sqrt(p * (1.0 - p) / region.considered);
}

double largest_distance(Settings const& set)
{
    Sums const sums =
        tests::run(tests::TestWorld{.persons = "60000", .months = 12, .set = set}.scenario());
    Going all;
    for (Region const region : kyrgyz_corridor()->regions())
    {
        Going const going = going_from(sums, region);
        all.considered += going.considered;
        all.departed += going.departed;
    }
    EXPECT_GT(all.departed, 1000.0);
    double largest = 0.0;
    for (Region const region : kyrgyz_corridor()->regions())
        largest = std::max(largest, distance(going_from(sums, region), all));
    return largest;
}
}  // namespace

TEST(MetamorphicRegions, a_policy_for_some_touches_nobody_elsewhere_when_the_channels_are_off)
{
    Sums const base = run_from_2010("baseline.yaml", channels_off());
    Sums const shock = run_from_2010("policies/permit-fee-south.yaml", channels_off());
    for (Region const number : kyrgyz_corridor()->regions())
    {
        auto const region = number;
        std::int64_t const differing = differences(base, shock, region);
        if (is_for(region))
            EXPECT_GT(differing, 0) << kyrgyz_corridor()->name_of(number);
        else
            EXPECT_EQ(differing, 0) << kyrgyz_corridor()->name_of(number);
    }
}

TEST(MetamorphicRegions, a_policy_for_some_reaches_others_through_the_channels)
{
    Sums const base = run_from_2010("baseline.yaml", {});
    Sums const shock = run_from_2010("policies/permit-fee-south.yaml", {});
    EXPECT_GT(differences(base, shock, regions::jalal_abad), 0);
}

TEST(MetamorphicRegions, without_ties_and_with_equal_incomes_behave_alike)
{
    EXPECT_LT(largest_distance(regions_alike()), 5.0);
    EXPECT_GT(largest_distance(regions_alike({.wage = "60000"})), 5.0) << "income must matter";
    EXPECT_GT(largest_distance(regions_alike({.attachment = "5000"})), 5.0)
        << "attachment must matter";
}
}  // namespace kochmon
