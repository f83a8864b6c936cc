// SPDX-License-Identifier: MIT
#include "agents/law/employer_sanctions.hpp"

namespace kochmon
{
void EmployerSanctionLaw::fields(Fields& field)
{
    for (Jurisdiction const where : field.corridor().jurisdictions())
        field(path_of_law(field.corridor(), where) + ".employer_sanctions.job_finding",
              job_finding[index(where)],
              {Dimension::ratio,
               {0, 1},
               "Finding work without a work right, relative to no sanctions of employers",
               Use::lever});
}
}  // namespace kochmon
