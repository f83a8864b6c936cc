// SPDX-License-Identifier: MIT
#include "analysis/targets/judgement.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace kochmon
{
namespace
{
std::size_t signs_as(Bounds const& band, Estimate const& estimate)
{
    auto const right = [&](std::optional<double> const& value)
    { return value && (band.low > 0.0 ? *value > 0.0 : *value < 0.0); };
    return static_cast<std::size_t>(std::ranges::count_if(estimate.values, right));
}
}  // namespace

Estimate estimate(std::span<std::vector<std::optional<double>> const> replicates, std::size_t at,
                  Nesting const& nesting)
{
    Estimate estimate;
    std::vector<double> known;
    std::vector<std::uint32_t> numbers;
    for (auto const& values : replicates)
    {
        estimate.values.push_back(values[at]);
        if (!values[at]) continue;
        known.push_back(*values[at]);
        numbers.push_back(static_cast<std::uint32_t>(estimate.values.size() - 1));
    }
    if (known.empty()) return estimate;
    estimate.spread = nested_spread(nested(known, numbers, nesting), nesting);
    estimate.mean = estimate.spread.mean;
    estimate.nine_in_ten = estimate.spread.nine_in_ten;
    return estimate;
}

std::string const& name(Verdict verdict)
{
    static std::array<std::string, 4> const names = {"inside", "outside", "", "no value"};
    return names[static_cast<std::size_t>(verdict)];
}

Verdict verdict(Estimate const& estimate, std::optional<Bounds> const& band)
{
    if (!band) return Verdict::none;
    if (!estimate.mean) return Verdict::no_value;
    return band->hold(*estimate.mean) ? Verdict::inside : Verdict::outside;
}

std::vector<JudgedTarget> judged(TargetsFile const& file,
                                 std::span<std::vector<std::optional<double>> const> replicates,
                                 Nesting const& nesting)
{
    std::vector<JudgedTarget> targets;
    for (std::size_t at = 0; at < file.targets.size(); ++at)
    {
        JudgedTarget one{.target = file.targets[at], .estimate = estimate(replicates, at, nesting)};
        one.verdict = verdict(one.estimate, one.target.band);
        targets.push_back(std::move(one));
    }
    return targets;
}

TargetCount count_of(std::vector<JudgedTarget> const& targets)
{
    std::vector<std::string> order;
    std::map<std::string, bool> inside;
    for (JudgedTarget const& one : targets)
    {
        if (one.verdict == Verdict::none) continue;
        std::string const id = one.target.id.substr(0, one.target.id.find('_'));
        auto const [at, is_new] = inside.emplace(id, true);
        if (is_new) order.push_back(id);
        at->second = at->second && one.verdict == Verdict::inside;
    }
    TargetCount count;
    for (std::string const& id : order) (inside[id] ? count.inside : count.outside).push_back(id);
    return count;
}

bool JudgedAnswer::sign_holds() const
{
    return right_signs == estimate.values.size();
}

std::vector<JudgedAnswer> judged_shocks(
    TargetsFile const& file, std::span<std::vector<std::optional<double>> const> replicates,
    Nesting const& nesting)
{
    std::vector<JudgedAnswer> answers;
    std::size_t at = 0;
    for (ShockTest const& shock : file.shocks)
        for (ShockAnswer const& answer : shock.answers)
        {
            JudgedAnswer one{.shock = shock.name,
                             .what = shock.what,
                             .answer = answer,
                             .estimate = estimate(replicates, at++, nesting)};
            one.verdict = verdict(one.estimate, answer.band);
            if (answer.has_sign()) one.right_signs = signs_as(*answer.band, one.estimate);
            answers.push_back(std::move(one));
        }
    return answers;
}
}  // namespace kochmon
