// SPDX-License-Identifier: MIT
#include "analysis/calibrate/contradiction.hpp"

#include <algorithm>

#include "engine/contract.hpp"

namespace kochmon
{
namespace
{
/// Who contradicts whom wants no exact shares, and there may be hundreds of pairs.
constexpr std::size_t rough_sample = 1024;

/// The space that some of the targets leave.
class SpaceOfSome
{
  public:
    SpaceOfSome(std::span<WaveEmulators const> waves, std::size_t dimensions,
                SpaceSettings settings)
        : waves_(waves), dimensions_(dimensions), settings_(settings)
    {
        settings_.sample = std::min(settings_.sample, rough_sample);
    }

    std::size_t targets() const { return waves_.front().targets().size(); }

    SpaceLeft left_by(std::span<std::size_t const> targets) const
    {
        SpaceLeft space(SobolSequence(dimensions_), settings_);
        for (WaveEmulators const& wave : waves_) space.narrow(wave.with(targets));
        return space;
    }

    /// Whether no wave rules the point out by that target.
    bool leaves(std::size_t target, UnitPoint const& point) const
    {
        return std::ranges::none_of(waves_, [&](WaveEmulators const& wave)
                                    { return wave.rules_out(target, point, settings_.cutoff); });
    }

    SpaceLeft left_without(std::size_t target) const
    {
        std::vector<std::size_t> others;
        for (std::size_t t = 0; t < targets(); ++t)
            if (t != target) others.push_back(t);
        return left_by(others);
    }

  private:
    std::span<WaveEmulators const> waves_;
    std::size_t dimensions_;
    SpaceSettings settings_;
};

/// By target: points that it leaves by itself.
using LeftAlone = std::vector<std::vector<UnitPoint>>;

LeftAlone left_alone(SpaceOfSome const& space)
{
    LeftAlone left;
    for (std::size_t t = 0; t < space.targets(); ++t)
        left.push_back(space.left_by(std::vector{t}).points());
    return left;
}

/// Of 24 targets there are 276 pairs: those of which a point is at hand that both leave are passed
/// over.
bool are_met_together(SpaceOfSome const& space, LeftAlone const& left, std::size_t a, std::size_t b)
{
    auto const meets = [&](std::size_t target)
    { return [&, target](UnitPoint const& point) { return space.leaves(target, point); }; };
    return std::ranges::any_of(left[a], meets(b)) || std::ranges::any_of(left[b], meets(a));
}

std::optional<TargetConflict> worst_conflict(SpaceOfSome const& space, LeftAlone const& left_of,
                                             std::vector<std::size_t> const& within_reach)
{
    std::optional<TargetConflict> worst;
    for (std::size_t const a : within_reach)
        for (std::size_t const b : within_reach)
        {
            if (b <= a || are_met_together(space, left_of, a, b)) continue;
            SpaceLeft const left = space.left_by(std::vector{a, b});
            double const least = left.least_implausibility();
            if (left.points().empty() && (!worst || least > worst->least))
                worst = {.first = a, .second = b, .least = least};
        }
    return worst;
}
}  // namespace

Contradiction contradiction_in(std::span<WaveEmulators const> waves, std::size_t dimensions,
                               SpaceSettings settings)
{
    EXPECT(!waves.empty());
    SpaceOfSome const space(waves, dimensions, settings);
    LeftAlone const left = left_alone(space);
    Contradiction found;
    std::vector<std::size_t> within_reach;
    for (std::size_t t = 0; t < space.targets(); ++t)
    {
        found.share_left_without.push_back(space.left_without(t).share());
        (left[t].empty() ? found.out_of_reach : within_reach).push_back(t);
    }
    found.conflict = worst_conflict(space, left, within_reach);
    auto const most =
        std::max_element(found.share_left_without.begin(), found.share_left_without.end());
    if (*most > 0.0)
        found.most_without = static_cast<std::size_t>(most - found.share_left_without.begin());
    return found;
}
}  // namespace kochmon
