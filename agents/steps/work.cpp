// SPDX-License-Identifier: MIT
#include "agents/person_money.hpp"
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
namespace
{
/// Sanctions of employers bear on those without a work right.
double ease_of_finding(Society const& society, Persons const& persons, std::size_t person)
{
    if (persons.work_right[person] != WorkRight::none) return 1.0;
    Jurisdiction const where = jurisdiction_of(persons.place[person]);
    return society.parameters.employer_sanctions.job_finding[index(where)];
}

bool finds_job(Society const& society, Piece& piece, std::size_t person)
{
    Persons const& persons = piece.population().persons;
    double const u = piece.monthly(MonthlyLane::job, person);
    double const ease = ease_of_finding(society, persons, person);
    bool const first_month = persons.came[person] == stamp(society.month - 1);
    if (!first_month)
        return probability_within_a_month(society.parameters.work.finding * ease).happens(u);
    ByPlace<double> const known = ties_of(society, piece.population(), person);
    double const here = known[index(persons.place[person])];
    return u < ease * chance_of_work(society.parameters.ties, here);
}

bool loses_job(Society const& society, Piece const& piece, std::size_t person)
{
    double const u = piece.monthly(MonthlyLane::job, person);
    return probability_within_a_month(society.parameters.work.loss).happens(u);
}

void begin_job(Society const& society, Persons& persons, std::size_t person)
{
    double const u = society.draws().uniform(persons.subject(person), block(DecisionPoint::sector));
    persons.contract[person] = Contract::informal;
    persons.sector[person] = society.parameters.work.sector(u);
}

// An informal worker with a right may be offered a contract.
bool is_offered_contract(Society const& society, Persons const& persons, std::size_t person)
{
    if (persons.contract[person] != Contract::informal) return false;
    if (persons.work_right[person] == WorkRight::none) return false;
    double const u =
        society.draws().uniform(persons.subject(person), block(DecisionPoint::contract_offer));
    return probability_within_a_month(society.parameters.work.contract_offer).happens(u);
}

void live_through_month_of_work(Society const& society, Piece& piece, std::size_t person)
{
    Persons& persons = piece.population().persons;
    std::size_t const cell =
        Tally::cell(persons.origin[person], persons.place[person], persons.sex[person]);
    bool const employed = persons.contract[person] != Contract::none;
    if (employed && loses_job(society, piece, person))
    {
        persons.contract[person] = Contract::none;
        persons.must_decide[person] = 1;
        piece.tally.count(Count::jobs_lost, cell);
    }
    else if (!employed && finds_job(society, piece, person))
    {
        begin_job(society, persons, person);
        piece.tally.count(Count::jobs_found, cell);
    }
    else if (is_offered_contract(society, persons, person))
    {
        persons.contract[person] = Contract::formal;
        piece.tally.count(Count::contracts, cell);
    }
}
}  // namespace

// Jobs lost and found, contracts offered. Work without a work right is informal and makes
// irregular from its first month on.
void work(Society const& society, Piece& piece)
{
    Persons& persons = piece.population().persons;
    for (std::uint32_t const person : piece.abroad)
    {
        if (persons.presence[person] == Presence::prison) continue;
        live_through_month_of_work(society, piece, person);
        if (persons.contract[person] != Contract::none &&
            persons.work_right[person] == WorkRight::none)
            persons.worked_without_right[person] = 1;
    }
}
}  // namespace kochmon::steps
