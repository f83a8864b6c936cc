// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "config/declarations.hpp"

namespace kochmon::fuzz
{
/// What scenario files are made of, for mutations that stay within their grammar or just beside it.
struct Words
{
    std::vector<std::string> keys;       // paths that are declared, and their parts
    std::vector<std::string> levers;     // paths that a shock may name
    std::vector<std::string> groups;     // `{origin: [osh]}` of what is declared
    std::vector<std::string> structure;  // keys of the grammar itself
    std::vector<std::string> values;     // numbers, units, months, words
    std::vector<std::string> marks;      // characters that mean something, or look as if
};
Words words_of(Declarations const& declarations);
}  // namespace kochmon::fuzz
