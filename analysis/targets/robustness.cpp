// SPDX-License-Identifier: MIT
#include "analysis/targets/robustness.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>
#include <system_error>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "analysis/text/counted.hpp"
#include "analysis/text/csv_text.hpp"

namespace kochmon
{
namespace
{
enum class Sign : std::uint8_t
{
    below,
    above,
    open,
    missing
};

// One replicate has no interval: its sign is taken as it is.
Sign sign_of(Estimate const& estimate)
{
    if (!estimate.mean) return Sign::missing;
    double const low = estimate.nine_in_ten ? estimate.nine_in_ten->low : *estimate.mean;
    double const high = estimate.nine_in_ten ? estimate.nine_in_ten->high : *estimate.mean;
    if (low > 0.0) return Sign::above;
    return high < 0.0 ? Sign::below : Sign::open;
}

Robustness robustness_of(std::vector<Estimate> const& estimates)
{
    auto const any = [&](Sign sign)
    {
        return std::ranges::any_of(estimates,
                                   [&](Estimate const& one) { return sign_of(one) == sign; });
    };
    if (estimates.empty() || any(Sign::missing)) return Robustness::no_value;
    if (any(Sign::above) && any(Sign::below)) return Robustness::model_dependent;
    return any(Sign::open) ? Robustness::unclear : Robustness::robust;
}

struct Span
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    std::size_t sets = 0;
};

/// Lowest and highest mean by group.
std::map<std::string, Span> spans_of(std::vector<TriedSet> const& sets, RobustAnswer const& answer)
{
    std::map<std::string, Span> spans;
    for (std::size_t k = 0; k < sets.size(); ++k)
    {
        Span& span = spans[sets[k].group];
        ++span.sets;
        if (!answer.estimates[k].mean) continue;
        span.low = std::min(span.low, *answer.estimates[k].mean);
        span.high = std::max(span.high, *answer.estimates[k].mean);
    }
    return spans;
}

std::string told_spans(std::vector<TriedSet> const& sets, RobustAnswer const& answer)
{
    std::string text;
    for (auto const& [group, span] : spans_of(sets, answer))
        text += fmt::format("  {}: {}", group,
                            span.low > span.high
                                ? std::string("none")
                                : fmt::format("{:.3f} to {:.3f}", span.low, span.high));
    return text;
}

std::vector<std::filesystem::path> accepted_files(std::string const& folder)
{
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (auto const& entry :
         std::filesystem::directory_iterator(std::filesystem::path(folder) / "accepted", error))
        if (entry.path().extension() == ".yaml" &&
            !entry.path().filename().string().starts_with(accepted_of_history))
            files.push_back(entry.path());
    if (!std::filesystem::is_directory(folder, error))
        throw FileError(
            fmt::format("{}: no such folder; expected the folder of a calibration, or "
                        "the name of one that comes with the program, as "
                        "diminishing-nested",
                        folder));
    if (files.empty())
        throw FileError(fmt::format(
            "{}: holds no accepted set; expected the folder of a calibration that came to its end "
            "and accepted runs, with accepted/01.yaml",
            folder));
    std::ranges::sort(files);
    return files;
}
}  // namespace

std::vector<TriedSet> accepted_sets_in(std::string const& folder)
{
    std::string const name = std::filesystem::path(folder).lexically_normal().filename();
    std::vector<TriedSet> sets;
    for (std::filesystem::path const& file : accepted_files(folder))
        sets.push_back({.group = name.empty() ? folder : name,
                        .name = file.stem().string(),
                        .file = file,
                        .is_accepted = true});
    return sets;
}

std::string const& name(Robustness robustness)
{
    static std::array<std::string, 4> const names = {"robust", "model-dependent", "unclear",
                                                     "no value"};
    return names[static_cast<std::size_t>(robustness)];
}

std::vector<RobustAnswer> robust_answers(std::vector<std::vector<JudgedAnswer>> const& by_set)
{
    std::vector<RobustAnswer> answers;
    if (by_set.empty()) return answers;
    for (std::size_t at = 0; at < by_set.front().size(); ++at)
    {
        RobustAnswer one{.answer = by_set.front()[at], .estimates = {}};
        for (auto const& judged : by_set) one.estimates.push_back(judged[at].estimate);
        one.robustness = robustness_of(one.estimates);
        answers.push_back(std::move(one));
    }
    return answers;
}

std::string told_robustness(std::vector<TriedSet> const& sets,
                            std::vector<RobustAnswer> const& answers)
{
    std::string text = fmt::format("Answers to shocks under {} of parameters: lowest to highest\n",
                                   counted(sets.size(), "set", "sets"));
    std::set<std::string> calibrations;
    for (TriedSet const& one : sets)
        if (one.is_accepted) calibrations.insert(one.group);
    if (calibrations.size() == 1)
        text += fmt::format(
            "The accepted sets are of one calibration, {}; another kernel may answer "
            "differently.\n",
            *calibrations.begin());
    text += '\n';
    std::string shock;
    for (RobustAnswer const& one : answers)
    {
        if (one.answer.shock != shock)
            text += fmt::format("{}: {}\n", one.answer.shock, one.answer.what);
        shock = one.answer.shock;
        text += fmt::format("  {:<36}{:<16}{}\n", one.answer.answer.name, name(one.robustness),
                            told_spans(sets, one));
    }
    return text;
}

std::string robust_csv(std::vector<TriedSet> const& sets, std::vector<RobustAnswer> const& answers)
{
    std::string csv = "shock,answer,robustness,group,set,mean,low,high\n";
    for (RobustAnswer const& one : answers)
        for (std::size_t k = 0; k < sets.size(); ++k)
        {
            auto const& interval = one.estimates[k].nine_in_ten;
            csv += csv_row_of_cells(
                {csv_cell(one.answer.shock), csv_cell(one.answer.answer.name), name(one.robustness),
                 csv_cell(sets[k].group), csv_cell(sets[k].name), csv_number(one.estimates[k].mean),
                 csv_number(interval ? std::optional(interval->low) : std::nullopt),
                 csv_number(interval ? std::optional(interval->high) : std::nullopt)});
        }
    return csv;
}
}  // namespace kochmon
