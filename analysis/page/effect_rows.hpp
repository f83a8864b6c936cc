// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace kochmon
{
/// A row of effects.csv: means over replicates, the paired difference and its intervals.
struct EffectRow
{
    std::string policy;
    std::string month;
    std::string unit;
    double base = 0.0;
    double with_policy = 0.0;
    double difference = 0.0;
    double low_90 = 0.0;  // NaN of one replicate, as the next
    double high_90 = 0.0;
    double unpaired_low_90 = 0.0;
    double unpaired_high_90 = 0.0;
};

/// A measure of a group, as effects.csv names them.
struct RowKey
{
    std::string measure;
    std::string by = "total";
    std::string group = "total";
};

/// The rows of effects.csv of one measure and group, policy by policy in the order of months; none
/// if the comparison did not keep them.
std::vector<EffectRow> effect_rows(std::string const& effects_csv, RowKey const& key);
/// The policies of a comparison in the order of effects.csv.
std::vector<std::string> policies_of(std::vector<EffectRow> const& rows);
/// Of one policy in the last month there is.
std::optional<EffectRow> last_effect(std::vector<EffectRow> const& rows, std::string const& policy);
/// The first month in which a policy's world differs from the base's in that measure.
std::optional<std::string> first_effect(std::vector<EffectRow> const& rows,
                                        std::string const& policy);
}  // namespace kochmon
