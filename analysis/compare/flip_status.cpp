// SPDX-License-Identifier: MIT
#include "analysis/compare/flip_status.hpp"

namespace kochmon
{
namespace
{
FlipStatus of_right(WorkRight right)
{
    switch (right)
    {
        case WorkRight::permit:
            return FlipStatus::permit;
        case WorkRight::free_movement:
            return FlipStatus::free_movement;
        case WorkRight::temporary_resident:
            return FlipStatus::temporary_residence;
        case WorkRight::permanent_resident:
            return FlipStatus::permanent_residence;
        case WorkRight::citizen:
            return FlipStatus::citizen;
        case WorkRight::none:
            break;
    }
    return FlipStatus::no_right;
}
}  // namespace

FlipStatus flip_status(Persons const& persons, std::size_t row)
{
    if (persons.at_home(row)) return FlipStatus::home;
    if (persons.nowhere(row)) return FlipStatus::not_living;
    Status const status = persons.status(row);
    if (status.held()) return FlipStatus::held;
    if (!status.foreign()) return FlipStatus::citizen;
    return status.regular() ? of_right(status.work_right) : FlipStatus::irregular;
}
}  // namespace kochmon
