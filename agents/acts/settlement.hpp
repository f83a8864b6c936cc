// SPDX-License-Identifier: MIT
#pragma once

#include "agents/options/person_money.hpp"

namespace kochmon::steps
{
/// Settles one household and carries out what its members intend: what is sent home arrives, who
/// comes home brings cash and debt, then they pay for what they chose; the purse gives once.
class Settlement
{
  public:
    Settlement(Society const& society, Piece& piece, std::size_t household);

    void carry_out(Intent const& intent);
    void recount_earners();
    void close_year();
    /// A member dies: money passes to the household, papers and places end.
    void bury(std::size_t person);

  private:
    void settle_account();
    void receive(Intent const& intent);
    void receive_help(Intent const& intent);

    // Moves.
    void come_home(Intent const& intent);
    void set_exit_ban(Intent const& intent);
    void hand_over_money(std::size_t person);
    void lose_status(std::size_t person);
    void depart(Intent const& intent);
    bool turned_back(Intent const& intent) const;
    void enter(std::size_t person, Place place);
    void arrive(Intent const& intent);
    void renew_passport_at_home(std::size_t person);
    void arrive_placed(Intent const& intent);
    void record_departure(Intent const& intent);
    void leave_and_re_enter(Intent const& intent);
    void be_sent_home(Intent const& left, Jurisdiction where);
    void move_on(Intent const& intent);
    void leave_region(std::size_t person);
    void cross_border(Intent const& intent);

    // Papers.
    void register_stay(Intent const& intent);
    void remember_unpaid_registration(std::size_t person);
    void buy_permit(Intent const& intent);
    void end_contract(std::size_t person);
    void begin_permit(std::size_t person, Scheme scheme, Jurisdiction where, int wait);
    void count_permit(Intent const& intent);
    void buy_forged_card(Intent const& intent);
    void drop_forged_card(std::size_t person);
    void show_forged(std::size_t person, Papers papers, int months);
    void seek_residence(Intent const& intent);
    void seek_citizenship(Intent const& intent);
    void become_citizen(Intent const& intent);
    void take_offered_job(Intent const& intent);
    void see_consulate(Intent const& intent);

    // Money.
    bool pay_for(Intent const& intent);
    void flow(Flow kind, Place place, Kopecks amount);
    void count(Count kind, Intent const& intent);
    double uniform(std::size_t person, DecisionPoint point, std::uint32_t index = 0) const;
    int delay(std::size_t person, double months, std::uint32_t index) const;

    Society const& society_;
    ModelParameters const& parameters_;
    Piece& piece_;
    Persons& persons_;
    Households& households_;
    std::size_t household_;
    bool purse_used_ = false;
    std::uint32_t payer_ = 0;  // who paid last, and how much of it was borrowed
    Kopecks borrowed_;
};
}  // namespace kochmon::steps
