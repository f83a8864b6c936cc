// SPDX-License-Identifier: MIT
#include "agents/person_money.hpp"
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
namespace
{
bool finds_job(Society const& society, Piece& piece, std::size_t person)
{
    Persons const& persons = piece.population().persons;
    double const u = piece.monthly(MonthlyLane::job, person);
    bool const first_month = persons.arrival[person] == stamp(society.month - 1);
    if (!first_month) return probability_within_a_month(society.parameters.work.finding).happens(u);
    ByPlace<double> const known = ties_of(society, piece.population(), person);
    double const here = known[index(persons.place[person])];
    return u < chance_of_work(society.parameters.ties, here);
}

bool loses_job(Society const& society, Piece const& piece, std::size_t person)
{
    double const u = piece.monthly(MonthlyLane::job, person);
    return probability_within_a_month(society.parameters.work.loss).happens(u);
}
}  // namespace

// Jobs lost and found. Work without a work right is informal and makes irregular from its first
// month on.
void work(Society const& society, Piece& piece)
{
    Persons& persons = piece.population().persons;
    for (std::uint32_t const person : piece.abroad)
    {
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
            persons.contract[person] = Contract::informal;
            piece.tally.count(Count::jobs_found, cell);
        }
        if (persons.contract[person] != Contract::none &&
            persons.work_right[person] == WorkRight::none)
            persons.worked_without_right[person] = 1;
    }
}
}  // namespace kochmon::steps
