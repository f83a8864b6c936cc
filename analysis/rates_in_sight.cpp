// SPDX-License-Identifier: MIT
#include "analysis/rates_in_sight.hpp"

#include <fmt/format.h>

#include "analysis/means.hpp"

namespace kochmon
{
namespace
{
constexpr char definitions[] =
    "LEGALITY     Of 100 foreign workers at month end, those whose\n"
    "  present    presence is lawful;\n"
    "  right      papers are genuine too, with any right to work: the legality rate;\n"
    "  contract   work is by contract besides.\n"
    "NATURALIZATION\n"
    "  thousand   Foreigners who took the citizenship of the destination,\n"
    "  rate       of 100 foreigners there, in 12 months: the naturalization rate.\n";

std::string head(std::string const& title, std::string const& what, std::string const& during)
{
    return fmt::format("{}\n{:<15}{:>10}{:>31}{:>24}\n{:<15}{:>10}{:>11}{:>10}{:>10}{:>14}{:>10}\n",
                       title, "", "thousand", "of 100 foreign workers", during, what, "workers",
                       "present", "right", "contract", "thousand", "rate");
}

std::string row(std::string const& label, GroupMeans const& means, Period period)
{
    return fmt::format("{:<15}{:>10}{:>11}{:>10}{:>10}{:>14}{:>10}\n", label,
                       means.at_end("foreign_workers", thousands, period),
                       means.at_end("legality_by_presence", percent, period),
                       means.at_end("legality_by_right", percent, period),
                       means.at_end("legality_by_contract", percent, period),
                       means.in_all("naturalizations", thousands, period),
                       means.at_end("naturalization_rate", 1.0, period));
}

std::string in_russia(SeriesRecorder const& series)
{
    std::string text =
        head("Legality and naturalization IN RUSSIA, at the end and in the course of a year",
             "Year", "naturalized in it");
    GroupMeans const means(series, Breakdown::jurisdiction, "russia");
    for (CalendarYear const& year : calendar_years(series))
        text += row(year.label, means, year.period);
    return text;
}

std::string during(SeriesRecorder const& series)
{
    Period const period = last_year_of(series);
    return fmt::format("naturalized, {} months", period.last - period.first);
}

std::string by_destination(SeriesRecorder const& series)
{
    Period const period = last_year_of(series);
    std::string text = head("Legality and naturalization by DESTINATION, at the end of the run",
                            "Destination", during(series));
    for (Group const& group : groups(Breakdown::destination))
        text += row(group.name, GroupMeans(series, Breakdown::destination, group.name), period);
    text += row("all of Russia", GroupMeans(series, Breakdown::jurisdiction, "russia"), period);
    return text + row("everywhere", GroupMeans(series, Breakdown::total, "total"), period);
}

std::string by_origin(SeriesRecorder const& series)
{
    std::string text =
        head("Legality and naturalization by ORIGIN, all destinations, at the end of the run",
             "Origin", during(series));
    for (Group const& group : groups(Breakdown::origin))
        if (series.shows(Breakdown::origin, group))
            text += row(group.name, GroupMeans(series, Breakdown::origin, group.name),
                        last_year_of(series));
    return text;
}
}  // namespace

std::string rates_in_sight(SeriesRecorder const& series)
{
    return definitions + ('\n' + in_russia(series)) + '\n' + by_destination(series) + '\n' +
           by_origin(series);
}
}  // namespace kochmon
