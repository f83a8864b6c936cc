// SPDX-License-Identifier: MIT
#include "analysis/statistics/elementary_effects.hpp"

#include <cmath>
#include <utility>

#include "engine/contract.hpp"

#include "analysis/statistics/resamples.hpp"

namespace kochmon
{
namespace
{
/// The steps of one factor.
struct FactorSteps
{
    std::vector<double> effects = {};
    std::vector<double> absolute = {};
    double variance_of_luck = 0.0;  // sum over steps
};

std::size_t coordinate_that_changed(UnitPoint const& from, UnitPoint const& to)
{
    for (std::size_t d = 0; d < from.size(); ++d)
        if (from[d] != to[d]) return d;
    return from.size();
}

std::vector<FactorSteps> steps_by_factor(std::span<UnitPoint const> design,
                                         DesignValues const& values)
{
    std::size_t const dimensions = design.front().size();
    std::vector<FactorSteps> steps(dimensions);
    for (std::size_t at = 0; at + 1 < design.size(); ++at)
    {
        bool const ends_a_path = (at + 1) % (dimensions + 1) == 0;
        if (ends_a_path || !values.is_whole(at) || !values.is_whole(at + 1)) continue;
        std::size_t const factor = coordinate_that_changed(design[at], design[at + 1]);
        if (factor == dimensions) continue;
        double const step = design[at + 1][factor] - design[at][factor];
        std::vector<double> changes(values.replicates());
        for (std::size_t r = 0; r < changes.size(); ++r)
            changes[r] = (values.of(at + 1)[r] - values.of(at)[r]) / step;
        double sum = 0.0;
        for (double const change : changes) sum += change;
        double const effect = sum / static_cast<double>(changes.size());
        steps[factor].effects.push_back(effect);
        steps[factor].absolute.push_back(std::abs(effect));
        steps[factor].variance_of_luck += variance_by_luck(changes);
    }
    return steps;
}

double mean_of_steps(std::vector<double> const& effects)
{
    double sum = 0.0;
    for (double const effect : effects) sum += effect;
    return sum / static_cast<double>(effects.size());
}

double deviation_of_steps(std::vector<double> const& effects)
{
    double const mean = mean_of_steps(effects);
    double sum = 0.0;
    for (double const effect : effects) sum += (effect - mean) * (effect - mean);
    return std::sqrt(sum / static_cast<double>(effects.size() - 1));
}

Interval interval_of_steps(std::vector<double> const& effects)
{
    Resamples const samples(effects.size());
    std::vector<double> means;
    means.reserve(samples.size());
    for (std::size_t sample = 0; sample < samples.size(); ++sample)
        means.push_back(samples.sum(sample, effects) / static_cast<double>(effects.size()));
    return nine_in_ten_of(std::move(means));
}

ElementaryEffects effects_of_steps(FactorSteps const& steps, std::size_t replicates)
{
    ElementaryEffects found{.effects = steps.effects.size()};
    if (steps.effects.empty()) return found;
    found.mean = mean_of_steps(steps.effects);
    found.mean_absolute = mean_of_steps(steps.absolute);
    if (replicates > 1)
        found.deviation_by_luck =
            std::sqrt(steps.variance_of_luck / static_cast<double>(steps.effects.size()));
    if (steps.effects.size() < 2) return found;
    found.mean_nine_in_ten = interval_of_steps(steps.effects);
    found.mean_absolute_nine_in_ten = interval_of_steps(steps.absolute);
    found.deviation = deviation_of_steps(steps.effects);
    return found;
}
}  // namespace

std::vector<ElementaryEffects> elementary_effects(std::span<UnitPoint const> design,
                                                  DesignValues const& values)
{
    EXPECT(!design.empty() && design.size() == values.points());
    std::vector<ElementaryEffects> effects;
    for (FactorSteps const& steps : steps_by_factor(design, values))
        effects.push_back(effects_of_steps(steps, values.replicates()));
    return effects;
}
}  // namespace kochmon
