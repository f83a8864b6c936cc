// SPDX-License-Identifier: MIT
#include "analysis/report/observed_report.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "analysis/targets/told_numbers.hpp"
#include "analysis/text/counted.hpp"
#include "analysis/text/csv_text.hpp"

namespace kochmon
{
namespace
{
std::string const& name(ObservedTime::Kind kind)
{
    static std::array<std::string, 3> const names = {"month_end", "sum", "growth"};
    return names[static_cast<std::size_t>(kind)];
}

std::string place_of(Observation const& observation)
{
    return observation.in;
}

/// Of what is observed: growth has none, a sum is no longer by the month.
std::string unit_of(Corridor const& corridor, Observation const& observation)
{
    std::string const unit = unit_in(corridor, *observation.measure);
    if (observation.time.kind == ObservedTime::Kind::growth) return "ratio";
    return observation.time.kind == ObservedTime::Kind::sum ? unit.substr(0, unit.find("/month"))
                                                            : unit;
}

std::string count_of(std::vector<JudgedObservation> const& observations)
{
    auto const inside =
        std::ranges::count(observations, Verdict::inside, &JudgedObservation::verdict);
    std::string outside;
    for (JudgedObservation const& one : observations)
        if (one.verdict != Verdict::inside)
            outside += (outside.empty() ? "; outside: " : ", ") + one.observation.id;
    return fmt::format("\n{} of {} inside{}\n", inside, observations.size(), outside);
}

std::optional<Interval> const& interval_of(JudgedObservation const& one)
{
    return one.estimate.nine_in_ten;
}

std::string low_of(std::optional<Interval> const& interval)
{
    return interval ? csv_number(interval->low) : std::string();
}

std::string high_of(std::optional<Interval> const& interval)
{
    return interval ? csv_number(interval->high) : std::string();
}
}  // namespace

std::vector<JudgedObservation> judged_observations(
    ObservedFile const& file, std::span<std::vector<std::optional<double>> const> replicates,
    Nesting const& nesting)
{
    std::vector<JudgedObservation> observations;
    for (std::size_t at = 0; at < file.observations.size(); ++at)
    {
        JudgedObservation one{file.observations[at], estimate(replicates, at, nesting)};
        one.verdict = verdict(one.estimate, one.observation.band);
        observations.push_back(std::move(one));
    }
    return observations;
}

bool all_inside(std::vector<JudgedObservation> const& observations)
{
    return std::ranges::all_of(
        observations, [](JudgedObservation const& one) { return one.verdict == Verdict::inside; });
}

std::string told_observed(TargetRun const& run, std::vector<JudgedObservation> const& observations)
{
    std::string text = fmt::format(
        "Observed beside modelled, {}: {} of {:.1f} persons each, {}\n\n", run.scenario.name(),
        counted_agents(run.account.agents), run.account.weight, counted_replicates(run.replicates));
    text += fmt::format("{:<7}{:<20}{:>10}  {:<20}{:>10}  {:<20}{:<9}{}\n", "", "time", "observed",
                        "band", "modelled", "90 % interval", "", "what");
    for (JudgedObservation const& one : observations)
        text += fmt::format("{:<7}{:<20}{:>10}  {:<20}{:>10}  {:<20}{:<9}{}\n", one.observation.id,
                            one.observation.time.text(), figure(one.observation.value),
                            span_of(one.observation.band), figure(one.estimate.mean),
                            span_of(interval_of(one)), name(one.verdict), one.observation.what);
    if (run.replicates > 1) text += '\n' + held_by_intervals(run.nesting) + '\n';
    for (JudgedObservation const& one : observations)
        text += told_variance(one.observation.id, one.estimate.spread);
    return text + count_of(observations);
}

std::string observed_csv(TargetRun const& run, std::vector<JudgedObservation> const& observations)
{
    std::string csv =
        "target,what,measure,in,kind,first,last,unit,observed,band_low,band_high,mean,low,high,"
        "verdict,source,agents,replicates," +
        std::string(header_of_shares) + '\n';
    for (JudgedObservation const& one : observations)
    {
        Observation const& seen = one.observation;
        csv += csv_row_of_cells(
            {csv_cell(seen.id), csv_cell(seen.what), seen.measure->name, place_of(seen),
             name(seen.time.kind), seen.time.first.text(), seen.time.last.text(),
             unit_of(run.scenario.corridor(), seen), csv_number(seen.value),
             csv_number(seen.band.low), csv_number(seen.band.high), csv_number(one.estimate.mean),
             low_of(interval_of(one)), high_of(interval_of(one)), name(one.verdict),
             csv_cell(seen.source), std::to_string(run.account.agents),
             std::to_string(run.replicates), cells_of_shares(one.estimate.spread)});
    }
    return csv;
}

std::string replicates_csv(std::vector<JudgedObservation> const& observations)
{
    std::string csv = "target,replicate,value\n";
    for (JudgedObservation const& one : observations)
        for (std::size_t k = 0; k < one.estimate.values.size(); ++k)
            csv += csv_row_of_cells({csv_cell(one.observation.id), std::to_string(k),
                                     csv_number(one.estimate.values[k])});
    return csv;
}
}  // namespace kochmon
