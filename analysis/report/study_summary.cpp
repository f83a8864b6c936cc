// SPDX-License-Identifier: MIT
#include "analysis/report/study_summary.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <sstream>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/report/factor_sentences.hpp"
#include "analysis/statistics/nesting.hpp"
#include "analysis/sweep/rows_in_sight.hpp"
#include "analysis/text/counted.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t columns_of_a_summary = 80;

/// `83 %`, and below one per cent so.
std::string told_share(double share)
{
    if (share > 0.0 && share < 0.005) return "below 1 %";
    return fmt::format("{:.0f} %", 100.0 * share);
}

std::string added_share(CsvTable const& table, std::size_t line, char const* column,
                        std::string const& what)
{
    double const share = table.number(line, column);
    return std::isnan(share) ? std::string() : fmt::format(", {} {}", what, told_share(share));
}

/// The parts of a variance, from a line of the table.
std::string told_parts(CsvTable const& table, std::size_t line)
{
    bool const is_joined = !table.cell(line, "told_together").empty();
    std::string text = fmt::format(" Of the variance: what the points set {}",
                                   told_share(table.number(line, "parameters_share")));
    text += added_share(table, line, "population_share",
                        is_joined ? "population and luck" : "population");
    text += added_share(table, line, "luck_share", "luck");
    text += added_share(
        table, line, "population_by_point_share",
        is_joined ? "how points answer to these" : "how points answer to the population");
    text += added_share(table, line, "luck_by_point_share", "how points answer to luck");
    text += '.';
    if (is_joined)
        text += " Population and luck cannot be told apart, since each population is run once.";
    return text;
}

/// Where runs differ from.
std::string told_variance(StudyTables const& tables, RowInSight const& row)
{
    CsvTable const table(tables.at("variance.csv"));
    for (std::size_t line = 0; line < table.size(); ++line)
    {
        if (!row.is_at(table, line)) continue;
        double const deviation = table.number(line, "standard_deviation");
        if (std::isnan(deviation)) return "Too few runs are done to say anything.";
        if (deviation == 0.0) return "No run differs from another.";
        ToldUnit const unit = row.told_in();
        std::string const text =
            fmt::format("Runs differ by {} {} (standard deviation, any point and replicate).",
                        unit.number(deviation), unit.change);
        if (!std::isnan(table.number(line, "parameters_share")))
            return text + told_parts(table, line);
        return text +
               " With one replicate luck cannot be told apart from what the factors do: give the "
               "study more with 'kochmon expand DIR --replicates 5'.";
    }
    return {};
}

/// `point 12 (fee 0.5, checks 4)`
std::string told_point(Study const& study, std::size_t number)
{
    std::string values;
    SweepPoint const& point = study.points()[number];
    for (std::size_t k = 0; k < point.values.size(); ++k)
        if (point.values[k] != as_in_base)
            values += fmt::format("{}{} {}", values.empty() ? "" : ", ",
                                  study.plan().factors[k].name, point.values[k]);
    return values.size() > 160 ? fmt::format("point {}", number)
                               : fmt::format("point {} ({})", number, values);
}

/// The points that lie farthest from the base, on either side.
std::string told_extremes(Study const& study, StudyTables const& tables, RowInSight const& row)
{
    CsvTable const table(tables.at("effects.csv"), row.cells_of_the_month());
    std::optional<std::size_t> low, high;
    for (std::size_t line = 0; line < table.size(); ++line)
    {
        if (!row.is_at(table, line)) continue;
        double const difference = table.number(line, "difference");
        if (!low || difference < table.number(*low, "difference")) low = line;
        if (!high || difference > table.number(*high, "difference")) high = line;
    }
    if (!low || *low == *high) return {};
    ToldUnit const unit = row.told_in();
    auto const told = [&](std::size_t line)
    {
        std::string text =
            fmt::format("{} at {}", unit.signed_number(table.number(line, "difference")),
                        told_point(study, static_cast<std::size_t>(table.number(line, "point"))));
        if (!std::isnan(table.number(line, "low_90")))
            text += fmt::format(" (90 % interval {} to {})",
                                unit.signed_number(table.number(line, "low_90")),
                                unit.signed_number(table.number(line, "high_90")));
        return text;
    };
    return fmt::format("Points differ from the base by {} to {} {}: the lowest {}; the highest {}.",
                       unit.signed_number(table.number(*low, "difference")),
                       unit.signed_number(table.number(*high, "difference")), unit.change,
                       told(*low), told(*high));
}

std::string head_of_summary(Study const& study)
{
    auto const done = study.done().size(), asked = study.runs().size();
    std::string design = name(study.plan().design.kind);
    std::ranges::replace(design, '_', ' ');
    std::string text = fmt::format("Sweep {} (design: {}): {}, {} each", study.plan().name, design,
                                   counted(study.points().size() - 1, "point", "points"),
                                   counted_replicates(study.plan().replicates));
    if (done < asked)
        text += fmt::format("; {} of {} are missing, and what follows is of the others",
                            asked - done, counted(asked, "run", "runs"));
    return text + ".";
}

/// A sign of per cent stays with its number.
std::vector<std::string> words_to_wrap(std::string const& paragraph)
{
    std::vector<std::string> words;
    std::istringstream letters(paragraph);
    for (std::string word; letters >> word;)
        if (!words.empty() && word.starts_with('%'))
            words.back() += ' ' + word;
        else
            words.push_back(word);
    return words;
}
}  // namespace

std::string wrapped(std::string const& paragraph, std::size_t width, std::size_t indent)
{
    std::string text;
    std::size_t length = 0;
    for (std::string const& word : words_to_wrap(paragraph))
    {
        bool const is_first = length == 0;
        bool const fits = length + 1 + word.size() <= width;
        if (!is_first) text += fits ? " " : '\n' + std::string(indent, ' ');
        text += word;
        length = (is_first ? 0 : (fits ? length + 1 : indent)) + word.size();
    }
    return text + '\n';
}

std::string summary_of(Study const& study, StudyTables const& tables)
{
    std::string text = wrapped(head_of_summary(study), columns_of_a_summary, 0);
    for (RowInSight const& row : rows_in_sight(tables))
    {
        text += fmt::format("\n{}, {}\n", row.told(), row.month);
        std::vector<std::string> sentences = {told_variance(tables, row)};
        for (std::string& sentence : factor_sentences(tables, row))
            sentences.push_back(std::move(sentence));
        sentences.push_back(told_extremes(study, tables, row));
        for (std::string const& sentence : sentences)
            if (!sentence.empty()) text += wrapped("- " + sentence, columns_of_a_summary, 2);
    }
    if (study.plan().replicates > 1) text += '\n' + held_by_intervals(study.plan().nesting) + '\n';
    return text;
}
}  // namespace kochmon
