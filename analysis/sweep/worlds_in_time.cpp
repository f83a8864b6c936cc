// SPDX-License-Identifier: MIT
#include "analysis/sweep/worlds_in_time.hpp"

namespace kochmon
{
namespace
{
bool has_parted(Course const& course, Month month)
{
    return course.onset.own_start || (course.onset.month && *course.onset.month <= month);
}

/// Whether the policy's world is that of the base.
bool shares_base(std::span<Course const> courses, std::size_t policy, Month month)
{
    for (Course const* course = &courses[policy]; !has_parted(*course, month);
         course = &courses[*course->stem])
        if (!course->stem) return true;
    return false;
}
}  // namespace

std::vector<double> worlds_in_time(RunSettings const& run, std::span<Course const> courses,
                                   bool is_base_asked_for)
{
    std::vector<double> worlds;
    worlds.reserve(static_cast<std::size_t>(run.end() - run.start));
    for (Month month = run.start; month < run.end(); month = month + 1)
    {
        bool needs_base = is_base_asked_for || courses.empty();
        double count = 0.0;
        for (std::size_t k = 0; k < courses.size(); ++k)
        {
            count += has_parted(courses[k], month) ? 1.0 : 0.0;
            needs_base = needs_base || shares_base(courses, k, month);
        }
        worlds.push_back(count + (needs_base ? 1.0 : 0.0));
    }
    return worlds;
}
}  // namespace kochmon
