// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "config/node.hpp"
#include "config/outline.hpp"

// What is said of keys that are wrong or missing in the files of a scenario.
namespace kochmon
{
std::vector<std::string> required_children(Branch const& group);
std::string expected_of(Branch const& branch);
/// The keys of a group; of a large one as many as a line can hold.
std::string siblings_text(Branch const& group);
/// A file that is no scenario may hold what is not for other eyes.
std::string beginning_of(Node const& root);
/// The scenario that lies nearest to a file, as that file would name it; empty: none.
std::string baseline_beside(std::filesystem::path const& file);
/// `law: {permit: {fee: 5 RUB}}` of `law.permit.fee: 5 RUB`; without its value if that is no word.
std::string nested(std::string const& path, Node const& value);
/// Paths that end as the text does, whatever its capitals.
std::vector<std::string> paths_like(std::string const& text, std::vector<std::string> const& paths);
}  // namespace kochmon
