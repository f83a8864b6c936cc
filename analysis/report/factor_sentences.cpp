// SPDX-License-Identifier: MIT
#include "analysis/report/factor_sentences.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "analysis/text/counted.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t most_factors_told = 5;
constexpr double share_told = 0.01;
constexpr double wide_interval = 0.4;
/// The mean absolute value of a normal number over its standard deviation.
constexpr double mean_of_absolute_luck = 0.8;

/// Lines of one table that speak of one row.
class RowLines
{
  public:
    RowLines(std::string const& csv, RowInSight const& row) : table_(csv, row.cells_of_the_month())
    {
        for (std::size_t line = 0; line < table_.size(); ++line)
            if (row.is_at(table_, line)) lines_.push_back(line);
    }
    std::size_t size() const { return lines_.size(); }
    std::string const& cell(std::size_t at, std::string const& column) const
    {
        return table_.cell(lines_[at], column);
    }
    double number(std::size_t at, std::string const& column) const
    {
        return table_.number(lines_[at], column);
    }
    bool has_interval(std::size_t at, std::string const& what) const
    {
        return !std::isnan(number(at, what + "_low_90"));
    }

  private:
    CsvTable table_;
    std::vector<std::size_t> lines_;
};

std::optional<RowLines> lines_in(StudyTables const& tables, char const* file, RowInSight const& row)
{
    auto const found = tables.find(file);
    if (found == tables.end()) return std::nullopt;
    RowLines of_row(found->second, row);
    return of_row.size() == 0 ? std::nullopt : std::optional(std::move(of_row));
}

std::string in_percent(double share)
{
    return fmt::format("{:.0f}", 100.0 * share);
}

/// `62 % (90 % interval 55 to 70)`
std::string told_index(RowLines const& of_row, std::size_t at, std::string const& what)
{
    std::string text = in_percent(of_row.number(at, what)) + " %";
    if (of_row.has_interval(at, what))
        text += fmt::format(" (90 % interval {} to {})",
                            in_percent(of_row.number(at, what + "_low_90")),
                            in_percent(of_row.number(at, what + "_high_90")));
    return text;
}

bool is_wide(RowLines const& of_row, std::size_t at, std::string const& what)
{
    return of_row.has_interval(at, what) &&
           of_row.number(at, what + "_high_90") - of_row.number(at, what + "_low_90") >
               wide_interval;
}

std::string joined_names(std::vector<std::string> const& names)
{
    std::string text;
    for (std::size_t k = 0; k < names.size(); ++k)
        text += (k == 0 ? "" : (k + 1 == names.size() ? " and " : ", ")) + names[k];
    return text;
}

constexpr char hidden_by_luck[] =
    "What depends on which factor cannot be said: nothing varies, too few points are whole, or "
    "luck makes more than half of what points differ by. More points or replicates may help.";

/// Whether no value that a share can have is in the interval.
bool is_impossible(RowLines const& of_row, std::size_t at, std::string const& what)
{
    return of_row.has_interval(at, what) && (of_row.number(at, what + "_low_90") > 1.0 ||
                                             of_row.number(at, what + "_high_90") < 0.0);
}

/// Of estimates that cannot be: an interval from so few points is as wrong as they are.
std::optional<std::string> told_impossible(RowLines const& of_row, bool has_totals)
{
    for (std::size_t at = 0; at < of_row.size(); ++at)
        for (std::string const what : {"first", "total"})
            if ((what == "first" || has_totals) && is_impossible(of_row, at, what))
                return fmt::format(
                    "What depends on which factor cannot be said: the share of {} is estimated at "
                    "{}, and no share is outside 0 to 100 %. So few points, or so much luck in "
                    "them, do not carry these indices; more points would.",
                    of_row.cell(at, "factor"), told_index(of_row, at, what));
    return std::nullopt;
}

/// The first of several: on which most hangs.
std::string opening(bool is_first, char const* first, char const* then)
{
    return is_first ? first : then;
}

std::string told_factor(RowLines const& of_row, std::size_t at, bool has_totals)
{
    std::string text = fmt::format("{} {}: by itself it makes {}",
                                   opening(at == 0, "It depends most on", "Then on"),
                                   of_row.cell(at, "factor"), told_index(of_row, at, "first"));
    if (at == 0) text += " of the variance between points";
    if (has_totals)
        text += fmt::format(", with all its interactions {}", told_index(of_row, at, "total"));
    return text + '.';
}

/// What the factors make each by itself, and where that is not to be trusted.
std::vector<std::string> told_rest(double alone, bool any_is_wide)
{
    std::vector<std::string> sentences;
    if (alone < 1.0)
        sentences.push_back(
            fmt::format("The factors, each by itself, together make {} %; the other {} % are "
                        "interactions, or what so few points do not show.",
                        in_percent(alone), in_percent(1.0 - alone)));
    if (any_is_wide)
        sentences.emplace_back(
            "Some intervals are wider than 40 %: more points would narrow them.");
    return sentences;
}

std::vector<std::string> sentences_of_indices(RowLines const& of_row)
{
    if (std::isnan(of_row.number(0, "first"))) return {hidden_by_luck};
    bool const has_totals = !std::isnan(of_row.number(0, "total"));
    if (auto const impossible = told_impossible(of_row, has_totals)) return {*impossible};
    std::string const by = has_totals ? "total" : "first";
    std::vector<std::string> sentences, small;
    double alone = 0.0;
    bool any_is_wide = false;
    for (std::size_t at = 0; at < of_row.size(); ++at)
    {
        if (std::isnan(of_row.number(at, "first"))) continue;
        alone += of_row.number(at, "first");
        any_is_wide = any_is_wide || is_wide(of_row, at, by);
        // As far above what is estimated as the interval reaches, and no share is below nought.
        double const reach = of_row.number(at, by + "_high_90") - of_row.number(at, by);
        double const most =
            std::max(std::max(of_row.number(at, by), 0.0) + std::max(reach, 0.0), share_told);
        if (at > 0 && of_row.number(at, by) < share_told)
            small.push_back(
                fmt::format("{} (at most {} %)", of_row.cell(at, "factor"), in_percent(most)));
        else if (sentences.size() < most_factors_told)
            sentences.push_back(told_factor(of_row, at, has_totals));
    }
    if (!small.empty())
        sentences.push_back(
            fmt::format("Nothing is seen to depend on {}, by the ends of 90 % intervals.",
                        joined_names(small)));
    for (std::string& sentence : told_rest(alone, any_is_wide))
        sentences.push_back(std::move(sentence));
    return sentences;
}

std::string told_term(RowLines const& of_row, std::size_t at)
{
    std::string const share = told_index(of_row, at, "share");
    std::string text =
        fmt::format("{} change each other's effect: {}", of_row.cell(at, "factors"), share);
    if (of_row.cell(at, "order") == "1")
        text = fmt::format("{} {}: by itself it makes {}",
                           opening(at == 0, "It depends most on", "Then on"),
                           of_row.cell(at, "factors"), share);
    return text + opening(at == 0, " of the variance between points.", ".");
}

std::vector<std::string> sentences_of_grid(RowLines const& of_row)
{
    std::vector<std::string> sentences;
    double interactions = 0.0;
    for (std::size_t at = 0; at < of_row.size(); ++at)
    {
        double const share = of_row.number(at, "share");
        std::string const& order = of_row.cell(at, "order");
        if (order != "1") interactions += share;
        bool const is_told = order != "3" && (at == 0 || share >= share_told);
        if (is_told && sentences.size() < most_factors_told)
            sentences.push_back(told_term(of_row, at));
    }
    if (std::abs(interactions) < share_told)
        sentences.emplace_back("Effects add up: interactions make less than 1 %.");
    return sentences;
}

/// Whether the mean absolute effect is no more than luck alone would make it.
bool is_lost_in_luck(RowLines const& of_row, std::size_t at)
{
    double const size = of_row.number(at, "mean_absolute");
    double const luck = of_row.number(at, "deviation_by_luck");
    return size == 0.0 || (!std::isnan(luck) && size < 1.25 * mean_of_absolute_luck * luck);
}

std::string told_sign(double mean, double mean_absolute, ToldUnit const& unit)
{
    if (std::abs(mean) <= 0.95 * mean_absolute) return "with sign " + unit.signed_number(mean);
    return mean > 0.0 ? "always up" : "always down";
}

std::string told_elementary(RowLines const& of_row, std::size_t at, bool is_first,
                            ToldUnit const& unit)
{
    double const size = of_row.number(at, "mean_absolute");
    std::string text = fmt::format("{} {}: over its whole range it moves it by {}",
                                   opening(is_first, "It answers most to", "Then to"),
                                   of_row.cell(at, "factor"), unit.number(size));
    if (of_row.has_interval(at, "mean_absolute"))
        text += fmt::format(" (90 % interval {} to {})",
                            unit.number(of_row.number(at, "mean_absolute_low_90")),
                            unit.number(of_row.number(at, "mean_absolute_high_90")));
    text += fmt::format(" {}, {}; this differs by place by {}", unit.change,
                        told_sign(of_row.number(at, "mean"), size, unit),
                        unit.number(of_row.number(at, "deviation")));
    double const luck = of_row.number(at, "deviation_by_luck");
    if (!std::isnan(luck)) text += fmt::format(", by luck alone {}", unit.number(luck));
    return text + '.';
}

std::vector<std::string> sentences_of_morris(RowLines const& of_row, ToldUnit const& unit)
{
    std::vector<std::string> sentences, lost;
    for (std::size_t at = 0; at < of_row.size(); ++at)
    {
        if (std::isnan(of_row.number(at, "mean_absolute"))) continue;
        if (is_lost_in_luck(of_row, at))
            lost.push_back(of_row.cell(at, "factor"));
        else if (sentences.size() < most_factors_told)
            sentences.push_back(told_elementary(of_row, at, sentences.empty(), unit));
    }
    if (lost.size() > most_factors_told)
        sentences.push_back(fmt::format("Of {} factors nothing is seen beyond luck.", lost.size()));
    else if (!lost.empty())
        sentences.push_back(fmt::format("Of {} nothing is seen beyond luck.", joined_names(lost)));
    return sentences;
}

/// Of a factor without effect: that the 90 % interval of its end leaves out nought; of two ends
/// that share a base, the lower from above or the higher from below. 15 to 17 % with 2 to 20
/// replicates, by trial.
constexpr double sure_by_chance = 0.1;
constexpr double sure_by_chance_of_two = 0.16;

/// Effects below which a factor is said not to matter: half a percentage point of a share, one per
/// cent of the base of anything else.
struct SizeThatMatters
{
    double size = 0.0;
    std::string told = {};
};

SizeThatMatters size_that_matters(StudyTables const& tables, RowInSight const& row)
{
    ToldUnit const unit = row.told_in();
    if (row.unit.starts_with("share")) return {0.005, "0.5 " + unit.change};
    auto const effects = lines_in(tables, "effects.csv", row);
    double const size = effects ? 0.01 * std::abs(effects->number(0, "base")) : 0.0;
    return {size, fmt::format("one per cent of the base ({} {})", unit.number(size), unit.change)};
}

std::vector<std::string> sentences_of_tornado(StudyTables const& tables, RowLines const& of_row,
                                              RowInSight const& row)
{
    SizeThatMatters const least = size_that_matters(tables, row);
    ToldUnit const unit = row.told_in();
    std::size_t above = 0, sure = 0;
    double by_chance = 0.0;
    std::vector<std::string> told;
    for (std::size_t at = 0; at < of_row.size(); ++at)
    {
        double const low = of_row.number(at, "lowest_difference");
        double const high = of_row.number(at, "highest_difference");
        if (std::max(std::abs(low), std::abs(high)) > least.size) ++above;
        if (of_row.number(at, "lowest_high_90") < 0.0 || of_row.number(at, "highest_low_90") > 0.0)
            ++sure;
        bool const has_one_end =
            of_row.cell(at, "lowest_value") == of_row.cell(at, "highest_value");
        by_chance += has_one_end ? sure_by_chance : sure_by_chance_of_two;
        if (told.size() < most_factors_told)
            told.push_back(fmt::format("{} ({} to {})", of_row.cell(at, "factor"),
                                       unit.signed_number(std::min(low, 0.0)),
                                       unit.signed_number(std::max(high, 0.0))));
    }
    std::vector<std::string> sentences = {
        fmt::format("Of {} {} {} it by more than {}.", counted(of_row.size(), "factor", "factors"),
                    above, above == 1 ? "moves" : "move", least.told),
        fmt::format("It answers most to {}, {}.", joined_names(told), unit.change)};
    if (of_row.has_interval(0, "lowest"))
        sentences.push_back(
            fmt::format("For {} the 90 % interval of an end excludes 0; if none had an effect, it "
                        "would by chance for about {:.0f}.",
                        counted(sure, "factor", "factors"), std::ceil(by_chance)));
    return sentences;
}
}  // namespace

std::vector<std::string> factor_sentences(StudyTables const& tables, RowInSight const& row)
{
    if (auto const of_row = lines_in(tables, "tornado.csv", row))
        return sentences_of_tornado(tables, *of_row, row);
    if (auto const of_row = lines_in(tables, "morris.csv", row))
        return sentences_of_morris(*of_row, row.told_in());
    if (auto const of_row = lines_in(tables, "main_effects.csv", row))
        return sentences_of_grid(*of_row);
    if (auto const of_row = lines_in(tables, "indices.csv", row))
        return sentences_of_indices(*of_row);
    return {hidden_by_luck};
}
}  // namespace kochmon
