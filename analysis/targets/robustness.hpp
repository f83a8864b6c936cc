// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analysis/targets/judgement.hpp"

namespace kochmon
{
/// A set of parameters under which answers are tried.
struct TriedSet
{
    std::string group;           // of a calibration the name of its folder, of a sweep its own
    std::string name;            // of an accepted set `01`, of a point of a sweep what it changes
    std::filesystem::path file;  // the scenario
    std::vector<std::string> values = {};  // laid over it: `PATH=VALUE`
    bool is_accepted = false;              // by a calibration; else a point of a sweep
};
/// So begin the names of files beside `accepted/NN.yaml`, which lay the same values over the
/// scenario on which observations are measured.
inline constexpr char const* accepted_of_history = "history-";
/// What a calibration accepts: `accepted/NN.yaml` of its folder, in order. Throws FileError if the
/// folder holds none.
std::vector<TriedSet> accepted_sets_in(std::string const& folder);

/// What all tried sets together say of the sign of an answer.
enum class Robustness : std::uint8_t
{
    robust,           // the same sign in all
    model_dependent,  // above 0 in one and below 0 in another
    unclear,          // in one at least the interval holds 0
    no_value          // in one at least nothing was to be measured
};
std::string const& name(Robustness robustness);

/// An answer under each set.
struct RobustAnswer
{
    JudgedAnswer answer;              // of the first; its test is that of all
    std::vector<Estimate> estimates;  // by set
    Robustness robustness = Robustness::no_value;
};

/// `by_set`: the judged shocks of each set, of the same tests.
std::vector<RobustAnswer> robust_answers(std::vector<std::vector<JudgedAnswer>> const& by_set);

/// For people, and `robust.csv`: a row an answer and set.
std::string told_robustness(std::vector<TriedSet> const& sets,
                            std::vector<RobustAnswer> const& answers);
std::string robust_csv(std::vector<TriedSet> const& sets, std::vector<RobustAnswer> const& answers);
}  // namespace kochmon
