// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace kochmon
{
enum class Drawing : std::uint8_t
{
    done,
    no_gnuplot,
    failed
};

/// Runs gnuplot on a script that stands in `folder`; what it prints goes to standard error.
Drawing draw(std::filesystem::path const& folder, std::string const& script);
}  // namespace kochmon
