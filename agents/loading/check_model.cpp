// SPDX-License-Identifier: MIT
#include "agents/loading/check_model.hpp"

#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "config/resolved.hpp"

#include "agents/loading/check_origins.hpp"
#include "agents/model/parameters.hpp"
#include "agents/synthesis/start.hpp"

namespace kochmon
{
namespace
{
std::vector<std::string> below(std::string const& path, std::span<std::string const> names)
{
    std::vector<std::string> paths;
    for (std::string const& name : names) paths.push_back(path + name);
    return paths;
}

// A choice inside a nest cannot differ more than the nest does.
void check_dissimilarities(Scenario const& scenario, Month month)
{
    DepartureParameters departure;
    read(departure, scenario, month);
    if (departure.main_dissimilarity <= departure.going_dissimilarity) return;
    std::string const path =
        fmt::format("rules.departure.{}_dissimilarity", scenario.corridor().adjective());
    throw ScenarioError(fmt::format(
        "{}: {}: {} in {}, expected at most rules.departure.going_dissimilarity, which is {}",
        scenario.place_of_any({path, "rules.departure.going_dissimilarity"}, month), path,
        departure.main_dissimilarity, month.text(), departure.going_dissimilarity));
}

// A term of prison has a length.
void check_prison_terms(Scenario const& scenario, Month month)
{
    ForgeryLaw forgery;
    read(forgery, scenario, month);
    for (Jurisdiction const where : scenario.corridor().with_whole_law())
    {
        int const shortest = forgery.shortest_term[index(where)];
        int const longest = forgery.longest_term[index(where)];
        if (shortest <= longest) continue;
        std::string const path = path_of_law(scenario.corridor(), where) + ".criminal.longest_term";
        std::string const shortest_path =
            path_of_law(scenario.corridor(), where) + ".criminal.shortest_term";
        throw ScenarioError(fmt::format(
            "{}: {}: {} in {}, expected at least the shortest term, which is {}",
            scenario.place_of_any({path, shortest_path}, month), path,
            longest == 1 ? "1 month" : fmt::format("{} months", longest), month.text(), shortest));
    }
}

// Who waits for permanent residence longer than temporary residence holds never gets it.
void check_residence(Scenario const& scenario, Month month)
{
    ResidenceLaw residence;
    read(residence, scenario, month);
    for (Jurisdiction const where : scenario.corridor().with_whole_law())
    {
        int const wait = residence.months_before_permanent[index(where)];
        int const duration = residence.temporary_duration[index(where)];
        if (!residence.open(where) || wait <= duration) continue;
        std::string const path =
            path_of_law(scenario.corridor(), where) + ".residence.months_before_permanent";
        throw ScenarioError(fmt::format(
            "{}: {}: wait of {} months in {}, expected at most that of temporary "
            "residence, which is {}",
            scenario.place_of_any(
                {path, path_of_law(scenario.corridor(), where) + ".residence.temporary_duration"},
                month),
            path, wait, month.text(), duration));
    }
}

// Jobs found add up over the sectors.
void check_sectors(Scenario const& scenario, Month month)
{
    SectorParameters sectors;
    read(sectors, scenario, month);
    double sum = 0.0;
    for (double const size : sectors.size) sum += size;
    if (sum > 1.0 - 1e-9 && sum < 1.0 + 1e-9) return;
    std::vector<std::string> const paths = below("rules.work.sectors.", sector_names);
    throw ScenarioError(
        fmt::format("{}: rules.work.sectors: the shares add up to {:.10g} % in {}, expected 100 %",
                    scenario.place_of_any(paths, month), 100.0 * sum, month.text()));
}

// Remittances are put aside, invested or spent.
void check_remittances(Scenario const& scenario, Month month)
{
    RemittanceParameters remittance;
    HomeEconomies economies;
    read(remittance, scenario, month);
    read(economies, scenario, month);
    double const saved = remittance.saved.value();
    for (Country const country : scenario.corridor().with(Own::economy))
    {
        double const invested = economies.of[index(country)].invested.value();
        if (saved + invested <= 1.0 + 1e-9) continue;
        std::string const path =
            path_of_start(scenario.corridor(), country) + "home.investment.of_remittances";
        throw ScenarioError(fmt::format(
            "{}: {}: {:.10g} % in {}, expected at most what rules.remittance.saved leaves, which "
            "is {:.10g} %",
            scenario.place_of_any({path, "rules.remittance.saved"}, month), path, 100.0 * invested,
            month.text(), 100.0 * (1.0 - saved)));
    }
}

void check_share_sum(Scenario const& scenario, Month month, std::string const& what,
                     std::vector<std::string> const& names, double sum)
{
    if (sum <= 1.0 + 1e-9) return;
    throw ScenarioError(fmt::format(
        "{}: {}: the shares add up to {:.10g} % in {}, expected at most 100 %",
        scenario.place_of_any(below(what + ".", names), month), what, 100.0 * sum, month.text()));
}

// What is left of the kinds named is the last kind.
void check_exploitation(Scenario const& scenario, Month month)
{
    ExploitationParameters rule;
    read(rule, scenario, month);
    check_share_sum(scenario, month, "rules.exploitation.kinds", {"overtime", "pay_withheld"},
                    rule.overtime_share.value() + rule.withheld_share.value());
}

// Terms of law are whole months: a value between them would be rounded without a word.
void check_whole_numbers(Scenario const& scenario, Month month)
{
    for (auto const& parameter : scenario.content().declarations.parameters())
    {
        if (!parameter.declared.whole) continue;
        for (double const value : scenario.values(parameter.path, month))
        {
            if (value == static_cast<double>(round_half_to_even(value))) continue;
            throw ScenarioError(fmt::format(
                "{}: {}: {:.12g} in {}, shocks applied; expected a whole number, as the program "
                "counts "
                "here in whole months",
                scenario.place(parameter.path, month), parameter.path, value, month.text()));
        }
    }
}

// The stocks at the start must be possible and their destinations add up.
void check_start(Scenario const& scenario)
{
    Month const month = scenario.settings().start;
    StartParameters start;
    read(start, scenario, month);
    for (Country const country : scenario.corridor().countries())
    {
        std::string const at = path_of_start(scenario.corridor(), country);
        TraitParameters const& traits = start.traits[index(country)];
        check_share_sum(scenario, month, at + "population.schooling", {"secondary", "higher"},
                        traits.secondary.value() + traits.higher.value());
        double sum = 0.0;
        for (double const share : start.stock[index(country)].destination) sum += share;
        if (sum > 1.0 - 1e-9 && sum < 1.0 + 1e-9) continue;
        std::string const path = at + "start.destinations";
        throw ScenarioError(fmt::format(
            "{}: {}: the shares add up to {:.10g} %, expected 100 %",
            scenario.place_of_any(
                below(path + ".", std::span(scenario.corridor().place_names()).subspan(1)), month),
            path, 100.0 * sum));
    }
}

}  // namespace

void check_model(Scenario const& scenario)
{
    RunSettings const& settings = scenario.settings();
    for (Month month = settings.start; month < settings.end(); month = month + 1)
    {
        if (month != settings.start && !scenario.changes_in(month)) continue;
        check_dissimilarities(scenario, month);
        check_prison_terms(scenario, month);
        check_residence(scenario, month);
        check_sectors(scenario, month);
        check_remittances(scenario, month);
        check_exploitation(scenario, month);
        check_whole_numbers(scenario, month);
    }
    check_start(scenario);
    check_origins(scenario);
}
}  // namespace kochmon
