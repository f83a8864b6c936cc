// SPDX-License-Identifier: MIT
#include <algorithm>
#include <tuple>

#include "agents/person_money.hpp"
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
namespace
{
/// Settles one household and carries out what its members intend: what is sent home arrives, who
/// comes home brings cash and debt, then the purse pays for at most one permit or departure.
class Settlement
{
  public:
    Settlement(Society const& society, Piece& piece, std::size_t household)
        : society_(society),
          parameters_(society.parameters),
          piece_(piece),
          persons_(piece.population().persons),
          households_(piece.population().households),
          household_(household)
    {
        settle_account();
    }

    void carry_out(Intent const& intent)
    {
        if (intent.act == Act::remit) receive(intent);
        if (intent.act == Act::come_home) come_home(intent);
        if (intent.act == Act::buy_permit) buy_permit(intent);
        if (intent.act == Act::depart) depart(intent);
    }

    void recount_earners() { count_earners(piece_.population(), household_, society_.month); }

  private:
    void flow(Flow kind, Place place, Kopecks amount)
    {
        piece_.tally.flow(kind, households_.region[household_], place, amount);
    }
    std::size_t cell(Intent const& intent) const
    {
        return Tally::cell(persons_.origin[intent.person], intent.place,
                           persons_.sex[intent.person]);
    }

    void settle_account()
    {
        SettledAccount const account =
            settled(households_, household_, society_.savings, parameters_.liquidity);
        households_.cash[household_] = account.cash.count();
        households_.debt[household_] = account.debt.count();
        households_.settled[household_] = society_.savings.months();
        flow(Flow::home_savings, Place::home, account.saved);
        flow(Flow::home_spending, Place::home, account.spent);
        record(piece_.tally, account.service, households_.region[household_], Place::home);
    }

    void receive(Intent const& intent)
    {
        Kopecks const saved = scaled(intent.amount, parameters_.remittance.saved.value());
        households_.cash[household_] += saved.count();
        flow(Flow::remittances, intent.place, intent.amount);
        flow(Flow::remittances_spent, intent.place, intent.amount - saved);
    }

    void come_home(Intent const& intent)
    {
        std::size_t const person = intent.person;
        bool const removed = intent.why == Why::removed;
        if (!removed)
        {
            charge(piece_, person, Flow::fares, parameters_.markets.fare[index(intent.place)]);
            piece_.tally.count(Count::returns, cell(intent));
        }
        households_.cash[household_] += persons_.cash[person];
        households_.debt[household_] += persons_.debt[person];
        persons_.cash[person] = 0;
        persons_.debt[person] = 0;
        persons_.place[person] = Place::home;
        persons_.presence[person] = Presence::home;
        persons_.contract[person] = Contract::none;
        persons_.worked_without_right[person] = 0;
        persons_.permit_end[person] = never;
        persons_.must_decide[person] = 0;
        if (persons_.work_right[person] != WorkRight::citizen)
            persons_.work_right[person] = WorkRight::none;
    }

    void buy_permit(Intent const& intent)
    {
        std::size_t const person = intent.person;
        if (!pay_for(intent))
        {
            piece_.tally.count(Count::permits_without_purse, cell(intent));
            return;
        }
        int const months = parameters_.permit.duration[index(jurisdiction_of(intent.place))];
        persons_.work_right[person] = WorkRight::permit;
        persons_.presence[person] = Presence::registered;
        persons_.permit_end[person] = stamp(society_.month + months);
        persons_.worked_without_right[person] = 0;
        flow(Flow::permit_fees, intent.place, intent.amount);
        piece_.tally.count(Count::permits_bought, cell(intent));
    }

    void depart(Intent const& intent)
    {
        std::size_t const person = intent.person;
        if (!pay_for(intent))
        {
            piece_.tally.count(Count::departures_without_purse, cell(intent));
            return;
        }
        bool const citizen = persons_.work_right[person] == WorkRight::citizen;
        persons_.place[person] = intent.place;
        persons_.presence[person] = citizen ? Presence::registered : Presence::permitted;
        persons_.arrival[person] = stamp(society_.month);
        persons_.must_decide[person] = 1;
        if (persons_.trips[person] < 255) ++persons_.trips[person];
        record_departure(intent);
    }

    void record_departure(Intent const& intent)
    {
        Kopecks const fare = parameters_.markets.fare[index(intent.place)];
        bool const citizen = persons_.work_right[intent.person] == WorkRight::citizen;
        Kopecks const registration = registration_fee(parameters_, intent.place, citizen);
        flow(Flow::fares, intent.place, fare);
        flow(Flow::registration_fees, intent.place, registration);
        flow(Flow::living, intent.place, intent.amount - fare - registration);
        piece_.tally.count(Count::departures, cell(intent));
    }

    // The purse pays once a month; the next member has own cash and credit only. Who then lacks
    // the means decides anew next month.
    bool pay_for(Intent const& intent)
    {
        std::size_t const person = intent.person;
        Kopecks const held(households_.cash[household_]);
        Means const means{.own = Kopecks(persons_.cash[person]),
                          .purse = purse_used_ ? Kopecks{} : purse(parameters_.liquidity, held),
                          .credit = intent.credit};
        if (!means.cover(intent.needed))
        {
            persons_.must_decide[person] = 1;
            return false;
        }
        Payment const payment = pay(means, intent.amount);
        purse_used_ = purse_used_ || payment.purse > Kopecks{};
        persons_.cash[person] = on_person(means.own - payment.own);
        households_.cash[household_] -= payment.purse.count();
        persons_.debt[person] = on_person(Kopecks(persons_.debt[person]) + payment.credit);
        flow(Flow::credit, intent.place, payment.credit);
        return true;
    }

    Society const& society_;
    ModelParameters const& parameters_;
    Piece& piece_;
    Persons& persons_;
    Households& households_;
    std::size_t household_;
    bool purse_used_ = false;
};

bool uses_purse(Intent const& intent)
{
    return intent.act == Act::buy_permit || intent.act == Act::depart;
}

// Receipts, then returns, then payments in the order of the keyed ticket.
void sort_intents(Society const& society, Persons const& persons, std::vector<Intent>& intents)
{
    auto const order = [&](Intent const& intent)
    {
        int const stage = uses_purse(intent) ? 2 : static_cast<int>(intent.act);
        double const ticket = uses_purse(intent)
                                  ? society.draws().uniform(persons.subject(intent.person),
                                                            block(DecisionPoint::purse_ticket))
                                  : 0.0;
        return std::tuple(intent.household, stage, ticket, intent.person);
    };
    std::sort(intents.begin(), intents.end(),
              [&](Intent const& a, Intent const& b)
              {
                  if (a.household != b.household) return a.household < b.household;
                  return order(a) < order(b);
              });
}

// Every January all accounts are settled and earners counted anew, by age.
void settle_all(Society const& society, Piece& piece)
{
    for (std::size_t household = piece.tile().first_household;
         household < piece.tile().last_household; ++household)
        Settlement(society, piece, household).recount_earners();
}
}  // namespace

void carry_out(Society const& society, Piece& piece)
{
    if (society.month.is_january()) settle_all(society, piece);
    std::vector<Intent>& intents = piece.tile().intents;
    sort_intents(society, piece.population().persons, intents);
    for (std::size_t first = 0; first < intents.size();)
    {
        std::uint32_t const household = intents[first].household;
        Settlement settlement(society, piece, household);
        std::size_t next = first;
        bool moved = false;
        for (; next < intents.size() && intents[next].household == household; ++next)
        {
            settlement.carry_out(intents[next]);
            moved =
                moved || intents[next].act == Act::come_home || intents[next].act == Act::depart;
        }
        if (moved) settlement.recount_earners();
        first = next;
    }
    intents.clear();
}
}  // namespace kochmon::steps
