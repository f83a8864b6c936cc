// SPDX-License-Identifier: MIT
#pragma once

#include "agents/society/society.hpp"

namespace kochmon
{
/// What a person's labour is worth at a destination, and to whom it is exposed; from last month's
/// world, as everything that a person weighs.

/// Months in the job now held; 0 without one.
int months_in_job(Persons const& persons, std::size_t person, Month month);
/// Whether the person has work now and a contract.
bool has_contract(Persons const& persons, std::size_t person);

/// Chance that the work is for a household: known in a job, else that of a job yet to be found.
double chance_of_household(Society const& society, Persons const& persons, std::size_t person);

/// Pay of a month of work without a work right, RUB/month: in the job now held, or the mean over
/// the sectors in which one may be found.
double pay_abroad(Society const& society, Persons const& persons, std::size_t person);
/// The same at a destination, as a person at home believes it.
double believed_pay(Society const& society, Persons const& persons, std::size_t person,
                    Place place);
/// Chance of work in the first month with the vacancies there; `unmet`: of the need for ties.
double chance_of_work_at(ModelParameters const& parameters, Place place, double unmet);

/// What makes a person abroad an easy victim of exploitation, as a product of factors.
double weakness_of(Society const& society, Persons const& persons, std::size_t person,
                   double unmet);
/// The same of who thinks of leaving, perhaps on credit.
double weakness_at(ModelParameters const& parameters, bool speaks_language, bool on_credit,
                   double unmet);
}  // namespace kochmon
