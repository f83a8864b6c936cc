// SPDX-License-Identifier: MIT
#include "analysis/commands/study_state.hpp"

#include <fmt/format.h>

#include "analysis/text/counted.hpp"

namespace kochmon
{
StudyState state_of(Study const& study)
{
    auto const done = study.done();
    StudyState state{.runs = study.runs().size(), .done = done.size()};
    for (auto& [run, reason] : study.failures())
        if (!done.contains(run)) state.failed.emplace(run, reason);
    return state;
}

std::string told_state(Study const& study, StudyState const& state)
{
    std::string text = fmt::format("{}: {} of {} done", study.folder().string(), state.done,
                                   counted(state.runs, "run", "runs"));
    if (!state.failed.empty())
        text += fmt::format(", {} failed, the first at point {}, replicate {}: {}",
                            state.failed.size(), state.failed.begin()->first.first,
                            state.failed.begin()->first.second, state.failed.begin()->second);
    return text + '\n';
}
}  // namespace kochmon
