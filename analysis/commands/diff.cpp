// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "config/difference.hpp"

#include "agents/parameters.hpp"

#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/verbs.hpp"

namespace kochmon
{
namespace
{
std::string as_json(std::vector<std::string> const& lines)
{
    nlohmann::ordered_json const json = {{"alike", lines.empty()}, {"differences", lines}};
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

std::string as_text(std::vector<std::string> const& lines)
{
    if (lines.empty()) return "no differences: the two run alike\n";
    std::string text;
    for (std::string const& line : lines) text += line + '\n';
    return text;
}

int diff(Flags const& flags)
{
    Scenario const left = load_model(flags.arguments[0], flags.overrides);
    Scenario const right = load_model(flags.arguments[1], flags.overrides);
    auto const lines = differences(left, right);
    write_output(flags.json ? as_json(lines) : as_text(lines));
    return 0;
}
}  // namespace

Verb diff_verb()
{
    return {.name = "diff",
            .summary = "How two scenarios differ",
            .positionals = {{"A", "Scenario file"}, {"B", "Scenario file"}},
            .flags = {FlagGroup::scenario, FlagGroup::json},
            .example = "kochmon diff config/baseline.yaml config/policies/permit-fee.yaml",
            .act = diff};
}
}  // namespace kochmon
