// SPDX-License-Identifier: MIT
#include "analysis/commands/skeleton_flags.hpp"

#include <functional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "engine/error.hpp"

#include "config/decimal.hpp"

namespace kochmon
{
void declare_skeleton(CLI::App& app, Flags& flags)
{
    auto const declare = [&](std::string const& names, std::string const& type,
                             std::string const& meaning,
                             std::function<void(std::string const&)> const& take)
    { app.add_option_function<std::string>(names, take, meaning)->type_name(type); };
    declare("-o,--output", "FILE|DIR",
            "The new file, NAME.yaml if not given; of a corridor the folder, NAME; it must not be "
            "there",
            [&](std::string const& text) { flags.output = text; });
    declare("--corridor", "FILE",
            "Of a corridor: countries, regions, jurisdictions and destinations to write the rest "
            "for; a small one with names to change if not given",
            [&](std::string const& text) { flags.corridor = text; });
    declare("--like", "FILE",
            "Scenario over which the new file is laid; of a corridor the one whose values are used "
            "where yours are not known yet; config/baseline.yaml, or that which comes with the "
            "program, if not given",
            [&](std::string const& text) { flags.like = text; });
    declare(
        "--rate", "NUMBER",
        "How much of the corridor's first currency one of that of the other scenario makes; "
        "needed where that one has no rate of it",
        [&](std::string const& text)
        {
            auto const number = read_number(text);
            if (!number.value || *number.value <= 0.0)
                throw UsageError(fmt::format("--rate {}: expected a decimal number above 0", text));
            flags.rate = *number.value;
        });
}
}  // namespace kochmon
