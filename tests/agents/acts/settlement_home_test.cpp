// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "agents/options/help_on_return.hpp"
#include "agents/steps/steps.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyz_tally.hpp"

namespace kochmon
{
namespace
{
Month const december = Month::of(2010, 12);

/// A father at home in Osh with a wage job, 4,000 RUB a month, and a son in Moscow.
class FatherAndSon : public testing::Test
{
  protected:
    static constexpr std::size_t father = 0;
    static constexpr std::size_t son = 1;

    void SetUp() override
    {
        society.parameters = tests::baseline_parameters(
            {"markets.exchange.kgs_per_rub=1.5", "regions.osh.wage=6000 KGS/month",
             "home.saving_share=0 %", "rules.remittance.saved=20 %",
             "home.investment.of_remittances=30 %"});
        society.month = december;
        Persons& persons = population.persons;
        persons.ban_end.resize(kyrgyz_corridor()->jurisdictions().size());
        persons.resize(2);
        population.households.resize(1);
        population.households.first_member = {0, 2};
        population.households.region = {regions::osh};
        population.households.wage_earners = {1};
        for (std::size_t person = 0; person < 2; ++person)
        {
            persons.key[person] = person;
            persons.birth[person] = stamp(december - 12 * 30);
            persons[person].origin = regions::osh;
            persons.wage_job[person] = 1;
            persons[person].arrival = stamp(december - 24);
            persons[person].permit_end = persons[person].queue_end = never;
        }
        persons.place[son] = destinations::moscow;
    }

    Intent from_abroad(Act act, std::int64_t roubles = 0) const
    {
        return {.household = 0,
                .person = son,
                .act = act,
                .place = destinations::moscow,
                .amount = Kopecks(roubles * 100)};
    }

    void live_through(Month month, std::vector<Intent> const& intents)
    {
        society.month = month;
        std::vector<Piece> pieces = cut(population, {}, *kyrgyz_corridor());
        pieces.front().begin_tile(0);
        pieces.front().tile().intents = intents;
        steps::carry_out(society, pieces.front());
        tally = pieces.front().tally;
        society.savings.open_month(society.parameters.markets, society.parameters.saving,
                                   everywhere_one());
        society.savings.close_month();
    }

    Livelihood livelihood() const { return population.households.livelihood[0]; }

    Society society = tests::society_of_tests();
    Population population;
    Tally tally = kyrgyz_tally();
};
}  // namespace

TEST_F(FatherAndSon, put_aside_invest_and_spend_what_is_sent)
{
    live_through(december, {from_abroad(Act::remit, 1'000)});
    EXPECT_EQ(population.households.cash[0], 20'000);
    EXPECT_EQ(tally.total(Flow::remittances), 100'000);
    EXPECT_EQ(tally.total(Flow::remittances_invested), 30'000);
    EXPECT_EQ(tally.total(Flow::remittances_spent), 50'000);
}

TEST_F(FatherAndSon, never_invest_what_is_put_aside)
{
    society.parameters.remittance.saved = Share(0.5);
    society.parameters.home_economies.of[index(first_country)].invested = Share(0.5);
    Intent sent = from_abroad(Act::remit);
    sent.amount = Kopecks(3);
    live_through(december, {sent});
    EXPECT_EQ(population.households.cash[0], 2) << "1.5 to even";
    EXPECT_EQ(tally.total(Flow::remittances_invested), 1);
    EXPECT_EQ(tally.total(Flow::remittances_spent), 0);
}

TEST_F(FatherAndSon, build_capital_where_there_is_an_economy)
{
    population.households.region = {regions::tajikistan};
    for (Person& person : population.persons.records) person.origin = regions::tajikistan;
    live_through(december, {from_abroad(Act::remit, 1'000)});
    EXPECT_EQ(population.households.cash[0], 20'000);
    EXPECT_EQ(tally.total(Flow::remittances_invested), 0);
    EXPECT_EQ(tally.total(Flow::remittances_spent), 80'000);
}

TEST_F(FatherAndSon, live_on_remittances_if_these_exceed_what_is_earned_in_the_year)
{
    // December earns 4,000 RUB; 4,001 are sent.
    live_through(december, {from_abroad(Act::remit, 4'001)});
    EXPECT_EQ(livelihood(), Livelihood::nobody_at_home) << "no year has passed";
    live_through(december + 1, {from_abroad(Act::remit, 100'000)});
    EXPECT_EQ(livelihood(), Livelihood::remittances);
    EXPECT_EQ(population.households.earned[0], 0);
    EXPECT_EQ(population.households.received[0], 10'000'000) << "January belongs to the new year";
}

TEST_F(FatherAndSon, live_on_income_at_home_if_remittances_are_just_half)
{
    live_through(december, {from_abroad(Act::remit, 4'000)});
    live_through(december + 1, {});
    EXPECT_EQ(livelihood(), Livelihood::income_at_home);
}

TEST_F(FatherAndSon, count_what_is_earned_between_settlements)
{
    // Three months of 4,000 RUB before the turn of the year, settled at once: 12,000.
    live_through(december - 2, {});
    live_through(december - 1, {});
    live_through(december, {from_abroad(Act::remit, 12'000)});
    EXPECT_EQ(population.households.earned[0], 800'000) << "of the months before";
    live_through(december + 1, {});
    EXPECT_EQ(livelihood(), Livelihood::income_at_home);
}

TEST_F(FatherAndSon, are_no_household_at_home_when_both_are_abroad)
{
    population.persons.place[father] = destinations::moscow;
    live_through(december, {});
    live_through(december + 1, {});
    EXPECT_EQ(livelihood(), Livelihood::nobody_at_home);
}

TEST_F(FatherAndSon, get_loan_and_transfer_once_when_the_son_returns)
{
    society.parameters.return_credit.amount.fill(Kopecks(10'000'000));
    society.parameters.return_credit.easy = Share(0.4);
    society.parameters.markets.fare[index(destinations::moscow)] = Kopecks{};
    live_through(december, {from_abroad(Act::come_home)});
    EXPECT_EQ(population.households.cash[0], 10'000'000);
    EXPECT_EQ(population.households.debt[0], 6'000'000);
    EXPECT_EQ(tally.total(Flow::return_loans), 6'000'000);
    EXPECT_EQ(tally.total(Flow::return_transfers), 4'000'000);
    EXPECT_EQ(tally.total(Count::return_credits), 1);

    population.persons.place[son] = destinations::moscow;
    live_through(december, {from_abroad(Act::come_home)});
    EXPECT_EQ(tally.total(Count::returns), 1);
    EXPECT_EQ(tally.total(Count::return_credits), 0) << "once in a life";
}

TEST_F(FatherAndSon, see_the_son_again_though_he_did_not_choose_it_when_the_border_is_closed_to_him)
{
    society.parameters.exit_bans.turned_back.fill(Probability(1.0));
    population.persons.ban_end[index(jurisdictions::russia)][son] = stamp(december + 6);
    live_through(december, {from_abroad(Act::leave_and_re_enter)});
    EXPECT_TRUE(population.persons.at_home(son));
    EXPECT_EQ(tally.total(Count::turned_back), 1);
    EXPECT_EQ(tally.total(Count::returns), 1);
    EXPECT_EQ(tally.total(Count::sent_back), 1);

    population.persons.place[son] = destinations::moscow;
    live_through(december, {from_abroad(Act::come_home)});
    EXPECT_EQ(tally.total(Count::returns), 1);
    EXPECT_EQ(tally.total(Count::sent_back), 0) << "by choice";
}

TEST_F(FatherAndSon, get_nothing_when_the_son_is_removed)
{
    society.parameters.return_credit.amount.fill(Kopecks(10'000'000));
    society.parameters.repatriation.grant.fill(Kopecks(5'000'000));
    population.persons[son].work_right = WorkRight::citizen;
    Intent removed = from_abroad(Act::come_home);
    removed.why = Why::removed;
    live_through(december, {removed});
    EXPECT_EQ(population.households.cash[0], 0);
}

TEST_F(FatherAndSon, get_a_grant_when_the_son_returns_as_a_citizen)
{
    society.parameters.repatriation.grant.fill(Kopecks(5'000'000));
    society.parameters.markets.fare[index(destinations::moscow)] = Kopecks{};
    population.persons[son].work_right = WorkRight::citizen;
    live_through(december, {from_abroad(Act::come_home)});
    EXPECT_EQ(population.households.cash[0], 5'000'000);
    EXPECT_EQ(population.households.debt[0], 0);
    EXPECT_EQ(tally.total(Flow::repatriation_grants), 5'000'000);
    EXPECT_TRUE(was_helped(population.persons, son, Programme::repatriation));
}
}  // namespace kochmon
