// SPDX-License-Identifier: MIT
#include "analysis/targets/definitions.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "engine/error.hpp"

#include "tests/analysis/targets/world_of_targets.hpp"
#include "tests/corridors/kyrgyz_tally.hpp"

// Formulas by numbers made by hand. Batken, Osh, Osh city and Jalal-Abad are the south; Osh and
// Osh city the Osh area; Tajikistan is another country of origin.
namespace kochmon
{
namespace
{
using tests::definition_of;
using tests::measured;

struct Where
{
    Region from = regions::osh;
    Place to = destinations::moscow;
    Sex sex = Sex::male;
};

void count(Tally& tally, Count kind, std::int64_t agents, Where const& where = {})
{
    tally.count(kind, kyrgyz_cell(where.from, where.to, where.sex), agents);
}

TargetEvidence four_years()
{
    TargetEvidence evidence;
    evidence.corridor = *kyrgyz_corridor();
    evidence.paired.resize(1);
    for (Tally* const tally : {&evidence.window, &evidence.later_years, &evidence.paired[0].base,
                               &evidence.paired[0].policy})
        *tally = kyrgyz_tally();
    evidence.months_lived = 48;
    return evidence;
}

Region const of_tajikistan = regions::tajikistan;
}  // namespace

TEST(TargetKinds, of_which_each_has_a_name_of_its_own)
{
    std::set<std::string> names;
    for (TargetKind const& one : target_kinds())
        EXPECT_TRUE(names.insert(one.name).second) << one.name;
    for (char const* const id : {"C8", "C16", "C16_legality"})
        EXPECT_TRUE(definition_of(id).needs_policy() && definition_of(id).worlds() == 2) << id;
    EXPECT_EQ(definition_of("C1").worlds(), 1);
}

TEST(TargetDefinition, says_of_whom_and_where)
{
    EXPECT_EQ(definition_of("C1").text, "irregular over foreign workers in Russia, person-months");
    EXPECT_EQ(definition_of("C2").text,
              "persons abroad from Batken, Osh region, Osh city and Jalal-Abad over all there, "
              "person-months");
    EXPECT_EQ(definition_of("C3").text, "departures for work from Osh region and Osh city a year");
    EXPECT_EQ(definition_of("C12").text,
              "permit, first bed and food by list price, mean over departures for work to Russia");
}

// Nothing has happened: every denominator is 0.
TEST(TargetDefinitions, tell_nothing_where_a_denominator_is_0)
{
    TargetEvidence nothing_happened = four_years();
    nothing_happened.cohort = DepartureCohort{};
    nothing_happened.paired[0].lived = applications_months;
    TargetEvidence no_month;
    no_month.corridor = *kyrgyz_corridor();
    for (TargetKind const& one : target_kinds())
    {
        bool const is_a_level =
            one.name == "departures_for_work_a_year" || one.name == "persons_abroad";
        TargetPersons const all;
        EXPECT_EQ(
            one.measure({nothing_happened, nothing_happened.paired[0], all, 10.0}).has_value(),
            is_a_level)
            << one.name;
        EXPECT_FALSE(one.measure({no_month, {}, all, 10.0})) << one.name << " of no month";
    }
}

TEST(TargetC1, is_irregular_over_foreign_workers_in_russia_alone)
{
    TargetEvidence evidence = four_years();
    count(evidence.window, Count::foreign_workers, 60);
    count(evidence.window, Count::foreign_workers, 40,
          {regions::chuy, destinations::rest_of_russia, Sex::female});
    count(evidence.window, Count::regular_workers, 30);
    count(evidence.window, Count::foreign_workers, 500, {.to = destinations::kazakhstan});
    count(evidence.window, Count::foreign_workers, 500, {.from = of_tajikistan});
    EXPECT_EQ(measured("C1", evidence), 0.7);
}

TEST(TargetC2, is_the_part_of_four_regions_among_all_abroad)
{
    TargetEvidence evidence = four_years();
    count(evidence.window, Count::abroad, 1, {.from = regions::batken});
    count(evidence.window, Count::abroad, 2, {.to = destinations::kazakhstan});
    count(evidence.window, Count::abroad, 3, {.from = regions::osh_city});
    count(evidence.window, Count::abroad, 4, {.from = regions::jalal_abad, .sex = Sex::female});
    count(evidence.window, Count::abroad, 30, {.from = regions::naryn});
    count(evidence.window, Count::abroad, 500, {.from = of_tajikistan});
    EXPECT_EQ(measured("C2", evidence), 0.25);
}

TEST(TargetC3, is_departures_for_work_a_year_at_full_scale)
{
    TargetEvidence evidence = four_years();
    count(evidence.window, Count::departures, 70);
    count(evidence.window, Count::departures, 30,
          {regions::osh_city, destinations::other, Sex::female});
    count(evidence.window, Count::departures_to_join, 8);
    count(evidence.window, Count::departures_to_study, 12, {.from = regions::osh_city});
    count(evidence.window, Count::departures, 500, {.from = regions::batken});
    EXPECT_EQ(measured("C3", evidence, 3.0), 3.0 * 80.0 / 4.0);
    evidence.months_lived = 6;
    EXPECT_EQ(measured("C3", evidence, 3.0), 3.0 * 80.0 / 0.5);
    evidence.months_lived = 120;  // the window remains 48 months
    EXPECT_EQ(measured("C3", evidence, 3.0), 3.0 * 80.0 / 4.0);
}

// Of all departures, whatever for.
TEST(TargetC4, tells_all_departures_of_the_osh_area_apart_by_destination)
{
    TargetEvidence evidence = four_years();
    count(evidence.window, Count::departures, 50, {.to = destinations::moscow});
    count(evidence.window, Count::departures, 20, {.to = destinations::st_petersburg});
    count(evidence.window, Count::departures, 10, {.from = regions::osh_city});
    count(evidence.window, Count::departures_to_join, 40);
    count(evidence.window, Count::departures, 5, {.to = destinations::kazakhstan});
    count(evidence.window, Count::departures, 12, {.to = destinations::south_korea});
    count(evidence.window, Count::departures, 3, {.to = destinations::other});
    count(evidence.window, Count::departures, 500,
          {.from = regions::chuy, .to = destinations::other});
    EXPECT_EQ(measured("C4_russia", evidence), 0.80);
    EXPECT_EQ(measured("C4_kazakhstan", evidence), 0.05);
    EXPECT_EQ(measured("C4_other", evidence), 0.15);
}

TEST(TargetC5, is_departures_for_work_among_all_of_the_country)
{
    TargetEvidence evidence = four_years();
    count(evidence.window, Count::departures, 60);
    count(evidence.window, Count::departures, 40, {.from = regions::talas});
    count(evidence.window, Count::departures_to_join, 3);
    count(evidence.window, Count::departures_to_study, 2, {.from = regions::talas});
    count(evidence.window, Count::departures, 500, {.from = of_tajikistan});
    EXPECT_EQ(measured("C5", evidence), 0.95);
}

TEST(TargetC6, is_naturalizations_per_departure_in_the_osh_area)
{
    TargetEvidence evidence = four_years();
    count(evidence.window, Count::departures, 80);
    count(evidence.window, Count::departures_to_join, 40);
    count(evidence.window, Count::naturalizations, 6, {.to = destinations::rest_of_russia});
    count(evidence.window, Count::naturalizations, 2, {.from = regions::osh_city});
    count(evidence.window, Count::naturalizations, 50, {.from = regions::batken});
    EXPECT_EQ(measured("C6", evidence), 0.1);
}

TEST(TargetC7, leaves_the_dead_out)
{
    TargetEvidence evidence = four_years();
    EXPECT_FALSE(measured("C7", evidence)) << "108 months have not passed";
    evidence.cohort = DepartureCohort{.departed = 110, .died = 10, .never_home = 25};
    EXPECT_EQ(measured("C7", evidence), 0.25);
}

TEST(TargetC8, is_the_rise_of_applications_over_twelve_whole_months)
{
    TargetEvidence evidence = four_years();
    count(evidence.paired[0].base, Count::citizenship_sought, 8);
    count(evidence.paired[0].policy, Count::citizenship_sought, 10, {.from = regions::naryn});
    count(evidence.paired[0].policy, Count::citizenship_sought, 500, {.from = of_tajikistan});
    evidence.paired[0].lived = 12;
    EXPECT_EQ(measured("C8", evidence), 0.25);
    evidence.paired[0].lived = 11;
    EXPECT_FALSE(measured("C8", evidence));
}

// A group of another country is a part of those of that country.
TEST(TargetKinds, set_a_group_beside_its_own_country)
{
    Corridor corridor = *kyrgyz_corridor();
    Regions there;
    there.add(of_tajikistan);
    corridor.add_group("tajik", there);
    auto const kind =
        std::ranges::find(target_kinds(), std::string("share_of_abroad"), &TargetKind::name);
    TargetEvidence evidence = four_years();
    count(evidence.window, Count::abroad, 300);
    count(evidence.window, Count::abroad, 40, {.from = of_tajikistan});
    EXPECT_EQ(defined(*kind, "tajik", {}, corridor).measure(evidence, {}, 1.0), 1.0);
}

TEST(TargetC9, is_remittances_to_the_country_over_its_gdp)
{
    TargetEvidence evidence = four_years();
    evidence.window.flow(Flow::remittances, regions::chuy, destinations::moscow, Kopecks(60));
    evidence.window.flow(Flow::remittances, regions::osh, destinations::kazakhstan, Kopecks(40));
    evidence.window.flow(Flow::remittances, of_tajikistan, destinations::moscow, Kopecks(5000));
    evidence.window.home.of(first_country).gdp = 400;
    EXPECT_EQ(measured("C9", evidence), 0.25);
}

TEST(TargetC10, is_of_southern_households_after_the_first_year)
{
    TargetEvidence evidence = four_years();
    HomeAccounts& home = evidence.later_years.home;
    for (Region const region :
         {regions::batken, regions::osh, regions::osh_city, regions::jalal_abad})
        home.households[index(region)] = 25;
    home.on_remittances[index(regions::batken)] = 1;
    home.on_remittances[index(regions::osh)] = 2;
    home.on_remittances[index(regions::osh_city)] = 4;
    home.on_remittances[index(regions::jalal_abad)] = 8;
    home.households[index(regions::chuy)] = home.on_remittances[index(regions::chuy)] = 500;
    evidence.window.home.households[index(regions::osh)] = 500;
    EXPECT_EQ(measured("C10", evidence), 0.15);
}

TEST(TargetC11, is_the_mean_number_abroad_at_full_scale)
{
    TargetEvidence evidence = four_years();
    count(evidence.window, Count::abroad, 480);
    count(evidence.window, Count::abroad, 96, {regions::talas, destinations::other, Sex::female});
    count(evidence.window, Count::abroad, 500, {.from = of_tajikistan});
    EXPECT_EQ(measured("C11", evidence, 10.0), 120.0);
    evidence.months_lived = 24;
    EXPECT_EQ(measured("C11", evidence, 10.0), 240.0);
}

TEST(TargetC12, is_the_mean_over_arrivals_in_main)
{
    TargetEvidence evidence = four_years();
    evidence.list_prices = 90'000.0;
    evidence.arrivals_in_main = 2;
    EXPECT_EQ(measured("C12", evidence), 45'000.0);
}

TEST(TargetC13, is_the_median_of_completed_months_with_the_share_below_six_beside_it)
{
    TargetEvidence evidence = four_years();
    evidence.overstays = {0, 0, 0, 5, 0, 1, 3, 1};
    EXPECT_EQ(measured("C13", evidence), 3.0);
    EXPECT_EQ(measured("C13_early", evidence), 0.6);
    evidence.overstays = {0, 0, 0, 4, 0, 0, 2, 3};
    EXPECT_EQ(measured("C13", evidence), 6.0);  // the fifth of nine
}

TEST(TargetC14, is_of_irregular_workers_wherever_they_are)
{
    TargetEvidence evidence = four_years();
    count(evidence.window, Count::foreign_workers, 100, {.to = destinations::kazakhstan});
    count(evidence.window, Count::regular_workers, 20, {.to = destinations::kazakhstan});
    count(evidence.window, Count::exploited_within_year, 60, {.to = destinations::kazakhstan});
    count(evidence.window, Count::exploited_within_year, 500, {.from = of_tajikistan});
    EXPECT_EQ(measured("C14", evidence), 0.75);
}

TEST(TargetC14, ranks_overtime_before_pay_withheld_before_other_work)
{
    auto const rank = [](std::int64_t overtime, std::int64_t withheld, std::int64_t other)
    {
        TargetEvidence evidence = four_years();
        count(evidence.window, Count::unpaid_overtime, overtime);
        count(evidence.window, Count::pay_withheld, withheld);
        count(evidence.window, Count::other_work, other);
        return measured("C14_rank", evidence);
    };
    EXPECT_EQ(rank(3, 2, 1), 1.0);
    EXPECT_EQ(rank(2, 3, 1), 0.0);
    EXPECT_EQ(rank(3, 1, 2), 0.0);
    EXPECT_EQ(rank(2, 2, 1), 0.0);
}

TEST(TargetC15, is_placements_among_all_departures)
{
    TargetEvidence evidence = four_years();
    count(evidence.window, Count::departures, 200);
    count(evidence.window, Count::departures_to_join, 100);
    count(evidence.window, Count::placed, 1, {.to = destinations::south_korea});
    EXPECT_EQ(measured("C15", evidence), 0.005);
}

TEST(TargetC16, compares_st_petersburg_alone)
{
    TargetEvidence evidence = four_years();
    Where const there = {.to = destinations::st_petersburg};
    count(evidence.paired[0].base, Count::abroad, 100, there);
    count(evidence.paired[0].policy, Count::abroad, 98, there);
    count(evidence.paired[0].policy, Count::abroad, 500);
    EXPECT_NEAR(*measured("C16", evidence), -0.02, 1e-15);
    count(evidence.paired[0].base, Count::foreign_workers, 80, there);
    count(evidence.paired[0].base, Count::regular_workers, 40, there);
    count(evidence.paired[0].policy, Count::foreign_workers, 64, there);
    EXPECT_EQ(measured("C16_legality", evidence), -0.5);
    count(evidence.paired[0].policy, Count::regular_workers, 16, there);
    EXPECT_EQ(measured("C16_legality", evidence), -0.25);
}
}  // namespace kochmon
