// SPDX-License-Identifier: MIT
#include "analysis/runs/run_tables.hpp"

#include <utility>

#include "engine/contract.hpp"
#include "engine/packed_state.hpp"

#include "agents/state/month_record.hpp"
#include "agents/synthesis/synthesis.hpp"

#include "analysis/measures/intervals.hpp"
#include "analysis/measures/series_csv.hpp"
#include "analysis/panel/tables.hpp"

namespace kochmon
{
RunTables::RunTables(Scenario const& scenario, std::optional<std::size_t> panel,
                     Nesting const& nesting, Workers const& workers, KeptRows kept)
    : scenario_(scenario.name()),
      corridor_(scenario.corridor()),
      nesting_(nesting),
      kept_(std::move(kept)),
      series_(scenario.corridor()),
      fingerprints_(workers)
{
    if (panel) panel_.emplace(*panel, synthesis_seeds(scenario.settings()), scenario.corridor());
}

std::vector<MonthObserver*> RunTables::observers()
{
    std::vector<MonthObserver*> observers = {&series_};
    if (kept_.are_all()) observers.push_back(&fingerprints_);
    if (panel_) observers.push_back(&*panel_);
    return observers;
}

std::vector<std::string> RunTables::tables_by_replicate() const
{
    std::vector<std::string> tables = {"series.csv"};
    if (panel_)
        tables.insert(tables.end(), {"panel_persons.csv", "panel_spells.csv", "panel_events.csv"});
    if (kept_.are_all()) tables.emplace_back("fingerprints.csv");
    return tables;
}

/// Of the months that are held.
std::string RunTables::rows_of(std::string const& table) const
{
    if (table == "series.csv") return series_csv(series_, scenario_, kept_, rows_ended_);
    if (table == "panel_persons.csv") return panel_persons_csv(*panel_, scenario_);
    if (table == "panel_spells.csv") return panel_spells_csv(*panel_, scenario_);
    if (table == "panel_events.csv") return panel_events_csv(*panel_, scenario_);
    EXPECT(table == "fingerprints.csv");
    return fingerprints_.csv();
}

void RunTables::make(TakeFile const& take) const
{
    make(take, [&](std::string const& table) { take(table, rows_of(table)); });
}

void RunTables::make(TakeFile const& take,
                     std::function<void(std::string const&)> const& join) const
{
    for (std::string const& table : tables_by_replicate()) join(table);
    take("measures.csv", measures_as_csv(corridor_, kept_));
    if (series_.replicates() > 1) take("intervals.csv", intervals_csv(series_, nesting_, kept_));
}

void RunTables::end_replicate(std::uint32_t replicate, TakeFile const& take)
{
    for (std::string const& table : tables_by_replicate())
    {
        std::string rows = rows_of(table);
        if (replicate > 0) rows.erase(0, rows.find('\n') + 1);  // the names of the columns
        take(table, rows);
    }
    take(values_of_replicate, series_.packed_from(rows_ended_));
    rows_ended_ = series_.rows();
    fingerprints_.forget();
    if (panel_) panel_->forget();
}

bool RunTables::take_over(std::uint32_t replicate, std::string_view last)
{
    if (!series_.take_packed(replicate, last)) return false;
    rows_ended_ = series_.rows();
    return true;
}

void RunTables::pack(Packer& to) const
{
    // Names all there is: a member that is added is thought of here.
    auto const& [scenario, corridor, nesting, kept, series, panel, fingerprints, rows_ended] =
        *this;
    series.pack(to, rows_ended);
    kochmon::pack(to, fingerprints);
    if (panel) kochmon::pack(to, *panel);
}

void RunTables::unpack(Unpacker& from)
{
    series_.unpack(from);
    kochmon::unpack(from, fingerprints_);
    if (panel_) kochmon::unpack(from, *panel_);
}

void make_scenario_files(Scenario const& scenario, TakeFile const& take, std::string const& prefix)
{
    std::string const tables = prefix + "data";
    take(prefix + "scenario.yaml", scenario.resolved(tables));
    for (auto const& [path, content] : scenario.data_files(tables)) take(path, content);
}

void make_parameter_files(std::optional<ParameterSets> const& parameters, TakeFile const& take)
{
    if (!parameters) return;
    for (ParameterSet const& set : parameters->drawn) take(path_of(set), text_beside_scenario(set));
}
}  // namespace kochmon
