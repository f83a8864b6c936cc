// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "agents/loading/load_model.hpp"
#include "agents/run/simulation.hpp"
#include "agents/synthesis/synthesis.hpp"

namespace kochmon::bench
{
/// The baseline with so many agents; 0: all persons.
inline Scenario baseline_of(std::int64_t persons)
{
    Overrides overrides;
    overrides.persons = persons == 0 ? "full" : std::to_string(persons);
    return load_model(std::string(KOCHMON_SOURCE) + "/config/baseline.yaml", overrides);
}

inline constexpr int settling_months = 12;  // until lists and caches have their usual size
inline constexpr int measured_months = 24;

inline void advance(Simulation& simulation, int months)
{
    for (int month = 0; month < months; ++month) simulation.advance();
}
}  // namespace kochmon::bench
