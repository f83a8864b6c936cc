// SPDX-License-Identifier: MIT
#include "analysis/commands/print_flags.hpp"

#include <functional>

#include <CLI/CLI.hpp>

namespace kochmon
{
namespace
{
// Sheets narrower than a column or wider than a page on its side have no place for the labels.
constexpr std::uint64_t narrowest_sheet = 80, widest_sheet = 260;
}  // namespace

void declare_print(CLI::App& app, Flags& flags)
{
    auto const declare = [&](std::string const& names, std::string const& type,
                             std::string const& meaning,
                             std::function<void(std::string const&)> const& take)
    { app.add_option_function<std::string>(names, take, meaning)->type_name(type); };
    declare("-o,--output", "DIR", "Folder of figures and tables for print, DIR-print if not given",
            [&](std::string const& text) { flags.output = text; });
    app.add_flag("--force", flags.force, "Overwrite a folder that this command has written");
    declare("--format", "FORMATS",
            "Of svg, pdf and png (300 dots an inch), with commas between them; all if not given",
            [&](std::string const& text) { flags.formats = text; });
    declare("--width", "MM",
            "Width of the figures in millimetres: 180 if not given, 85 for one column",
            [&](std::string const& text)
            { flags.width = whole_number("--width", text, narrowest_sheet, widest_sheet); });
}
}  // namespace kochmon
