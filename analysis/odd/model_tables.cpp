// SPDX-License-Identifier: MIT
#include "analysis/odd/model_tables.hpp"

#include <algorithm>

#include <fmt/format.h>

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

std::string band_of(std::optional<Bounds> const& band)
{
    return band ? fmt::format("{} to {}", band->low, band->high) : std::string();
}

std::string measured_as(ShockAnswer const& answer)
{
    std::string measure = quoted_name(answer.measure);
    if (answer.over) measure += " over " + quoted_name(*answer.over);
    if (answer.of) measure += " of those " + quoted_name(answer.of->name());
    bool const everywhere = !answer.where || answer.asks_for_poorest_fifth();
    return measure + (everywhere ? std::string() : " in " + titled(answer.in));
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

std::string target_table(std::span<Target const> targets)
{
    MarkdownTable table(
        {"target", "measured as", "unit", "reported months", "worlds", "value", "band", "source"});
    for (Target const& one : targets)
        table.add({one.id, one.definition.text, one.definition.unit,
                   std::to_string(one.definition.kind->months),
                   std::to_string(one.definition.worlds()),
                   one.value ? fmt::format("{}", *one.value) : std::string(), band_of(one.band),
                   one.source});
    return table.text();
}

std::string shock_table(std::span<ShockTest const> shocks)
{
    MarkdownTable table({"policy", "answer", "measured as", "change", "month", "band"});
    for (ShockTest const& shock : shocks)
        for (ShockAnswer const& answer : shock.answers)
            table.add({shock.what, answer.name, measured_as(answer),
                       answer.change == ShockAnswer::Change::relative ? "relative" : "difference",
                       std::to_string(answer.month), band_of(answer.band)});
    return table.text();
}

std::string measure_table(Corridor const& corridor, std::span<Measure const> measures)
{
    MarkdownTable table({"measure", "kind", "definition", "numerator", "denominator", "unit"});
    for (Measure const& measure : measures)
        table.add({quoted_name(measure.name), name(measure.kind), measure.definition,
                   quoted_if_any(measure.numerator),
                   quoted_if_any(denominator_in(corridor, measure)), unit_in(corridor, measure)});
    return table.text();
}
}  // namespace kochmon
