// SPDX-License-Identifier: MIT
#include <algorithm>

#include "agents/law/rights.hpp"
#include "agents/options/labour.hpp"
#include "agents/options/person_money.hpp"
#include "agents/steps/exploitation.hpp"
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
namespace
{
Kopecks pay_of(Society const& society, Persons const& persons, std::size_t person)
{
    if (persons[person].contract == Contract::none) return Kopecks{};
    int const months =
        society.parameters.pay.months_paid(months_in_job(persons, person, society.month));
    return monthly_pay(society, persons, person) * months;
}

void let_permit_lapse(Society const& society, Piece& piece, std::size_t person)
{
    Persons& persons = piece.population().persons;
    lose_work_right(persons, person, society.month);
    persons[person].permit_end = never;
    persons[person].worked_without_right = persons[person].contract == Contract::none ? 0 : 1;
    persons[person].irregular_because = Irregularity::could_not_pay;
    persons.must_decide[person] = 1;
    piece.happened(Count::permits_lapsed, person);
    if (overruns_stay(persons, person, society.month)) piece.happened(Count::stays_overrun, person);
}

// A permit paid by the month lapses in the first month without the money for it.
void pay_for_permit(Society const& society, Piece& piece, std::size_t person)
{
    Persons& persons = piece.population().persons;
    MonthStamp const now = stamp(society.month);
    bool const is_due = persons[person].permit_paid != never && persons[person].permit_paid < now;
    if (!is_due || persons[person].work_right != WorkRight::permit) return;
    Place const place = persons.place[person];
    PermitLaw const& scheme = society.parameters.permits.of(persons[person].scheme);
    Kopecks const payment = scheme.monthly_fee(place, persons[person].origin);
    if (Kopecks(persons[person].cash) < payment) return let_permit_lapse(society, piece, person);
    charge(piece, person, Flow::permit_fees, payment);
    persons[person].permit_paid = now;
}

void receive_pay(Piece& piece, std::size_t person, Kopecks pay)
{
    Persons& persons = piece.population().persons;
    persons[person].cash = on_person(Kopecks(persons[person].cash) + pay);
    piece.tally.flow(Flow::wages, persons[person].origin, persons.place[person], pay);
    piece.tally.flow_status(Flow::wages, jurisdiction_of(persons.place[person]),
                            persons.status(person), pay);
}

// No more is remembered than a target saver wants.
void remember_sent(Society const& society, Persons& persons, std::size_t person, Kopecks sent)
{
    Kopecks const most = society.parameters.savings_target.target;
    Kopecks const sum = std::min(most, Kopecks(persons[person].sent) + sent);
    persons[person].sent = std::max(persons[person].sent, on_person(sum));
}

void send_remittance(Society const& society, Piece& piece, std::size_t person, Kopecks pay)
{
    Persons& persons = piece.population().persons;
    std::uint32_t const household = persons[person].household;
    Sender const sender{.months_abroad = society.month.since_1900() - persons[person].arrival,
                        .kin_at_home = is_inhabited(piece.population(), household),
                        .irregular = !persons.status(person).regular()};
    Kopecks const cash(persons[person].cash);
    Kopecks const sent = std::min(cash, remittance(society.parameters.remittance, pay, sender));
    if (sent <= Kopecks{}) return;
    persons[person].cash = on_person(cash - sent);
    remember_sent(society, persons, person, sent);
    piece.tally.flow_status(Flow::remittances, jurisdiction_of(persons.place[person]),
                            persons.status(person), sent);
    piece.tile().remittances.push_back({.household = household,
                                        .person = static_cast<std::uint32_t>(person),
                                        .act = Act::remit,
                                        .place = persons.place[person],
                                        .amount = sent});
}

void serve_debt(Society const& society, Piece& piece, std::size_t person)
{
    Persons& persons = piece.population().persons;
    if (persons[person].debt == 0) return;
    Kopecks const cash(persons[person].cash);
    Kopecks const debt(persons[person].debt);
    DebtService const service = serve(society.parameters.liquidity, cash, debt, 1);
    persons[person].cash = on_person(cash - service.repaid);
    persons[person].debt = on_person(debt + service.change());
    record(piece.tally, service, persons[person].origin, persons.place[person]);
}
void spend_surplus(Society const& society, Piece& piece, std::size_t person)
{
    Persons const& persons = piece.population().persons;
    Kopecks const surplus = Kopecks(persons[person].cash) - society.parameters.liquidity.most_cash;
    if (surplus > Kopecks{}) charge(piece, person, Flow::better_living, surplus);
}
}  // namespace

// Pay, lodging and food (the first month was paid on departure), remittance, debt.
void earn_and_spend(Society const& society, Piece& piece)
{
    Persons& persons = piece.population().persons;
    double const exploited = most_exploited(society.parameters.exploitation);
    for (std::uint32_t const person : piece.abroad)
    {
        if (persons[person].presence == Presence::prison) continue;
        Kopecks const earned = pay_of(society, persons, person);
        receive_pay(piece, person, earned);
        Kopecks const pay = meet_exploitation(society, piece, person, earned, exploited);
        if (persons[person].came < stamp(society.month - 1))
            charge(piece, person, Flow::living, society.world.living[index(persons.place[person])]);
        pay_for_permit(society, piece, person);
        serve_debt(society, piece, person);
        send_remittance(society, piece, person, pay);
        spend_surplus(society, piece, person);
    }
}
}  // namespace kochmon::steps
