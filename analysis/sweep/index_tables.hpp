// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "analysis/sweep/last_values.hpp"
#include "analysis/sweep/study.hpp"

namespace kochmon
{
/// `indices.csv`: how much of the variance of each kept row hangs on each factor: first-order and
/// total indices of a design made for them, first-order ones from the points of any other. `rows`:
/// of the last month.
std::string indices_csv(Study const& study, std::vector<LastRow> const& rows);
/// `morris.csv`: elementary effects of each factor on each kept row.
std::string morris_csv(Study const& study, std::vector<LastRow> const& rows);
/// `main_effects.csv`: what factors of a grid do by themselves and in pairs.
std::string main_effects_csv(Study const& study, std::vector<LastRow> const& rows);

/// Whether a design tells indices from its points as they are: neither paths nor one factor at a
/// time.
bool is_given_data(DesignKind kind);
}  // namespace kochmon
