// SPDX-License-Identifier: MIT
#include "analysis/text/shell_text.hpp"

#include <algorithm>
#include <string_view>

namespace kochmon
{
namespace
{
bool needs_no_quotes(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-_./=,+:@%").find(c) != std::string_view::npos;
}
}  // namespace

std::string shell_word(std::string const& word)
{
    if (!word.empty() && std::ranges::all_of(word, needs_no_quotes)) return word;
    std::string quoted = "'";
    for (char const c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + '\'';
}
}  // namespace kochmon
