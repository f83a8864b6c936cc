// SPDX-License-Identifier: MIT
#include "agents/vocabulary/decision_points.hpp"

namespace kochmon
{
namespace
{
using Point = DecisionPoint;
using enum DrawMonth;

constexpr DecisionPointDescription described[] = {
    {Point::monthly, "monthly",
     "Whether a person reconsiders, meets a check, finds or loses a job, is exploited", present,
     "lanes: attention, check, job, exploitation"},
    {Point::child_key, "child_key", "The key of a child", none,
     "of the mother, with key (0, 0); index: order of birth"},
    {Point::purse_ticket, "purse_ticket",
     "Order in which the members of a household pay from its purse", present},
    {Point::departure, "departure", "At home: stay, or leave for a destination", present,
     "as choices"},
    {Point::return_home, "return_home", "Abroad: return, stay, or move on to a destination",
     present, "as choices"},
    {Point::status_choice, "status_choice",
     "Permit of a scheme, intermediary, registered only, nothing, forged card or re-entry", present,
     "as choices"},
    {Point::sanction_kind, "sanction_kind", "What follows for a person found irregular", present,
     "index 0: fine, deportation or expulsion; 1: days of custody; 2: the consulate's help; 3: "
     "late registration; 4: entry closed after a repeated fine"},
    {Point::check_kind, "check_kind", "What a check is, and what comes of papers shown", present,
     "index 0: street or database; 1: suspicion; 2: prison term"},
    {Point::contract_offer, "contract_offer",
     "Whether an informal worker with a right is offered a contract", present},
    {Point::sector, "sector", "Sector of the job that is found, and who gives it", present,
     "index 0: sector; 1: employer"},
    {Point::forgery, "forgery", "Whether an intermediary hands out forged papers", present},
    {Point::red_tape, "red_tape", "Whether a delay takes one more month", present,
     "index 0: permit; 1: citizenship; 2: passport; 3: paperwork"},
    {Point::exit_ban, "exit_ban", "Exit bans", present,
     "index 0: set on exit; 1: turned back at entry"},
    {Point::placement_test, "placement_test", "Whether the year's test for placement is passed",
     january, "index: destination"},
    {Point::consular_choice, "consular_choice", "Whether to register with the consulate", present,
     "as choices"},
    {Point::residence_choice, "residence_choice", "Whether to apply for residence", present,
     "as choices"},
    {Point::naturalization_choice, "naturalization_choice", "Whether to apply for citizenship",
     present, "as choices"},
    {Point::naturalization_approval, "naturalization_approval",
     "Whether citizenship is approved at the end of the queue", present},
    {Point::address, "address", "Whether a person has the address that the reformed route asks for",
     arrival},
    {Point::lot, "lot", "Lot of an applicant for a scarce place", present, "index: kind of list"},
    {Point::quota_rounding, "quota_rounding",
     "How the places of a year are rounded to whole agents", january,
     "of a place (kind 2 of subjects that are not persons); index: kind of list"},
    {Point::birth, "birth", "Whether and when in the year a woman gives birth", january},
    {Point::death, "death", "Whether and when in the year a person dies", january},
    {Point::sex_of_child, "sex_of_child", "Sex of a child", synthesis, "of the child"},
    {Point::exploitation, "exploitation",
     "Kind of the exploitation suffered, and what becomes of a complaint", present,
     "index 0: kind; 1: complaint, lanes: made, upheld"},
    {Point::citizen_offer, "citizen_offer", "Whether a job that requires citizenship is offered",
     present},
    {Point::courses, "courses", "Whether an adult at home learns what a course teaches", january,
     "index 0: language; 1: profession"},
    {Point::study, "study", "Where a person who leaves to study goes", present},
    {Point::relative, "relative",
     "Whether a close relative outside the household is a citizen of the destination", arrival},
    {Point::struck_off, "struck_off", "Whether a ban is struck off the list", present,
     "index: jurisdiction"},
    {Point::birth_month, "birth_month", "Month of birth within the age group", synthesis},
    {Point::wage_factor, "wage_factor", "Wage factor", synthesis, "lanes 0 and 1: a normal number"},
    {Point::attachment, "attachment", "Attachment to home", synthesis,
     "lanes 0 and 1: a normal number"},
    {Point::wage_job, "wage_job", "Whether a person has a wage job when adult and at home",
     synthesis},
    {Point::household_order, "household_order", "Household of a person", synthesis,
     "lanes: ticket, which household or mother"},
    {Point::household_cash, "household_cash", "Cash of a household at the start", synthesis,
     "of a household (kind 1 of subjects that are not persons); lanes 0 and 1: a normal number"},
    {Point::start_order, "start_order", "Who is abroad at the start: noise added to attachment",
     synthesis, "lanes 0 and 1: a normal number"},
    {Point::start_abroad, "start_abroad", "Status and place of those abroad at the start",
     synthesis, "lanes: naturalized, destination, length of spell, permit"},
    {Point::start_detail, "start_detail", "Further traits of those abroad at the start", synthesis,
     "lanes: end of permit, employed, cash; of those at home, lane 3: earlier trip"},
    {Point::learning, "learning", "What a person has learnt at the start", synthesis,
     "lanes: language, profession, schooling"},
    {Point::start_papers, "start_papers", "Papers and job of those abroad at the start", synthesis,
     "index 0, lanes: end of passport, contract, sector, begin of the job; index 1: employer"},
    {Point::aim, "aim", "Aim of a life abroad: to save a sum or to settle", synthesis},
    {Point::panel, "panel", "Whose life is recorded in the panel; no result depends on it",
     synthesis},
    {Point::parameter_set, "parameter_set",
     "Which of the sets that a calibration accepts a study runs; no scenario depends on it",
     synthesis, "of a set (kind 3 of subjects that are not persons)"},
};
}  // namespace

std::span<DecisionPointDescription const> decision_points()
{
    return described;
}
}  // namespace kochmon
