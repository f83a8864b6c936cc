// SPDX-License-Identifier: MIT
#include "analysis/report/targets_report.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/targets/definitions.hpp"
#include "analysis/targets/told_numbers.hpp"
#include "analysis/text/counted.hpp"
#include "analysis/text/csv_text.hpp"

namespace kochmon
{
namespace
{
std::optional<double> low(Estimate const& estimate)
{
    return estimate.nine_in_ten ? std::optional(estimate.nine_in_ten->low) : std::nullopt;
}

std::optional<double> high(Estimate const& estimate)
{
    return estimate.nine_in_ten ? std::optional(estimate.nine_in_ten->high) : std::nullopt;
}

std::optional<double> low(std::optional<Bounds> const& band)
{
    return band ? std::optional(band->low) : std::nullopt;
}

std::optional<double> high(std::optional<Bounds> const& band)
{
    return band ? std::optional(band->high) : std::nullopt;
}

std::string head(TargetRun const& run, char const* what)
{
    return fmt::format("{} of {}: {} of {:.1f} persons each, {}, {:.3g} person-months\n\n", what,
                       run.scenario.name(), counted_agents(run.account.agents), run.account.weight,
                       counted_replicates(run.replicates), run.account.person_months);
}

/// What the intervals of the table hold, where it has some.
std::string held(TargetRun const& run)
{
    return run.replicates > 1 ? held_by_intervals(run.nesting) + '\n' : std::string();
}

/// Lived in each world, warm-up included.
int months_of(TargetRun const& run, TargetDefinition const& definition)
{
    RunSettings const& settings = run.scenario.settings();
    return settings.warm_up + std::min(definition.kind->months, settings.months);
}

std::string joined(std::vector<std::string> const& ids)
{
    std::string text;
    for (std::string const& id : ids) text += (text.empty() ? "" : ", ") + id;
    return text;
}
}  // namespace

std::string told_variance(std::string const& of, NestedSpread const& spread)
{
    std::string const shares = told_shares(spread);
    return spread.components.size() < 2 || shares.empty()
               ? std::string()
               : fmt::format("  Variance, {}: {}\n", of, shares);
}

std::string told_targets(TargetRun const& run, std::vector<JudgedTarget> const& targets)
{
    std::string text = head(run, "Targets");
    text += fmt::format("{:<14}{:>10}  {:<20}{:<20}{:<9}{:>7}{:>7}  {}\n", "", "measured",
                        "90 % interval", "band", "", "months", "worlds", "what");
    for (JudgedTarget const& one : targets)
    {
        TargetDefinition const& definition = one.target.definition;
        text += fmt::format("{:<14}{:>10}  {:<20}{:<20}{:<9}{:>7}{:>7}  {}\n", one.target.id,
                            figure(one.estimate.mean), span_of(one.estimate.nine_in_ten),
                            span_of(one.target.band), name(one.verdict), months_of(run, definition),
                            definition.worlds(), one.target.what);
    }
    TargetCount const count = count_of(targets);
    text += fmt::format("\n{} of {} targets inside", count.inside.size(),
                        count.inside.size() + count.outside.size());
    if (!count.outside.empty()) text += "; outside: " + joined(count.outside);
    text += '\n' + held(run);
    for (JudgedTarget const& one : targets)
        text += told_variance(one.target.id, one.estimate.spread);
    return text;
}

std::string told_shocks(TargetRun const& run, std::vector<JudgedAnswer> const& answers)
{
    std::string text = head(run, "Shocks");
    std::string shock;
    for (JudgedAnswer const& one : answers)
    {
        if (one.shock != shock) text += fmt::format("{}: {}\n", one.shock, one.what);
        shock = one.shock;
        std::string const sign =
            one.answer.has_sign()
                ? fmt::format("sign in {} of {}", one.right_signs, one.estimate.values.size())
                : std::string();
        text += fmt::format("  {:<36}{:>10}  {:<20}{:<20}{:<9}{}\n", one.answer.name,
                            figure(one.estimate.mean), span_of(one.estimate.nine_in_ten),
                            span_of(one.answer.band), name(one.verdict), sign);
    }
    text += held(run);
    for (JudgedAnswer const& one : answers)
        text += told_variance(one.shock + ", " + one.answer.name, one.estimate.spread);
    return text;
}

std::string targets_csv(TargetRun const& run, std::vector<JudgedTarget> const& targets)
{
    std::string csv =
        "target,what,measured_as,unit,mean,low,high,band_low,band_high,verdict,source,agents,"
        "months,worlds," +
        std::string(header_of_shares) + '\n';
    for (JudgedTarget const& one : targets)
    {
        TargetDefinition const& definition = one.target.definition;
        csv += csv_row_of_cells(
            {one.target.id, csv_cell(one.target.what), csv_cell(definition.text), definition.unit,
             csv_number(one.estimate.mean), csv_number(low(one.estimate)),
             csv_number(high(one.estimate)), csv_number(low(one.target.band)),
             csv_number(high(one.target.band)), name(one.verdict), csv_cell(one.target.source),
             std::to_string(run.account.agents), std::to_string(months_of(run, definition)),
             std::to_string(definition.worlds()), cells_of_shares(one.estimate.spread)});
    }
    return csv;
}

std::string shocks_csv(std::vector<JudgedAnswer> const& answers)
{
    std::string csv =
        "shock,what,answer,measure,over,in,month,change,mean,low,high,band_low,band_high,verdict,"
        "right_signs,replicates," +
        std::string(header_of_shares) + '\n';
    for (JudgedAnswer const& one : answers)
        csv += csv_row_of_cells(
            {csv_cell(one.shock), csv_cell(one.what), csv_cell(one.answer.name), one.answer.measure,
             one.answer.over.value_or(""), one.answer.group(), std::to_string(one.answer.month),
             one.answer.change == ShockAnswer::Change::relative ? "relative" : "difference",
             csv_number(one.estimate.mean), csv_number(low(one.estimate)),
             csv_number(high(one.estimate)), csv_number(low(one.answer.band)),
             csv_number(high(one.answer.band)), name(one.verdict),
             one.answer.has_sign() ? std::to_string(one.right_signs) : "",
             std::to_string(one.estimate.values.size()), cells_of_shares(one.estimate.spread)});
    return csv;
}

std::string replicates_csv(std::vector<JudgedTarget> const& targets)
{
    std::string csv = "target,replicate,value\n";
    for (JudgedTarget const& one : targets)
        for (std::size_t k = 0; k < one.estimate.values.size(); ++k)
            csv += csv_row_of_cells(
                {one.target.id, std::to_string(k), csv_number(one.estimate.values[k])});
    return csv;
}

std::string replicates_csv(std::vector<JudgedAnswer> const& answers)
{
    std::string csv = "shock,answer,replicate,value\n";
    for (JudgedAnswer const& one : answers)
        for (std::size_t k = 0; k < one.estimate.values.size(); ++k)
            csv += csv_row_of_cells({csv_cell(one.shock), csv_cell(one.answer.name),
                                     std::to_string(k), csv_number(one.estimate.values[k])});
    return csv;
}
}  // namespace kochmon
