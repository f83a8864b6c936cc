// SPDX-License-Identifier: MIT
#include "agents/acts/settlement.hpp"

#include <algorithm>

namespace kochmon::steps
{
Settlement::Settlement(Society const& society, Piece& piece, std::size_t household)
    : society_(society),
      parameters_(society.parameters),
      piece_(piece),
      persons_(piece.population().persons),
      households_(piece.population().households),
      household_(household)
{
    settle_account();
}

void Settlement::carry_out(Intent const& intent)
{
    switch (intent.act)
    {
        case Act::remit:
            return receive(intent);
        case Act::become_citizen:
            return become_citizen(intent);
        case Act::come_home:
            return come_home(intent);
        case Act::see_consulate:
            return see_consulate(intent);
        case Act::register_stay:
            return register_stay(intent);
        case Act::buy_forged_card:
            return buy_forged_card(intent);
        case Act::leave_and_re_enter:
            return leave_and_re_enter(intent);
        case Act::move_on:
            return move_on(intent);
        case Act::seek_residence:
            return seek_residence(intent);
        case Act::seek_citizenship:
            return seek_citizenship(intent);
        case Act::buy_permit:
            return buy_permit(intent);
        case Act::depart:
            return depart(intent);
    }
}

void Settlement::recount_earners()
{
    count_earners(piece_.population(), household_, society_.month);
}

void Settlement::flow(Flow kind, Place place, Kopecks amount)
{
    piece_.tally.flow(kind, households_.region[household_], place, amount);
}

void Settlement::count(Count kind, Intent const& intent)
{
    piece_.happened(kind, intent.person, intent.place);
}

double Settlement::uniform(std::size_t person, DecisionPoint point, std::uint32_t index) const
{
    return society_.draws().uniform(persons_.subject(person), block(point), index);
}

int Settlement::delay(std::size_t person, double months, std::uint32_t index) const
{
    return months_of_delay(months, uniform(person, DecisionPoint::red_tape, index));
}

void Settlement::settle_account()
{
    SettledAccount const account =
        settled(households_, household_, society_.savings, parameters_.liquidity);
    households_.cash[household_] = account.cash.count();
    households_.debt[household_] = account.debt.count();
    households_.settled[household_] = society_.savings.months();
    households_.earned[household_] += account.earned.count();
    flow(Flow::home_spending, Place::home, account.spent);
    record(piece_.tally, account.service, households_.region[household_], Place::home);
}

// The purse pays once a month; the next member has own cash and credit only, and what one person
// borrows twice in a month stays within one credit. Who then lacks the means decides anew next
// month.
bool Settlement::pay_for(Intent const& intent)
{
    std::size_t const person = intent.person;
    Kopecks const at_home = purse(parameters_.liquidity, Kopecks(households_.cash[household_]));
    Kopecks const given = persons_.at_home(person)
                              ? at_home
                              : scaled(at_home, parameters_.liquidity.sent_abroad.value());
    Kopecks const borrowed = payer_ == intent.person ? borrowed_ : Kopecks{};
    Means const means{.own = Kopecks(persons_[person].cash),
                      .purse = purse_used_ ? Kopecks{} : given,
                      .credit = std::max(Kopecks{}, intent.credit - borrowed)};
    if (!means.cover(intent.needed))
    {
        persons_.must_decide[person] = 1;
        return false;
    }
    Payment const payment = pay(means, intent.amount);
    purse_used_ = purse_used_ || payment.purse > Kopecks{};
    payer_ = intent.person;
    borrowed_ = borrowed + payment.credit;
    persons_[person].cash = on_person(means.own - payment.own);
    households_.cash[household_] -= payment.purse.count();
    persons_[person].debt = on_person(Kopecks(persons_[person].debt) + payment.credit);
    flow(Flow::credit, intent.place, payment.credit);
    return true;
}
}  // namespace kochmon::steps
