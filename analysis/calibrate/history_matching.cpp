// SPDX-License-Identifier: MIT
#include "analysis/calibrate/history_matching.hpp"

#include <cmath>
#include <utility>

#include "engine/contract.hpp"

#include "analysis/statistics/spread.hpp"

namespace kochmon
{
namespace
{
std::vector<Evaluation> not_ruled_out(SpaceLeft const& space, std::vector<Evaluation> const& runs)
{
    std::vector<Evaluation> left;
    for (Evaluation const& run : runs)
        if (!space.is_ruled_out(run.point)) left.push_back(run);
    return left;
}

std::vector<UnitPoint> next_points(SpaceLeft const& space, std::vector<Evaluation> const& runs,
                                   std::size_t count)
{
    std::vector<UnitPoint> present;
    for (Evaluation const& run : not_ruled_out(space, runs)) present.push_back(run.point);
    std::vector<UnitPoint> points;
    for (std::size_t const k : choose_spread(space.points(), count, present))
        points.push_back(space.points()[k]);
    return points;
}

TargetInWave account_of(TargetEmulator const& target)
{
    TargetInWave account{.missing = target.missing, .is_trusted = target.is_trusted};
    if (!target.emulator) return account;
    PolynomialFit const& fit = target.emulator->fit();
    account.form = fit.form;
    account.left_out_r2 = fit.left_out_r2;
    account.left_out_error = std::sqrt(fit.left_out_mean_square);
    return account;
}

/// What the wave's emulators rule out of a sample of the space left before.
void tell_ruled_out(WaveReport& report, WaveEmulators const& wave,
                    std::vector<UnitPoint> const& sample, double cutoff)
{
    auto const whole = static_cast<double>(sample.size());
    std::vector<double> ruled_out(report.targets.size(), 0.0);
    double kept = 0.0, kept_but_for_one = 0.0;
    for (UnitPoint const& point : sample)
    {
        std::vector<double> const found = wave.implausibilities(point);
        for (std::size_t t = 0; t < found.size(); ++t) ruled_out[t] += found[t] > cutoff ? 1 : 0;
        WorstTwo const worst = worst_two(found);
        kept += worst.largest <= cutoff ? 1 : 0;
        kept_but_for_one += worst.second <= cutoff ? 1 : 0;
    }
    for (std::size_t t = 0; t < ruled_out.size(); ++t)
        report.targets[t].ruled_out = ruled_out[t] / whole;
    report.kept = kept / whole;
    report.kept_but_for_one = kept_but_for_one / whole;
}

/// Fits the emulators of a wave that has been run and narrows the space by them.
WaveReport narrow(SpaceLeft& space, CalibrationProblem const& problem,
                  std::vector<Evaluation> const& runs)
{
    double const cutoff = space.settings().cutoff;
    std::vector<Evaluation> const fitted = not_ruled_out(space, runs);
    WaveEmulators wave(problem.targets, fitted, cutoff);
    WaveReport report{.fitted = fitted.size()};
    for (TargetEmulator const& target : wave.targets())
        report.targets.push_back(account_of(target));
    tell_ruled_out(report, wave, space.points(), cutoff);
    space.narrow(std::move(wave));
    report.share_left = space.share();
    return report;
}
std::optional<Ending> ending_after(HistoryMatch const& match, WaveSettings const& settings)
{
    if (match.space.points().empty()) return Ending::nothing_left;
    if (match.waves.size() > 1 && match.waves.back().kept > 1.0 - settings.least_shrinkage)
        return Ending::hardly_shrinks;
    if (match.waves.size() >= settings.waves) return Ending::waves_used_up;
    return std::nullopt;
}
}  // namespace

HistoryMatch match_history(CalibrationProblem const& problem, WaveSettings const& settings,
                           Evaluations& runs)
{
    check(problem);
    EXPECT(settings.waves >= 1 && settings.points >= fewest_observations);
    std::size_t const dimensions = problem.parameters.size();
    SobolSequence sequence(dimensions, settings.skip);
    std::vector<UnitPoint> points = sequence.take(settings.points);
    HistoryMatch match{.space = SpaceLeft(std::move(sequence), settings.space)};
    for (std::optional<Ending> ending; !ending;)
    {
        if (!runs.run(points, Stage::wave, match.waves.size() + 1)) return match;
        match.waves.push_back(narrow(match.space, problem, runs.all()));
        match.waves.back().run = points.size();
        ending = ending_after(match, settings);
        if (ending)
            match.ending = *ending;
        else
            points = next_points(match.space, runs.all(), settings.points);
    }
    if (match.ending == Ending::nothing_left)
        match.contradiction = contradiction_in(match.space.waves(), dimensions, settings.space);
    return match;
}
}  // namespace kochmon
