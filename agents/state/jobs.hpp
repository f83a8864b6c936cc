// SPDX-License-Identifier: MIT
#pragma once

#include "agents/state/population.hpp"

namespace kochmon
{
struct Job
{
    Sector sector = Sector::other;
    Employer employer = Employer::firm;
    Contract contract = Contract::informal;
    bool for_citizens = false;  // it was offered on the condition of citizenship
};

/// A person abroad begins a job; `month` counts as the first in it.
void begin_job(Persons& persons, std::size_t person, Month month, Job const& job);
/// Whatever job there was is over.
void end_job(Persons& persons, std::size_t person);
}  // namespace kochmon
