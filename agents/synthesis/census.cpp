// SPDX-License-Identifier: MIT
#include "agents/synthesis/census.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/format.h>

#include "engine/error.hpp"
#include "engine/quantities.hpp"

#include "agents/origins.hpp"

namespace kochmon
{
namespace
{
int whole(double number)
{
    return static_cast<int>(round_half_to_even(number));
}

// The years of a table around `year`, and the weight of the later one.
struct Bracket
{
    int earlier = 0;
    int later = 0;
    double weight_of_later = 0.0;
};

Bracket bracket_of(std::vector<double> const& years, int year)
{
    std::set<int> known;
    for (double const entry : years) known.insert(whole(entry));
    if (known.empty()) throw ScenarioError("a population table has no rows; it needs one year");
    auto const later = known.lower_bound(year);
    if (later == known.end()) return {*known.rbegin(), *known.rbegin(), 0.0};
    if (*later == year || later == known.begin()) return {*later, *later, 0.0};
    int const earlier = *std::prev(later);
    double const passed = year - earlier;
    return {earlier, *later, passed / (*later - earlier)};
}

Sex sex_of(std::string const& word)
{
    if (word == "female") return Sex::female;
    if (word == "male") return Sex::male;
    throw ScenarioError(
        fmt::format("population.age_sex: sex is '{}'; expected 'female' or 'male'", word));
}

using CellKey = std::pair<int, int>;  // sex, first age

// Every age once, from birth to the same oldest age of both sexes.
void demand_every_age(std::map<CellKey, AgeSexCell> const& cells, std::string const& country,
                      int year)
{
    std::array<int, 2> next{};
    for (auto const& [key, cell] : cells)
    {
        int& expected = next[index(cell.sex)];
        if (cell.age_from != expected || cell.age_to < cell.age_from)
            throw ScenarioError(fmt::format(
                "population.age_sex: {} of {} in {}: ages {} to {}; expected a group from age {} "
                "on, since every age stands once",
                cell.sex == Sex::female ? "women" : "men", country, year, cell.age_from,
                cell.age_to, expected));
        expected = cell.age_to + 1;
    }
    if (next[0] != next[1])
        throw ScenarioError(fmt::format(
            "population.age_sex: {} in {}: ages up to {} for women, but up to {} for men; expected "
            "the same",
            country, year, next[index(Sex::female)] - 1, next[index(Sex::male)] - 1));
}

std::map<CellKey, AgeSexCell> cells_of_year(Table const& table, int year)
{
    std::map<CellKey, AgeSexCell> cells;
    for (std::size_t row = 0; row < table.rows(); ++row)
    {
        if (whole(table.numbers("year")[row]) != year) continue;
        AgeSexCell const cell{.age_from = whole(table.numbers("age_from")[row]),
                              .age_to = whole(table.numbers("age_to")[row]),
                              .sex = sex_of(table.words("sex")[row]),
                              .persons = table.numbers("persons")[row]};
        if (!cells.emplace(CellKey{static_cast<int>(cell.sex), cell.age_from}, cell).second)
            throw ScenarioError(fmt::format(
                "population.age_sex: {} has two rows for age {}; expected one for each sex", year,
                cell.age_from));
    }
    demand_every_age(cells, table.words("country").front(), year);
    return cells;
}

std::vector<std::string> regions_of(Country country)
{
    std::vector<std::string> names;
    for (std::size_t region = 0; region < region_count; ++region)
        if (origin_country(static_cast<Region>(region)) == country)
            names.push_back(region_names[region]);
    return names;
}

ByRegion<double> persons_of_year(Table const& table, Country country, int year)
{
    std::vector<std::string> const names = regions_of(country);
    ByRegion<double> persons{};
    for (std::size_t row = 0; row < table.rows(); ++row)
    {
        if (whole(table.numbers("year")[row]) != year) continue;
        std::string const& name = table.words("region")[row];
        auto const found = std::find(names.begin(), names.end(), name);
        if (found == names.end())
            throw ScenarioError(
                fmt::format("population.regions: unknown region '{}' of {}; expected one of {}",
                            name, country_names[index(country)], fmt::join(names, ", ")));
        persons[index(first_regions[index(country)]) +
                static_cast<std::size_t>(found - names.begin())] = table.numbers("persons")[row];
    }
    for (std::size_t region = 0; region < region_count; ++region)
        if (origin_country(static_cast<Region>(region)) == country && persons[region] <= 0.0)
            throw ScenarioError(fmt::format("population.regions: {} has no persons in {}",
                                            region_names[region], year));
    return persons;
}

ByRegion<double> shares(ByRegion<double> const& persons)
{
    double total = 0.0;
    for (double const count : persons) total += count;
    ByRegion<double> shares{};
    for (std::size_t region = 0; region < region_count; ++region)
        shares[region] = persons[region] / total;
    return shares;
}
}  // namespace

std::vector<AgeSexCell> pyramid_of(Table const& age_sex, int year)
{
    Bracket const years = bracket_of(age_sex.numbers("year"), year);
    auto const earlier = cells_of_year(age_sex, years.earlier);
    auto const later = cells_of_year(age_sex, years.later);
    std::vector<AgeSexCell> pyramid;
    for (auto const& [key, cell] : earlier)
    {
        auto const match = later.find(key);
        if (match == later.end() || later.size() != earlier.size())
            throw ScenarioError(fmt::format(
                "population.age_sex: {} and {} have different age groups; expected the same",
                years.earlier, years.later));
        AgeSexCell between = cell;
        between.persons += years.weight_of_later * (match->second.persons - cell.persons);
        pyramid.push_back(between);
    }
    return pyramid;
}

ByRegion<double> region_shares_of(Table const& regions, Country country, int year)
{
    Bracket const years = bracket_of(regions.numbers("year"), year);
    ByRegion<double> const earlier = shares(persons_of_year(regions, country, years.earlier));
    ByRegion<double> const later = shares(persons_of_year(regions, country, years.later));
    ByRegion<double> between = earlier;
    for (std::size_t region = 0; region < region_count; ++region)
        between[region] += years.weight_of_later * (later[region] - earlier[region]);
    return between;
}

std::vector<AgeSexCell> pyramid_of(Scenario const& scenario, Country country, int year)
{
    return pyramid_of(rows_of(scenario, "population.age_sex", country), year);
}

ByRegion<double> region_shares_of(Scenario const& scenario, Country country, int year)
{
    return region_shares_of(rows_of(scenario, "population.regions", country), country, year);
}

double persons_in(std::vector<AgeSexCell> const& pyramid)
{
    double persons = 0.0;
    for (AgeSexCell const& cell : pyramid) persons += cell.persons;
    return persons;
}
}  // namespace kochmon
