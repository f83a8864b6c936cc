// SPDX-License-Identifier: MIT
#include "agents/law/employer_sanctions.hpp"

#include "agents/vocabulary/jurisdictions.hpp"

namespace kochmon
{
void EmployerSanctionLaw::fields(Fields& field)
{
    for (std::size_t where = 0; where < jurisdiction_count; ++where)
        field(path_of_law(static_cast<Jurisdiction>(where)) + ".employer_sanctions.job_finding",
              job_finding[where],
              {Dimension::ratio,
               {0, 1},
               "Finding work without a work right, relative to no sanctions of employers",
               Use::lever});
}
}  // namespace kochmon
