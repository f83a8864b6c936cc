// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "analysis/sweep/study.hpp"

namespace kochmon
{
/// Where a study stands.
struct StudyState
{
    std::size_t runs = 0;
    std::size_t done = 0;
    std::map<RunNumber, std::string> failed = {};  // and not done since
    std::size_t left() const { return runs - done; }
};

StudyState state_of(Study const& study);
/// `out/fees: 12 of 20 runs done, 1 failed, ...`
std::string told_state(Study const& study, StudyState const& state);
}  // namespace kochmon
