// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analysis/page/html_text.hpp"

namespace kochmon
{
/// The effect of a policy on a measure in the last month of a comparison, in the very digits of its
/// effects.csv.
struct LastEffect
{
    std::string policy;
    std::string measure;  // as people read it
    std::string unit;
    std::string month;
    std::string base;
    std::string with_policy;
    std::string difference;
    std::string low_90;  // empty of one replicate, as the next
    std::string high_90;
};

/// Of each policy on legality rate, naturalization rate, people abroad and naturalizations, as far
/// as the comparison has kept them. Throws FileError where there is no effects.csv.
std::vector<LastEffect> last_effects(std::filesystem::path const& comparison);
Json as_json(std::vector<LastEffect> const& effects);
}  // namespace kochmon
