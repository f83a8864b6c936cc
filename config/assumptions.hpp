// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "config/declarations.hpp"
#include "config/scenario.hpp"

namespace kochmon
{
/// Something that a scenario states without a source.
struct Assumption
{
    enum class Of : std::uint8_t
    {
        parameter,
        table,  // some or all of its rows
        shock   // then nothing but its text
    };

    Of of = Of::parameter;
    std::string path = {};  // of a shock: its text
    std::string value = {};
    std::string range = {};  // of a parameter
    std::string meaning = {};
    std::string remark = {};  // of a parameter: what its source says beside `assumption`
};

/// All of them: parameters in the order of the program, then tables, then shocks.
std::vector<Assumption> assumptions_of(Declarations const& declarations, Scenario const& scenario);
}  // namespace kochmon
