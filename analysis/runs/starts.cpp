// SPDX-License-Identifier: MIT
#include "analysis/runs/starts.hpp"

#include <algorithm>
#include <utility>

#include "agents/synthesis/synthesis.hpp"

namespace kochmon
{
namespace
{
std::vector<Course> courses_of(Scenario const& base, std::vector<Scenario> const& policies,
                               Course::RuleAlone rule_alone)
{
    std::vector<Course> courses;
    courses.reserve(policies.size());
    for (Scenario const& policy : policies)
        courses.push_back({&policy, onset_of(base, policy), nullptr, rule_alone});
    return courses;
}
}  // namespace

Starts::Starts(Scenario const& base, std::vector<Scenario> const& policies,
               Course::RuleAlone rule_alone, StopAsked stop_asked)
    : Starts(base, courses_of(base, policies, rule_alone), std::move(stop_asked))
{
}

Starts::Starts(Scenario const& base, std::vector<Course> courses, StopAsked stop_asked)
    : stop_asked_(std::move(stop_asked)), base_(base), courses_(std::move(courses))
{
}

// The old ones go first: two populations at once may not fit.
void Starts::make_base(std::uint32_t population, Workers const& workers)
{
    if (has_base_ && start_.number == population) return;
    give_up();
    start_ = synthesize(base_, population, stop_asked_, &workers);
    has_base_ = true;
}

void Starts::make(std::uint32_t population, Workers const& workers)
{
    make_base(population, workers);
    if (has_all_) return;
    starts_.resize(courses_.size());
    workers.for_each(courses_.size(),
                     [&](std::size_t k)
                     {
                         if (courses_[k].onset.own_start)
                             starts_[k] = synthesize(*courses_[k].policy, population, stop_asked_);
                     });
    for (std::size_t k = 0; k < courses_.size(); ++k)
        courses_[k].start = courses_[k].onset.own_start ? &starts_[k] : nullptr;
    has_all_ = true;
}

void Starts::give_up()
{
    start_ = {};
    starts_.clear();
    has_base_ = has_all_ = false;
}

std::vector<Onset> Starts::onsets() const
{
    std::vector<Onset> onsets;
    onsets.reserve(courses_.size());
    for (Course const& course : courses_) onsets.push_back(course.onset);
    return onsets;
}

std::size_t Starts::own() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(courses_, [](Course const& one) { return one.onset.own_start; }));
}
}  // namespace kochmon
