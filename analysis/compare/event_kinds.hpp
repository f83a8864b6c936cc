// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "agents/state/piece.hpp"

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
std::string const& name(PartingPoint point);

/// An event that tells lives apart.
struct EventKind
{
    Count kind = Count::births;
    char const* name = "";
    PartingPoint point = PartingPoint::law;
};
/// All of them, in the order in which they come in a month.
std::vector<EventKind> const& event_kinds();
/// Nothing for counts that tell no lives apart: stocks, exposure, and who merely considered
/// leaving.
EventKind const* event_kind(Count kind);
}  // namespace kochmon
