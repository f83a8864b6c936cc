// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace kochmon
{
/// Which program has made a result.
struct ProgramBuild
{
    std::string version;
    std::string commit;
    std::string compiler = {};  // empty: not told
    std::string build_type = {};

    /// Built from sources that differ from the commit, nobody knows how.
    bool is_dirty() const { return commit.ends_with("-dirty"); }
};

/// This program.
ProgramBuild present_build();
/// By version or commit.
bool is_another(ProgramBuild const& then, ProgramBuild const& now);
/// Another one, or one of which the commit does not say what it was built from.
bool may_be_another(ProgramBuild const& then, ProgramBuild const& now);
/// Whether both tell compiler and build type, and others.
bool is_built_otherwise(ProgramBuild const& then, ProgramBuild const& now);
/// `0.1.0, commit a86abd3f1c22`
std::string named(ProgramBuild const& build);
/// `GNU 12.2.0, Release`
std::string compiled(ProgramBuild const& build);
}  // namespace kochmon
