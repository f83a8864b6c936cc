// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kochmon
{
/// A row of docs/facts.md: what the model stands on, by which sources `F7` are meant.
struct Fact
{
    std::string id;
    std::string says;
    std::string becomes;            // in the program
    std::vector<std::string> keys;  // that hold it
};

std::vector<Fact> facts_in(std::string_view page);
/// Those of the page as it was when the program was built.
std::vector<Fact> facts();
}  // namespace kochmon
