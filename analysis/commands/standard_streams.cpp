// SPDX-License-Identifier: MIT
#include "analysis/commands/standard_streams.hpp"

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

#include "engine/error.hpp"

namespace kochmon
{
void write_output(std::string_view text)
{
    bool const written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    if (!written || std::fflush(stdout) != 0)
        throw FileError("cannot write standard output: " + std::generic_category().message(errno) +
                        "; write to a folder with -o");
}

void write_message(std::string_view text) noexcept
{
    std::fwrite(text.data(), 1, text.size(), stderr);
}
}  // namespace kochmon
