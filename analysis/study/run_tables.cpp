// SPDX-License-Identifier: MIT
#include "analysis/study/run_tables.hpp"

#include "agents/synthesis/synthesis.hpp"

#include "analysis/intervals.hpp"
#include "analysis/measures/measure.hpp"
#include "analysis/panel/tables.hpp"

namespace kochmon
{
RunTables::RunTables(Scenario const& scenario, std::optional<std::size_t> panel,
                     Nesting const& nesting, Workers const& workers)
    : scenario_(scenario.name()), nesting_(nesting), fingerprints_(workers)
{
    if (panel) panel_.emplace(*panel, synthesis_seeds(scenario.settings()));
}

std::vector<MonthObserver*> RunTables::observers()
{
    std::vector<MonthObserver*> observers = {&series_, &fingerprints_};
    if (panel_) observers.push_back(&*panel_);
    return observers;
}

void RunTables::make(TakeFile const& take) const
{
    take("series.csv", series_.csv(scenario_));
    take("measures.csv", measures_as_csv());
    if (series_.replicates() > 1) take("intervals.csv", intervals_csv(series_, nesting_));
    if (panel_)
    {
        take("panel_persons.csv", panel_persons_csv(*panel_, scenario_));
        take("panel_spells.csv", panel_spells_csv(*panel_, scenario_));
        take("panel_events.csv", panel_events_csv(*panel_, scenario_));
    }
    take("fingerprints.csv", fingerprints_.csv());
}

void make_scenario_files(Scenario const& scenario, TakeFile const& take)
{
    take("scenario.yaml", scenario.resolved());
    for (auto const& [path, content] : scenario.data_files()) take(path, content);
}

void make_parameter_files(std::optional<ParameterSets> const& parameters, TakeFile const& take)
{
    if (!parameters) return;
    for (ParameterSet const& set : parameters->drawn) take(path_of(set), text_beside_scenario(set));
}
}  // namespace kochmon
