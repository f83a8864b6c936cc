// SPDX-License-Identifier: MIT
#include "config/loader.hpp"

#include <algorithm>

#include "config/document.hpp"
#include "config/settings.hpp"

namespace kochmon
{
Loader::Loader(Declarations const& declarations)
    : scenario_(std::make_unique<ResolvedScenario>(declarations)),
      files_(diagnostics_),
      layers_(scenario_->outline, files_, diagnostics_)
{
    for (auto const& parameter : declarations.parameters())
        scenario_->parameter_at.emplace(parameter.path, scenario_->parameter_at.size());
    for (auto const& table : declarations.tables())
        scenario_->table_at.emplace(table.path, scenario_->table_at.size());
}

std::unique_ptr<ResolvedScenario> Loader::load(std::filesystem::path const& file,
                                               Overrides const& overrides)
{
    files_.look_in(overrides.shipped);
    layers_.read_overrides(overrides, file.parent_path());
    layers_.read_files(file, overrides.base);
    layers_.report_missing();
    SettingsReader const reader(layers_, diagnostics_);
    scenario_->name = reader.name();
    auto const settings = reader.settings();
    read_corridor_text();
    read_values(reader.start());
    if (scenario_->outline.knows_names())
    {
        read_tables();
        read_shocks(reader.start());
    }
    if (settings) scenario_->settings = *settings;
    if (settings) build_timelines();
    diagnostics_.throw_if_any();
    for (auto& stated : stated_) scenario_->stated.push_back(*std::move(stated));
    scenario_->files = files_.contents();
    scenario_->file_names = diagnostics_.files();
    scenario_->own_files = layers_.own_files();
    scenario_->base_not_read = layers_.base_not_read();
    return std::move(scenario_);
}

/// What it says is known already, since it names the keys of all else.
void Loader::read_corridor_text()
{
    Leaf const* const leaf = layers_.find("corridor");
    if (!scenario_->declarations.ask_for_corridor() || leaf == nullptr || leaf->node.is_spoiled())
        return;
    if (!leaf->node.is_scalar())
        return diagnostics_.report(leaf->node.place, "corridor",
                                   {described(leaf->node) + " instead of a file",
                                    "a relative path to the file of a corridor"});
    TextFile const* const file = files_.read(
        {leaf->node.place, "corridor", leaf->folder, leaf->node.text, largest_document});
    if (file != nullptr) scenario_->corridor = file->text;
}

void Loader::read_values(std::optional<Month> start)
{
    ValueReader const reader(start, files_, diagnostics_);
    for (auto const& parameter : scenario_->declarations.parameters())
    {
        // Which money there is, the corridor says: where it is not known, no unit of it is wrong.
        bool const is_known =
            scenario_->outline.knows_names() || !is_money(parameter.declared.dimension);
        Leaf const* const leaf = is_known ? layers_.find(parameter.path) : nullptr;
        stated_.push_back(leaf == nullptr ? std::nullopt : reader.read(parameter, *leaf));
    }
}

void Loader::read_tables()
{
    for (auto const& declared : scenario_->declarations.tables())
    {
        Leaf const* const leaf = layers_.find(declared.path);
        auto table =
            leaf == nullptr ? std::nullopt : read_table(declared, *leaf, files_, diagnostics_);
        if (table) scenario_->tables.push_back(*std::move(table));
    }
}

void Loader::read_shocks(std::optional<Month> start)
{
    Leaf const* const leaf = layers_.find("shocks");
    if (leaf == nullptr) return;
    ShockReader const reader(scenario_->declarations, start, layers_.packaged(), diagnostics_);
    scenario_->shocks = reader.read(leaf->node);
    if (leaf->node.is_list() && leaf->node.items.empty()) scenario_->empty_shocks = leaf->key;
}

void Loader::build_timeline(std::size_t parameter, Rates const& rates)
{
    if (!stated_[parameter]) return;
    std::vector<Shock> shocks;
    for (Shock const& shock : scenario_->shocks)
        if (shock.parameter == parameter) shocks.push_back(shock);
    // Each acts on what those before it have made, whatever their order in the file.
    std::ranges::stable_sort(shocks, {}, &Shock::from);
    TimelineBuilder const builder(scenario_->settings, rates, diagnostics_);
    scenario_->timelines[parameter] =
        builder.build(scenario_->declarations.parameters()[parameter], *stated_[parameter], shocks);
}

Rate Loader::rate(std::string const& path)
{
    auto const found = scenario_->parameter_at.find(path);
    if (found == scenario_->parameter_at.end()) return {};
    if (!stated_[found->second]) return {true, nullptr};
    build_timeline(found->second, {});
    return {true, &scenario_->timelines[found->second]};
}

/// The rates first: money of a month needs them.
void Loader::build_timelines()
{
    scenario_->timelines.resize(stated_.size());
    Rates const rates = rates_of(scenario_->declarations.corridor()->currencies(),
                                 [&](std::string const& path) { return rate(path); });
    for (std::size_t at = 0; at < stated_.size(); ++at)
        if (!rates.hold(&scenario_->timelines[at])) build_timeline(at, rates);
}
}  // namespace kochmon
