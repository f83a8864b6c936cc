// SPDX-License-Identifier: MIT
#include "analysis/replay/program_build.hpp"

#include <fmt/format.h>

#include "version.hpp"

namespace kochmon
{
ProgramBuild present_build()
{
    return {.version = version, .commit = commit, .compiler = compiler, .build_type = build_type};
}

bool is_another(ProgramBuild const& then, ProgramBuild const& now)
{
    return then.version != now.version || then.commit != now.commit;
}

bool may_be_another(ProgramBuild const& then, ProgramBuild const& now)
{
    return is_another(then, now) || then.is_dirty() || now.is_dirty();
}

bool is_built_otherwise(ProgramBuild const& then, ProgramBuild const& now)
{
    bool const told = !then.compiler.empty() && !now.compiler.empty();
    return told && (then.compiler != now.compiler || then.build_type != now.build_type);
}

std::string named(ProgramBuild const& build)
{
    return fmt::format("{}, commit {}", build.version, build.commit);
}

std::string compiled(ProgramBuild const& build)
{
    return build.build_type.empty() ? build.compiler
                                    : fmt::format("{}, {}", build.compiler, build.build_type);
}
}  // namespace kochmon
