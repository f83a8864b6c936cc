// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "analysis/calibrate/contradiction.hpp"
#include "analysis/calibrate/evaluations.hpp"

namespace kochmon
{
/// What a wave's emulator of a target is worth, and what it has ruled out.
struct TargetInWave
{
    std::optional<EmulatorForm> form = {};  // nothing: too few runs had a value
    double left_out_r2 = 0.0;
    double left_out_error = 0.0;  // root of the mean square, in the target's unit
    std::size_t missing = 0;      // runs without a value
    bool is_trusted = false;      // else it rules nothing out
    double ruled_out = 0.0;       // share of the space left before the wave, by this target alone
};

/// A wave whose points were all run.
struct WaveReport
{
    std::size_t run = 0;            // points
    std::size_t fitted = 0;         // runs that the emulators were fitted to, with earlier ones
    double share_left = 1.0;        // of the whole space, after the wave
    double kept = 1.0;              // of the space left before
    double kept_but_for_one = 1.0;  // the same where one target, whichever, may be missed
    std::vector<TargetInWave> targets = {};
};

enum class Ending
{
    waves_used_up,
    hardly_shrinks,
    nothing_left,
    stopped,  // on request
};

struct WaveSettings
{
    std::size_t waves = 4;         // at most; one at least
    std::size_t points = 100;      // run in each; three at least, 15 a free parameter are plenty
    double least_shrinkage = 0.1;  // of the space left: less ends the waves, from the second on
    std::uint64_t skip = 0;        // points of the Sobol sequence
    SpaceSettings space = {};
};

struct HistoryMatch
{
    SpaceLeft space;
    std::vector<WaveReport> waves = {};
    Ending ending = Ending::stopped;
    std::optional<Contradiction> contradiction = {};  // where nothing is left
};

/// History matching in waves (Vernon, Goldstein and Bower 2010): points spread over what is not yet
/// ruled out are run, emulators fitted to them and to earlier ones that are not ruled out, and what
/// these find implausible is ruled out. The first wave's points are a Sobol sequence.
HistoryMatch match_history(CalibrationProblem const& problem, WaveSettings const& settings,
                           Evaluations& runs);
}  // namespace kochmon
