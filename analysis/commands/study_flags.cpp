// SPDX-License-Identifier: MIT
#include "analysis/commands/study_flags.hpp"

#include <fmt/format.h>

#include "engine/error.hpp"

namespace kochmon
{
Nesting nesting_of(Flags const& flags, std::uint32_t replicates)
{
    Nesting const nesting{.populations = flags.populations.value_or(replicates)};
    if (nesting.populations > replicates)
        throw UsageError(fmt::format(
            "--populations {}: expected at most {}, the replicates, since each population needs "
            "one; give more with --replicates",
            nesting.populations, replicates));
    return nesting;
}
}  // namespace kochmon
