// SPDX-License-Identifier: MIT
#include "agents/options/labour.hpp"
#include "agents/options/person_money.hpp"
#include "agents/state/jobs.hpp"
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
namespace
{
/// Sanctions of employers bear on those without a work right.
double ease_of_finding(Society const& society, Persons const& persons, std::size_t person)
{
    if (persons[person].work_right != WorkRight::none) return 1.0;
    Jurisdiction const where = jurisdiction_of(persons.place[person]);
    return society.parameters.employer_sanctions.job_finding[index(where)];
}

bool finds_job(Society const& society, Piece& piece, std::size_t person)
{
    Persons const& persons = piece.population().persons;
    ModelParameters const& parameters = society.parameters;
    Place const place = persons.place[person];
    double const u = piece.monthly(MonthlyLane::job, person);
    double const ease = ease_of_finding(society, persons, person);
    bool const first_month = persons[person].came == stamp(society.month - 1);
    if (!first_month)
    {
        double const vacancies = parameters.labour_market.vacancies[index(place)];
        return happens_within_a_month(parameters.work.finding * (vacancies * ease), u);
    }
    double const here = ties_here(society, piece.population(), person);
    double const unmet = unmet_of(society, persons[person].origin, place, here);
    return u < ease * chance_of_work_at(parameters, place, unmet);
}

bool loses_job(Society const& society, Piece& piece, std::size_t person)
{
    double const u = piece.monthly(MonthlyLane::job, person);
    int const months = months_in_job(piece.population().persons, person, society.month);
    return happens_within_a_month(society.parameters.work.loss_after(months), u);
}

void take_job(Society const& society, Persons& persons, std::size_t person)
{
    SubjectKey const subject = persons.subject(person);
    BySector<double> const& chances =
        society.world.sector_chance[group_of(persons.learning(person))];
    Sector const sector =
        sector_of(chances, society.draws().uniform(subject, block(DecisionPoint::sector)));
    double const u = society.draws().uniform(subject, block(DecisionPoint::sector), 1);
    begin_job(persons, person, society.month,
              {.sector = sector,
               .employer = society.parameters.sectors.employer(sector, u),
               .contract = Contract::informal,
               .for_citizens = false});
}

// An informal worker with a right may be offered a contract, by those for whom the right is.
bool is_offered_contract(Society const& society, Persons const& persons, std::size_t person)
{
    if (persons[person].contract != Contract::informal) return false;
    if (persons.status(person).right_at_work() == WorkRight::none) return false;
    double const u =
        society.draws().uniform(persons.subject(person), block(DecisionPoint::contract_offer));
    return happens_within_a_month(society.parameters.work.contract_offer, u);
}

// Where citizenship can be had, a foreigner within the law who has learnt enough may be offered a
// better job on the condition of it.
bool is_offered_citizens_job(Society const& society, Persons const& persons, std::size_t person)
{
    CitizenOfferParameters const& rule = society.parameters.citizen_offer;
    Status const status = persons.status(person);
    if (!status.foreign() || !status.employed() || !status.regular()) return false;
    if (!society.corridor().has_whole_law(jurisdiction_of(persons.place[person]))) return false;
    if (persons[person].offer_end >= stamp(society.month)) return false;
    if (!CitizenOfferParameters::is_qualified(persons.learning(person))) return false;
    return rule.comes(
        society.draws().uniform(persons.subject(person), block(DecisionPoint::citizen_offer)));
}

void hear_of_citizens_job(Society const& society, Piece& piece, std::size_t person)
{
    Persons& persons = piece.population().persons;
    if (!is_offered_citizens_job(society, persons, person)) return;
    persons[person].offer_end = stamp(society.month + society.parameters.citizen_offer.open_months);
    persons.must_decide[person] = 1;
    piece.happened(Count::offers_to_citizens, person);
}

void live_through_month_of_work(Society const& society, Piece& piece, std::size_t person)
{
    Persons& persons = piece.population().persons;
    bool const employed = persons[person].contract != Contract::none;
    if (employed && loses_job(society, piece, person))
    {
        end_job(persons, person);
        persons.must_decide[person] = 1;
        piece.happened(Count::jobs_lost, person);
    }
    else if (!employed && finds_job(society, piece, person))
    {
        take_job(society, persons, person);
        piece.happened(Count::jobs_found, person);
    }
    else if (is_offered_contract(society, persons, person))
    {
        persons[person].contract = Contract::formal;
        piece.happened(Count::contracts, person);
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
        if (persons[person].presence == Presence::prison) continue;
        live_through_month_of_work(society, piece, person);
        Status const status = persons.status(person);
        if (status.employed() && status.right_at_work() == WorkRight::none)
            persons[person].worked_without_right = 1;
        hear_of_citizens_job(society, piece, person);
    }
}
}  // namespace kochmon::steps
