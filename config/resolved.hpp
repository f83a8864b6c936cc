// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "config/declarations.hpp"
#include "config/outline.hpp"
#include "config/run_settings.hpp"
#include "config/shocks.hpp"
#include "config/table_reader.hpp"
#include "config/timeline.hpp"
#include "config/values.hpp"

namespace kochmon
{
/// All that a loaded scenario holds.
struct ResolvedScenario
{
    explicit ResolvedScenario(Declarations const& all) : declarations(all), outline(all) {}

    Declarations declarations;
    Outline outline;
    std::string name = {};
    std::string corridor = {};  // the text of its file, if the program declares any
    RunSettings settings = {};
    std::vector<StatedValues> stated = {};  // as Declarations::parameters()
    std::vector<Timeline> timelines = {};   // likewise
    std::vector<LoadedTable> tables = {};   // as Declarations::tables()
    std::vector<Shock> shocks = {};
    std::optional<FilePlace> empty_shocks = {};  // of a list of shocks or policies without any
    std::vector<std::pair<std::filesystem::path, std::string>> files = {};
    std::vector<std::string> file_names = {};  // by FilePlace::file
    std::vector<int> own_files = {};           // Layers::own_files
    // That the file names, where another stands in its place (Overrides::base).
    std::optional<std::filesystem::path> base_not_read = {};
    std::unordered_map<std::string, std::size_t> parameter_at = {};
    std::unordered_map<std::string, std::size_t> table_at = {};
};

/// The scenario as YAML (Scenario::resolved).
std::string resolved_text(ResolvedScenario const& scenario, std::string const& tables);
/// Where a resolved scenario keeps a table: `data/PATH.csv`, with `data` as folder of tables.
std::string table_file(std::string const& tables, std::string const& path);
/// And its corridor: `data/corridor.yaml`.
std::string corridor_file(std::string const& tables);
/// One shock in the form of the scenario file: `{lever: ..., set: ..., from: ...}`.
std::string shock_text(Shock const& shock, Declarations const& declarations);
/// The groups that it is for: `origin: [osh, batken]`; empty for all.
std::string groups_of(Shock const& shock, Declarations const& declarations);
/// One value with its source: `{value: ..., source: ...}`, with `from` if it is dated.
std::string value_text(DatedValue const& value, bool is_dated);
/// A text as YAML reads it back: bare if it may be, in quotes otherwise.
std::string yaml_value(std::string const& text);
std::string yaml_text(std::string const& text);
}  // namespace kochmon
