// SPDX-License-Identifier: MIT
#include "agents/state/jobs.hpp"

namespace kochmon
{
void begin_job(Persons& persons, std::size_t person, Month month, Job const& job)
{
    persons.contract[person] = job.contract;
    persons.sector[person] = job.sector;
    persons.employer[person] = job.employer;
    persons.job_start[person] = stamp(month);
    persons.citizens_job[person] = job.for_citizens ? 1 : 0;
}

void end_job(Persons& persons, std::size_t person)
{
    persons.contract[person] = Contract::none;
    persons.job_start[person] = never;
    persons.citizens_job[person] = 0;
}
}  // namespace kochmon
