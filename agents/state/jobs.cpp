// SPDX-License-Identifier: MIT
#include "agents/state/jobs.hpp"

namespace kochmon
{
void begin_job(Persons& persons, std::size_t person, Month month, Job const& job)
{
    persons[person].contract = job.contract;
    persons[person].sector = job.sector;
    persons[person].employer = job.employer;
    persons[person].job_start = stamp(month);
    persons[person].citizens_job = job.for_citizens ? 1 : 0;
}

void end_job(Persons& persons, std::size_t person)
{
    persons[person].contract = Contract::none;
    persons[person].job_start = never;
    persons[person].citizens_job = 0;
}
}  // namespace kochmon
