// SPDX-License-Identifier: MIT
#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/verbs.hpp"
#include "analysis/runs/provenance.hpp"

namespace kochmon
{
namespace
{
int tell_version(Flags const& flags)
{
    write_output(flags.json ? version_as_json() : version_as_text());
    return 0;
}
}  // namespace

Verb version_verb()
{
    return {.name = "version",
            .summary = "Version, commit and compiler of this program",
            .positionals = {},
            .flags = {FlagGroup::json},
            .example = "kochmon version --json",
            .act = tell_version};
}
}  // namespace kochmon
