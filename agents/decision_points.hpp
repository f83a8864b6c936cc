// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace kochmon
{
/// What a draw is for: the block of the counter (docs/model.md, Random numbers). Values have gaps
/// for what comes between; a value once released is never used for anything else.
enum class DecisionPoint : std::uint32_t
{
    monthly = 0,  // index 0, lanes: attention, check, job, exploitation
    child_key = 16,

    // The synthesis, key word k1 = 2^32 - 1, month 0.
    birth_month = 1024,
    wage_factor = 1032,
    attachment = 1040,
    wage_job = 1048,
    household_order = 1056,  // lane 0: ticket, lane 1: which household or mother
    household_cash = 1064,   // of the household
    start_order = 1072,      // who is abroad at the start: noise beside attachment
    start_abroad = 1080,     // lanes: naturalized, destination, length of spell, permit
    start_detail = 1088,     // lanes: end of permit, employed, cash, earlier trip
    learning = 1096,         // lanes: Russian, profession, schooling
    start_papers = 1104,     // lanes: end of passport, contract, sector, begin of the job
    aim = 1120,              // of a life abroad: a sum or a settlement
    panel = 1200,            // whose life is written down; no result depends on it
    sex_of_child = 592,      // of the child

    // The month.
    purse_ticket = 256,
    departure = 272,
    return_home = 288,
    status_choice = 304,
    sanction_kind = 320,  // index 0: fine, deportation, expulsion; 1: days; 2: consulate; 3: late
    check_kind = 336,     // index 0: on the street or against the database; 1: suspicion; 2: term
    contract_offer = 352,
    sector = 368,
    forgery = 384,         // by an intermediary
    red_tape = 400,        // index 0: permit; 1: citizenship; 2: passport; 3: paperwork
    exit_ban = 416,        // index 0: set on exit; 1: turned back at entry
    placement_test = 432,  // with January's month number, index: the destination
    consular_choice = 448,
    residence_choice = 464,
    naturalization_choice = 480,
    naturalization_approval = 496,
    address = 512,         // with the month of arrival
    lot = 528,             // index: the kind of list
    quota_rounding = 544,  // of a place, with January's month number; index: the kind of list
    birth = 560,           // given by a woman, with January's month number
    death = 576,           // with January's month number
    exploitation = 608,    // index 0: kind; 1: complaint, lanes: made, upheld
    citizen_offer = 624,
    courses = 672,  // with January's month number; index 0: language, 1: profession
    study = 720     // the destination
};

/// Lanes of the monthly block.
enum class MonthlyLane : std::uint8_t
{
    attention,
    check,
    job,
    exploitation
};

constexpr std::uint32_t block(DecisionPoint point)
{
    return static_cast<std::uint32_t>(point);
}
}  // namespace kochmon
