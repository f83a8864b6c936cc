// SPDX-License-Identifier: MIT
#include "agents/month.hpp"

#include "agents/steps/steps.hpp"

namespace kochmon
{
MonthSchedule month_story()
{
    MonthSchedule month;
    month.society("set the policies of the month", steps::set_policies);
    month.society("see what can be seen of last month", steps::see_what_can_be_seen);

    month.persons("draw the luck of the month", steps::draw_luck);
    month.persons("be born and die", steps::be_born_and_die);
    month.persons("let papers, stays, bans and prison terms end", steps::let_terms_expire);
    month.persons("learn at courses at home", steps::take_courses);
    month.persons("lose and find work, be offered contracts", steps::work);
    month.persons("earn, live, repay, send home", steps::earn_and_spend);
    month.persons("meet checks and sanctions", steps::meet_checks);
    month.persons("learn of the risk", steps::learn_of_risk);
    month.persons("decide abroad: stay, move on or return, with papers or without",
                  steps::decide_abroad);
    month.persons("leave for family or study", steps::leave_for_family_or_study);
    month.persons("decide at home: leave for work or stay", steps::decide_at_home);
    month.society("draw lots for scarce places", steps::draw_lots);
    month.persons("let the refused choose again", steps::choose_again);
    month.persons("carry out, household by household", steps::carry_out);
    month.persons("count", steps::count_persons);

    month.society("take stock and check the accounts", steps::take_stock);
    return month;
}
}  // namespace kochmon
