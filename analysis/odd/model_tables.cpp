// SPDX-License-Identifier: MIT
#include "analysis/odd/model_tables.hpp"

#include "config/markdown.hpp"

namespace kochmon
{
namespace
{
std::string works_on(StepKind kind)
{
    return kind == StepKind::society ? "society" : "persons";
}

std::string month_of(DrawMonth month)
{
    switch (month)
    {
        case DrawMonth::present:
            return "present";
        case DrawMonth::january:
            return "January";
        case DrawMonth::arrival:
            return "of arrival";
        case DrawMonth::synthesis:
            return "synthesis";
        case DrawMonth::none:
            return "0";
    }
    return {};
}

/// A name that may be left out.
std::string quoted_if_any(std::string const& name)
{
    return name.empty() ? name : quoted_name(name);
}
}  // namespace

std::string schedule_table(std::vector<StepDescription> const& steps)
{
    MarkdownTable table({"step", "works on", "name", "what it does"});
    std::size_t number = 0;
    for (StepDescription const& step : steps)
        table.add({std::to_string(++number), works_on(step.kind), step.label, step.does});
    return table.text();
}

std::string decision_point_table(std::span<DecisionPointDescription const> points)
{
    MarkdownTable table({"block", "decision point", "what the draw decides", "month", "draws"});
    for (DecisionPointDescription const& point : points)
        table.add({std::to_string(block(point.point)), quoted_name(std::string(point.name)),
                   std::string(point.decides), month_of(point.month), std::string(point.draws)});
    return table.text();
}

std::string target_table(std::span<TargetDefinition const> targets)
{
    MarkdownTable table({"target", "measured as", "unit", "reported months", "worlds"});
    for (TargetDefinition const& one : targets)
        table.add({one.id, one.definition, one.unit, std::to_string(one.months),
                   std::to_string(one.worlds)});
    return table.text();
}

std::string measure_table(std::span<Measure const> measures)
{
    MarkdownTable table({"measure", "kind", "definition", "numerator", "denominator", "unit"});
    for (Measure const& measure : measures)
        table.add({quoted_name(measure.name), name(measure.kind), measure.definition,
                   quoted_if_any(measure.numerator), quoted_if_any(measure.denominator),
                   measure.unit});
    return table.text();
}
}  // namespace kochmon
