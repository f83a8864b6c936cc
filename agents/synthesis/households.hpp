// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "engine/random.hpp"

#include "agents/state/population.hpp"

namespace kochmon
{
/// A person of one region before rows are laid out.
struct Draft
{
    SubjectKey key;
    MonthStamp birth = 0;
    Sex sex = Sex::female;
    std::uint32_t household = 0;  // within the region
};

/// Puts the persons of a region into households of the mean size asked for: women aged 20-49 are
/// spread over the households, men aged 20-54 join women of like rank in age, children and youths
/// go to a woman who was 18-44 at their birth, elders to any household. Households nobody joined
/// are dropped. Returns the persons ordered by household, then key.
std::vector<Draft> form_households(std::vector<Draft> persons, double mean_size, Month start,
                                   MonthDraws const& draws);
}  // namespace kochmon
