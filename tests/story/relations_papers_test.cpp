// SPDX-License-Identifier: MIT
#include <cmath>

#include "tests/corridors/kyrgyzstan.hpp"
#include "tests/story/relations.hpp"

// Relations of permits, quotas, registration, placement and free movement.
namespace kochmon
{
namespace
{
using namespace relations;
using settings::all_permits;
using settings::russian_permits;

Settings quota(std::string const& places, std::string const& other_origins)
{
    return joined({russian_destinations("permit_quota.places=" + places),
                   russian_destinations("permit_quota.other_origins=" + other_origins)});
}

Settings no_quota()
{
    return russian_destinations("permit_quota.applies=false");
}

Settings free_movement()
{
    return joined({{russia("regime=free_movement")},
                   russian_destinations("placement.places=0 persons/year")});
}

std::vector<Same> same_quotas()
{
    Settings const usual{};
    return {
        {"a_quota_above_applications_is_no_quota", quota("100000000 persons/year", "0 %"),
         no_quota(), usual, no_quota()},
        {"places_of_other_origins_are_no_places",
         russian_destinations("permit_quota.other_origins=100 %"),
         russian_destinations("permit_quota.places=0 persons/year"), usual,
         russian_destinations("permit_quota.places=0 persons/year")},
        {"half_of_twice_the_places_is_all_of_them", quota("60000 persons/year", "50 %"),
         quota("30000 persons/year", "0 %"), quota("60000 persons/year", "0 %"),
         quota("30000 persons/year", "0 %")},
        {"a_language_test_nobody_passes_closes_placement",
         {"destinations.south_korea.placement.test_passed=0 %"},
         {"destinations.south_korea.placement.places=0 persons/year"},
         {"destinations.south_korea.placement.test_passed=100 %"},
         {"destinations.south_korea.placement.places=0 persons/year"}},
        {"a_free_permit_is_the_same_at_once_or_by_the_month",
         joined({all_permits("fee=0 RUB"), all_permits("payment=monthly")}),
         joined({all_permits("fee=0 RUB"), all_permits("payment=upfront")}),
         all_permits("payment=monthly"), all_permits("payment=upfront")},
    };
}

std::vector<Same> irrelevant_levers_of_papers()
{
    return {
        irrelevant({"permit_fees_under_free_movement", free_movement(),
                    russian_permits("fee=0 RUB"), russian_permits("fee=50000 RUB")}),
        irrelevant({"red_tape_under_free_movement", free_movement(),
                    russian_permits("red_tape=0 days"), russian_permits("red_tape=60 days")}),
        irrelevant({"permit_quota_under_free_movement", free_movement(),
                    russian_destinations("permit_quota.places=0 persons/year"),
                    russian_destinations("permit_quota.places=1000000 persons/year")}),
        irrelevant({"cost_of_re_entry_where_it_is_forbidden",
                    {russia("re_entry.open=false")},
                    {russia("re_entry.cost=0 RUB")},
                    {russia("re_entry.cost=50000 RUB")}}),
        irrelevant({"fine_for_registration_where_nobody_is_late",
                    all_jurisdictions("registration.deadline.kyrgyzstan=120 months"),
                    all_jurisdictions("registration.fine=0 RUB"),
                    all_jurisdictions("registration.fine=20000 RUB")}),
    };
}

std::vector<Never> never_of_papers()
{
    Settings const all_free = joined({all_permits("fee=0 RUB"),
                                      all_permits("papers=0 RUB"),
                                      no_quota(),
                                      all_destinations("lodging=0 RUB/month"),
                                      all_destinations("food=0 RUB/month"),
                                      {russia("intermediaries.price=0 RUB")}});
    Settings const short_residence =
        joined({free_movement(),
                {russia("residence.temporary_duration=6 months"),
                 russia("residence.months_before_permanent=6 months"),
                 russia("residence.temporary_fee=0 RUB"),
                 "rules.residence.constant=50000 RUB/month", "rules.residence.noise=1 RUB/month"},
                russian_destinations("residence_quota.temporary=1000000 persons/year"),
                russian_destinations("residence_quota.permanent=0 persons/year")});
    return {
        {.name = "no_permits_without_places",
         .law = russian_destinations("permit_quota.places=0 persons/year"),
         .counts = {Count::permits_granted},
         .instead = {Count::permits_refused},
         .where = is_in_main_jurisdiction},
        {.name = "nobody_refused_or_short_of_money_for_a_free_permit",
         .law = all_free,
         .counts = {Count::permits_refused, Count::permits_without_purse},
         .usual = {"start.cash=0 RUB", "destinations.moscow.permit_quota.other_origins=95 %"},
         .instead = {Count::permits_granted}},
        {.name = "nobody_waits_without_red_tape",
         .law = all_permits("red_tape=0 days"),
         .counts = {Count::applicants_waiting},
         .instead = {Count::permits_bought}},
        {.name = "no_overstay_under_free_movement_when_residence_ends",
         .law = short_residence,
         .counts = {Count::overstayed, Count::stays_overrun},
         .instead = {Count::temporary_residents},
         .where = is_in_main_jurisdiction},
        {.name = "nobody_is_late_with_as_long_to_register_as_to_stay",
         .law = all_jurisdictions("registration.deadline.kyrgyzstan=3 months"),
         .counts = {Count::registration_fines},
         .instead = {Count::re_entries}},
        {.name = "nobody_is_late_with_ten_years_to_register",
         .law = all_jurisdictions("registration.deadline.kyrgyzstan=120 months"),
         .counts = {Count::registration_fines},
         .instead = {Count::checks}},
    };
}

std::vector<Less> fewer_papers()
{
    auto const bought_directly = [](Sums const& sums)
    {
        return sums.flow(Count::permits_bought) - sums.flow(Count::permits_through_intermediary) -
               sums.flow(Count::permits_by_amnesty) - sums.flow(Count::permits_outside_quota);
    };
    auto const granted_in_st_petersburg = [](Sums const& sums)
    {
        return counted(sums, Count::permits_granted,
                       [](Place place) { return place == destinations::st_petersburg; });
    };
    return {
        {"dearer_permits_are_bought_less_directly",
         {russia("permit.fee=32000 RUB")},
         {russia("permit.fee=25000 RUB")},
         bought_directly},
        {"dearer_patents_are_bought_less",
         {russia("patent.fee=24000 RUB")},
         {russia("patent.fee=12000 RUB")},
         [](Sums const& sums) { return sums.flow(Count::patents_bought); }},
        {"half_the_places_of_st_petersburg_grant_fewer_permits_there",
         {"destinations.st_petersburg.permit_quota.places=82800 persons/year"},
         {"destinations.st_petersburg.permit_quota.places=165600 persons/year"},
         granted_in_st_petersburg},
    };
}

class MetamorphicSamePapers : public testing::TestWithParam<Same>
{
};
class MetamorphicNeverPapers : public testing::TestWithParam<Never>
{
};
class MetamorphicLessPapers : public testing::TestWithParam<Less>
{
};

// Searchers in Russia without a right and without an application, who found work this month.
std::int64_t jobs_found_without_right(Settings const& set)
{
    std::int64_t found = 0;
    follow(set,
           [&](Persons const& before, Persons const& now, std::size_t row, Month)
           {
               if (!is_in_main_jurisdiction(before.place[row]) ||
                   before[row].presence == Presence::prison)
                   return;
               bool const searched = before[row].contract == Contract::none &&
                                     before[row].work_right == WorkRight::none &&
                                     before[row].permit_begin == never;
               // Those who are sworn in take the job that was kept for citizens.
               bool const sworn_in = now[row].work_right == WorkRight::citizen;
               found += searched && !sworn_in && now[row].contract != Contract::none ? 1 : 0;
           });
    return found;
}
}  // namespace

TEST_P(MetamorphicSamePapers, gives_the_same_months)
{
    expect(GetParam());
}
TEST_P(MetamorphicNeverPapers, never_happens)
{
    expect(GetParam());
}
TEST_P(MetamorphicLessPapers, happens_less)
{
    expect(GetParam());
}
INSTANTIATE_TEST_SUITE_P(Quotas, MetamorphicSamePapers, testing::ValuesIn(same_quotas()),
                         name_of<Same>);
INSTANTIATE_TEST_SUITE_P(Irrelevant, MetamorphicSamePapers,
                         testing::ValuesIn(irrelevant_levers_of_papers()), name_of<Same>);
INSTANTIATE_TEST_SUITE_P(Papers, MetamorphicNeverPapers, testing::ValuesIn(never_of_papers()),
                         name_of<Never>);
INSTANTIATE_TEST_SUITE_P(Papers, MetamorphicLessPapers, testing::ValuesIn(fewer_papers()),
                         name_of<Less>);

TEST(MetamorphicPapers, a_year_grants_no_more_permits_than_its_places)
{
    Scenario const scenario = world({}).scenario();
    double const weight = synthesize(scenario).weight;
    ModelParameters const parameters = tests::baseline_parameters();
    Sums const sums = run({});
    for (Place const at : kyrgyz_corridor()->destinations())
    {
        auto const place = at;
        if (!is_in_main_jurisdiction(place)) continue;
        Quota const& quota = parameters.quota.quota[index(Scarce::permit)][index(at)];
        for (std::size_t january = 0; january + 12 <= sums.months.size(); january += 12)
        {
            std::int64_t granted = 0;
            for (std::size_t month = january; month < january + 12; ++month)
                granted += counted(sums.months[month], Count::permits_granted,
                                   [&](Place where) { return where == place; });
            double const places = 12.0 * quota.places_a_month() / weight;
            EXPECT_LE(static_cast<double>(granted), std::floor(places + 1.0))
                << kyrgyz_corridor()->name_of(at);
            EXPECT_GT(granted, 0) << kyrgyz_corridor()->name_of(at);
        }
    }
    EXPECT_GT(counted(sums, Count::permits_refused, is_in_main_jurisdiction), 0)
        << "some quota must bind";
}

TEST(MetamorphicPapers, no_searcher_without_a_right_finds_work_when_employers_fear_it)
{
    EXPECT_EQ(jobs_found_without_right({russia("employer_sanctions.job_finding=0")}), 0);
    EXPECT_GT(jobs_found_without_right({}), 0);
}
}  // namespace kochmon
