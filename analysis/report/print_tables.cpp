// SPDX-License-Identifier: MIT
#include "analysis/report/print_tables.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "config/parameter_texts.hpp"
#include "config/resolved.hpp"

#include "analysis/measures/told_unit.hpp"
#include "analysis/text/csv_table.hpp"

namespace kochmon
{
namespace
{
struct PrintedRow
{
    char const* measure;
    char const* by;
    char const* group;
    char const* label;
};
constexpr char of_main[] = "";  // the group is the main jurisdiction, which the label names
constexpr std::array<PrintedRow, 11> printed_rows = {
    PrintedRow{"legality_by_presence", "jurisdiction", of_main, "Lawfully present in {}"},
    PrintedRow{"legality_by_right", "jurisdiction", of_main, "Legality rate in {}"},
    PrintedRow{"legality_by_contract", "jurisdiction", of_main, "Right and contract in {}"},
    PrintedRow{"naturalization_rate", "jurisdiction", of_main, "Naturalization rate in {}"},
    PrintedRow{"naturalizations", "total", "total", "Naturalizations"},
    PrintedRow{"abroad", "total", "total", "Migrants abroad"},
    PrintedRow{"foreign_workers", "total", "total", "Foreign workers"},
    PrintedRow{"irregular_workers", "total", "total", "Irregular workers"},
    PrintedRow{"permit_holders", "total", "total", "Permit holders"},
    PrintedRow{"naturalized_abroad", "total", "total", "Naturalized abroad"},
    PrintedRow{"remittances", "total", "total", "Remittances"}};

/// A true minus, which no program takes for the beginning of a formula.
std::string with_minus(std::string const& number)
{
    return number.starts_with('-') ? "−" + number.substr(1) : number;
}

/// An effect of a policy in the last month, as it is told.
struct PrintedEffect
{
    std::string label;
    std::string month;
    ToldUnit unit = {};
    double base = 0.0;
    double with_policy = 0.0;
    double difference = 0.0;
    double low = 0.0;
    double high = 0.0;

    /// As few digits as the largest of them needs.
    std::string interval() const
    {
        if (std::isnan(low) || std::isnan(high)) return {};
        return with_minus(unit.number(low)) + " to " + with_minus(unit.number(high));
    }
};

/// By policy, in the order of the table.
using PrintedEffects = std::vector<std::pair<std::string, std::vector<PrintedEffect>>>;

std::vector<PrintedEffect>& of_policy(PrintedEffects& effects, std::string const& policy)
{
    auto const found = std::ranges::find(effects, policy, &PrintedEffects::value_type::first);
    if (found != effects.end()) return found->second;
    return effects.emplace_back(policy, std::vector<PrintedEffect>()).second;
}

void add_row(PrintedEffects& effects, PrintedRow const& row, std::string const& effects_csv,
             Corridor const& corridor)
{
    std::string const group = *row.group == '\0' ? corridor.name_of(main_jurisdiction) : row.group;
    std::string const label = fmt::format(fmt::runtime(row.label), corridor.main_title());
    CsvTable const table(effects_csv, fmt::format(",{},{},{},", row.measure, row.by, group));
    std::map<std::string, std::size_t> last;
    for (std::size_t line = 0; line < table.size(); ++line) last[table.cell(line, "policy")] = line;
    for (std::size_t line = 0; line < table.size(); ++line)
    {
        std::string const& policy = table.cell(line, "policy");
        if (last.at(policy) != line) continue;
        auto const number = [&](char const* column) { return table.number(line, column); };
        double const largest = std::max(std::abs(number("base")), std::abs(number("with_policy")));
        of_policy(effects, policy)
            .push_back({label, table.cell(line, "month"),
                        told_unit(table.cell(line, "unit"), largest), number("base"),
                        number("with_policy"), number("difference"), number("low90"),
                        number("high90")});
    }
}

PrintedEffects effects_of(std::string const& effects_csv, Corridor const& corridor)
{
    PrintedEffects effects;
    for (PrintedRow const& row : printed_rows) add_row(effects, row, effects_csv, corridor);
    return effects;
}

std::string number_or_nothing(ToldUnit const& unit, double number)
{
    return std::isnan(number) ? std::string() : unit.number(number);
}

std::string month_of(PrintedEffects const& effects)
{
    return effects.front().second.front().month;
}

constexpr char note_on_effects[] =
    "Effects are differences of the same replicates with and without the policy, whose luck is the "
    "same; the interval is that of 90 % of their mean. Differences of values in per cent are "
    "percentage points.";

std::string few_figures(double number)
{
    return std::isnan(number) ? std::string() : fmt::format("{:.4g}", number);
}

std::string from_to(CsvTable const& table, std::size_t row, char const* low, char const* high)
{
    double const from = table.number(row, low), to = table.number(row, high);
    if (std::isnan(from) || std::isnan(to)) return {};
    return with_minus(few_figures(from)) + " to " + with_minus(few_figures(to));
}
}  // namespace

PrintTable table_of_parameters(Scenario const& scenario)
{
    ResolvedScenario const& content = scenario.content();
    PrintTable table{.name = "parameters",
                     .title = fmt::format("Parameters of the scenario {}", scenario.name()),
                     .columns = {{"parameter", 0.26},
                                 {"value", 0.12},
                                 {"unit", 0.07},
                                 {"range", 0.11},
                                 {"source", 0.11},
                                 {"meaning", 0.24}}};
    for (auto const& [path, declared] : content.declarations.parameters())
    {
        StatedValues const& stated = content.stated[content.parameter_at.at(path)];
        table.rows.push_back({path, all_values(stated), unit_of(declared), range_of(declared),
                              sources_by_month(stated), declared.meaning});
    }
    return table;
}

PrintTable table_of_targets(std::string const& targets_csv)
{
    CsvTable const told(targets_csv);
    PrintTable table{.name = "targets",
                     .title = "What the model is held against, and what it says",
                     .columns = {{"target"},
                                 {"what", 0.32},
                                 {"unit", 0.08},
                                 {"model", 0.0, true},
                                 {"90 % interval", 0.12},
                                 {"band", 0.11},
                                 {"verdict"},
                                 {"source", 0.08}}};
    for (std::size_t row = 0; row < told.size(); ++row)
        table.rows.push_back({told.cell(row, "target"), told.cell(row, "what"),
                              told.cell(row, "unit"), few_figures(told.number(row, "mean")),
                              from_to(told, row, "low", "high"),
                              from_to(told, row, "band_low", "band_high"),
                              told.cell(row, "verdict"), told.cell(row, "source")});
    return table;
}

PrintTable table_of_observed(std::string const& observed_csv)
{
    CsvTable const told(observed_csv);
    PrintTable table{.name = "observed",
                     .title = "What was observed, and what the model says of the same time",
                     .columns = {{"observation"},
                                 {"what", 0.25},
                                 {"time", 0.10},
                                 {"observed", 0.0, true},
                                 {"band", 0.13},
                                 {"model", 0.0, true},
                                 {"90 % interval", 0.13},
                                 {"verdict"},
                                 {"source", 0.06}}};
    for (std::size_t row = 0; row < told.size(); ++row)
    {
        std::string const& first = told.cell(row, "first");
        std::string const& last = told.cell(row, "last");
        table.rows.push_back(
            {told.cell(row, "target"), told.cell(row, "what"),
             first == last ? first : first + " to " + last,
             few_figures(told.number(row, "observed")), from_to(told, row, "band_low", "band_high"),
             few_figures(told.number(row, "mean")), from_to(told, row, "low", "high"),
             told.cell(row, "verdict"), told.cell(row, "source")});
    }
    return table;
}

std::optional<PrintTable> table_of_effects(std::string const& effects_csv, Corridor const& corridor)
{
    PrintedEffects const effects = effects_of(effects_csv, corridor);
    if (effects.empty()) return std::nullopt;
    PrintTable table{.name = "effects",
                     .title = fmt::format("Effects of policies in {}", month_of(effects)),
                     .note = note_on_effects,
                     .columns = {{"policy", 0.12},
                                 {"measure", 0.21},
                                 {"unit", 0.15},
                                 {"base", 0.0, true},
                                 {"with the policy", 0.0, true},
                                 {"difference", 0.0, true},
                                 {"90 % interval"}}};
    for (auto const& [policy, rows] : effects)
        for (PrintedEffect const& row : rows)
            table.rows.push_back({policy, row.label, row.unit.level,
                                  number_or_nothing(row.unit, row.base),
                                  number_or_nothing(row.unit, row.with_policy),
                                  number_or_nothing(row.unit, row.difference), row.interval()});
    return table;
}

std::optional<PrintTable> table_of_policies(std::string const& effects_csv,
                                            Corridor const& corridor)
{
    PrintedEffects const effects = effects_of(effects_csv, corridor);
    if (effects.empty()) return std::nullopt;
    PrintTable table{.name = "policies",
                     .title = fmt::format("Policies side by side: differences from the base in {}",
                                          month_of(effects)),
                     .note = note_on_effects,
                     .columns = {{"measure", 0.22}, {"unit", 0.14}}};
    for (auto const& [policy, rows] : effects)
    {
        table.columns.push_back({policy, 0.0, true});
        table.columns.push_back({"90 % interval of " + policy, 0.15});
    }
    std::vector<PrintedEffect> const& first = effects.front().second;
    for (std::size_t at = 0; at < first.size(); ++at)
    {
        std::vector<std::string> cells = {first[at].label, first[at].unit.change};
        for (auto const& [policy, rows] : effects)
        {
            // Every policy has the rows of the first: they are kept for all alike.
            PrintedEffect const& row = rows.at(at);
            cells.push_back(number_or_nothing(first[at].unit, row.difference));
            cells.push_back(row.interval());
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}
}  // namespace kochmon
