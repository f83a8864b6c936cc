// SPDX-License-Identifier: MIT
#include "agents/options/help_on_return.hpp"

#include <gtest/gtest.h>

#include "tests/agents/roubles.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using tests::roubles;

Month const june_of_2010 = Month::of(2010, 6);

/// One person, abroad for a year, a foreigner.
Persons somebody()
{
    Persons persons;
    persons.ban_end.resize(kyrgyz_corridor()->jurisdictions().size());
    persons.resize(1);
    persons[0].arrival = stamp(june_of_2010 - 12);
    persons[0].work_right = WorkRight::none;
    return persons;
}

ModelParameters programmes()
{
    ModelParameters parameters;
    parameters.return_credit.amount.fill(roubles(100'000));
    parameters.return_credit.easy = Share(0.4);
    parameters.return_credit.months_abroad = 12;
    parameters.repatriation.grant.fill(roubles(50'000));
    return parameters;
}
}  // namespace

TEST(HelpOnReturn, is_a_loan_of_which_the_easy_part_is_given)
{
    HelpOnReturn const help = help_on_return(programmes(), somebody(), 0, june_of_2010);
    EXPECT_EQ(help.lent, roubles(60'000));
    EXPECT_EQ(help.given, roubles(40'000));
    EXPECT_EQ(help.grant, Kopecks{}) << "not naturalized";
    EXPECT_DOUBLE_EQ(help.per_month(20.0), 2'000.0);
}

TEST(HelpOnReturn, is_worth_nothing_before_the_return_if_no_part_is_easy)
{
    ModelParameters hard = programmes();
    hard.return_credit.easy = Share(0.0);
    HelpOnReturn const help = help_on_return(hard, somebody(), 0, june_of_2010);
    EXPECT_EQ(help.lent, roubles(100'000));
    EXPECT_EQ(help.per_month(20.0), 0.0);
}

TEST(HelpOnReturn, asks_for_months_abroad)
{
    HelpOnReturn const early = help_on_return(programmes(), somebody(), 0, june_of_2010 - 1);
    EXPECT_EQ(early.lent + early.given, Kopecks{});
}

TEST(HelpOnReturn, of_repatriation_is_for_the_naturalized)
{
    Persons persons = somebody();
    persons[0].work_right = WorkRight::citizen;
    HelpOnReturn const help = help_on_return(programmes(), persons, 0, june_of_2010);
    EXPECT_EQ(help.grant, roubles(50'000));
    EXPECT_DOUBLE_EQ(help.per_month(20.0), 4'500.0);
}

TEST(HelpOnReturn, comes_once_in_a_life)
{
    Persons persons = somebody();
    persons[0].work_right = WorkRight::citizen;
    remember_help(persons, 0, Programme::return_credit);
    HelpOnReturn const grant = help_on_return(programmes(), persons, 0, june_of_2010);
    EXPECT_EQ(grant.lent + grant.given, Kopecks{});
    EXPECT_EQ(grant.grant, roubles(50'000)) << "the other programme is untouched";
    remember_help(persons, 0, Programme::repatriation);
    EXPECT_EQ(help_on_return(programmes(), persons, 0, june_of_2010).grant, Kopecks{});
    EXPECT_TRUE(was_helped(persons, 0, Programme::return_credit));
}

TEST(HelpOnReturn, is_for_the_persons_of_the_state_that_gives_it)
{
    ModelParameters of_one = programmes();
    of_one.return_credit.amount = {};
    of_one.return_credit.amount[index(countries::uzbekistan)] = roubles(100'000);
    of_one.repatriation.grant = {};
    Persons persons = somebody();
    HelpOnReturn const none = help_on_return(of_one, persons, 0, june_of_2010);
    EXPECT_EQ(none.lent + none.given, Kopecks{});
    persons[0].origin = regions::uzbekistan;
    HelpOnReturn const help = help_on_return(of_one, persons, 0, june_of_2010);
    EXPECT_EQ(help.lent + help.given, roubles(100'000));
}
}  // namespace kochmon
