// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "config/declarations.hpp"
#include "config/scenario.hpp"

namespace kochmon
{
/// A name of the program, and what is said of it.
struct SaidOfName
{
    std::string kind;  // lever, key, table, measure, policy, fact or target
    std::string name;
    std::string says;
    std::string value = {};  // of a key in the scenario, or its unit without one
    std::string more = {};   // looked through, and not told: keys of a fact, levers of a policy
};

/// What `explain --search` looks through, kind by kind: parameters and tables; measures; policies
/// and targets beside the scenario; facts. `scenario` and `file` are the same, or nothing.
std::vector<SaidOfName> said_of_names(Declarations const& declarations, Scenario const* scenario,
                                      std::optional<std::filesystem::path> const& file);

/// Those that hold the words, or, where none has all, as many as any, and those whose name ends by
/// one of them; the best first within each kind, kinds in their order.
std::vector<SaidOfName> found_among(std::vector<SaidOfName> const& all, std::string const& words);

/// A line each under its kind; of each kind no more than `at_most`.
std::string found_as_text(std::vector<SaidOfName> const& found, std::size_t at_most);
std::string found_as_json(std::vector<SaidOfName> const& found, std::string const& words);
}  // namespace kochmon
