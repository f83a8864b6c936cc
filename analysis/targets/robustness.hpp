// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analysis/targets/judgement.hpp"

namespace kochmon
{
/// A scenario that a calibration accepts: `accepted/NN.yaml` of its folder.
struct AcceptedScenario
{
    std::string calibration;  // name of the folder
    std::filesystem::path file;
};
/// So begin the names of files beside these, which lay the same values over the scenario on which
/// observations are measured.
inline constexpr char const* accepted_of_history = "history-";
/// Those of several calibrations, in order. Throws FileError that says which folder holds none.
std::vector<AcceptedScenario> accepted_scenarios_in(std::vector<std::string> const& folders);

/// What all accepted scenarios together say of the sign of an answer.
enum class Robustness : std::uint8_t
{
    robust,           // the same sign in all
    model_dependent,  // above 0 in one and below 0 in another
    unclear,          // in one at least the interval holds 0
    no_value          // in one at least nothing was to be measured
};
std::string const& name(Robustness robustness);

/// An answer under each accepted scenario.
struct RobustAnswer
{
    JudgedAnswer answer;              // of the first; its test is that of all
    std::vector<Estimate> estimates;  // by accepted scenario
    Robustness robustness = Robustness::no_value;
};

/// `by_scenario`: the judged shocks of each accepted scenario, of the same tests.
std::vector<RobustAnswer> robust_answers(std::vector<std::vector<JudgedAnswer>> const& by_scenario);

/// For people, and `robust.csv`: a row an answer and accepted scenario.
std::string told_robustness(std::vector<AcceptedScenario> const& scenarios,
                            std::vector<RobustAnswer> const& answers);
std::string robust_csv(std::vector<AcceptedScenario> const& scenarios,
                       std::vector<RobustAnswer> const& answers);
}  // namespace kochmon
