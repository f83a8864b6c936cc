// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/statistics/nested_spread.hpp"
#include "analysis/targets/targets_file.hpp"

namespace kochmon
{
/// A figure over replicates.
struct Estimate
{
    std::vector<std::optional<double>> values;  // by replicate
    std::optional<double> mean = {};            // of those that have one
    std::optional<Interval> nine_in_ten = {};   // that holds the mean; two values at least
    NestedSpread spread = {};                   // where the values differ from
};
/// `at`: which of the values of each replicate.
Estimate estimate(std::span<std::vector<std::optional<double>> const> replicates, std::size_t at,
                  Nesting const& nesting = {});

enum class Verdict : std::uint8_t
{
    inside,
    outside,
    none,     // without a band
    no_value  // counts as outside
};
std::string const& name(Verdict verdict);
Verdict verdict(Estimate const& estimate, std::optional<Bounds> const& band);

struct JudgedTarget
{
    Target target;
    Estimate estimate;
    Verdict verdict = Verdict::none;
};
std::vector<JudgedTarget> judged(TargetsFile const& file,
                                 std::span<std::vector<std::optional<double>> const> replicates,
                                 Nesting const& nesting = {});

/// A target of several lines is inside if all its lines are: `C4` of `C4_russia`.
struct TargetCount
{
    std::vector<std::string> inside;
    std::vector<std::string> outside;
};
TargetCount count_of(std::vector<JudgedTarget> const& targets);

struct JudgedAnswer
{
    std::string shock;
    std::string what;
    ShockAnswer answer;
    Estimate estimate;
    Verdict verdict = Verdict::none;
    std::size_t right_signs = 0;  // replicates, of an answer that has one

    /// Of an answer that has a sign: every replicate shows it.
    bool sign_holds() const;
};
std::vector<JudgedAnswer> judged_shocks(
    TargetsFile const& file, std::span<std::vector<std::optional<double>> const> replicates,
    Nesting const& nesting = {});
}  // namespace kochmon
