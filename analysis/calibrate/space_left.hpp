// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include <boost/random/mersenne_twister.hpp>

#include "analysis/calibrate/wave_emulators.hpp"
#include "analysis/statistics/sobol_sequence.hpp"

namespace kochmon
{
struct SpaceSettings
{
    double cutoff = usual_cutoff;
    std::size_t sample = 4096;  // points that stand for the space left; 100 at least
    std::uint64_t seed = 1;     // of the moves, once plain rejection is too dear
};

/// Below this share nothing is said to be left.
inline constexpr double least_share_left = 1e-9;

/// The part of [0, 1]^d in which no emulator of any wave rules a point out, by an even sample of
/// it.
///
/// While a sixteenth of the space is left or more, the sample is drawn by plain rejection from the
/// Sobol sequence. Below that, by subset simulation (Au and Beck 2001): the cut-off is lowered in
/// steps that a fifth of the sample passes, and after each the sample is made full again by moves
/// x' = x + g (a - b) + jitter between its points (ter Braak 2006), modulo 1, accepted while they
/// are not ruled out. The share left is the product of what passed: once that is a
/// hundred-thousandth, good to a fifth or so.
class SpaceLeft
{
  public:
    SpaceLeft(SobolSequence sequence, SpaceSettings settings);

    /// Rules out what another wave's emulators rule out.
    void narrow(WaveEmulators wave);

    /// Empty: nothing is left.
    std::vector<UnitPoint> const& points() const { return points_; }
    double share() const { return share_; }
    /// In any wave, at that point.
    bool is_ruled_out(UnitPoint const& point) const;
    /// The largest of all targets and waves at that point; 0 before the first wave.
    double largest_implausibility(UnitPoint const& point) const;
    /// The smallest implausibility by the last wave's emulators at any point of the samples, which
    /// the earlier waves do not rule out; 0 before the first wave.
    double least_implausibility() const { return least_; }
    std::vector<WaveEmulators> const& waves() const { return waves_; }
    SpaceSettings const& settings() const { return settings_; }

  private:
    struct Scored
    {
        UnitPoint point;
        double score;
    };
    using Sample = std::vector<Scored>;

    double score(UnitPoint const& point, double level) const;
    bool lower(Sample& sample, double level);
    void refill(Sample& sample, double level);
    void draw_from_sequence(Sample& sample, double level);
    void move_between(Sample& sample, double level);
    Scored moved(Scored from, Sample const& between, double level);
    UnitPoint proposed(UnitPoint const& from, Sample const& between);
    double uniform();
    UnitPoint const& any_of(Sample const& sample);

    SobolSequence sequence_;
    SpaceSettings settings_;
    boost::random::mt19937_64 generator_;
    std::vector<WaveEmulators> waves_;
    std::vector<UnitPoint> points_;
    double share_ = 1.0;
    double least_ = 0.0;
};
}  // namespace kochmon
