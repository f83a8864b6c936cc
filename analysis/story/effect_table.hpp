// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/story/measured_lines.hpp"

namespace kochmon
{
/// A row of effects.csv: means over replicates, the paired difference and its intervals.
struct EffectRow
{
    std::string policy;
    std::string month;
    std::string by;
    std::string group;
    std::string unit;
    double base = 0.0;
    double with_policy = 0.0;
    double difference = 0.0;
    double low_90 = 0.0;  // NaN of one replicate, as the next
    double high_90 = 0.0;
    double unpaired_low_90 = 0.0;
    double unpaired_high_90 = 0.0;
    double direct = 0.0;  // NaN where the comparison did not tell them apart, as the next
    double indirect = 0.0;
};

/// A measure of a group, as tables name them.
struct RowKey
{
    std::string measure;
    std::string by = "total";
    std::string group = "total";
};

/// effects.csv of a comparison.
class EffectTable
{
  public:
    explicit EffectTable(std::string text) : lines_(std::move(text)) {}

    /// Of one measure and group, policy by policy in the order of months; none if the comparison
    /// did not keep them.
    std::vector<EffectRow> rows(RowKey const& key) const;
    /// Of one measure in every group, as they stand in the table.
    std::vector<EffectRow> rows_in_all_groups(std::string const& measure) const;

  private:
    EffectRow row_of(std::string_view line) const;

    MeasuredLines lines_;
};

/// The policies of rows in their order.
std::vector<std::string> policies_of(std::vector<EffectRow> const& rows);
/// Of one policy in the last month there is.
std::optional<EffectRow> last_effect(std::vector<EffectRow> const& rows, std::string const& policy);
/// The first month in which a policy's world differs from the base's in that measure.
std::optional<std::string> first_effect(std::vector<EffectRow> const& rows,
                                        std::string const& policy);
}  // namespace kochmon
