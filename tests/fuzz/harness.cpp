// SPDX-License-Identifier: MIT
#include "tests/fuzz/harness.hpp"

#include <algorithm>
#include <sstream>

#include "engine/error.hpp"

#include "config/difference.hpp"
#include "config/explain.hpp"
#include "config/idle_shocks.hpp"
#include "config/plain_text.hpp"

#include "agents/loading/load_model.hpp"
#include "agents/model/parameters.hpp"

#include "analysis/commands/command_line.hpp"

namespace kochmon::fuzz
{
namespace
{
std::string const baseline = KOCHMON_SOURCE "/config/baseline.yaml";

std::vector<std::string> lines_of(std::string const& text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

void demand(bool is_so, std::string const& what)
{
    if (!is_so) throw InternalError(what);
}

/// As a run does: what passed the checks must fit the types of the program in every month.
template <class Parameters>
void live(Scenario const& scenario)
{
    RunSettings const& settings = scenario.settings();
    for (Month month = settings.start; month <= settings.end(); month = month + 1)
    {
        if (month != settings.start && !scenario.changes_in(month)) continue;
        Parameters parameters;
        read(parameters, scenario, month);
    }
}

void check_message(Error const& error)
{
    std::string const message = error.what();
    demand(!message.empty(), "an error without a message");
    demand(error.status() != ExitStatus::internal_error &&
               error.status() != ExitStatus::invariant_broken,
           message);
    demand(!find_unreadable(message), "a message that cannot be shown: " + message);
}
}  // namespace

std::vector<std::string> const& Harness::kinds()
{
    static std::vector<std::string> const all = {"scenario", "policy", "table",
                                                 "set",      "model",  "command"};
    return all;
}

bool Harness::accepts(std::string_view input) const
{
    std::size_t const end = std::min(input.find('\n'), input.size());
    std::string const text(input.substr(std::min(end + 1, input.size())));
    try
    {
        return accepts(input.substr(0, end), text);
    }
    catch (Error const& error)
    {
        check_message(error);
        return false;
    }
}

bool Harness::accepts(std::string_view kind, std::string const& text) const
{
    if (kind == "scenario")
    {
        inputs_.write("data/pyramid.csv", sample::pyramid);
        inputs_.write("s.yaml", text);
        return accepts_sample("s.yaml");
    }
    inputs_.write("s.yaml", sample::complete);
    inputs_.write("data/pyramid.csv", kind == "table" ? text.c_str() : sample::pyramid);
    if (kind == "table") return accepts_sample("s.yaml");
    if (kind == "set") return accepts_sample("s.yaml", {.set = lines_of(text)});
    if (kind == "command") return accepts_command(text);
    if (kind != "policy" && kind != "model") return false;
    inputs_.write("p.yaml", text);
    return kind == "policy" ? accepts_sample("p.yaml") : accepts_policy_of_the_model(text);
}

bool Harness::accepts_sample(std::string const& file, Overrides const& overrides) const
{
    Scenario const scenario = Scenario::load(inputs_.path() / file, declared_, overrides);
    live<sample::Parameters>(scenario);
    idle_shocks(scenario);
    parameters_as_markdown(declared_, scenario);
    std::string const resolved = scenario.resolved();
    for (auto const& [name, content] : scenario.data_files()) again_.write(name, content);
    Scenario const same = [&]
    {
        try
        {
            return Scenario::load(again_.write("r.yaml", resolved), declared_);
        }
        catch (Error const& error)
        {
            throw InternalError(std::string("a resolved scenario is refused: ") + error.what());
        }
    }();
    demand(same.resolved() == resolved, "a resolved scenario is read otherwise");
    demand(differences(scenario, same).empty(), "a resolved scenario differs from its origin");
    return true;
}

bool Harness::accepts_policy_of_the_model(std::string const& text) const
{
    Overrides const overrides{.persons = "4000", .base = baseline};
    Scenario const scenario = load_model(inputs_.write("m.yaml", text), overrides);
    live<ModelParameters>(scenario);
    idle_shocks(scenario);
    return !scenario.resolved().empty();
}

bool Harness::accepts_command(std::string const& text) const
{
    static std::vector<std::string> const harmless = {"validate", "explain", "diff", "version"};
    std::vector<std::string> words = lines_of(text);
    if (words.empty() || std::ranges::find(harmless, words.front()) == harmless.end()) return false;
    words.insert(words.begin(), "kochmon");
    std::vector<char const*> arguments;
    for (std::string const& word : words)
        arguments.push_back(word == "BASELINE" ? baseline.c_str() : word.c_str());
    int const status = run_command_line(static_cast<int>(arguments.size()), arguments.data());
    demand(status != static_cast<int>(ExitStatus::internal_error) &&
               status != static_cast<int>(ExitStatus::invariant_broken),
           "a command ends with a fault of the program: " + text);
    return status == 0;
}
}  // namespace kochmon::fuzz
