// SPDX-License-Identifier: MIT
#include "agents/month.hpp"

#include "agents/steps/steps.hpp"

namespace kochmon
{
MonthSchedule month_story()
{
    MonthSchedule month;
    month.society("set the policies of the month", steps::set_policies,
                  "Every parameter with its value of this month, shocks applied");
    month.society("observe what can be seen of last month", steps::see_what_can_be_seen,
                  "Wages and what is believed of them, lodging, what a job yet to be found pays, "
                  "income at home as the product of last month moves it, season, checks per "
                  "irregular worker, ties, the shares of regular workers and of citizens by region "
                  "and destination, each region's news of sanctions");

    month.persons("draw the luck of the month", steps::draw_luck,
                  "The four draws of block 0 for everybody; who is abroad, who considers leaving");
    month.persons("be born and die", steps::be_born_and_die,
                  "Children are born at home, wherever their mother is (a stated limit); those who "
                  "die this month do nothing else in it: cash and debt pass to the household, "
                  "applications, bans and prison end");
    month.persons("let papers, stays, bans and prison terms end", steps::let_terms_expire,
                  "Passports, waiting permits begin, permits and residence end, forged cards run "
                  "out, stays become overstays, queues for citizenship end");
    month.persons("learn at courses at home", steps::take_courses,
                  "The language or a profession, in January");
    month.persons("lose and find work, be offered contracts", steps::work, "Jobs for citizens too");
    month.persons("earn, pay for living, repay, send home", steps::earn_and_spend,
                  "Possibly be exploited; pay for a monthly permit");
    month.persons("meet checks and sanctions", steps::meet_checks,
                  "On the street or against the database; fine, custody, removal, prison");
    month.persons("learn of the risk", steps::learn_of_risk,
                  "From own detection, that of the household, a quiet month, the region's news");
    month.persons("decide abroad: stay, move on or return, with papers or without",
                  steps::decide_abroad,
                  "Those who stay: consulate, status, citizenship or residence");
    month.persons("leave for family or study", steps::leave_for_family_or_study,
                  "Not for work: whether it pays is not asked");
    month.persons("decide at home: leave for work or stay", steps::decide_at_home,
                  "Where to, and by which way");
    month.society("draw lots for scarce places", steps::draw_lots, "The lowest lots win");
    month.persons("let the refused choose again", steps::choose_again,
                  "Among the rest, with the same draws");
    month.persons("carry out, household by household", steps::carry_out,
                  "What was sent arrives, citizens are sworn in, those who come home bring cash "
                  "and debt, then the others pay for what they chose, in the order of a keyed "
                  "ticket; the purse gives once");
    month.persons("count", steps::count_persons, "Persons by where they are and their status");

    month.society("take stock and check the accounts", steps::take_stock,
                  "Close the product and the capital of the month; check that no person, kopeck, "
                  "application or ban appeared or vanished; observers look");
    return month;
}
}  // namespace kochmon
