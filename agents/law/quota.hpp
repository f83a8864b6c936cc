// SPDX-License-Identifier: MIT
#pragma once

#include "config/fields.hpp"

#include "agents/state/scarce_places.hpp"

namespace kochmon
{
/// Quotas by destination [F11, F26].
struct QuotaLaw
{
    Quotas quota{};

    void fields(Fields& field);
};
}  // namespace kochmon
