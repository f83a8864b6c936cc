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
    return measure + (everywhere ? "" : " in Russia");
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

std::string target_table(std::span<TargetDefinition const> definitions,
                         std::span<Target const> targets)
{
    MarkdownTable table(
        {"target", "measured as", "unit", "reported months", "worlds", "value", "band", "source"});
    for (TargetDefinition const& one : definitions)
    {
        auto const found = std::ranges::find(targets, one.id, &Target::id);
        Target const target = found == targets.end() ? Target{} : *found;
        table.add({one.id, one.definition, one.unit, std::to_string(one.months),
                   std::to_string(one.worlds),
                   target.value ? fmt::format("{}", *target.value) : std::string(),
                   band_of(target.band), target.source});
    }
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
                   quoted_if_any(measure.numerator), quoted_if_any(measure.denominator),
                   unit_in(corridor, measure)});
    return table.text();
}
}  // namespace kochmon
