// SPDX-License-Identifier: MIT
#include "analysis/targets/robustness.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
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

/// Lowest and highest mean by calibration.
std::map<std::string, Span> spans_of(std::vector<AcceptedScenario> const& scenarios,
                                     RobustAnswer const& answer)
{
    std::map<std::string, Span> spans;
    for (std::size_t k = 0; k < scenarios.size(); ++k)
    {
        Span& span = spans[scenarios[k].calibration];
        ++span.sets;
        if (!answer.estimates[k].mean) continue;
        span.low = std::min(span.low, *answer.estimates[k].mean);
        span.high = std::max(span.high, *answer.estimates[k].mean);
    }
    return spans;
}

std::string told_spans(std::vector<AcceptedScenario> const& scenarios, RobustAnswer const& answer)
{
    std::string text;
    for (auto const& [calibration, span] : spans_of(scenarios, answer))
        text += fmt::format("  {}: {}", calibration,
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
    if (error || files.empty())
        throw FileError(fmt::format(
            "{}: holds no accepted set; expected the folder of a calibration that came to its end "
            "and accepted runs, with accepted/01.yaml",
            folder));
    std::ranges::sort(files);
    return files;
}
}  // namespace

std::vector<AcceptedScenario> accepted_scenarios_in(std::vector<std::string> const& folders)
{
    std::vector<AcceptedScenario> all;
    for (std::string const& folder : folders)
    {
        std::string const name = std::filesystem::path(folder).lexically_normal().filename();
        for (std::filesystem::path const& file : accepted_files(folder))
            all.push_back({name.empty() ? folder : name, file});
    }
    return all;
}

std::string const& name(Robustness robustness)
{
    static std::array<std::string, 4> const names = {"robust", "model-dependent", "unclear",
                                                     "no value"};
    return names[static_cast<std::size_t>(robustness)];
}

std::vector<RobustAnswer> robust_answers(std::vector<std::vector<JudgedAnswer>> const& by_scenario)
{
    std::vector<RobustAnswer> answers;
    if (by_scenario.empty()) return answers;
    for (std::size_t at = 0; at < by_scenario.front().size(); ++at)
    {
        RobustAnswer one{.answer = by_scenario.front()[at], .estimates = {}};
        for (auto const& judged : by_scenario) one.estimates.push_back(judged[at].estimate);
        one.robustness = robustness_of(one.estimates);
        answers.push_back(std::move(one));
    }
    return answers;
}

std::string told_robustness(std::vector<AcceptedScenario> const& scenarios,
                            std::vector<RobustAnswer> const& answers)
{
    std::string text = fmt::format("Answers to shocks under {} of parameters: lowest to highest\n",
                                   counted(scenarios.size(), "accepted set", "accepted sets"));
    auto const other = [&](AcceptedScenario const& one)
    { return one.calibration != scenarios.front().calibration; };
    if (std::ranges::none_of(scenarios, other))
        text += "These are of one calibration; another kernel may answer otherwise.\n";
    text += '\n';
    std::string shock;
    for (RobustAnswer const& one : answers)
    {
        if (one.answer.shock != shock)
            text += fmt::format("{}: {}\n", one.answer.shock, one.answer.what);
        shock = one.answer.shock;
        text += fmt::format("  {:<36}{:<16}{}\n", one.answer.answer.name, name(one.robustness),
                            told_spans(scenarios, one));
    }
    return text;
}

std::string robust_csv(std::vector<AcceptedScenario> const& scenarios,
                       std::vector<RobustAnswer> const& answers)
{
    std::string csv = "shock,answer,robustness,calibration,accepted,mean,low,high\n";
    for (RobustAnswer const& one : answers)
        for (std::size_t k = 0; k < scenarios.size(); ++k)
        {
            auto const& interval = one.estimates[k].nine_in_ten;
            csv += csv_row_of_cells(
                {csv_cell(one.answer.shock), csv_cell(one.answer.answer.name), name(one.robustness),
                 csv_cell(scenarios[k].calibration), csv_cell(scenarios[k].file.stem().string()),
                 csv_number(one.estimates[k].mean),
                 csv_number(interval ? std::optional(interval->low) : std::nullopt),
                 csv_number(interval ? std::optional(interval->high) : std::nullopt)});
        }
    return csv;
}
}  // namespace kochmon
