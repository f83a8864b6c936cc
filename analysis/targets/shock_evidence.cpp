// SPDX-License-Identifier: MIT
#include "analysis/targets/shock_evidence.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/contract.hpp"

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

bool is_of_a_moment(Measure const& measure)
{
    return measure.kind == MeasureKind::stock || measure.kind == MeasureKind::rate;
}

Selection where(ShockAnswer const& answer)
{
    Selection selection{.country = first_country};
    if (answer.in_russia) selection.jurisdiction = Jurisdiction::russia;
    return selection;
}

/// Flows add up over the months; stocks and rates are those of the last.
void take(double& kept, std::string const& name, MonthRecord const& record,
          Selection const& selection)
{
    Measure const& measure = measure_called(name);
    double const now = value(measure, record.tally, record.weight, selection)
                           .value_or(std::numeric_limits<double>::quiet_NaN());
    kept = is_of_a_moment(measure) ? now : kept + now;
}

std::optional<double> outcome(AnswerValue const& seen, ShockAnswer const& answer)
{
    double const number = answer.over ? seen.above / seen.below : seen.above;
    if (!std::isfinite(number)) return std::nullopt;
    return number;
}
}  // namespace

ShockRecorder::ShockRecorder(ShockTest const& test, std::size_t number, Month begin)
    : test_(test), number_(number), begin_(begin), seen_(test.answers.size())
{
}

bool ShockRecorder::asks_for_poorest_fifth(std::size_t answer) const
{
    return test_.answers[answer].measure == first_departures_of_poorest_fifth;
}

std::optional<int> ShockRecorder::month_of_policy(Month month) const
{
    if (month < begin_) return std::nullopt;
    return month.since_1900() - begin_.since_1900() + 1;
}

void ShockRecorder::see_before(Lockstep const& worlds)
{
    if (month_of_policy(worlds.month()) != 1) return;
    for (std::size_t answer = 0; answer < seen_.size(); ++answer)
        if (asks_for_poorest_fifth(answer)) poorest_ = PoorestFifth(worlds.base());
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
    MonthRecord const base = worlds.base().record();
    MonthRecord const policy = worlds.policy(number_).record();
    if (asks_for_poorest_fifth(answer))
    {
        seen.base.above +=
            static_cast<double>(poorest_.first_departures(worlds.base(), departed_in_base_));
        seen.policy.above += static_cast<double>(
            poorest_.first_departures(worlds.policy(number_), departed_in_policy_));
        return;
    }
    Selection const selection = where(asked);
    take(seen.base.above, asked.measure, base, selection);
    take(seen.policy.above, asked.measure, policy, selection);
    if (!asked.over) return;
    take(seen.base.below, *asked.over, base, selection);
    take(seen.policy.below, *asked.over, policy, selection);
}

std::vector<std::optional<double>> ShockRecorder::changes() const
{
    std::vector<std::optional<double>> changes;
    for (std::size_t answer = 0; answer < seen_.size(); ++answer)
    {
        ShockAnswer const& asked = test_.answers[answer];
        auto const base = outcome(seen_[answer].base, asked);
        auto const policy = outcome(seen_[answer].policy, asked);
        bool const relative = asked.change == ShockAnswer::Change::relative;
        if (!seen_[answer].complete || !base || !policy || (relative && *base == 0.0))
            changes.emplace_back();
        else
            changes.emplace_back(relative ? *policy / *base - 1.0 : *policy - *base);
    }
    return changes;
}
}  // namespace kochmon
