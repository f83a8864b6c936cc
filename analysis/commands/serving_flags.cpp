// SPDX-License-Identifier: MIT
#include "analysis/commands/serving_flags.hpp"

namespace kochmon
{
void declare_serving(CLI::App& app, Flags& flags)
{
    app.add_option_function<std::string>(
           "--port",
           [&](std::string const& text)
           { flags.port = static_cast<std::uint16_t>(whole_number("--port", text, 1, 65535)); },
           "Port at this machine's own address; a free one if not given")
        ->type_name("N");
    app.add_option_function<std::string>(
           "--base", [&](std::string const& text) { flags.base = text; },
           "Scenario without shocks over which policies are edited; config/baseline.yaml if not "
           "given")
        ->type_name("FILE");
}
}  // namespace kochmon
