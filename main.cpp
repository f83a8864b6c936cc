// SPDX-License-Identifier: MIT
#include "analysis/commands/command_line.hpp"

int main(int count, char** arguments)
{
    return kochmon::run_command_line(count, arguments);
}
