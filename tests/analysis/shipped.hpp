// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

// Files of the project that tests run or read.
namespace kochmon::tests
{
inline std::filesystem::path const config = std::filesystem::path(KOCHMON_SOURCE) / "config";
inline std::string const baseline_file = KOCHMON_SOURCE "/config/baseline.yaml";
inline std::string const permit_fee_file = KOCHMON_SOURCE "/config/policies/permit-fee.yaml";
inline std::string const odd_templates = KOCHMON_SOURCE "/docs/templates/odd";
/// With accepted/ in it.
inline std::string const calibrated_folder =
    KOCHMON_SOURCE "/config/calibration/diminishing-nested";
}  // namespace kochmon::tests
