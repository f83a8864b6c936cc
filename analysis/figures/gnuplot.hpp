// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "analysis/output/output_folder.hpp"

namespace kochmon
{
enum class Drawing : std::uint8_t
{
    done,
    no_gnuplot,
    failed
};

/// Runs gnuplot on a script that stands in `folder`; what it prints goes to standard error. It has
/// a minute, and a signal that asks for a stop ends it.
Drawing draw(std::filesystem::path const& folder, std::string const& script);

/// Runs gnuplot on `figures/NAME.gp` of an output folder, which takes the pictures for its own.
Drawing draw_in(OutputFolder& folder, std::string const& name);
}  // namespace kochmon
