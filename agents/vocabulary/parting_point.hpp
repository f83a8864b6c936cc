// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace kochmon
{
/// Where lives part: decisions of persons, and what others decide about them.
enum class PartingPoint : std::uint8_t
{
    birth_and_death,
    terms,         // papers, stays, bans and prison terms end
    courses,       //
    work,          // jobs lost and found, contracts, jobs for citizens
    exploitation,  // and complaint
    check,         // checks and sanctions
    status_choice,
    residence_choice,
    citizenship_choice,
    consular_choice,
    moving_on,
    return_home,
    joining,  // departure for family or study
    departure,
    quota,  // the lot for a scarce place
    means,  // the purse had been given, or money was short
    border,
    law  // status changed by law, without an event
};
}  // namespace kochmon
