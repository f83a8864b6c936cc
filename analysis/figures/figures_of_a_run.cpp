// SPDX-License-Identifier: MIT
#include "analysis/figures/figures_of_a_run.hpp"

#include <fmt/format.h>

namespace kochmon
{
namespace
{
struct LineLook
{
    unsigned colour;
    Stroke stroke;
};

TimeLine in_main(char const* measure, double scale, char const* label, LineLook look)
{
    return {measure, Breakdown::jurisdiction, scale, label, look.colour, look.stroke};
}

TimeLine of_all(char const* measure, double scale, char const* label, LineLook look)
{
    return {measure, Breakdown::total, scale, label, look.colour, look.stroke};
}

TimePanel step_of_legality(char const* title, char const* measure)
{
    return {.title = title,
            .unit = "Per cent",
            .from_nought = false,
            .lines = {in_main(measure, 100.0, "", {blue, Stroke::solid})}};
}

TimePanel people_abroad()
{
    return {.title = "Migrants abroad at month end, all destinations",
            .unit = "Thousand persons",
            .from_nought = true,
            .lines = {
                of_all("abroad", 1e-3, "All abroad", {black, Stroke::solid}),
                of_all("foreign_workers", 1e-3, "Foreign workers", {blue, Stroke::dashed}),
                of_all("irregular_workers", 1e-3, "Irregular workers", {vermilion, Stroke::dotted}),
                of_all("naturalized_abroad", 1e-3, "Naturalized",
                       {bluish_green, Stroke::dash_dotted})}};
}

TimePanel naturalization_rate(std::string const& main)
{
    return {.title = fmt::format("Naturalization rate in {}, last 12 months", main),
            .unit = "Per 100 foreigners",
            .from_nought = true,
            .lines = {in_main("naturalization_rate", 1.0, "", {bluish_green, Stroke::solid})}};
}

TimePanel rate_of_lawful_residence()
{
    return {.title = "Naturalizations by lawful residence, last 12 months",
            .unit = "Per 1,000 person-years",
            .from_nought = true,
            .lines = {in_main("naturalization_rate_lawful", 1.0, "", {blue, Stroke::solid})}};
}

TimePanel cumulative_incidence(std::string const& main)
{
    return {
        .title = fmt::format(
            "Naturalized by time since arrival in {}, at the rates of the last 12 months", main),
        .unit = "Per 100 arrivals",
        .from_nought = true,
        .lines = {
            in_main("naturalized_within_10_years", 100.0, "10 years", {black, Stroke::solid}),
            in_main("naturalized_within_5_years", 100.0, "5 years", {blue, Stroke::dashed}),
            in_main("naturalized_within_3_years", 100.0, "3 years", {vermilion, Stroke::dotted}),
            in_main("naturalized_within_1_year", 100.0, "1 year",
                    {bluish_green, Stroke::dash_dotted})}};
}
}  // namespace

TimeFigure figure_of_legality(Corridor const& corridor)
{
    // Each step has an axis of its own: on one from 0 to 100 none is seen to move.
    std::string const main = corridor.main_title();
    return {
        .name = "legality",
        .title = fmt::format("Legality of foreign workers in {}", main),
        .panels = {step_of_legality("Lawfully present, of foreign workers", "legality_by_presence"),
                   step_of_legality("Right to work (legality rate)", "legality_by_right"),
                   step_of_legality("Right to work and contract", "legality_by_contract"),
                   naturalization_rate(main), people_abroad()}};
}

TimeFigure figure_of_naturalization(Corridor const& corridor)
{
    std::string const main = corridor.main_title();
    return {.name = "naturalization",
            .title = fmt::format("Naturalization in {}", main),
            .panels = {naturalization_rate(main), rate_of_lawful_residence(),
                       cumulative_incidence(main)}};
}

std::vector<TimeFigure> figures_of_a_run(Corridor const& corridor)
{
    return {figure_of_legality(corridor), figure_of_naturalization(corridor)};
}
}  // namespace kochmon
