// SPDX-License-Identifier: MIT
#include "analysis/report/rates_in_sight.hpp"

#include <cctype>

#include <fmt/format.h>

#include "agents/vocabulary/places.hpp"

#include "analysis/measures/means.hpp"

namespace kochmon
{
namespace
{
constexpr char definitions[] =
    "LEGALITY     Of 100 foreign workers at the end of the month, those who are\n"
    "  lawfully present;\n"
    "  and have genuine papers and a right to work: the LEGALITY RATE;\n"
    "  and work by contract besides. Each is a part of the one before.\n"
    "NATURALIZATION\n"
    "  Foreigners who took the citizenship of the destination in 12 months, and\n"
    "  their number per 100 foreigners who live there, workers or not (mean of\n"
    "  12 month ends): the NATURALIZATION RATE.\n";

/// `SOUTH KOREA`
std::string in_capitals(std::string const& name)
{
    std::string text = titled(name);
    for (char& letter : text)
        letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    return text;
}

/// Those whom the run follows.
std::string whom(SeriesRecorder const& series)
{
    std::string names;
    for (Group const& country : series.groups(Breakdown::country))
        if (series.holds(*country.selection.country))
            names += (names.empty() ? "" : ", ") + titled(country.name);
    return fmt::format("FOREIGN      Citizens of {} without the citizenship of the destination.\n",
                       names);
}

/// `during`: in the year, or in so many months.
std::string head_of_rates(std::string const& title, std::string const& what,
                          std::string const& during)
{
    return fmt::format(
        "{}\n"
        "{:<15}{:>8}{:>10}{:>10}{:>11}{:>12}{:>14}\n"
        "{:<15}{:>8}{:>10}{:>10}{:>11}{:>12}{:>8}{:>6}\n",
        title, "", "workers", "lawfully", "LEGALITY", "right and", "foreigners", during, what,
        "thousand", "present", "RATE", "contract", "thousand", "thous.", "RATE");
}

/// Foreigners as the rate has them: the mean of the month ends.
std::string mean_of_foreigners(GroupMeans const& means, Period period)
{
    auto const months = static_cast<double>(period.last - period.first);
    return means.in_all("foreigners_abroad", thousands / months, period);
}

std::string row_of_rates(std::string const& label, GroupMeans const& means, Period period)
{
    return fmt::format("{:<15}{:>8}{:>10}{:>10}{:>11}{:>12}{:>8}{:>6}\n", label,
                       means.at_end("foreign_workers", thousands, period),
                       means.at_end("legality_by_presence", percent, period),
                       means.at_end("legality_by_right", percent, period),
                       means.at_end("legality_by_contract", percent, period),
                       mean_of_foreigners(means, period),
                       means.in_all("naturalizations", thousands, period),
                       means.at_end("naturalization_rate", 1.0, period));
}

std::string in_main(SeriesRecorder const& series)
{
    std::string const main = series.name_of_main();
    std::string text = head_of_rates(
        fmt::format("Both rates IN {}, legality at the end of a year, naturalization in it",
                    in_capitals(main)),
        "Year", "naturalized");
    GroupMeans const means(series, Breakdown::jurisdiction, main);
    for (CalendarYear const& year : calendar_years(series))
        text += row_of_rates(year.label, means, year.period);
    return text;
}

/// `the last 12 months`
std::string time_of(Period period)
{
    std::size_t const months = period.last - period.first;
    return months == 1 ? "the last month" : fmt::format("the last {} months", months);
}

std::string by_destination(SeriesRecorder const& series)
{
    Period const period = last_year_of(series);
    std::string text = head_of_rates(
        fmt::format("Both rates by DESTINATION, at the end and in {} of the run", time_of(period)),
        "Destination", "naturalized");
    for (Group const& group : series.groups(Breakdown::destination))
        text += row_of_rates(group.name, GroupMeans(series, Breakdown::destination, group.name),
                             period);
    std::string const main = series.name_of_main();
    text += row_of_rates("all of " + titled(main),
                         GroupMeans(series, Breakdown::jurisdiction, main), period);
    return text + row_of_rates("everywhere", GroupMeans(series, Breakdown::total, "total"), period);
}

std::string by_origin(SeriesRecorder const& series)
{
    Period const period = last_year_of(series);
    std::string text =
        head_of_rates(fmt::format("Both rates by ORIGIN, all destinations, at the end and in {}",
                                  time_of(period)),
                      "Origin", "naturalized");
    for (Group const& group : series.groups(Breakdown::origin))
        if (series.shows(Breakdown::origin, group))
            text +=
                row_of_rates(group.name, GroupMeans(series, Breakdown::origin, group.name), period);
    return text +
           row_of_rates("all origins", GroupMeans(series, Breakdown::total, "total"), period);
}
}  // namespace

std::string rates_in_sight(SeriesRecorder const& series)
{
    return whom(series) + definitions + '\n' + in_main(series) + '\n' + by_destination(series) +
           '\n' + by_origin(series);
}
}  // namespace kochmon
