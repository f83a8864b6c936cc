// SPDX-License-Identifier: MIT
#include "agents/person_money.hpp"
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
namespace
{
enum class Found
{
    nobody,
    regular,
    irregular
};

// Whom the checks of this month find. Citizens are not checked.
Found found(Society const& society, Piece const& piece, Status const& status, std::size_t person,
            Place place)
{
    if (!status.foreign()) return Found::nobody;
    double const visibility = status.regular() ? society.parameters.checks.regular_visibility : 1.0;
    HazardPerMonth const hazard(society.world.check_hazard[index(place)] * visibility);
    double const u = piece.monthly(MonthlyLane::check, person);
    if (!probability_within_a_month(hazard).happens(u)) return Found::nobody;
    return status.regular() ? Found::regular : Found::irregular;
}

void lose_pay(Society const& society, Piece& piece, std::size_t person, double months)
{
    Persons const& persons = piece.population().persons;
    if (persons.contract[person] == Contract::none) return;
    double const factor = persons.wage_factor[person] *
                          society.parameters.work.pay_factor(persons.work_right[person]);
    Kopecks const pay =
        scaled(society.parameters.markets.wage[index(persons.place[person])], factor * months);
    charge(piece, person, Flow::pay_lost, pay);
}

void be_removed(Society const& society, Piece& piece, std::size_t person, Sanction sanction)
{
    Persons& persons = piece.population().persons;
    Jurisdiction const where = jurisdiction_of(persons.place[person]);
    SanctionLaw const& law = society.parameters.sanctions;
    int const ban = law.ban_months(where, sanction);
    lose_pay(society, piece, person, law.custody[index(where)]);
    if (ban > 0) persons.ban_end[index(where)][person] = stamp(society.month + ban);
    persons.presence[person] = Presence::custody;
    piece.tile().intents.push_back({.household = persons.household[person],
                                    .person = static_cast<std::uint32_t>(person),
                                    .act = Act::come_home,
                                    .why = Why::removed,
                                    .place = persons.place[person]});
}

void be_sanctioned(Society const& society, Piece& piece, std::size_t person, std::size_t cell)
{
    Persons const& persons = piece.population().persons;
    Jurisdiction const where = jurisdiction_of(persons.place[person]);
    double const u =
        society.draws().uniform(persons.subject(person), block(DecisionPoint::sanction_kind));
    Sanction const sanction = society.parameters.sanctions.sanction(where, u);
    if (sanction == Sanction::fine)
    {
        charge(piece, person, Flow::fines, society.parameters.sanctions.fine[index(where)]);
        piece.tally.count(Count::fines, cell);
        return;
    }
    piece.tally.count(sanction == Sanction::deportation ? Count::deportations : Count::expulsions,
                      cell);
    be_removed(society, piece, person, sanction);
}
}  // namespace

// Checks find irregular workers, who are fined, deported or expelled; a regular one loses time.
// What happened moves the belief about the risk.
void meet_checks(Society const& society, Piece& piece)
{
    Persons& persons = piece.population().persons;
    for (std::uint32_t const person : piece.abroad)
    {
        std::size_t const cell =
            Tally::cell(persons.origin[person], persons.place[person], persons.sex[person]);
        Status const status = persons.status(person);
        piece.tally.count(Count::months_abroad, cell);
        if (status.foreign() && !status.regular()) piece.tally.count(Count::irregular_months, cell);
        Found const check = found(society, piece, status, person, persons.place[person]);
        Experience const experience =
            check == Found::irregular ? Experience::detected : Experience::quiet;
        persons.perceived_risk[person] = updated_risk(society.parameters.risk_belief,
                                                      persons.perceived_risk[person], experience);
        if (check == Found::nobody) continue;
        persons.must_decide[person] = 1;
        piece.tally.count(Count::checks, cell);
        if (check == Found::regular)
            lose_pay(society, piece, person, society.parameters.checks.days_lost / 30.0);
        else
            be_sanctioned(society, piece, person, cell);
    }
}
}  // namespace kochmon::steps
