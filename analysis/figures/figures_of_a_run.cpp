// SPDX-License-Identifier: MIT
#include "analysis/figures/figures_of_a_run.hpp"

namespace kochmon
{
namespace
{
// Colours of Okabe and Ito, told apart also by those who see no red or green; dashes for print.
constexpr char black[] = "lc rgb '#000000' lw 2.0 dt 1";
constexpr char blue[] = "lc rgb '#0072B2' lw 2.6 dt 1";
constexpr char dashed_blue[] = "lc rgb '#0072B2' lw 2.2 dt (14,5)";
constexpr char sky[] = "lc rgb '#56B4E9' lw 2.2 dt (14,5)";
constexpr char vermilion[] = "lc rgb '#D55E00' lw 2.2 dt (5,4)";
constexpr char green[] = "lc rgb '#009E73' lw 2.6 dt 1";
constexpr char dotted_green[] = "lc rgb '#009E73' lw 2.2 dt (12,4,2,4)";

TimeLine in_russia(char const* measure, double scale, char const* label, char const* style)
{
    return {measure, Breakdown::jurisdiction, "russia", scale, label, style};
}

TimeLine of_all(char const* measure, double scale, char const* label, char const* style)
{
    return {measure, Breakdown::total, "total", scale, label, style};
}

TimePanel steps_of_legality()
{
    return {.title = "Legality in Russia, of 100 foreign workers",
            .unit = "Per cent",
            .range = "[*:*]",
            .top = 0.915,
            .bottom = 0.715,
            .key = 0.655,
            .lines = {in_russia("legality_by_presence", 100.0, "Lawfully present", sky),
                      in_russia("legality_by_right", 100.0, "Right to work (legality rate)", blue),
                      in_russia("legality_by_contract", 100.0, "Right and contract", vermilion)}};
}

TimePanel people_abroad()
{
    return {.title = "Migrants abroad at month end, all destinations",
            .unit = "Thousand persons",
            .range = "[0:*]",
            .top = 0.345,
            .bottom = 0.1,
            .key = 0.022,
            .lines = {of_all("abroad", 1e-3, "All abroad", black),
                      of_all("foreign_workers", 1e-3, "Foreign workers", dashed_blue),
                      of_all("irregular_workers", 1e-3, "Irregular workers", vermilion),
                      of_all("naturalized_abroad", 1e-3, "Naturalized", dotted_green)}};
}

TimePanel naturalization_rate(double top, double bottom)
{
    return {.title = "Naturalization rate in Russia: per 100 foreigners, last 12 months",
            .unit = "Per 100 foreigners",
            .range = "[0:0.1<*]",
            .top = top,
            .bottom = bottom,
            .key = 0.0,
            .lines = {in_russia("naturalization_rate", 1.0, "", green)}};
}

TimePanel rate_of_lawful_residence()
{
    return {.title = "Naturalizations per 1,000 person-years of lawful residence, last 12 months",
            .unit = "Per 1,000",
            .range = "[0:1<*]",
            .top = 0.62,
            .bottom = 0.455,
            .key = 0.0,
            .lines = {in_russia("naturalization_rate_lawful", 1.0, "", blue)}};
}

TimePanel cumulative_incidence()
{
    return {
        .title = "Naturalized so long after arrival in Russia, at the rates of the last 12 months",
        .unit = "Per 100 arrivals",
        .range = "[0:1<*]",
        .top = 0.37,
        .bottom = 0.1,
        .key = 0.022,
        .lines = {in_russia("naturalized_within_10_years", 100.0, "10 years", black),
                  in_russia("naturalized_within_5_years", 100.0, "5 years", blue),
                  in_russia("naturalized_within_3_years", 100.0, "3 years", vermilion),
                  in_russia("naturalized_within_1_year", 100.0, "1 year", dotted_green)}};
}
}  // namespace

TimeFigure const& figure_of_legality()
{
    static TimeFigure const figure{
        .name = "legality",
        .height = 1120,
        .panels = {steps_of_legality(), naturalization_rate(0.595, 0.425), people_abroad()}};
    return figure;
}

TimeFigure const& figure_of_naturalization()
{
    static TimeFigure const figure{.name = "naturalization",
                                   .height = 1000,
                                   .panels = {naturalization_rate(0.91, 0.71),
                                              rate_of_lawful_residence(), cumulative_incidence()}};
    return figure;
}
}  // namespace kochmon
