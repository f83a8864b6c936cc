// SPDX-License-Identifier: MIT
#pragma once

#include "agents/society/society.hpp"

// The steps of the month, one file each; agents/month.cpp tells them in order.
namespace kochmon::steps
{
void set_policies(Society& society, std::vector<Piece>& pieces);
void see_what_can_be_seen(Society& society, std::vector<Piece>& pieces);

void draw_luck(Society const& society, Piece& piece);
void be_born_and_die(Society const& society, Piece& piece);
void let_terms_expire(Society const& society, Piece& piece);
void take_courses(Society const& society, Piece& piece);
void work(Society const& society, Piece& piece);
void earn_and_spend(Society const& society, Piece& piece);
void meet_checks(Society const& society, Piece& piece);
void learn_of_risk(Society const& society, Piece& piece);
void decide_abroad(Society const& society, Piece& piece);
void leave_for_family_or_study(Society const& society, Piece& piece);
void decide_at_home(Society const& society, Piece& piece);
void choose_again(Society const& society, Piece& piece);
void carry_out(Society const& society, Piece& piece);
void count_persons(Society const& society, Piece& piece);

void draw_lots(Society& society, std::vector<Piece>& pieces);
void take_stock(Society& society, std::vector<Piece>& pieces);
}  // namespace kochmon::steps
