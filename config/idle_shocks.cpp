// SPDX-License-Identifier: MIT
#include "config/idle_shocks.hpp"

#include <algorithm>
#include <concepts>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "config/idle_values.hpp"
#include "config/in_force.hpp"
#include "config/resolved.hpp"

namespace kochmon
{
namespace
{
/// What a scenario would be without one of its shocks.
class WithoutShock
{
  public:
    WithoutShock(ResolvedScenario const& scenario, Shock const& without)
        : scenario_(scenario), without_(without)
    {
    }

    bool is_the_same() const
    {
        Timeline const& with = scenario_.timelines[without_.parameter];
        Timeline const other = timeline();
        RunSettings const& run = scenario_.settings;
        for (Month month = run.start; month < run.end(); month = month + 1)
            if (counts(month) && !std::ranges::equal(with.in(month), other.in(month))) return false;
        return true;
    }

  private:
    bool counts(Month month) const
    {
        Declared const& declared = scenario_.declarations.parameters()[without_.parameter].declared;
        return !declared.in_january || is_read_for_a_year(month, scenario_.settings);
    }

    Timeline timeline() const
    {
        std::vector<Shock> others;
        for (Shock const& shock : scenario_.shocks)
            if (shock.parameter == without_.parameter && &shock != &without_)
                others.push_back(shock);
        std::ranges::stable_sort(others, {}, &Shock::from);
        Diagnostics untold;
        TimelineBuilder const builder(scenario_.settings,
                                      rates_of(scenario_.declarations.corridor()->currencies(),
                                               [&](std::string const& path) { return rate(path); }),
                                      untold);
        return builder.build(scenario_.declarations.parameters()[without_.parameter],
                             scenario_.stated[without_.parameter], others);
    }

    Rate rate(std::string const& path) const
    {
        auto const found = scenario_.parameter_at.find(path);
        if (found == scenario_.parameter_at.end()) return {};
        return {true, &scenario_.timelines[found->second]};
    }

    ResolvedScenario const& scenario_;
    Shock const& without_;
};

/// The first month of the run in which it holds and that month counts; nothing if there is none.
std::optional<Month> first_month(Shock const& shock, RunSettings const& run,
                                 std::predicate<Month> auto const& counts)
{
    Month const end = shock.until ? std::min(*shock.until, run.end()) : run.end();
    for (Month month = std::max(shock.from, run.start); month < end; month = month + 1)
        if (counts(month)) return month;
    return std::nullopt;
}

/// Of a lever that is read in January alone: what is read then holds to the end of the year.
std::string why_not_in_january(ResolvedScenario const& scenario, Shock const& shock)
{
    RunSettings const& run = scenario.settings;
    auto const january =
        first_month(shock, run, [&](Month month) { return is_read_for_a_year(month, run); });
    if (!january)
        return "does nothing: this lever is read in January alone, and the shock holds in none";
    std::vector<std::string> moved;
    if (*january > std::max(shock.from, run.start)) moved.push_back("begins in " + january->text());
    if (shock.until && *shock.until < run.end() && !shock.until->is_january())
        moved.push_back("ends in " + next_january(*shock.until).text());
    if (moved.empty()) return {};
    return listed(moved, "and") + ", since this lever is read in January alone";
}

/// Of a lever of a rule that is not always in force.
std::string why_not_in_force(ResolvedScenario const& scenario, Declared const& declared,
                             Shock const& shock)
{
    RunSettings const& run = scenario.settings;
    Month const first = std::max(shock.from, run.start);
    auto const month =
        first_month(shock, run, [&](Month at) { return is_in_force(scenario, declared, at); });
    if (month && *month <= first) return {};
    std::string const reason = why_not_in_force(scenario, declared, first);
    if (!month) return fmt::format("does nothing: {} in every month in which it holds", reason);
    return fmt::format("begins in {}: before that {}", month->text(), reason);
}

std::string why_idle(ResolvedScenario const& scenario, Shock const& shock)
{
    RunSettings const& run = scenario.settings;
    Declared const& declared = scenario.declarations.parameters()[shock.parameter].declared;
    if (shock.from >= run.end())
        return fmt::format("reaches no month of the run, whose last is {}", (run.end() - 1).text());
    std::string out_of_season =
        declared.in_january ? why_not_in_january(scenario, shock) : std::string{};
    if (out_of_season.starts_with("does nothing")) return out_of_season;
    if (WithoutShock(scenario, shock).is_the_same()) return "changes no value in the run";
    std::string out_of_force = why_not_in_force(scenario, declared, shock);
    return out_of_force.empty() ? out_of_season : out_of_force;
}
}  // namespace

std::vector<std::string> idle_shocks(Scenario const& scenario)
{
    ResolvedScenario const& content = scenario.content();
    std::vector<std::pair<FilePlace, std::string>> findings;
    ToldOfValue const told = [&](FilePlace const& place, std::string const& what)
    { findings.emplace_back(place, what); };
    tell_idle_values(content, told);
    if (content.empty_shocks)
        told(*content.empty_shocks, "shocks: the list is empty: no value changes");
    for (Shock const& shock : content.shocks)
        if (std::string const why = why_idle(content, shock); !why.empty())
            told(shock.place,
                 fmt::format("{}: this shock {}",
                             content.declarations.parameters()[shock.parameter].path, why));
    std::ranges::stable_sort(findings, {}, &std::pair<FilePlace, std::string>::first);
    std::vector<std::string> lines;
    lines.reserve(findings.size());
    for (auto const& [place, what] : findings)
        lines.push_back(fmt::format("{}:{}:{}: {}",
                                    content.file_names.at(static_cast<std::size_t>(place.file)),
                                    place.line, place.column, what));
    return lines;
}
}  // namespace kochmon
