// SPDX-License-Identifier: MIT
#include "analysis/targets/shock_evidence.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/contract.hpp"

#include "agents/state/month_record.hpp"

#include "analysis/measures/measure.hpp"

namespace kochmon
{
namespace
{
Measure const& measure_called(std::string const& name)
{
    auto const found = std::ranges::find(measures(), name, &Measure::name);
    EXPECT(found != measures().end());
    return *found;
}

Selection where(ShockAnswer const& answer)
{
    Selection selection;
    if (answer.of)
    {
        selection.presence = answer.of->presence;
        selection.work_right = answer.of->work_right;
    }
    else
        selection.country = first_country;
    selection.jurisdiction = answer.where;
    return selection;
}

/// Flows add up over the months; stocks and rates are those of the last. For a rate of two
/// measures both add up, whatever they are.
void take(double& kept, std::string const& name, ShockAnswer const& asked,
          MonthRecord const& record)
{
    Measure const& measure = measure_called(name);
    double const now = value(measure, record.tally, record.weight, where(asked))
                           .value_or(std::numeric_limits<double>::quiet_NaN());
    bool const adds_up = asked.over.has_value() || !measure.is_of_a_moment();
    kept = adds_up ? kept + now : now;
}

std::optional<double> outcome(AnswerValue const& seen, ShockAnswer const& answer)
{
    double const number = answer.over ? seen.above / seen.below : seen.above;
    if (!std::isfinite(number)) return std::nullopt;
    return number;
}
}  // namespace

ShockRecorder::ShockRecorder(ShockTest const& test, ShockWorlds numbers, Month begin)
    : test_(test), numbers_(numbers), begin_(begin), seen_(test.answers.size())
{
}

std::optional<int> ShockRecorder::month_of_policy(Month month) const
{
    if (month < begin_) return std::nullopt;
    return month.since_1900() - begin_.since_1900() + 1;
}

void ShockRecorder::see_before(Lockstep const& worlds)
{
    if (month_of_policy(worlds.month()) != 1) return;
    if (std::ranges::any_of(test_.answers, &ShockAnswer::asks_for_poorest_fifth))
        poorest_ = PoorestFifth(worlds.base());
}

void ShockRecorder::see(Lockstep const& worlds)
{
    std::optional<int> const month = month_of_policy(worlds.base().record().month);
    if (!month) return;
    for (std::size_t answer = 0; answer < seen_.size(); ++answer)
        if (*month <= test_.answers[answer].month) see_answer(answer, worlds, *month);
}

void ShockRecorder::see_answer(std::size_t answer, Lockstep const& worlds, int month)
{
    ShockAnswer const& asked = test_.answers[answer];
    Seen& seen = seen_[answer];
    seen.complete = month == asked.month;
    see_world(seen.base, asked,
              numbers_.against ? worlds.policy(*numbers_.against) : worlds.base());
    see_world(seen.policy, asked, worlds.policy(numbers_.policy));
}

void ShockRecorder::see_world(World& seen, ShockAnswer const& asked, Simulation const& world) const
{
    if (asked.asks_for_poorest_fifth())
    {
        seen.value.above += static_cast<double>(poorest_.first_departures(world, seen.departed));
        return;
    }
    take(seen.value.above, asked.measure, asked, world.record());
    if (asked.over) take(seen.value.below, *asked.over, asked, world.record());
}

std::vector<std::optional<double>> ShockRecorder::changes() const
{
    std::vector<std::optional<double>> changes;
    for (std::size_t answer = 0; answer < seen_.size(); ++answer)
    {
        ShockAnswer const& asked = test_.answers[answer];
        auto const base = outcome(seen_[answer].base.value, asked);
        auto const policy = outcome(seen_[answer].policy.value, asked);
        bool const relative = asked.change == ShockAnswer::Change::relative;
        if (!seen_[answer].complete || !base || !policy || (relative && *base == 0.0))
            changes.emplace_back();
        else
            changes.emplace_back(relative ? *policy / *base - 1.0 : *policy - *base);
    }
    return changes;
}
}  // namespace kochmon
