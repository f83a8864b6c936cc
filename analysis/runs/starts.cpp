// SPDX-License-Identifier: MIT
#include "analysis/runs/starts.hpp"

#include <algorithm>
#include <utility>

#include "agents/synthesis/synthesis.hpp"

namespace kochmon
{
namespace
{
std::vector<Scenario const*> pointers_to(std::vector<Scenario> const& scenarios)
{
    std::vector<Scenario const*> pointers;
    pointers.reserve(scenarios.size());
    for (Scenario const& scenario : scenarios) pointers.push_back(&scenario);
    return pointers;
}
}  // namespace

Starts::Starts(Scenario const& base, std::vector<Scenario> const& policies,
               Course::RuleAlone rule_alone, StopAsked stop_asked)
    : Starts(base, pointers_to(policies), rule_alone, std::move(stop_asked))
{
}

Starts::Starts(Scenario const& base, std::vector<Scenario const*> policies,
               Course::RuleAlone rule_alone, StopAsked stop_asked)
    : stop_asked_(std::move(stop_asked)), base_(base), policies_(std::move(policies))
{
    for (Scenario const* const policy : policies_)
    {
        onsets_.push_back(onset_of(base, *policy));
        courses_.push_back({policy, onsets_.back(), nullptr, rule_alone});
    }
}

// The old ones go first: two populations at once may not fit.
void Starts::make_base(std::uint32_t population)
{
    if (has_base_ && start_.number == population) return;
    give_up();
    start_ = synthesize(base_, population, stop_asked_);
    has_base_ = true;
}

void Starts::make(std::uint32_t population, Workers const& workers)
{
    make_base(population);
    if (has_all_) return;
    starts_.resize(policies_.size());
    workers.for_each(policies_.size(),
                     [&](std::size_t k)
                     {
                         if (onsets_[k].own_start)
                             starts_[k] = synthesize(*policies_[k], population, stop_asked_);
                     });
    for (std::size_t k = 0; k < policies_.size(); ++k)
        courses_[k].start = onsets_[k].own_start ? &starts_[k] : nullptr;
    has_all_ = true;
}

void Starts::give_up()
{
    start_ = {};
    starts_.clear();
    has_base_ = has_all_ = false;
}

std::size_t Starts::own() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(onsets_, [](Onset const& one) { return one.own_start; }));
}
}  // namespace kochmon
