// SPDX-License-Identifier: MIT
#include "analysis/report/run_summary.hpp"

#include <sstream>

#include <fmt/format.h>

#include "config/explain.hpp"
#include "config/resolved.hpp"

#include "agents/loading/keys_of_first.hpp"
#include "agents/loading/load_model.hpp"
#include "agents/synthesis/synthesis.hpp"

#include "analysis/measures/means.hpp"
#include "analysis/report/rates_in_sight.hpp"
#include "analysis/text/counted.hpp"

namespace kochmon
{
namespace
{
std::string head(std::string const& what, std::string const& end, std::string const& during)
{
    return fmt::format("{:>33}  {:>35}\n{:<15}{:>8}{:>10}{:>10}{:>10}{:>8}{:>9}\n", end, during,
                       what, "abroad", "workers", "departed", "returned", "removed", "permits");
}

std::string row(std::string const& label, GroupMeans const& means, Period period)
{
    return fmt::format("{:<15}{:>8}{:>10}{:>10}{:>10}{:>8}{:>9}\n", label,
                       means.at_end("abroad", thousands, period),
                       means.at_end("foreign_workers", thousands, period),
                       means.in_all("departures", thousands, period),
                       means.in_all("returns", thousands, period),
                       means.in_all("removals", thousands, period),
                       means.in_all("permits_bought", thousands, period));
}

std::string years(SeriesRecorder const& series)
{
    std::string text = "Migrants at ALL DESTINATIONS together\n" +
                       head("Year", "At its end, thousand persons", "In the year, thousand");
    GroupMeans const means(series, Breakdown::total, "total");
    for (CalendarYear const& year : calendar_years(series))
        text += row(year.label, means, year.period);
    return text;
}

std::string note_on_parts(SeriesRecorder const& series)
{
    for (CalendarYear const& year : calendar_years(series))
        if (year.period.last - year.period.first < 12) return "* part of a year\n";
    return "";
}

std::string last_months(SeriesRecorder const& series, Breakdown by, std::string const& what)
{
    Period const period = last_year_of(series);
    std::size_t const count = period.last - period.first;
    std::string text = head(what, "At the end, thousand persons",
                            count == 1 ? "In the last month, thousand"
                                       : fmt::format("In the last {} months, thousand", count));
    for (Group const& group : series.groups(by))
        if (series.shows(by, group))
            text += row(group.name, GroupMeans(series, by, group.name), period);
    return text;
}

// Where there are several.
std::string countries(SeriesRecorder const& series)
{
    bool const several =
        series.shows(Breakdown::country, series.groups(Breakdown::country).front());
    return several ? last_months(series, Breakdown::country, "Country") + '\n' : "";
}

std::string agents_of_countries(Scenario const& scenario)
{
    Origins origins;
    read(origins, scenario, scenario.settings().start);
    if (!origins.several()) return "";
    std::string text = "            of them";
    ByCountry<std::int64_t> const agents = agents_by_country(scenario);
    for (Country const country : scenario.corridor().countries())
        if (agents[index(country)] > 0)
            text +=
                fmt::format(" {} {}", agents[index(country)], scenario.corridor().name_of(country));
    return text + "\n            (population.persons is the number of the first)\n";
}

std::string introduction(Scenario const& scenario, RunAccount const& account,
                         SeriesRecorder const& series)
{
    RunSettings const& settings = scenario.settings();
    std::string text = fmt::format("Scenario    {}\n", scenario.name());
    text += fmt::format("Population  {}, each stands for {:.4g} persons\n",
                        counted_agents(account.agents), account.weight);
    text += agents_of_countries(scenario);
    text +=
        fmt::format("Period      {} to {}, after {} of warm-up\n", settings.first_reported().text(),
                    (settings.end() - 1).text(), counted_months(settings.warm_up));
    if (series.replicates() > 1)
        text +=
            fmt::format("Replicates  {}; all numbers are means over them\n", series.replicates());
    return text;
}

// Whether a line of the list is about a country that is left out.
bool concerns_nobody(std::string const& line, Corridor const& corridor, Origins const& origins)
{
    std::size_t const from = line.find('`') + 1;
    std::string const path = line.substr(from, line.find('`', from) - from);
    return concerned_and_left_out(corridor, origins, path).has_value();
}
}  // namespace

std::size_t count_assumptions(Scenario const& scenario)
{
    Origins origins;
    read(origins, scenario, scenario.settings().start);
    std::istringstream list(assumptions_as_markdown(scenario.content().declarations, scenario));
    std::size_t count = 0;
    for (std::string line; std::getline(list, line);)
        if (!concerns_nobody(line, scenario.corridor(), origins)) ++count;
    return count;
}

std::string summary_of(Scenario const& scenario, RunAccount const& account,
                       SeriesRecorder const& series)
{
    std::string const closing = fmt::format(
        "{} inputs are assumptions without a source; kochmon explain --assumptions FILE\n"
        "lists them and those of countries left out, docs/limits.md those of the\n"
        "baseline. The stocks abroad at the start of the warm-up are inputs too, not\n"
        "results. Workers are foreigners at work or in search of it; the naturalized\n"
        "count as abroad only.\n",
        count_assumptions(scenario));
    return introduction(scenario, account, series) + '\n' + rates_in_sight(series) + '\n' +
           years(series) + note_on_parts(series) + '\n' +
           last_months(series, Breakdown::destination, "Destination") + '\n' + countries(series) +
           last_months(series, Breakdown::origin, "Origin") + '\n' + closing;
}
}  // namespace kochmon
