// SPDX-License-Identifier: MIT
#include "analysis/figures/figures_of_a_result.hpp"

#include <fmt/format.h>

#include "engine/error.hpp"

#include "agents/loading/load_model.hpp"

#include "analysis/figures/effect.hpp"
#include "analysis/figures/figures_of_a_run.hpp"
#include "analysis/figures/observed.hpp"
#include "analysis/figures/policy_dates.hpp"

namespace kochmon
{
namespace
{
using Account = nlohmann::json;

std::uint32_t count_in(Account const& settings, char const* key)
{
    auto const found = settings.find(key);
    return found != settings.end() && found->is_number_unsigned() ? found->get<std::uint32_t>() : 1;
}

FigureOfRun run_in(FinishedResult const& result, Scenario const& scenario)
{
    Account const settings = result.account().value("settings", Account::object());
    FigureOfRun run{.scenario = scenario.name(),
                    .replicates = count_in(settings, "replicates"),
                    .dates = dates_of(scenario)};
    run.nesting.populations = count_in(settings, "populations");
    Account const parameters = result.account().value("parameters", Account());
    if (parameters.is_object() && parameters.contains("sets"))
        run.nesting.sets = static_cast<std::uint32_t>(parameters.at("sets").size());
    return run;
}

/// As the file that the account tells.
Scenario policy_in(FinishedResult const& result, Account const& told)
{
    std::string const path = told.value("path", std::string());
    if (path.empty() || !stays_inside(path))
        throw FileError(fmt::format("{}: its run.json does not say where a policy is",
                                    result.place().string()));
    result.text_of(path);
    return load_model(result.place() / path);
}

void add_effects(std::vector<Figure>& figures, FinishedResult const& result, FigureOfRun const& run)
{
    Account const comparison = result.account().value("comparison", Account());
    if (!comparison.is_object()) return;
    for (Account const& told : comparison.value("policies", Account::array()))
    {
        Scenario const policy = policy_in(result, told);
        std::string const file = "figures/effect-" + policy.name() + ".csv";
        if (!result.holds(file)) continue;
        figures.push_back(
            figure_of_effect(result.text_of(file), {.name = policy.name(),
                                                    .base = run.scenario,
                                                    .replicates = run.replicates,
                                                    .nesting = run.nesting,
                                                    .dates = dates_of(policy),
                                                    .shocks = shocks_in_words(policy),
                                                    .main = policy.corridor().main_title()}));
    }
}
}  // namespace

Scenario scenario_of(FinishedResult const& result)
{
    if (!result.holds("scenario.yaml"))
        throw FileError(
            fmt::format("{}: lists no scenario.yaml; expected the folder of a run, a comparison, a "
                        "judgement of "
                        "targets or a study",
                        result.place().string()));
    result.text_of("scenario.yaml");
    return load_model(result.place() / "scenario.yaml");
}

std::vector<Figure> figures_of(FinishedResult const& result, Scenario const& scenario)
{
    FigureOfRun const run = run_in(result, scenario);
    std::vector<Figure> figures;
    for (TimeFigure const& figure : figures_of_a_run(scenario.corridor()))
        if (std::string const file = "figures/" + figure.name + ".csv"; result.holds(file))
            figures.push_back(figure_of(figure, result.text_of(file), run));
    if (result.holds("figures/observed.csv"))
        figures.push_back(
            figure_of_observed(result.text_of("figures/observed.csv"), run, scenario.corridor()));
    add_effects(figures, result, run);
    return figures;
}
}  // namespace kochmon
