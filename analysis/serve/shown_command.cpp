// SPDX-License-Identifier: MIT
#include "analysis/serve/shown_command.hpp"

#include "analysis/text/shell_text.hpp"

namespace kochmon
{
std::string shown_command(std::vector<std::string> const& arguments)
{
    std::string command = "kochmon";
    for (std::string const& argument : arguments) command += ' ' + shell_word(argument);
    return command;
}
}  // namespace kochmon
