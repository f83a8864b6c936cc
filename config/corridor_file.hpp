// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>

#include "config/corridor.hpp"
#include "config/overrides.hpp"

namespace kochmon
{
class Diagnostics;
struct TextFile;

/// Reads a corridor from its file (docs/scenarios.md, Corridors), as strictly as a scenario is
/// read. What is wrong is reported.
Corridor read_corridor(TextFile const& file, Diagnostics& diagnostics);

/// The corridor that a scenario, or the nearest of its bases, names under `corridor`. Nothing if
/// none does, or if a file on the way cannot be followed: reading the scenario says why. Throws
/// ScenarioError with what is wrong in the corridor's own file, FileError.
std::shared_ptr<Corridor const> corridor_of(std::filesystem::path const& scenario,
                                            Overrides const& overrides = {});
/// The same, or what stands in for a corridor that is not known, one of each kind; where the
/// scenario is not there too.
std::shared_ptr<Corridor const> corridor_or_unknown(std::filesystem::path const& scenario,
                                                    Overrides const& overrides = {});
std::shared_ptr<Corridor const> unknown_corridor();
}  // namespace kochmon
