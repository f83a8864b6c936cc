// SPDX-License-Identifier: MIT
#include "analysis/report/calibration_report.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "analysis/targets/robustness.hpp"
#include "analysis/text/counted.hpp"

namespace kochmon
{
namespace
{
constexpr std::array<char const*, 4> endings = {
    "all waves were used", "a further wave would hardly narrow what is left",
    "the emulators leave nothing: the targets contradict each other within the ranges",
    "it was stopped on request"};

std::string amount_text(double number)
{
    return std::abs(number) >= 1000.0 ? fmt::format("{:.0f}", number)
                                      : fmt::format("{:.4g}", number);
}

std::string range_between(std::optional<Interval> const& interval)
{
    if (!interval) return "none";
    return fmt::format("{} to {}", amount_text(interval->low), amount_text(interval->high));
}

std::string told_waves(CalibrationFile const& file, Calibration const& found)
{
    std::string text;
    for (std::size_t k = 0; k < found.match.waves.size(); ++k)
    {
        WaveReport const& wave = found.match.waves[k];
        text += fmt::format("Wave {}: {}; {:.3g} % of the space is not ruled out", k + 1,
                            counted(wave.run, "run", "runs"), 100.0 * wave.share_left);
        std::size_t worst = 0;
        for (std::size_t at = 1; at < wave.targets.size(); ++at)
            if (wave.targets[at].ruled_out > wave.targets[worst].ruled_out) worst = at;
        if (!wave.targets.empty() && wave.targets[worst].ruled_out > 0.0)
            text += fmt::format("; {} rules out most", file.problem.targets[worst].name);
        text += '\n';
    }
    text += fmt::format("The waves ended since {}.\n",
                        endings[static_cast<std::size_t>(found.match.ending)]);
    return text;
}

std::string told_contradiction(CalibrationFile const& file, Contradiction const& found)
{
    auto const& targets = file.problem.targets;
    std::string text;
    for (std::size_t const target : found.out_of_reach)
        text += fmt::format("Out of reach by itself: {}.\n", targets[target].name);
    if (found.conflict)
        text +=
            fmt::format("{} and {} contradict each other most.\n",
                        targets[found.conflict->first].name, targets[found.conflict->second].name);
    if (found.most_without)
        text += fmt::format("Without {} most would be left.\n", targets[*found.most_without].name);
    return text;
}

std::size_t inside_all_bands(CalibrationFile const& file, Calibration const& found)
{
    auto const is_inside = [&](Evaluation const& run)
    {
        for (std::size_t at = 0; at < file.bands.size(); ++at)
            if (!file.bands[at].hold(run.measured[at].mean)) return false;
        return true;
    };
    return static_cast<std::size_t>(std::ranges::count_if(found.runs, is_inside));
}

std::size_t width_of_names(std::vector<TargetAim> const& aims)
{
    std::size_t width = 16;
    for (TargetAim const& aim : aims) width = std::max(width, aim.name.size() + 2);
    return width;
}

std::string told_best(CalibrationFile const& file, Calibration const& found)
{
    JudgedRun const& best = found.accepted.runs.front();
    std::size_t const width = width_of_names(file.problem.targets);
    std::string text = fmt::format("\n{:<{}}{:>12}{:>12}{:>16}\n", "Best run", width, "measured",
                                   "aim", "misses by (sd)");
    for (std::size_t at = 0; at < file.problem.targets.size(); ++at)
    {
        TargetAim const& aim = file.problem.targets[at];
        double const mean = best.run.measured[at].mean;
        text += fmt::format("{:<{}}{:>12}{:>12}{:>16.2f}\n", aim.name, width, amount_text(mean),
                            amount_text(aim.value), (mean - aim.value) / allowance(aim));
    }
    return text;
}

// Nearer than that to an end of its range, the range cuts the accepted off, not a target.
constexpr double at_the_end = 0.03;

std::string ends_reached(FreeParameter const& free, ParameterIdentification const& one)
{
    if (!one.accepted) return {};
    double const margin = at_the_end * (free.high - free.low);
    bool const low = one.accepted->low < free.low + margin;
    bool const high = one.accepted->high > free.high - margin;
    if (low == high) return {};
    return low ? ", at the low end of its range" : ", at the high end of its range";
}

std::string verdict_of(CalibrationFile const& file, Calibration const& found, std::size_t k)
{
    ParameterIdentification const& one = found.identification.parameters[k];
    bool const combined =
        std::ranges::any_of(found.identification.correlated, [&](CorrelatedPair const& pair)
                            { return pair.first == k || pair.second == k; });
    std::string const ends = ends_reached(file.problem.parameters[k], one);
    switch (one.identified)
    {
        case Identified::pinned:
            return "pinned by " + file.problem.targets[*one.pinned_by].name + ends +
                   (combined ? ", with another" : "");
        case Identified::not_identified:
            return combined ? "known in combination only" : "not identified" + ends;
        case Identified::unclear:
            break;
    }
    return "unclear: too few accepted runs, or no emulator to trust";
}

std::string told_parameters(CalibrationFile const& file, Calibration const& found)
{
    std::string text = fmt::format("\n{:<34}{:>12}{:>26}{:>26}  {}\n", "Parameter", "best",
                                   "accepted", "range looked at", "");
    std::vector<double> const best = values_at(file.problem, found.accepted.runs.front().run.point);
    for (std::size_t k = 0; k < found.identification.parameters.size(); ++k)
    {
        FreeParameter const& free = file.problem.parameters[k];
        ParameterIdentification const& one = found.identification.parameters[k];
        text +=
            fmt::format("{:<34}{:>12}{:>26}{:>26}  {}\n", free.path, amount_text(best[k]),
                        range_between(one.accepted), range_between(Interval{free.low, free.high}),
                        verdict_of(file, found, k));
    }
    for (CorrelatedPair const& pair : found.identification.correlated)
        text += fmt::format("Only a combination is known of {} and {} (r = {:.2f}).\n",
                            file.problem.parameters[pair.first].path,
                            file.problem.parameters[pair.second].path, pair.r);
    return text;
}

std::vector<std::string> parts_of(std::string const& path)
{
    std::vector<std::string> parts(1);
    for (char const letter : path)
        if (letter == '.')
            parts.emplace_back();
        else
            parts.back() += letter;
    return parts;
}

/// Values by path as nested keys; `path=value` in any order.
std::string as_yaml(std::vector<std::string> values, std::string const& source)
{
    std::ranges::sort(values);
    std::string text;
    std::vector<std::string> open;
    for (std::string const& value : values)
    {
        std::size_t const equals = value.find('=');
        std::vector<std::string> const parts = parts_of(value.substr(0, equals));
        auto const apart = std::ranges::mismatch(open, parts).in2;
        auto depth = static_cast<std::size_t>(apart - parts.begin());
        for (; depth + 1 < parts.size(); ++depth)
            text += fmt::format("{:{}}{}:\n", "", 2 * depth, parts[depth]);
        text += fmt::format("{:{}}{}: {{value: {}, source: '{}'}}\n", "", 2 * depth, parts.back(),
                            value.substr(equals + 1), source);
        open = {parts.begin(), parts.end() - 1};
    }
    return text;
}

/// One accepted run laid over a scenario of the folder, with which word in its name.
std::string accepted_over(std::string const& base, std::string const& word,
                          CalibrationFile const& file, Calibration const& found, std::size_t k)
{
    JudgedRun const& one = found.accepted.runs[k];
    std::vector<std::string> values = file.values_at(one.run.point);
    values.insert(values.end(), file.set.begin(), file.set.end());
    std::string const source = fmt::format("calibration {}, accepted run {}", file.name, k + 1);
    return fmt::format(
        "# Misfit {:.4g}: sum of squared misses, each in units of what is allowed.\n"
        "schema: 1\nscenario: {}-{}-{}\nbase: ../{}\n{}",
        one.misfit, file.name, word, k + 1, base, as_yaml(values, source));
}
}  // namespace

std::string told_calibration(CalibrationFile const& file, Calibration const& found)
{
    std::string text =
        fmt::format("Calibration {}: {}, {}, {} of {}, {} each\n\n", file.name,
                    counted(file.problem.parameters.size(), "free parameter", "free parameters"),
                    counted(file.problem.targets.size(), "target", "targets"),
                    counted(found.runs.size(), "run", "runs"), counted_agents(file.persons),
                    counted_replicates(file.replicates));
    text += told_waves(file, found);
    if (found.match.contradiction) text += told_contradiction(file, *found.match.contradiction);
    if (found.accepted.runs.empty()) return text + "No run was made.\n";
    text += found.accepted.is_empty()
                ? std::string("No run meets all targets; below is the one that misses least.\n")
                : fmt::format(
                      "{} all targets within three deviations, their own noise "
                      "included, {} inside all bands; {}, spread over all, are kept.\n",
                      counted(found.accepted.accepted, "run meets", "runs meet"),
                      inside_all_bands(file, found), found.accepted.runs.size());
    text += told_best(file, found);
    return text + told_parameters(file, found);
}

std::vector<std::pair<std::string, std::string>> accepted_scenarios(CalibrationFile const& file,
                                                                    Calibration const& found)
{
    std::vector<std::pair<std::string, std::string>> scenarios;
    if (found.accepted.is_empty()) return scenarios;
    for (std::size_t k = 0; k < found.accepted.runs.size(); ++k)
    {
        scenarios.emplace_back(fmt::format("accepted/{:02}.yaml", k + 1),
                               accepted_over("scenario.yaml", "accepted", file, found, k));
        if (file.observed)
            scenarios.emplace_back(
                fmt::format("accepted/{}{:02}.yaml", accepted_of_history, k + 1),
                accepted_over("observed-scenario.yaml", "observed", file, found, k));
    }
    return scenarios;
}
}  // namespace kochmon
