// SPDX-License-Identifier: MIT
#include "analysis/page/comparison_story.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/error.hpp"

#include "analysis/page/comparison_charts.hpp"
#include "analysis/text/csv_table.hpp"

namespace kochmon
{
namespace
{
// What the program exists for first.
std::vector<ToldMeasure> const told_measures = {
    {{"legality_by_right", "jurisdiction", "russia"},
     "Foreign workers in Russia with the right to work",
     "% of foreign workers there",
     100.0,
     "percentage points",
     "Foreign workers with the right to work"},
    {{"naturalization_rate", "jurisdiction", "russia"},
     "Naturalizations in Russia",
     "% of foreigners there a year",
     1.0,
     "percentage points a year",
     "Naturalizations of a year, of 100 foreigners"},
    {{"abroad"}, "Persons abroad", "thousand persons", 1e-3, "thousand persons"},
    {{"naturalizations"}, "Naturalizations", "persons a month", 1.0, "persons a month"},
    {{"irregular_workers"}, "Irregular workers", "thousand persons", 1e-3, "thousand persons"},
    {{"departures"}, "Departures", "persons a month", 1.0, "persons a month"},
    {{"removals"}, "Removals", "persons a month", 1.0, "persons a month"},
    {{"remittances_share_of_gdp"}, "Remittances", "% of the product", 100.0, "percentage points"},
    {{"permit_fees"}, "Fees of permits", "million RUB a month", 1e-6, "million RUB a month"},
    {{"fines_paid"}, "Fines", "million RUB a month", 1e-6, "million RUB a month"}};
constexpr std::size_t measures_through_time = 4;
constexpr std::size_t most_causes = 12;
constexpr std::size_t most_flips = 14;

std::string in_words(double number)
{
    double const size = std::abs(number);
    return size >= 1000 ? fmt::format("{:.0f}", number)
                        : fmt::format("{:.{}f}", number,
                                      size >= 100  ? 0
                                      : size >= 10 ? 1
                                                   : 2);
}
std::string signed_words(double number)
{
    return fmt::format("{}{}", number > 0 ? "+" : "", in_words(number));
}

std::string told_interval(EffectRow const& effect, double scale)
{
    if (std::isnan(effect.low_90)) return "one replicate tells no interval";
    return fmt::format("90 % interval {} to {}", signed_words(effect.low_90 * scale),
                       signed_words(effect.high_90 * scale));
}

class ComparisonStory
{
  public:
    explicit ComparisonStory(ResultFolder const& result)
        : result_(result), effects_(result.text_of("effects.csv"))
    {
        for (ToldMeasure const& measure : told_measures)
        {
            auto rows = effect_rows(effects_, measure.key);
            if (rows.empty()) continue;
            demand_months(rows.front(), measure);
            measures_.push_back(measure);
            rows_.push_back(std::move(rows));
        }
        if (rows_.empty())
            throw FileError(
                fmt::format("{}: effects.csv keeps none of the measures that a report shows; run "
                            "the comparison "
                            "without --measures",
                            (result_.place() / "effects.csv").string()));
        policies_ = policies_of(rows_.front());
        last_month_ = last_effect(rows_.front(), policies_.front())->month;
    }

    std::string html()
    {
        Page page("en", fmt::format("What {} would change", fmt::join(policies_, " and ")));
        page.lead(answer());
        page.section("rates", "Legality and naturalization through time");
        for (std::size_t k = 0; k < std::min(measures_through_time, measures_.size()); ++k)
            page.add(chart_of_levels(measures_[k], rows_[k], base()));
        page.section("policies-side-by-side", "Policies side by side");
        page.add(html_of(table_of_policies()));
        page.add(chart_of_policies(measures_, rows_));
        page.section("effects", "Effects, month by month");
        for (std::size_t k = 0; k < std::min(measures_through_time, measures_.size()); ++k)
            page.add(chart_of_effects(measures_[k], rows_[k]));
        page.section("lives", "Whose lives change, and by which decision");
        page.add(html_of(table_of_flips()));
        page.add(html_of(table_of_causes()));
        page.section("groups", "Any measure, in any group");
        page.add(explorer());
        page.section("scenarios", "What the policies are");
        page.add(scenarios());
        page.section("provenance", "How this was made");
        page.add(provenance());
        return page.html();
    }

  private:
    /// What happens in a year is another thing than in a month.
    void demand_months(EffectRow const& row, ToldMeasure const& measure) const
    {
        bool const is_a_flow = measure.unit.ends_with("a month");
        if (!is_a_flow || row.unit.ends_with("/month")) return;
        throw FileError(fmt::format(
            "{}: {} is told in {}; a report shows months, so run the comparison without "
            "--months-kept yearly",
            (result_.place() / "effects.csv").string(), measure.key.measure, row.unit));
    }

    std::string base() const { return result_.account().value("scenario", "base"); }

    /// A sentence for each of the first three measures, all policies in it.
    std::string answer() const
    {
        std::string const question =
            fmt::format("Beside {}, in {}, what is different under {}?", base(), last_month_,
                        fmt::join(policies_, " and under "));
        std::string text = element("p", element("strong", html_text(question)));
        for (std::size_t k = 0; k < std::min<std::size_t>(3, measures_.size()); ++k)
            text += element("p", html_text(sentence(k)));
        return element("div", text, "class=\"answer\"");
    }

    std::string sentence(std::size_t k) const
    {
        ToldMeasure const& measure = measures_[k];
        double const scale = measure.scale;
        EffectRow const first = *last_effect(rows_[k], policies_.front());
        std::vector<std::string> parts;
        for (std::string const& policy : policies_)
        {
            EffectRow const effect = *last_effect(rows_[k], policy);
            parts.push_back(fmt::format("{} {} under {} ({})",
                                        signed_words(effect.difference * scale), measure.change,
                                        policy, told_interval(effect, scale)));
        }
        return fmt::format("{}: {} {} in {}; {}.", measure.label, in_words(first.base * scale),
                           measure.unit, base(), fmt::join(parts, ", "));
    }

    PageTable table_of_policies() const
    {
        PageTable table{.caption = fmt::format("In {}, means over replicates", last_month_),
                        .columns = {"Measure", "Unit", base()},
                        .rows = {},
                        .words = 2};
        for (std::string const& policy : policies_)
        {
            table.columns.push_back(policy);
            table.columns.emplace_back("effect");
            table.columns.emplace_back("90 % interval");
        }
        for (std::size_t k = 0; k < measures_.size(); ++k)
        {
            double const scale = measures_[k].scale;
            std::vector<std::string> row = {
                measures_[k].label, measures_[k].unit,
                in_words(last_effect(rows_[k], policies_.front())->base * scale)};
            for (std::string const& policy : policies_)
            {
                EffectRow const effect = *last_effect(rows_[k], policy);
                row.push_back(in_words(effect.with_policy * scale));
                row.push_back(signed_words(effect.difference * scale));
                row.push_back(std::isnan(effect.low_90)
                                  ? ""
                                  : fmt::format("{} to {}", signed_words(effect.low_90 * scale),
                                                signed_words(effect.high_90 * scale)));
            }
            table.rows.push_back(std::move(row));
        }
        return table;
    }

    PageTable table_of_flips() const
    {
        PageTable table{
            .caption = fmt::format("Who lives otherwise in {}: status under the base and "
                                   "under the policy, persons",
                                   last_month_),
            .columns = {"Policy", "Under the base", "Under the policy", "Persons"},
            .rows = {},
            .words = 3};
        CsvTable const flips(result_.text_of("flips.csv"),
                             fmt::format(",{},total,total,", last_month_));
        std::map<std::string, std::vector<std::pair<double, std::size_t>>> by_policy;
        for (std::size_t row = 0; row < flips.size(); ++row)
            if (flips.cell(row, "under_base") != flips.cell(row, "under_policy"))
                by_policy[flips.cell(row, "policy")].push_back({flips.number(row, "persons"), row});
        for (auto& [policy, rows] : by_policy)
        {
            std::ranges::stable_sort(rows, std::ranges::greater{},
                                     &std::pair<double, std::size_t>::first);
            rows.resize(std::min(rows.size(), most_flips));
            for (auto const& [persons, row] : rows)
                table.rows.push_back({policy, flips.cell(row, "under_base"),
                                      flips.cell(row, "under_policy"), in_words(persons)});
        }
        return table;
    }

    PageTable table_of_causes() const
    {
        PageTable table{
            .caption = "Where lives first part, by the end of the run",
            .columns = {"Policy", "They first part at", "Persons", "% of all that part"},
            .rows = {},
            .words = 2};
        CsvTable const causes(result_.text_of("causes.csv"), ",total,total,");
        std::map<std::string, std::map<std::string, double>> persons;
        std::map<std::string, double> all;
        for (std::size_t row = 0; row < causes.size(); ++row)
        {
            if (causes.cell(row, "effect") != "total") continue;
            persons[causes.cell(row, "policy")][causes.cell(row, "point")] +=
                causes.number(row, "persons");
            all[causes.cell(row, "policy")] += causes.number(row, "persons");
        }
        for (auto const& [policy, points] : persons)
        {
            std::vector<std::pair<double, std::string>> sorted;
            for (auto const& [point, count] : points) sorted.emplace_back(count, point);
            std::ranges::sort(sorted, std::ranges::greater{});
            sorted.resize(std::min(sorted.size(), most_causes));
            for (auto const& [count, point] : sorted)
                table.rows.push_back({policy, point, in_words(count),
                                      fmt::format("{:.1f}", 100.0 * count / all[policy])});
        }
        return table;
    }

    /// Every told measure in every group that the comparison has, base and policies.
    Chart explorer() const
    {
        Chart chart{.id = "explorer",
                    .title = "Any measure, in any group",
                    .note = "Means over replicates, base and policies.",
                    .columns = {"month", "measure", "group", "scenario", "value"}};
        Json series = Json::array(), months = Json::array();
        for (EffectRow const& row : rows_.front())
            if (row.policy == policies_.front()) months.push_back(row.month);
        std::vector<std::string> groups;
        for (ToldMeasure const& measure : measures_) add_series(measure, series, groups);
        std::string options;
        for (ToldMeasure const& measure : measures_)
            options += element(
                "option",
                html_text(measure.of_any_group.empty() ? measure.label : measure.of_any_group),
                fmt::format("value=\"{}\"", measure.key.measure));
        std::string group_options;
        for (std::string const& group : groups)
            group_options +=
                element("option", html_text(group), fmt::format("value=\"{}\"", html_text(group)));
        chart.controls =
            element("label", "Measure " + element("select", options, "name=\"measure\"")) +
            element("label", "Group " + element("select", group_options, "name=\"group\""));
        chart.spec = chart_of_levels(measures_.front(), rows_.front(), base()).spec;
        chart.more = {{"series", series}, {"months", months}};
        return chart;
    }

    using ByMonth = std::map<std::string, double>;
    using ByScenario = std::map<std::string, ByMonth>;

    /// The values of a measure in every group that the comparison has, in the order of its rows.
    std::vector<std::pair<std::string, ByScenario>> values_in_groups(
        ToldMeasure const& measure) const
    {
        CsvTable const table(effects_, fmt::format(",{},", measure.key.measure));
        std::vector<std::pair<std::string, ByScenario>> groups;
        for (std::size_t row = 0; row < table.size(); ++row)
        {
            if (table.cell(row, "measure") != measure.key.measure) continue;
            std::string const& by = table.cell(row, "by");
            std::string const group = by == "total" ? by : by + ": " + table.cell(row, "group");
            auto found =
                std::ranges::find(groups, group, &std::pair<std::string, ByScenario>::first);
            if (found == groups.end()) found = groups.insert(groups.end(), {group, {}});
            std::string const& month = table.cell(row, "month");
            found->second[base()][month] = table.number(row, "base");
            found->second[table.cell(row, "policy")][month] = table.number(row, "with_policy");
        }
        return groups;
    }

    static Json rounded_values(ByMonth const& by_month, double scale)
    {
        Json numbers = Json::array();
        for (auto const& [month, value] : by_month)
            numbers.push_back(std::isfinite(value)
                                  ? Json(std::stod(fmt::format("{:.6g}", value * scale)))
                                  : Json());
        return numbers;
    }

    void add_series(ToldMeasure const& measure, Json& series,
                    std::vector<std::string>& groups) const
    {
        for (auto const& [group, by_scenario] : values_in_groups(measure))
        {
            if (std::ranges::find(groups, group) == groups.end()) groups.push_back(group);
            for (auto const& [scenario, by_month] : by_scenario)
                series.push_back(
                    {{"measure", measure.key.measure},
                     {"label", measure.of_any_group.empty() ? measure.label : measure.of_any_group},
                     {"unit", measure.unit},
                     {"group", group},
                     {"scenario", scenario},
                     {"values", rounded_values(by_month, measure.scale)}});
        }
    }

    std::string scenarios() const
    {
        std::string text;
        for (std::string const& policy : policies_)
        {
            std::string const file = "policy-" + policy + ".yaml";
            if (!result_.holds(file)) continue;
            std::string const yaml = result_.text_of(file);
            std::size_t const shocks = yaml.find("\nshocks:");
            text += element("h3", html_text(policy));
            text += element(
                "pre",
                html_text_in_lines(shocks == std::string::npos ? std::string("no shocks of its own")
                                                               : yaml.substr(shocks + 1)),
                "tabindex=\"0\"");
        }
        return text;
    }

    static std::string html_text_in_lines(std::string const& text)
    {
        std::string safe;
        std::size_t at = 0;
        while (at <= text.size())
        {
            std::size_t const end = std::min(text.find('\n', at), text.size());
            safe += html_text(text.substr(at, end - at)) + '\n';
            at = end + 1;
        }
        return safe;
    }

    std::string provenance() const
    {
        Json const& account = result_.account();
        Json const settings = account.value("settings", Json::object());
        auto const told = [&](char const* key)
        { return settings.contains(key) ? settings[key].dump() : std::string("-"); };
        std::string command;
        for (Json const& word : account.value("command", Json::array()))
            command += fmt::format("{}{}", command.empty() ? "" : " ", word.get<std::string>());
        PageTable table{
            .caption = "Provenance",
            .columns = {"What", "Value"},
            .rows = {{"program", account.value("program", "") + ' ' + account.value("version", "") +
                                     ", commit " + account.value("commit", "")},
                     {"agents", told("persons")},
                     {"replicates, populations", told("replicates") + ", " + told("populations")},
                     {"seed", told("seed")},
                     {"digest of the results", account.value("digest", "")},
                     {"begun, ended",
                      account.value("started", "") + ", " + account.value("ended", "")}},
            .words = 2};
        return html_of(table) + element("p", "The command that repeats it:") +
               element("pre", html_text(command), "tabindex=\"0\"");
    }

    ResultFolder const& result_;
    std::string effects_;
    std::vector<ToldMeasure> measures_;
    std::vector<std::vector<EffectRow>> rows_;
    std::vector<std::string> policies_;
    std::string last_month_;
};
}  // namespace

std::string story_of_comparison(ResultFolder const& result)
{
    if (!result.account().contains("comparison"))
        throw FileError(
            fmt::format("{}: is no comparison; expected the folder of a 'kochmon compare'",
                        result.place().string()));
    return ComparisonStory(result).html();
}
}  // namespace kochmon
