// SPDX-License-Identifier: MIT
#include "analysis/serve/shown_command.hpp"

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

std::string for_a_shell(std::string const& argument)
{
    if (!argument.empty() && std::ranges::all_of(argument, needs_no_quotes)) return argument;
    std::string quoted = "'";
    for (char const c : argument) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}
}  // namespace

std::string shown_command(std::vector<std::string> const& arguments)
{
    std::string command = "kochmon";
    for (std::string const& argument : arguments) command += ' ' + for_a_shell(argument);
    return command;
}
}  // namespace kochmon
