// SPDX-License-Identifier: MIT
#include "analysis/report/calibration_plan.hpp"

#include <fmt/format.h>

#include "analysis/text/counted.hpp"

namespace kochmon
{
namespace
{
std::string lived(Scenario const& scenario, std::size_t policies)
{
    RunSettings const& settings = scenario.settings();
    std::string const beside =
        policies == 0 ? std::string() : " beside " + counted(policies, "policy", "policies");
    return fmt::format("  {}{}, {} to {} after {} of warm-up: ", scenario.name(), beside,
                       settings.first_reported().text(), (settings.end() - 1).text(),
                       counted_months(settings.warm_up));
}

std::string told_parts(CalibrationFile const& file, CalibrationWorlds const& worlds)
{
    std::string text = lived(worlds.targets.base, worlds.targets.policies.size()) +
                       counted(file.targets.targets.size(), "target", "targets") + '\n';
    if (worlds.answers)
    {
        std::size_t answers = 0;
        for (ShockTest const& shock : file.targets.shocks) answers += shock.answers.size();
        text += lived(worlds.answers->base, worlds.answers->policies.size()) +
                counted(answers, "answer to a shock", "answers to shocks") + '\n';
    }
    if (worlds.observed)
        text += lived(*worlds.observed, 0) +
                counted(file.observed->file.observations.size(), "figure", "figures") +
                " of what was observed\n";
    return text;
}

std::string told_emulators(CalibrationFile const& file)
{
    std::size_t const free = file.problem.parameters.size();
    return fmt::format(
        "Emulators of {} take {} of a wave for squares and {} for products of two; a wave has {}\n",
        counted(free, "parameter", "parameters"),
        counted(fewest_runs(EmulatorForm::squares, free), "run", "runs"),
        fewest_runs(EmulatorForm::quadratic, free), file.settings.waves.points);
}
}  // namespace

std::string told_plan(CalibrationFile const& file, CalibrationWorlds const& worlds)
{
    CalibrationSettings const& settings = file.settings;
    return fmt::format(
               "Would calibrate {} to {}: at most {} of {} and {} of search, each of {} and {}\n"
               "Each run simulates\n",
               counted(file.problem.parameters.size(), "free parameter", "free parameters"),
               counted(file.problem.targets.size(), "target", "targets"),
               counted(settings.waves.waves, "wave", "waves"),
               counted(settings.waves.points, "run", "runs"),
               counted(settings.search.evaluations, "run", "runs"), counted_agents(file.persons),
               counted_replicates(file.replicates)) +
           told_parts(file, worlds) + told_emulators(file);
}
}  // namespace kochmon
