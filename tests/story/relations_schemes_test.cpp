// SPDX-License-Identifier: MIT
#include "tests/corridors/kyrgyzstan.hpp"
#include "tests/story/relations.hpp"

// Relations of schemes of permits, paths to residence and citizenship, offences, and of what
// regions, strangers and citizens are to those who choose.
namespace kochmon
{
namespace
{
using namespace relations;
using settings::citizenship_wanted;
using settings::no_citizenship;
using settings::no_residence;
using settings::work_by_households;

// All to the same degree.
Settings attached(std::string const& mean)
{
    Settings set{"population.attachment.mean=" + mean + " RUB/month",
                 "population.attachment.spread=0 RUB/month",
                 "population.attachment.women=0 RUB/month"};
    for (std::string const& region : kyrgyz_corridor()->region_names())
        set.push_back("regions." + region + ".attachment=0 RUB/month");
    return set;
}

std::vector<Same> same_schemes()
{
    Settings const permits_reach_all{russia("patent.employers=all"),
                                     russia("highly_skilled.open=false")};
    Settings const by_the_agreement{russia("naturalization.agreement.residence=0 months"),
                                    russia("naturalization.agreement.relative=false")};
    Settings const simplified =
        joined({citizenship_wanted(), no_citizenship(CitizenshipPath::simplified)});
    Settings const agreement =
        joined({citizenship_wanted(), no_citizenship(CitizenshipPath::agreement)});
    Settings const fee{russia("permit.fee=25000 RUB"), russia("permit.papers=0 RUB")};
    Settings const papers{russia("permit.fee=5000 RUB"), russia("permit.papers=20000 RUB")};
    Settings const by_the_month{russia("permit.payment=monthly")};
    return {
        {"papers_are_a_part_of_a_fee_that_is_paid_at_once", fee, papers,
         joined({fee, by_the_month}), joined({papers, by_the_month})},
        {"a_patent_for_all_is_one_for_households_where_all_work_is_theirs",
         joined({work_by_households("100 %"), {russia("patent.employers=all")}}),
         joined({work_by_households("100 %"), {russia("patent.employers=households")}}),
         {russia("patent.employers=all")},
         {russia("patent.employers=households")}},
        {"paths_that_ask_the_same_are_the_same", simplified, joined({agreement, by_the_agreement}),
         simplified, agreement},
        irrelevant({"who_gives_work_where_permits_let_work_with_all", permits_reach_all,
                    work_by_households("0 %"), work_by_households("100 %")}),
        irrelevant({"relatives_where_no_path_asks_for_them",
                    {russia("naturalization.agreement.relative=false"),
                     russia("residence.by_agreement.relative=false")},
                    {"rules.naturalization.relatives=0"},
                    {"rules.naturalization.relatives=100"}}),
        irrelevant({"ties_to_citizens_where_there_are_none",
                    joined({no_citizenship(), {"start.naturalized=0 persons"}}),
                    {"rules.ties.of_citizens=0 %"},
                    {"rules.ties.of_citizens=100 %"}}),
        irrelevant({"attachment_that_nobody_has_against_residence",
                    attached("0"),
                    {"rules.residence.attachment=0"},
                    {"rules.residence.attachment=10"}}),
        irrelevant({"attachment_that_nobody_has_against_citizenship",
                    joined({citizenship_wanted(), attached("0")}),
                    {"rules.naturalization.attachment=0"},
                    {"rules.naturalization.attachment=10"},
                    citizenship_wanted()}),
        irrelevant({"pooled_income_under_the_linear_kernel",
                    {"rules.kernel=linear_flat"},
                    {"rules.value.pooled=0 RUB/month"},
                    {"rules.value.pooled=50000 RUB/month"}}),
    };
}

std::vector<Never> never_of_schemes()
{
    Settings const nobody_is_checked = joined(
        {all_destinations("checks.capacity=0"), {russia("criminal.database_check=0 %/month")}});
    return {
        {.name = "no_place_taken_by_residence_of_the_agreement",
         .law = no_residence(ResidencePath::by_agreement),
         .counts = {Count::residence_granted, Count::residence_refused},
         .instead = {Count::residences_outside_quota}},
        {.name = "nobody_fined_or_barred_who_neither_is_checked_nor_offends",
         .law = joined({nobody_is_checked,
                        {russia("offences.hazard=0 %/month"), russia("exit_ban.chance=0 %")}}),
         .counts = {Count::offences, Count::fines, Count::repeat_bans, Count::bans_entered},
         .flows = {Flow::fines},
         .usual = {russia("repeat_ban.chance=100 %")},
         .instead = {Count::permits_bought}},
        {.name = "nobody_leaves_for_where_strangers_are_too_strange",
         .law = {"destinations.other.psychic_cost=1000000 RUB/month",
                 "rules.joining.family=0 %/year", "rules.joining.study=0 %/year"},
         .counts = {Count::departures},
         .where = [](Place place) { return place == destinations::other; }},
    };
}

std::vector<Less> less_of_schemes()
{
    auto const flow = [](Count kind)
    { return [kind](Sums const& sums) { return sums.flow(kind); }; };
    auto const leave_for_kazakhstan = [](Sums const& sums)
    {
        return counted(sums, Count::departures,
                       [](Place place) { return place == destinations::kazakhstan; });
    };
    auto const leave_osh = [](Sums const& sums)
    {
        std::int64_t left = 0;
        for (Tally const& month : sums.months) left += month.total(Count::departures, regions::osh);
        return left;
    };
    return {
        {"a_strange_country_attracts_fewer",
         {"destinations.kazakhstan.psychic_cost=8000 RUB/month"},
         {"destinations.kazakhstan.psychic_cost=0 RUB/month"},
         leave_for_kazakhstan},
        {"attachment_to_a_region_keeps_its_people",
         {"regions.osh.attachment=8000 RUB/month"},
         {"regions.osh.attachment=0 RUB/month"},
         leave_osh},
        {"citizens_who_are_no_ties_draw_fewer",
         {"rules.ties.of_citizens=0 %"},
         {"rules.ties.of_citizens=100 %"},
         flow(Count::departures)},
        {"the_attached_settle_less", joined({attached("3000"), {"rules.residence.attachment=2"}}),
         joined({attached("3000"), {"rules.residence.attachment=0"}}),
         flow(Count::residence_sought)},
        {"the_attached_keep_their_passport",
         joined({citizenship_wanted(), attached("3000"), {"rules.naturalization.attachment=2"}}),
         joined({citizenship_wanted(), attached("3000"), {"rules.naturalization.attachment=0"}}),
         flow(Count::citizenship_sought)},
        {"fewer_relatives_naturalize_fewer_by_the_agreement",
         joined({settings::citizenship_after_residence(CitizenshipPath::agreement),
                 {"rules.naturalization.relatives=1"}}),
         joined({settings::citizenship_after_residence(CitizenshipPath::agreement),
                 {"rules.naturalization.relatives=8"}}),
         flow(Count::naturalizations)},
        {"a_rarer_offence_bars_fewer",
         {russia("offences.hazard=1 %/month")},
         {russia("offences.hazard=4 %/month")},
         flow(Count::repeat_bans)},
        {"nobody_sends_money_abroad_and_fewer_permits_are_bought",
         {"rules.liquidity.sent_abroad=0 %"},
         {"rules.liquidity.sent_abroad=100 %"},
         flow(Count::permits_bought)},
        {"who_fears_no_life_outside_the_law_buys_fewer_permits",
         {"rules.status.fear=0 RUB/month"},
         {"rules.status.fear=7000 RUB/month"},
         flow(Count::permits_bought)},
        {"late_pay_buys_fewer_permits",
         {"rules.pay.first_after=3 months"},
         {"rules.pay.first_after=0 months"},
         flow(Count::permits_bought)},
    };
}

class MetamorphicSameSchemes : public testing::TestWithParam<Same>
{
};
class MetamorphicNeverSchemes : public testing::TestWithParam<Never>
{
};
class MetamorphicLessSchemes : public testing::TestWithParam<Less>
{
};

// Everybody pays for oneself, so what one decides leaves others in the household alone.
Settings own_means()
{
    return {"rules.liquidity.purse_share=0 %"};
}

/// Of whom this is so at the end of the first month, in which all meet the same world.
template <class True>
std::vector<bool> after_a_month(Settings const& set, True is_true)
{
    Scenario const scenario = tests::TestWorld{.months = 1, .set = set}.scenario();
    Workers const workers(1);
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
    Persons const before = simulation.population().persons;
    simulation.advance();
    Persons const& now = simulation.population().persons;
    std::vector<bool> are;
    for (std::size_t row = 0; row < now.size(); ++row) are.push_back(is_true(before, now, row));
    return are;
}

std::vector<bool> buy_a_patent(std::string const& fee)
{
    return after_a_month(joined({own_means(), {russia("patent.fee=" + fee)}}),
                         [](Persons const& before, Persons const& now, std::size_t row)
                         {
                             return now[row].permit_end != before[row].permit_end &&
                                    now[row].work_right == WorkRight::permit &&
                                    now[row].scheme == Scheme::patent;
                         });
}

// The agreement alone leads to residence here, and there are no choices but this.
std::vector<bool> become_residents(std::string const& relatives)
{
    Settings const set = joined(
        {own_means(),
         no_residence(ResidencePath::by_agreement),
         {"rules.naturalization.relatives=" + relatives, "rules.attention.abroad=100 %/month",
          "rules.residence.constant=50000 RUB/month"}});
    return after_a_month(set,
                         [](Persons const& before, Persons const& now, std::size_t row)
                         {
                             return now[row].work_right == WorkRight::temporary_resident &&
                                    before[row].work_right != WorkRight::temporary_resident;
                         });
}

/// Those who are there in one world are there in the other, which has more of them.
void expect_within(std::vector<bool> const& few, std::vector<bool> const& many)
{
    ASSERT_EQ(few.size(), many.size());
    EXPECT_GT(std::ranges::count(few, true), 0);
    EXPECT_GT(std::ranges::count(many, true), std::ranges::count(few, true));
    for (std::size_t row = 0; row < few.size(); ++row) EXPECT_TRUE(many[row] || !few[row]) << row;
}

// Whose ban the last of 25 months strikes off, where this part of the bans is struck off in it.
std::vector<bool> struck_off(std::string const& part)
{
    Settings const set{
        russia("amnesty.struck_off=[{from: 2000-01, value: 0 %}, {from: 2007-01, "
               "value: " +
               part + "}]")};
    Scenario const scenario = tests::TestWorld{.months = 25, .set = set}.scenario();
    Workers const workers(1);
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
    std::vector<bool> struck;
    while (!simulation.ended())
    {
        std::vector<MonthStamp> const before =
            simulation.population().persons.ban_end[index(jurisdictions::russia)];
        simulation.advance();
        std::vector<MonthStamp> const& now =
            simulation.population().persons.ban_end[index(jurisdictions::russia)];
        struck.clear();
        for (std::size_t row = 0; row < now.size(); ++row)
            struck.push_back(before[row] >= stamp(simulation.month()) && now[row] == never);
    }
    return struck;
}
}  // namespace

TEST_P(MetamorphicSameSchemes, gives_the_same_months)
{
    expect(GetParam());
}
TEST_P(MetamorphicNeverSchemes, never_happens)
{
    expect(GetParam());
}
TEST_P(MetamorphicLessSchemes, happens_less)
{
    expect(GetParam());
}
INSTANTIATE_TEST_SUITE_P(Schemes, MetamorphicSameSchemes, testing::ValuesIn(same_schemes()),
                         name_of<Same>);
INSTANTIATE_TEST_SUITE_P(Schemes, MetamorphicNeverSchemes, testing::ValuesIn(never_of_schemes()),
                         name_of<Never>);
INSTANTIATE_TEST_SUITE_P(Schemes, MetamorphicLessSchemes, testing::ValuesIn(less_of_schemes()),
                         name_of<Less>);

TEST(MetamorphicSchemes, a_dearer_patent_is_bought_by_nobody_who_would_not_buy_the_cheaper)
{
    expect_within(buy_a_patent("36000 RUB"), buy_a_patent("12000 RUB"));
}

TEST(MetamorphicSchemes, with_more_relatives_the_agreement_admits_all_whom_it_admits_with_fewer)
{
    expect_within(become_residents("1"), become_residents("8"));
}

TEST(MetamorphicSchemes, whose_ban_is_struck_off_with_few_has_it_struck_off_with_many)
{
    expect_within(struck_off("20 %"), struck_off("60 %"));
}

TEST(MetamorphicSchemes, free_movement_lets_everybody_work_who_shows_genuine_papers)
{
    int may_work = 0;
    follow({russia("regime=free_movement")},
           [&](Persons const&, Persons const& now, std::size_t row, Month)
           {
               Status const status = now.status(row);
               bool const there = now.abroad(row) && is_in_main_jurisdiction(now.place[row]);
               if (!there || status.held() || status.papers != Papers::genuine) return;
               EXPECT_TRUE(status.may_work());
               ++may_work;
           });
    EXPECT_GT(may_work, 10'000);
}

// A permit lets work with those whom it is for; other work with it is irregular within the stay.
TEST(MetamorphicSchemes, who_works_beyond_the_permit_may_work_and_is_not_regular)
{
    int beyond = 0;
    follow({},
           [&](Persons const&, Persons const& now, std::size_t row, Month)
           {
               Status const status = now.status(row);
               if (!now.abroad(row) || status.work_right != WorkRight::permit) return;
               if (!status.employed() || status.papers != Papers::genuine) return;
               bool const reached = reaches(now[row].permit_for, now[row].employer);
               EXPECT_EQ(status.regular(), reached && status.presence_lawful());
               if (reached) return;
               EXPECT_EQ(status.may_work(), status.presence_lawful());
               ++beyond;
           });
    EXPECT_GT(beyond, 500);
}
}  // namespace kochmon
