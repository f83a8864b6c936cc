// SPDX-License-Identifier: MIT
#include <chrono>
#include <thread>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "analysis/commands/shipped_config.hpp"
#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/stop_request.hpp"
#include "analysis/commands/verbs.hpp"
#include "analysis/serve/gate.hpp"
#include "analysis/serve/http_server.hpp"
#include "analysis/serve/secret.hpp"
#include "analysis/serve/site.hpp"

namespace kochmon
{
namespace
{
constexpr std::chrono::milliseconds between_looks(50);

/// Of that name or in that file; where none lies here or beside the program, the page says so.
std::string base_of_policies(Flags const& flags)
{
    if (flags.base) return found_by_name(*flags.base, LookedFor::scenario, flags.overrides.shipped);
    auto const usual = usual_baseline(flags);
    return usual ? usual->string() : "config/baseline.yaml";
}

int serve(Flags const& flags)
{
    std::string const folder = flags.arguments.front();
    Site site(folder, base_of_policies(flags));
    HttpServer server(flags.port.value_or(0));
    Gate const gate(server.port(), new_secret(), new_secret());
    heed_stop_signals();
    server.start([&](HttpRequest const& request) { return gate.answer(request); },
                 [&](HttpRequest const& request)
                 { return site.answer(request, gate.below_place(request.path)); });
    write_output(gate.address() + '\n');
    if (flags.loudness != Loudness::quiet)
        write_message(fmt::format(
            "kochmon: serves {} to anyone who has this address, on this machine, until Ctrl-C\n",
            folder));
    while (!is_stop_asked()) std::this_thread::sleep_for(between_looks);
    bool const was_running = site.end();
    server.end();
    if (!was_running) return static_cast<int>(ExitStatus::done);
    write_message("kochmon: stopped on request; a run was going on and is not complete\n");
    return 128 + stop_signal();
}
}  // namespace

Verb serve_verb()
{
    return {.name = "serve",
            .summary = "Web pages for a folder of results: list, open, edit a policy, run it",
            .positionals = {{"DIR", "Folder of results and policies"}},
            .flags = {FlagGroup::serving},
            .example = "kochmon serve out --base baseline",
            .act = serve};
}
}  // namespace kochmon
