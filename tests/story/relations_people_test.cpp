// SPDX-License-Identifier: MIT
#include "tests/story/relations.hpp"

// Relations of why people go, stay and come back: aims, beliefs, family, other destinations.
namespace kochmon
{
namespace
{
using namespace relations;

// Nobody is sanctioned in a way that costs anything.
Settings sanctions_that_cost_nothing()
{
    return joined({all_jurisdictions("sanctions.fine=0 RUB"),
                   all_jurisdictions("sanctions.deportation_share=0 %"),
                   all_jurisdictions("sanctions.expulsion_share=0 %"),
                   all_jurisdictions("sanctions.custody=0 days"),
                   all_jurisdictions("registration.fine=0 RUB"),
                   {"law.checks.days_lost=0"}});
}

Settings no_checks()
{
    return joined(
        {all_destinations("checks.capacity=0"), {russia("criminal.database_check=0 %/month")}});
}

Settings nobody_joins()
{
    return {"rules.joining.family=0 %/year", "rules.joining.study=0 %/year"};
}

Settings joining(std::string const& family, std::string const& study)
{
    return {"rules.joining.family=" + family + " %/year",
            "rules.joining.study=" + study + " %/year"};
}

std::vector<Same> irrelevant_levers_of_people()
{
    return {
        irrelevant({"horizon_of_settlers_where_all_save",
                    {"population.settlers=0 %"},
                    {"rules.value.horizon.settlers=6 months"},
                    {"rules.value.horizon.settlers=60 months"}}),
        irrelevant({"horizon_of_savers_where_all_settle",
                    {"population.settlers=100 %"},
                    {"rules.value.horizon.savers=6 months"},
                    {"rules.value.horizon.savers=60 months"}}),
        irrelevant({"sum_where_all_settle",
                    {"population.settlers=100 %"},
                    {"rules.savings_target.sum=20000 RUB"},
                    {"rules.savings_target.sum=500000 RUB"}}),
        irrelevant({"sum_where_having_it_is_worth_nothing",
                    {"rules.savings_target.reached=0 RUB/month"},
                    {"rules.savings_target.sum=20000 RUB"},
                    {"rules.savings_target.sum=500000 RUB"}}),
        irrelevant({"word_of_mouth_where_nobody_is_found",
                    no_checks(),
                    {"rules.risk_belief.member_detected=0 %"},
                    {"rules.risk_belief.member_detected=30 %"}}),
        irrelevant({"news_where_sanctions_cost_nothing",
                    sanctions_that_cost_nothing(),
                    {"rules.risk_belief.news=0 %"},
                    {"rules.risk_belief.news=30 %"}}),
        irrelevant({"fading_where_sanctions_cost_nothing",
                    sanctions_that_cost_nothing(),
                    {"rules.risk_belief.quiet_month=0 %"},
                    {"rules.risk_belief.quiet_month=30 %"}}),
        irrelevant({"nest_of_destinations_of_the_flat_kernel",
                    {"rules.kernel=linear_flat"},
                    {"rules.moving_on.dissimilarity=0.2", "rules.status.without_dissimilarity=0.2",
                     "rules.departure.russian_dissimilarity=0.2"},
                    {"rules.moving_on.dissimilarity=0.9", "rules.status.without_dissimilarity=0.9",
                     "rules.departure.russian_dissimilarity=0.7"}}),
        irrelevant({"curvature_of_the_flat_kernel",
                    {"rules.kernel=linear_flat"},
                    {"rules.value.curvature=3000 RUB/month"},
                    {"rules.value.curvature=30000 RUB/month"}}),
    };
}

std::vector<Never> never_of_people()
{
    return {
        {.name = "without_family_hazard_nobody_joins_family",
         .law = joining("0", "10"),
         .counts = {Count::departures_to_join},
         .usual = joining("10", "0"),
         .instead = {Count::departures_to_study}},
        {.name = "without_study_hazard_nobody_leaves_to_study",
         .law = joining("10", "0"),
         .counts = {Count::departures_to_study},
         .usual = joining("0", "10"),
         .instead = {Count::departures_to_join}},
        {.name = "who_cannot_pay_the_way_does_not_move_on",
         .law = {"rules.moving_on.fare=1000"},
         .counts = {Count::moved_out, Count::moved_in},
         .instead = {Count::departures, Count::returns}},
        {.name = "without_a_wage_gap_and_without_joining_nobody_leaves",
         .law = joined({all_destinations("wage=0 RUB/month"),
                        nobody_joins(),
                        {"destinations.south_korea.placement.places=0 persons/year"}}),
         .counts = {Count::departures}},
        {.name = "without_a_wage_gap_only_family_and_students_leave",
         .law = joined({all_destinations("wage=0 RUB/month"), joining("10", "10")}),
         .counts = {Count::placed},
         .usual = {"destinations.south_korea.placement.test_passed=100 %"},
         .instead = {Count::departures_to_join, Count::departures_to_study}},
    };
}

std::int64_t departures(Sums const& sums)
{
    return sums.flow(Count::departures);
}

std::vector<Less> less_of_people()
{
    return {
        {"a_higher_sum_to_save_means_fewer_returns",
         {"rules.savings_target.sum=400000 RUB", "population.settlers=0 %"},
         {"rules.savings_target.sum=30000 RUB", "population.settlers=0 %"},
         [](Sums const& sums) { return sums.flow(Count::returns); }},
        {"savers_leave_less_than_settlers",
         {"population.settlers=0 %"},
         {"population.settlers=100 %"},
         departures},
        {"a_first_belief_in_more_risk_means_fewer_departures",
         {"rules.risk_belief.initial=20 %/month"},
         {"rules.risk_belief.initial=1 %/month"},
         departures},
        {"who_irregular_sends_more_sends_more",
         {"rules.remittance.irregular=0"},
         {"rules.remittance.irregular=0.5"},
         [](Sums const& sums) { return flowed(sums, Flow::remittances); }},
    };
}

class MetamorphicSamePeople : public testing::TestWithParam<Same>
{
};
class MetamorphicNeverPeople : public testing::TestWithParam<Never>
{
};
class MetamorphicLessPeople : public testing::TestWithParam<Less>
{
};
}  // namespace

TEST_P(MetamorphicSamePeople, gives_the_same_months)
{
    expect(GetParam());
}
INSTANTIATE_TEST_SUITE_P(People, MetamorphicSamePeople,
                         testing::ValuesIn(irrelevant_levers_of_people()), name_of<Same>);

TEST_P(MetamorphicNeverPeople, never_happens)
{
    expect(GetParam());
}
INSTANTIATE_TEST_SUITE_P(People, MetamorphicNeverPeople, testing::ValuesIn(never_of_people()),
                         name_of<Never>);

TEST_P(MetamorphicLessPeople, happens_less)
{
    expect(GetParam());
}
INSTANTIATE_TEST_SUITE_P(People, MetamorphicLessPeople, testing::ValuesIn(less_of_people()),
                         name_of<Less>);

TEST(MetamorphicPeople, a_belief_that_nothing_moves_is_the_first_one)
{
    Settings const still{"rules.risk_belief.own_detection=0 %",
                         "rules.risk_belief.member_detected=0 %", "rules.risk_belief.news=0 %",
                         "rules.risk_belief.quiet_month=0 %"};
    follow(still, [](Persons const& before, Persons const& now, std::size_t row, Month)
           { ASSERT_EQ(now[row].perceived_risk, before[row].perceived_risk); });
    for (std::size_t moved = 0; moved < still.size(); ++moved)
    {
        Settings one = still;
        one[moved] = one[moved].substr(0, one[moved].find('=')) + "=20 %";
        std::int64_t changes = 0;
        follow(one, [&](Persons const& before, Persons const& now, std::size_t row, Month)
               { changes += now[row].perceived_risk != before[row].perceived_risk ? 1 : 0; });
        EXPECT_GT(changes, 0) << one[moved];
    }
}

TEST(MetamorphicPeople, beliefs_at_home_move_only_with_attention_or_a_member_found)
{
    std::int64_t moved = 0;
    follow({"rules.risk_belief.member_detected=0 %"},
           [&](Persons const& before, Persons const& now, std::size_t row, Month)
           {
               if (!before.at_home(row) || now[row].perceived_risk == before[row].perceived_risk)
                   return;
               EXPECT_GT(now[row].news_heard, before[row].news_heard);
               ++moved;
           });
    EXPECT_GT(moved, 1000);
}

TEST(MetamorphicPeople, what_was_sent_grows_within_a_spell_and_ends_with_it)
{
    std::int64_t reached = 0;
    Kopecks const sum = tests::baseline_parameters().savings_target.target;
    follow({},
           [&](Persons const& before, Persons const& now, std::size_t row, Month)
           {
               if (!now.abroad(row))
               {
                   ASSERT_EQ(now[row].sent, 0);
               }
               else if (before.abroad(row) && before[row].arrival == now[row].arrival)
               {
                   ASSERT_GE(now[row].sent, before[row].sent);
               }
               reached += Kopecks(now[row].sent) == sum ? 1 : 0;
           });
    EXPECT_GT(reached, 0);
}

TEST(MetamorphicPeople, who_moves_on_within_a_country_takes_the_stay_along)
{
    std::int64_t within = 0;
    std::int64_t across = 0;
    follow({"rules.work.loss=30 %/month", "rules.moving_on.fare=0.1"},
           [&](Persons const& before, Persons const& now, std::size_t row, Month month)
           {
               bool const moved =
                   before.abroad(row) && now.abroad(row) && before.place[row] != now.place[row];
               if (!moved) return;
               EXPECT_EQ(now[row].came, stamp(month));
               EXPECT_EQ(now[row].contract, Contract::none);
               WorkRight const right = now[row].work_right;
               EXPECT_TRUE(right == WorkRight::none || right == WorkRight::free_movement ||
                           right == WorkRight::citizen);
               EXPECT_EQ(now[row].queue_end, never);
               bool const border =
                   jurisdiction_of(before.place[row]) != jurisdiction_of(now.place[row]);
               bool const citizen = right == WorkRight::citizen;
               EXPECT_TRUE(citizen || now[row].entry == stamp(month)) << "the deadline to register";
               bool const had_right = before[row].work_right != WorkRight::none;
               EXPECT_TRUE(border || had_right || now[row].stay_end == before[row].stay_end);
               ++(border ? across : within);
           });
    EXPECT_GT(within, 100);
    EXPECT_GT(across, 0);
}
}  // namespace kochmon
