// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "agents/steps/steps.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyz_tally.hpp"

namespace kochmon
{
namespace
{
/// A household of two grown brothers in Osh with a purse, both about to leave for Moscow.
class TwoBrothers : public testing::Test
{
  protected:
    static constexpr std::int64_t cost = 2'000'000;  // 20,000 RUB

    void SetUp() override
    {
        Persons& persons = population.persons;
        persons.ban_end.resize(kyrgyz_corridor()->jurisdictions().size());
        persons.resize(2);
        population.households.resize(1);
        population.households.first_member = {0, 2};
        population.households.region = {regions::osh};
        population.households.cash = {3'000'000};
        for (std::size_t person = 0; person < 2; ++person)
        {
            persons.key[person] = person;
            persons.birth[person] = stamp(society.month - 12 * 30);
            persons[person].origin = regions::osh;
            persons.sex[person] = Sex::male;
            persons[person].permit_end = never;
        }
        society.parameters = tests::baseline_parameters({"rules.liquidity.purse_share=80 %"});
    }

    Intent departure_of(std::uint32_t person, Kopecks credit = {}) const
    {
        return {.household = 0,
                .person = person,
                .act = Act::depart,
                .place = destinations::moscow,
                .amount = Kopecks(cost),
                .needed = Kopecks(cost),
                .credit = credit};
    }

    void carry_out(std::vector<Intent> const& intents)
    {
        std::vector<Piece> pieces = cut(population, {}, *kyrgyz_corridor());
        pieces.front().begin_tile(0);
        pieces.front().tile().intents = intents;
        steps::carry_out(society, pieces.front());
        tally = pieces.front().tally;
    }

    bool left(std::size_t person) const { return !population.persons.at_home(person); }

    // Whose ticket for the purse comes first.
    std::size_t first_by_ticket() const
    {
        auto const ticket = [this](std::uint64_t key)
        { return society.draws().uniform(SubjectKey(key), block(DecisionPoint::purse_ticket)); };
        return ticket(0) < ticket(1) ? 0 : 1;
    }

    Society society = []
    {
        Society s = tests::society_of_tests();
        s.month = Month::of(2010, 5);
        s.seeds = {3, 0};
        return s;
    }();
    Population population;
    Tally tally = kyrgyz_tally();
};
}  // namespace

TEST_F(TwoBrothers, share_one_purse_a_month_and_the_keyed_ticket_says_whose)
{
    carry_out({departure_of(0), departure_of(1)});
    std::size_t const first = first_by_ticket();
    EXPECT_TRUE(left(first));
    EXPECT_FALSE(left(1 - first));
    EXPECT_EQ(population.households.cash[0], 1'000'000);
    EXPECT_EQ(tally.total(Count::departures), 1);
    EXPECT_EQ(tally.total(Count::departures_without_purse), 1);
    EXPECT_EQ(population.persons.must_decide[1 - first], 1) << "decides anew next month";
}

TEST_F(TwoBrothers, both_leave_when_the_second_has_credit_of_his_own)
{
    Kopecks const credit(cost);
    carry_out({departure_of(0, credit), departure_of(1, credit)});
    EXPECT_TRUE(left(0) && left(1));
    std::size_t const first = first_by_ticket();
    EXPECT_EQ(population.persons[first].debt, 0);
    EXPECT_EQ(population.persons[1 - first].debt, cost);
    EXPECT_EQ(population.households.cash[0], 1'000'000);
}

TEST_F(TwoBrothers, the_purse_does_not_depend_on_the_order_of_intents)
{
    carry_out({departure_of(1), departure_of(0)});
    EXPECT_TRUE(left(first_by_ticket()));
}

TEST_F(TwoBrothers, what_is_sent_home_arrives_before_the_purse_pays)
{
    population.households.cash = {0};
    society.parameters.remittance.saved = Share(1.0);
    Intent const sent{.household = 0,
                      .person = 1,
                      .act = Act::remit,
                      .place = destinations::moscow,
                      .amount = Kopecks(2'500'000)};
    population.persons.place[1] = destinations::moscow;
    carry_out({departure_of(0), sent});
    EXPECT_TRUE(left(0));
    EXPECT_EQ(population.households.cash[0], 500'000);
}

TEST_F(TwoBrothers, who_comes_home_hands_over_cash_and_debt_and_pays_the_fare)
{
    population.persons.place[1] = destinations::moscow;
    population.persons[1].cash = 5'000'000;
    population.persons[1].debt = 700'000;
    std::int64_t const fare = society.parameters.markets.fare[index(destinations::moscow)].count();
    carry_out(
        {{.household = 0, .person = 1, .act = Act::come_home, .place = destinations::moscow}});
    EXPECT_TRUE(population.persons.at_home(1));
    EXPECT_EQ(population.households.cash[0], 3'000'000 + 5'000'000 - fare);
    EXPECT_EQ(population.households.debt[0], 700'000);
    EXPECT_EQ(population.persons[1].cash, 0);
    EXPECT_EQ(population.persons[1].debt, 0);
}
}  // namespace kochmon
