// SPDX-License-Identifier: MIT
#include "analysis/calibrate/space_left.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/contract.hpp"

#include "analysis/statistics/fraction.hpp"

namespace kochmon
{
namespace
{
constexpr double ruled_out_before = std::numeric_limits<double>::infinity();
/// Share of the space from which on rejection costs no more than the moves.
constexpr double worth_rejection = 1.0 / 16.0;
/// Draws a point wanted, for the case that the share is overestimated.
constexpr std::size_t most_draws = 64;
/// The sample's part that passes a step: as usual in subset simulation, 0.1 to 0.3.
constexpr std::size_t passing = 5;
/// Moves before a copied point stands for itself.
constexpr int moves = 12;
/// Every tenth move goes the whole way between two points, which leaps between separate regions.
constexpr double leaps = 0.1;
constexpr double jitter = 1e-5;

/// What leaves on one side comes in on the other, as likely as back. Were it refused, hardly a move
/// would be left in 20 dimensions, since nearly each leaves on some side.
double wrapped(double coordinate)
{
    return coordinate - std::floor(coordinate);
}
}  // namespace

SpaceLeft::SpaceLeft(SobolSequence sequence, SpaceSettings settings)
    : sequence_(std::move(sequence)), settings_(settings), generator_(settings.seed)
{
    EXPECT(settings_.sample >= 100 && settings_.cutoff > 0.0);
    points_ = sequence_.take(settings_.sample);
}

bool SpaceLeft::is_ruled_out(UnitPoint const& point) const
{
    return std::any_of(waves_.rbegin(), waves_.rend(),
                       [&](WaveEmulators const& wave)
                       { return wave.rules_out(point, settings_.cutoff); });
}

double SpaceLeft::largest_implausibility(UnitPoint const& point) const
{
    double worst = 0.0;
    for (WaveEmulators const& wave : waves_)
        worst = std::max(worst, wave.largest(point, ruled_out_before));
    return worst;
}

/// By the last wave, among what the earlier leave; exact up to the level.
double SpaceLeft::score(UnitPoint const& point, double level) const
{
    double const found = waves_.back().largest(point, level);
    if (found > level) return found;
    bool const is_left = std::none_of(waves_.begin(), waves_.end() - 1,
                                      [&](WaveEmulators const& wave)
                                      { return wave.rules_out(point, settings_.cutoff); });
    if (!is_left) return ruled_out_before;
    return found;
}

void SpaceLeft::narrow(WaveEmulators wave)
{
    waves_.push_back(std::move(wave));
    Sample sample;
    for (UnitPoint& point : points_)
    {
        double const found = waves_.back().largest(point, ruled_out_before);
        sample.push_back({.point = std::move(point), .score = found});
    }
    points_.clear();
    if (sample.empty()) return;
    double level = ruled_out_before;
    while (level > settings_.cutoff)
    {
        auto const fifth = sample.begin() + static_cast<std::ptrdiff_t>(sample.size() / passing);
        std::nth_element(sample.begin(), fifth, sample.end(),
                         [](Scored const& a, Scored const& b) { return a.score < b.score; });
        level = std::max(settings_.cutoff, fifth->score);
        if (!lower(sample, level)) return;
    }
    for (Scored& scored : sample) points_.push_back(std::move(scored.point));
}

/// Keeps what passes the level and fills the sample again; false: nothing is left.
bool SpaceLeft::lower(Sample& sample, double level)
{
    auto const before = static_cast<double>(sample.size());
    least_ = std::min_element(sample.begin(), sample.end(),
                              [](Scored const& a, Scored const& b) { return a.score < b.score; })
                 ->score;
    std::erase_if(sample, [&](Scored const& scored) { return scored.score > level; });
    auto const passed = static_cast<double>(sample.size());
    bool const stands_still = passed == before && level > settings_.cutoff;
    share_ *= passed / before;
    if (stands_still || share_ < least_share_left)
    {
        share_ = 0.0;
        return false;
    }
    refill(sample, level);
    return true;
}

void SpaceLeft::refill(Sample& sample, double level)
{
    if (share_ >= worth_rejection) draw_from_sequence(sample, level);
    move_between(sample, level);
}

void SpaceLeft::draw_from_sequence(Sample& sample, double level)
{
    for (std::size_t draws = most_draws * settings_.sample;
         draws > 0 && sample.size() < settings_.sample; --draws)
    {
        UnitPoint point = sequence_.next();
        double const found = score(point, level);
        if (found <= level) sample.push_back({.point = std::move(point), .score = found});
    }
}

void SpaceLeft::move_between(Sample& sample, double level)
{
    Sample const between = sample;
    for (std::size_t k = 0; sample.size() < settings_.sample; ++k)
        sample.push_back(moved(between[k % between.size()], between, level));
}

SpaceLeft::Scored SpaceLeft::moved(Scored from, Sample const& between, double level)
{
    for (int move = 0; move < moves; ++move)
    {
        UnitPoint to = proposed(from.point, between);
        double const found = score(to, level);
        if (found <= level) from = {.point = std::move(to), .score = found};
    }
    return from;
}

/// As likely there as back, so that what is accepted stays even over the space left.
UnitPoint SpaceLeft::proposed(UnitPoint const& from, Sample const& between)
{
    UnitPoint const& a = any_of(between);
    UnitPoint const& b = any_of(between);
    double const usual = 2.38 / std::sqrt(2.0 * static_cast<double>(from.size()));
    double const g = uniform() < leaps ? 1.0 : usual * (0.5 + 0.5 * uniform());
    UnitPoint to = from;
    for (std::size_t j = 0; j < to.size(); ++j)
        to[j] = wrapped(to[j] + g * (a[j] - b[j]) + jitter * (2.0 * uniform() - 1.0));
    return to;
}

double SpaceLeft::uniform()
{
    return fraction(generator_());
}

UnitPoint const& SpaceLeft::any_of(Sample const& sample)
{
    return sample[static_cast<std::size_t>(uniform() * static_cast<double>(sample.size()))].point;
}
}  // namespace kochmon
