// SPDX-License-Identifier: MIT
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "config/difference.hpp"

#include "agents/loading/load_model.hpp"

#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/verbs.hpp"

namespace kochmon
{
namespace
{
/// How two scenarios differ in meaning, and in which keys in the last bits alone.
struct Differences
{
    std::vector<std::string> lines = {};
    std::vector<FirstDifference> rounded = {};

    bool are_none() const { return lines.empty() && rounded.empty(); }
};

std::string as_json(Differences const& found)
{
    auto rounded = nlohmann::ordered_json::array();
    for (FirstDifference const& one : found.rounded) rounded.push_back(one.path);
    nlohmann::ordered_json const json = {
        {"alike", found.are_none()}, {"differences", found.lines}, {"rounded_otherwise", rounded}};
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

std::string as_text(Differences const& found)
{
    if (found.are_none()) return "no differences: the two run alike\n";
    std::string text;
    for (std::string const& line : found.lines) text += line + '\n';
    for (FirstDifference const& one : found.rounded)
        text += fmt::format(
            "{}: means the same, but is rounded differently from {} on, so that results may "
            "differ\n",
            one.path, one.month.text());
    return text;
}

int diff(Flags const& flags)
{
    Scenario const left = load_model(flags.arguments[0], flags.overrides);
    Scenario const right = load_model(flags.arguments[1], flags.overrides);
    Differences found{differences(left, right)};
    if (found.lines.empty()) found.rounded = first_differences(left, right);
    write_output(flags.json ? as_json(found) : as_text(found));
    return 0;
}
}  // namespace

Verb diff_verb()
{
    return {.name = "diff",
            .summary = "How two scenarios differ",
            .positionals = {{"A", "Scenario file", Positional::Times::once, LookedFor::scenario},
                            {"B", "Scenario file", Positional::Times::once, LookedFor::scenario}},
            .flags = {FlagGroup::scenario, FlagGroup::json},
            .example = "kochmon diff baseline permit-fee",
            .act = diff};
}
}  // namespace kochmon
