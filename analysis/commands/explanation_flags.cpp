// SPDX-License-Identifier: MIT
#include "analysis/commands/explanation_flags.hpp"

#include <CLI/CLI.hpp>

namespace kochmon
{
void declare_explanation(CLI::App& app, Flags& flags)
{
    app.add_option_function<std::string>(
           "--search", [&](std::string const& text) { flags.search = text; },
           "Look for these words among keys, meanings, measures, policies, facts and targets")
        ->type_name("TEXT");
    app.add_flag("--all", flags.all, "Every parameter and table");
    app.add_flag("--assumptions", flags.assumptions, "Every value without a source");
    app.add_flag("--markdown", flags.markdown, "As Markdown");
}
}  // namespace kochmon
