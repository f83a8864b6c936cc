// SPDX-License-Identifier: MIT
#include "analysis/compare/effects.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "engine/contract.hpp"

#include "analysis/text/csv_text.hpp"

namespace kochmon
{
namespace
{
std::string text(std::optional<double> const& number)
{
    return number ? csv_number(*number) : std::string();
}

std::string text(std::optional<Interval> const& interval)
{
    return interval ? csv_number(interval->low) + ',' + csv_number(interval->high)
                    : std::string(",");
}

/// Policy, month, measure, by, group.
std::string head_of(std::string const& policy, Month month, SeriesColumn const& column)
{
    return fmt::format("{},{},{},{},{}", csv_cell(policy), month.text(),
                       csv_cell(column.measure->name), csv_cell(column.by_name),
                       csv_cell(column.group.name));
}

std::string effect_row(PairedSample const& sample, std::string const& unit, Nesting const& nesting)
{
    auto const [effect, spread] = nested_effect(sample, nesting);
    return fmt::format(",{},{},{},{},{},{},{},{},{},{},{},{}\n", csv_cell(unit),
                       sample.replicates(), csv_number(effect.base), csv_number(effect.policy),
                       csv_number(effect.difference), text(effect.half), text(effect.nine_in_ten),
                       text(effect.unpaired), text(effect.gain), text(effect.direct),
                       text(effect.indirect), cells_of_shares(spread));
}

std::string spread_rows(PairedSample const& sample, std::string const& head,
                        std::string const& unit)
{
    struct Of
    {
        char const* name;
        std::vector<double> values;
    };
    std::array<Of, 3> const of = {Of{"base", sample.base}, Of{"policy", sample.policy},
                                  Of{"difference", differences(sample)}};
    std::string rows;
    for (Of const& one : of)
    {
        rows += fmt::format("{},{},{}", head, csv_cell(unit), one.name);
        for (double const quantile : quantiles(one.values)) rows += ',' + csv_number(quantile);
        rows += '\n';
    }
    return rows;
}

void add_to_each(std::vector<double>& sum, std::vector<double> const& values)
{
    for (std::size_t k = 0; k < sum.size() && k < values.size(); ++k) sum[k] += values[k];
}

/// Calls `visit(policy, moment, column)` for every line that the base shows and that is kept.
template <class Visit>
void for_each_line(SeriesRecorder const& base, std::vector<PolicySeries> const& policies,
                   KeptRows const& kept, Visit visit)
{
    std::vector<KeptMoment> const moments = kept_moments(base, kept.months);
    for (PolicySeries const& policy : policies)
        for (KeptMoment const& moment : moments)
            for (std::size_t column = 0; column < base.columns().size(); ++column)
                if (SeriesColumn const& line = base.columns()[column];
                    base.shows(line) && kept.hold(*line.measure))
                    visit(policy, moment, column);
}

/// Of a moment, or added up over its months.
PairedSample sample_of(SeriesRecorder const& base, PolicySeries const& policy, std::size_t column,
                       KeptMoment const& moment)
{
    PairedSample sum = sample_of(base, policy, column, moment.row);
    if (!adds_up(*base.columns()[column].measure)) return sum;
    for (std::size_t back = 1; back < moment.months; ++back)
    {
        PairedSample const one = sample_of(base, policy, column, moment.row - back);
        if (one.numbers != sum.numbers) return {};
        add_to_each(sum.base, one.base);
        add_to_each(sum.policy, one.policy);
        add_to_each(sum.rule_alone, one.rule_alone);
    }
    return sum;
}

std::string unit_of(SeriesColumn const& line, KeptMoment const& moment)
{
    return adds_up(*line.measure) && moment.is_sum ? unit_over(line.unit, moment.months)
                                                   : line.unit;
}
}  // namespace

std::vector<SeriesColumn> columns_to_compare(Grouping const& grouping, Corridor const& corridor)
{
    std::vector<Breakdown> asked = {Breakdown::total};
    for (Trait const trait : grouping.traits())
        if (auto const by = breakdown(trait)) asked.push_back(*by);
    auto const is_of_main = [](SeriesColumn const& column)
    {
        return column.by == Breakdown::jurisdiction &&
               column.group.selection.jurisdiction == main_jurisdiction;
    };
    std::vector<SeriesColumn> columns;
    for (SeriesColumn const& column : series_columns(corridor))
        if (is_of_main(column) || std::ranges::find(asked, column.by) != asked.end())
            columns.push_back(column);
    return columns;
}

PairedSample sample_of(SeriesRecorder const& base, PolicySeries const& policy, std::size_t column,
                       std::size_t month_at)
{
    PairedSample sample;
    bool every_rule = policy.rule_alone.has_value();
    std::size_t const step = base.months();
    for (std::size_t at = month_at; at < base.rows(); at += step)
    {
        double const in_base = base.value(at, column);
        double const in_policy = policy.policy.value(at, column);
        if (std::isnan(in_base) || std::isnan(in_policy)) continue;
        sample.numbers.push_back(base.replicate(at));
        sample.base.push_back(in_base);
        sample.policy.push_back(in_policy);
        if (!policy.rule_alone) continue;
        sample.rule_alone.push_back(policy.rule_alone->value(at, column));
        every_rule = every_rule && !std::isnan(sample.rule_alone.back());
    }
    if (!every_rule) sample.rule_alone.clear();
    return sample;
}

std::string effects_csv(SeriesRecorder const& base, std::vector<PolicySeries> const& policies,
                        ToldEffects const& told)
{
    std::string csv = fmt::format(
        "policy,month,measure,by,group,unit,replicates,base,with_policy,difference,low50,high50,"
        "low90,high90,unpaired_low90,unpaired_high90,gain,direct,indirect,{}\n",
        header_of_shares);
    for_each_line(base, policies, told.kept,
                  [&](PolicySeries const& policy, KeptMoment const& moment, std::size_t column)
                  {
                      PairedSample const sample = sample_of(base, policy, column, moment);
                      SeriesColumn const& line = base.columns()[column];
                      std::string const unit = unit_of(line, moment);
                      csv += head_of(policy.name, base.month(moment.row), line);
                      csv += sample.replicates() > 0
                                 ? effect_row(sample, unit, told.nesting)
                                 : fmt::format(",{},0,,,,,,,,,,,,,,,,\n", csv_cell(unit));
                  });
    return csv;
}

std::string spread_csv(SeriesRecorder const& base, std::vector<PolicySeries> const& policies,
                       KeptRows const& kept)
{
    std::string csv = "policy,month,measure,by,group,unit,of,q05,q25,q50,q75,q95\n";
    for_each_line(base, policies, kept,
                  [&](PolicySeries const& policy, KeptMoment const& moment, std::size_t column)
                  {
                      PairedSample const sample = sample_of(base, policy, column, moment);
                      if (sample.replicates() < 2) return;
                      SeriesColumn const& line = base.columns()[column];
                      csv += spread_rows(sample, head_of(policy.name, base.month(moment.row), line),
                                         unit_of(line, moment));
                  });
    return csv;
}
}  // namespace kochmon
