// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>
#include <map>
#include <ostream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "engine/atomic_file.hpp"

#include "config/document.hpp"
#include "config/explain.hpp"
#include "config/parameter_texts.hpp"
#include "config/resolved.hpp"

#include "agents/loading/load_model.hpp"
#include "agents/model/parameters.hpp"

#include "analysis/report/run_summary.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyz_declarations.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

// Every scenario that stands in config: it loads, names its sources, differs from its base in what
// it names and in nothing else, and runs.
namespace kochmon
{
namespace
{
namespace fs = std::filesystem;
using Paths = std::set<std::string>;

fs::path const config_folder = fs::path(KOCHMON_SOURCE) / "config";

struct ScenarioFile
{
    std::string name;
    fs::path path;
};

void PrintTo(ScenarioFile const& file, std::ostream* out)
{
    *out << file.name;
}

std::string words(std::string name)
{
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

std::vector<ScenarioFile> in_folder(fs::path const& where)
{
    std::vector<ScenarioFile> files;
    for (auto const& entry : fs::directory_iterator(where))
        if (entry.path().extension() == ".yaml" &&
            !entry.path().stem().string().ends_with("targets"))
            files.push_back({words(entry.path().stem().string()), entry.path()});
    std::ranges::sort(files, {}, &ScenarioFile::name);
    return files;
}

std::vector<ScenarioFile> all_files()
{
    std::vector<ScenarioFile> files = in_folder(config_folder);
    for (ScenarioFile const& policy : in_folder(config_folder / "policies"))
        files.push_back(policy);
    return files;
}

Node document(fs::path const& path)
{
    Diagnostics diagnostics;
    auto root = parse_document(read_whole_file(path), diagnostics.add_file(path), diagnostics);
    diagnostics.throw_if_any();
    return *std::move(root);
}

/// The parameters that a file states.
void add_stated(Node const& map, std::string const& path, Paths& stated)
{
    for (Node::Entry const& entry : map.entries)
    {
        std::string const here = path.empty() ? entry.key : path + "." + entry.key;
        if (kyrgyz_declarations().find(here) != nullptr)
            stated.insert(here);
        else if (entry.value.is_map())
            add_stated(entry.value, here, stated);
    }
}

/// The levers that its shocks move.
Paths moved_by(Node const& root)
{
    Paths levers;
    Node const* const shocks = root.find("shocks");
    if (shocks == nullptr) return levers;
    for (Node const& shock : shocks->items) levers.insert(shock.find("lever")->text);
    return levers;
}

/// Read once: many ask for the same one.
Scenario const& scenario_in(fs::path const& path)
{
    static std::map<fs::path, Scenario> read;
    fs::path const file = path.lexically_normal();
    auto found = read.find(file);
    if (found == read.end()) found = read.emplace(file, load_model(file)).first;
    return found->second;
}

Scenario const& base_of(fs::path const& path, Node const& root)
{
    return scenario_in(path.parent_path() / root.find("base")->text);
}

/// Parameters that have other values, in any month of either run, than in the base.
Paths differing_values(Scenario const& base, Scenario const& scenario)
{
    Paths paths;
    Month const end = std::max(base.settings().end(), scenario.settings().end());
    for (auto const& parameter : kyrgyz_declarations().parameters())
        for (Month month = base.settings().start; month < end; month = month + 1)
            if (!std::ranges::equal(base.values(parameter.path, month),
                                    scenario.values(parameter.path, month)))
                paths.insert(parameter.path);
    return paths;
}

std::string stated_text(ResolvedScenario const& content, std::string const& path)
{
    StatedValues const& stated = content.stated[content.parameter_at.at(path)];
    std::string text;
    for (DatedValue const& value : stated.values) text += value_text(value, stated.is_dated);
    return text;
}

/// Parameters that are stated otherwise, a source included.
Paths differing_statements(Scenario const& base, Scenario const& scenario)
{
    Paths paths;
    for (auto const& parameter : kyrgyz_declarations().parameters())
        if (stated_text(base.content(), parameter.path) !=
            stated_text(scenario.content(), parameter.path))
            paths.insert(parameter.path);
    return paths;
}

/// What is stated in money of a month follows the exchange rates.
Paths stated_in_foreign_money(Scenario const& scenario)
{
    Paths paths;
    for (auto const& [path, at] : scenario.content().parameter_at)
        for (DatedValue const& value : scenario.content().stated[at].values)
            if (value.value.currency != Currency::base &&
                value.value.currency != Currency::nominal_base)
                paths.insert(path);
    return paths;
}

bool moves_an_exchange_rate(Paths const& levers)
{
    return std::ranges::any_of(
        levers, [](std::string const& lever) { return lever.starts_with("markets.exchange."); });
}

Paths without(Paths all, Paths const& some)
{
    for (std::string const& path : some) all.erase(path);
    return all;
}

std::vector<std::string> sources_of(Scenario const& scenario)
{
    std::vector<std::string> sources;
    for (StatedValues const& stated : scenario.content().stated)
        for (DatedValue const& value : stated.values) sources.push_back(value.source);
    for (Shock const& shock : scenario.content().shocks) sources.push_back(shock.source);
    for (auto const& table : kyrgyz_declarations().tables())
        for (std::string const& source : scenario.table(table.path).words("source"))
            sources.push_back(source);
    return sources;
}

/// `calibration NAME` of a file that is there, and after a comma what was done to its value.
bool is_calibration(std::string const& source)
{
    std::string const word = "calibration ";
    if (!source.starts_with(word)) return false;
    std::string const name = source.substr(word.size(), source.find(',') - word.size());
    return fs::exists(config_folder / "calibration" / (name + ".yaml"));
}

/// `S03` and `F9` in a text.
Paths ids_in(std::string const& text)
{
    static std::regex const id("\\b[SF][0-9]+\\b");
    return {std::sregex_token_iterator(text.begin(), text.end(), id), {}};
}

/// Keys of countries of origin that are left out, if they have no source.
std::size_t assumptions_of_nobody(Scenario const& scenario)
{
    Origins origins;
    read(origins, scenario, scenario.settings().start);
    std::string const list =
        fmt::format("\n{}", assumptions_as_markdown(kyrgyz_declarations(), scenario));
    std::size_t count = 0;
    for (Country const country : kyrgyz_corridor()->countries())
    {
        if (origins.included[index(country)]) continue;
        std::regex const key("\n\\* `[a-z_.]*\\b" + kyrgyz_corridor()->name_of(country) + "\\b");
        count += static_cast<std::size_t>(std::distance(
            std::sregex_iterator(list.begin(), list.end(), key), std::sregex_iterator()));
    }
    return count;
}

/// The keys of the resolved text that have a value without a source, counted by its lines.
std::size_t assumptions_in(std::string const& resolved)
{
    std::size_t count = 0;
    bool is_counted = false;
    std::istringstream lines(resolved);
    for (std::string line; std::getline(lines, line);)
    {
        bool const is_entry = line.find("- {from:") != std::string::npos;
        bool const is_shock = line.find("- {lever:") != std::string::npos;
        if (!is_entry || is_shock) is_counted = false;
        bool const is_assumed = line.find("source: assumption") != std::string::npos ||
                                line.find("source: \"assumption") != std::string::npos;
        if (is_assumed && !is_counted) ++count;
        is_counted = is_counted || is_assumed;
    }
    return count;
}

class Scenarios : public testing::TestWithParam<ScenarioFile>
{
};
class Policies : public testing::TestWithParam<ScenarioFile>
{
};

std::string name_of_file(testing::TestParamInfo<ScenarioFile> const& info)
{
    return info.param.name;
}
}  // namespace

TEST_P(Scenarios, bear_the_name_of_their_file)
{
    EXPECT_EQ(scenario_in(GetParam().path).name(), GetParam().path.stem().string());
}

TEST_P(Scenarios, run_three_months)
{
    Scenario const scenario =
        load_model(GetParam().path, {.persons = std::string("2000"), .months = 3});
    tests::Sums const sums = tests::run(scenario);
    EXPECT_EQ(sums.months.size(), static_cast<std::size_t>(scenario.settings().warm_up + 3));
    EXPECT_GT(sums.months.back().total(Count::abroad), 0);
}

TEST_P(Scenarios, cite_sources_that_are_listed)
{
    static Paths const listed = ids_in(read_whole_file(config_folder / "data/SOURCES.md") +
                                       read_whole_file(fs::path(KOCHMON_SOURCE) / "docs/facts.md"));
    Paths cited;
    for (std::string const& source : sources_of(scenario_in(GetParam().path)))
    {
        cited.merge(ids_in(source));
        EXPECT_TRUE(source == "user" || is_assumption(source) || is_calibration(source) ||
                    !ids_in(source).empty())
            << source;
    }
    EXPECT_THAT(without(cited, listed), testing::IsEmpty());
}

TEST_P(Scenarios, count_their_assumptions_but_those_of_countries_left_out)
{
    Scenario const& scenario = scenario_in(GetParam().path);
    std::size_t assumed_tables = 0;
    for (auto const& table : kyrgyz_declarations().tables())
        if (std::ranges::any_of(scenario.table(table.path).words("source"), is_assumption))
            ++assumed_tables;
    EXPECT_EQ(count_assumptions(scenario) + assumptions_of_nobody(scenario),
              assumptions_in(scenario.resolved()) + assumed_tables);
}

TEST_P(Scenarios, state_nothing_that_their_base_states_alike)
{
    Node const root = document(GetParam().path);
    if (root.find("base") == nullptr) return;
    Paths stated;
    add_stated(root, "", stated);
    EXPECT_EQ(differing_statements(base_of(GetParam().path, root), scenario_in(GetParam().path)),
              stated);
}

TEST_P(Policies, move_the_levers_that_they_name_and_nothing_else)
{
    Node const root = document(GetParam().path);
    Scenario const& scenario = scenario_in(GetParam().path);
    Scenario const& base = base_of(GetParam().path, root);
    Paths const named = moved_by(root);
    Paths const moved = differing_values(base, scenario);
    ASSERT_FALSE(named.empty());
    EXPECT_EQ(without(named, moved), GetParam().name == "placebo" ? named : Paths{});
    Paths const follows = moves_an_exchange_rate(named) ? stated_in_foreign_money(base) : Paths{};
    EXPECT_EQ(without(moved, named), follows);
}

TEST_P(Policies, leave_the_past_alone)
{
    Scenario const& scenario = scenario_in(GetParam().path);
    Scenario const& base = base_of(GetParam().path, document(GetParam().path));
    Month const first = base.settings().first_reported();
    for (auto const& parameter : kyrgyz_declarations().parameters())
        for (Month month = base.settings().start; month < first; month = month + 1)
            EXPECT_TRUE(std::ranges::equal(base.values(parameter.path, month),
                                           scenario.values(parameter.path, month)))
                << parameter.path << " in " << month.text();
}

INSTANTIATE_TEST_SUITE_P(Config, Scenarios, testing::ValuesIn(all_files()), name_of_file);
INSTANTIATE_TEST_SUITE_P(Config, Policies, testing::ValuesIn(in_folder(config_folder / "policies")),
                         name_of_file);
}  // namespace kochmon
