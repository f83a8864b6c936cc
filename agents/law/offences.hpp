// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// Administrative offences of any kind beside those that checks of work and stay find: traffic,
/// public order, registration. A foreigner is fined for them whatever the status, and each counts
/// where entry is closed after two (law 114-FZ, article 26).
struct OffenceLaw
{
    ByJurisdiction<HazardPerMonth> hazard{};
    ByJurisdiction<Kopecks> fine{};

    void fields(Fields& field);
};
}  // namespace kochmon
