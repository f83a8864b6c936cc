// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>

#include "config/overrides.hpp"

namespace kochmon
{
/// The base that a file of shocks names. Nothing where it names none, holds no shocks or cannot be
/// read. Throws FileError where the file is not there.
std::optional<std::filesystem::path> named_base(std::filesystem::path const& policy,
                                                Overrides const& overrides);
}  // namespace kochmon
