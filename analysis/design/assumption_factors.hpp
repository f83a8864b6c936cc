// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "config/scenario.hpp"

#include "analysis/design/factor.hpp"

namespace kochmon
{
/// The assumptions of a base that a plan varies: those of some branches of its tree.
struct VariedAssumptions
{
    std::vector<std::string> branches = {};  // `rules`, `destinations.moscow`; an empty text: all
    double spread = 1.5;                     // above 1: how far from the value the ends lie

    bool hold(std::string const& path) const;
};

/// A factor with two values for each parameter whose source is an assumption or a calibration, in
/// the order of the program, named by its path: a quantity divided and multiplied by the spread, of
/// a share or a chance its odds, both within the admissible range, dated values all alike; of words
/// and truths every other one. `left_out` takes those that are not in force in any month of the
/// run, or that have no other value (0), each with the reason.
std::vector<Factor> factors_of_assumptions(Scenario const& base, VariedAssumptions const& varied,
                                           std::vector<std::string>& left_out);
}  // namespace kochmon
