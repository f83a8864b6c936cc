// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace kochmon
{
/// What a draw is for: the block of the counter (docs/model.md, Random numbers). Values have gaps
/// for what comes between; a value once released is never used for anything else. What each
/// decides, by which index and lanes, stands in `decision_points.cpp`, and a new one gets its line
/// there.
enum class DecisionPoint : std::uint32_t
{
    monthly = 0,
    child_key = 16,

    // The month.
    purse_ticket = 256,
    departure = 272,
    return_home = 288,
    status_choice = 304,
    sanction_kind = 320,
    check_kind = 336,
    contract_offer = 352,
    sector = 368,
    forgery = 384,
    red_tape = 400,
    exit_ban = 416,
    placement_test = 432,
    consular_choice = 448,
    residence_choice = 464,
    naturalization_choice = 480,
    naturalization_approval = 496,
    address = 512,
    lot = 528,
    quota_rounding = 544,
    birth = 560,
    death = 576,
    exploitation = 608,
    citizen_offer = 624,
    courses = 672,
    study = 720,
    relative = 736,
    struck_off = 752,

    // The synthesis, key word k1 = 2^32 - 1, month 0.
    sex_of_child = 592,
    birth_month = 1024,
    wage_factor = 1032,
    attachment = 1040,
    wage_job = 1048,
    household_order = 1056,
    household_cash = 1064,
    start_order = 1072,
    start_abroad = 1080,
    start_detail = 1088,
    learning = 1096,
    start_papers = 1104,
    aim = 1120,
    panel = 1200,
    parameter_set = 1216
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

/// The month number in the counter of a draw.
enum class DrawMonth : std::uint8_t
{
    present,
    january,    // of the present year
    arrival,    // of the present spell abroad
    synthesis,  // 0, with the key of the synthesis
    none        // 0
};

/// What a description of the model says of a decision point. Where `draws` names neither, a draw is
/// a person's, of index 0 and lane 0.
struct DecisionPointDescription
{
    DecisionPoint point;
    std::string_view name;
    std::string_view decides;
    DrawMonth month;
    std::string_view draws = {};
};

/// Every decision point once, by block.
std::span<DecisionPointDescription const> decision_points();
}  // namespace kochmon
