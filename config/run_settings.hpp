// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "engine/month.hpp"

namespace kochmon
{
/// What a run needs to know besides the model: the keys `time` and `population`.
struct RunSettings
{
    Month start = {};                          // first month of the warm-up
    int warm_up = 0;                           // months, not reported
    int months = 0;                            // months reported
    std::optional<std::int64_t> persons = {};  // agents; nothing: `full`, one agent a person
    std::uint32_t seed = 0;
    std::optional<std::uint32_t> population_seed = {};  // nothing: as `seed`

    Month first_reported() const { return start + warm_up; }
    Month end() const { return first_reported() + months; }  // first month no longer run
};
}  // namespace kochmon
