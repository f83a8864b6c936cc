// SPDX-License-Identifier: MIT
#include "analysis/commands/life_tables_flags.hpp"

#include <functional>

#include <CLI/CLI.hpp>

namespace kochmon
{
void declare_life_tables(CLI::App& app, Flags& flags)
{
    auto const declare = [&](std::string const& names, std::string const& type,
                             std::string const& meaning,
                             std::function<void(std::string const&)> const& take)
    { app.add_option_function<std::string>(names, take, meaning)->type_name(type); };
    declare("-o,--output", "DIR",
            "Output folder, DIR-life-tables beside that of the run if not given",
            [&](std::string const& text) { flags.output = text; });
    app.add_flag("--force", flags.force, "Overwrite an output folder that kochmon wrote");
    declare("--between", "FROM,UNTIL",
            "Two months or years, such as 2010,2019 or 2010-01,2012-06, between which the change "
            "of the legality rate is taken apart; each year to the next and the first to the last "
            "if not given",
            [&](std::string const& text) { flags.between = text; });
}
}  // namespace kochmon
