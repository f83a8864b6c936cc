// SPDX-License-Identifier: MIT
#include "analysis/runs/run_identity.hpp"

#include <algorithm>
#include <sstream>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "engine/sha256.hpp"

#include "analysis/runs/provenance.hpp"
#include "analysis/runs/run_tables.hpp"

namespace kochmon
{
namespace
{
constexpr char this_program[] = "/proc/self/exe";
constexpr std::size_t digits_of_hash = 64;

using Lines = std::vector<std::pair<std::string, std::string>>;

Lines lines_of(std::string const& identity)
{
    Lines lines;
    std::istringstream text(identity);
    for (std::string line; std::getline(text, line);)
        if (std::size_t const colon = line.find(": "); colon != std::string::npos)
            lines.emplace_back(line.substr(0, colon), line.substr(colon + 2));
    return lines;
}

std::string value_in(Lines const& lines, std::string const& key)
{
    auto const found = std::ranges::find(lines, key, &Lines::value_type::first);
    return found == lines.end() ? "none" : found->second;
}

bool is_hash(std::string const& value)
{
    return value.size() == digits_of_hash &&
           value.find_first_not_of("0123456789abcdef") == std::string::npos;
}
}  // namespace

std::string identity_of(RunToKeep const& run)
{
    RunSettings const& settings = run.scenario.settings();
    std::string text;
    auto const say = [&text](std::string const& what, auto const& value)
    { text += fmt::format("{}: {}\n", what, value); };
    auto const say_file = [&](std::string const& path, std::string const& content)
    { say(path, sha256(content)); };
    say("program", program_in_words());
    say("executable", sha256_of_file(this_program));
    say("scenario", run.scenario.name());
    say("seed", settings.seed);
    say("population seed", settings.population_seed.value_or(settings.seed));
    say("persons", settings.persons ? std::to_string(*settings.persons) : "full");
    say("first month", settings.start.text());
    say("last month", (settings.end() - 1).text());
    say("replicates", run.replicates);
    say("populations", run.nesting.populations);
    say("sets of parameters", run.nesting.sets);
    say("panel", run.panel ? std::to_string(*run.panel) : "none");
    say("kept rows", run.kept.are_all() ? "all" : told_rows(run.kept));
    make_scenario_files(run.scenario, say_file);
    make_parameter_files(run.parameters, say_file);
    return text;
}

std::string told_difference(std::string const& there, std::string const& here)
{
    if (there == here) return {};
    Lines const of_there = lines_of(there);
    Lines const of_here = lines_of(here);
    std::vector<std::string> told;
    auto const tell = [&](std::string const& key)
    {
        std::string const one = value_in(of_there, key);
        std::string const other = value_in(of_here, key);
        if (one == other) return;
        told.push_back(is_hash(one) || is_hash(other)
                           ? fmt::format("{} differs", key)
                           : fmt::format("{} is {} there and {} here", key, one, other));
    };
    for (auto const& [key, value] : of_here) tell(key);
    for (auto const& [key, value] : of_there)
        if (std::ranges::count(of_here, key, &Lines::value_type::first) == 0) tell(key);
    if (told.empty()) return "it says what it is in another form";
    return fmt::format("{}", fmt::join(told, ", "));
}
}  // namespace kochmon
