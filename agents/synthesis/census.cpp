// SPDX-License-Identifier: MIT
#include "agents/synthesis/census.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "engine/contract.hpp"
#include "engine/error.hpp"
#include "engine/quantities.hpp"

#include "agents/vocabulary/origins.hpp"

namespace kochmon
{
namespace
{
int whole(double number)
{
    return static_cast<int>(round_half_to_even(number));
}

// Two years of a table and the weight of the later one: below 0 before the earlier, above 1 after
// it.
struct Bracket
{
    int earlier = 0;
    int later = 0;
    double weight_of_later = 0.0;
};

// What is counted at mid-year is counted as July begins.
Month mid_year(int year)
{
    return Month::of(year, 7);
}

// The two counts around `month`; before the first and after the last the two that are nearest.
Bracket bracket_of(std::vector<double> const& years, Month month)
{
    std::set<int> known;
    for (double const entry : years) known.insert(whole(entry));
    EXPECT(!known.empty());
    if (known.size() == 1) return {*known.begin(), *known.begin(), 0.0};
    auto later = std::ranges::find_if(known, [&](int year) { return mid_year(year) >= month; });
    if (later == known.end()) --later;
    if (later == known.begin()) ++later;
    int const earlier = *std::prev(later);
    double const passed = month - mid_year(earlier);
    return {earlier, *later, passed / (mid_year(*later) - mid_year(earlier))};
}

constexpr int months_beyond = 6;

void demand_count_near(Month month, Table const& age_sex, std::string const& country)
{
    auto const [first, last] = std::ranges::minmax(age_sex.numbers("year"));
    Month const from = mid_year(whole(first)) - months_beyond;
    Month const to = mid_year(whole(last)) + months_beyond;
    if (from <= month && month <= to) return;
    throw ScenarioError(fmt::format(
        "{}: population.age_sex: no count of {} near time.start {}, expected a start from {} to "
        "{}, or rows of further years",
        age_sex.place(0), country, month.text(), from.text(), to.text()));
}

Sex sex_of(std::string const& word)
{
    return static_cast<Sex>(std::ranges::find(sex_names, word) - sex_names.begin());
}

using CellKey = std::pair<int, int>;  // sex, first age

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
        cells.emplace(CellKey{static_cast<int>(cell.sex), cell.age_from}, cell);
    }
    return cells;
}

ByRegion<double> persons_of_year(Corridor const& corridor, Table const& table, int year)
{
    ByRegion<double> persons{};
    for (std::size_t row = 0; row < table.rows(); ++row)
    {
        if (whole(table.numbers("year")[row]) != year) continue;
        auto const region = corridor.region_named(table.words("region")[row]);
        EXPECT(region.has_value());
        persons[index(*region)] = table.numbers("persons")[row];
    }
    return persons;
}

ByRegion<double> shares(ByRegion<double> const& persons)
{
    double total = 0.0;
    for (double const count : persons) total += count;
    ByRegion<double> shares{};
    for (std::size_t region = 0; region < most_regions; ++region)
        shares[region] = persons[region] / total;
    return shares;
}
}  // namespace

std::vector<AgeSexCell> pyramid_of(Table const& age_sex, Month month)
{
    Bracket const years = bracket_of(age_sex.numbers("year"), month);
    auto const earlier = cells_of_year(age_sex, years.earlier);
    auto const later = cells_of_year(age_sex, years.later);
    std::vector<AgeSexCell> pyramid;
    for (auto const& [key, cell] : earlier)
    {
        AgeSexCell between = cell;
        between.persons += years.weight_of_later * (later.at(key).persons - cell.persons);
        between.persons = std::max(between.persons, 0.0);
        pyramid.push_back(between);
    }
    return pyramid;
}

ByRegion<double> region_shares_of(Corridor const& corridor, Table const& regions, Month month)
{
    Bracket const years = bracket_of(regions.numbers("year"), month);
    double const weight = std::clamp(years.weight_of_later, 0.0, 1.0);
    ByRegion<double> const earlier = shares(persons_of_year(corridor, regions, years.earlier));
    ByRegion<double> const later = shares(persons_of_year(corridor, regions, years.later));
    ByRegion<double> between = earlier;
    for (std::size_t region = 0; region < most_regions; ++region)
        between[region] += weight * (later[region] - earlier[region]);
    return between;
}

std::vector<AgeSexCell> pyramid_at_start(Scenario const& scenario, Country country)
{
    Table const rows = rows_of(scenario, "population.age_sex", country);
    Month const start = scenario.settings().start;
    demand_count_near(start, rows, scenario.corridor().name_of(country));
    return pyramid_of(rows, start);
}

ByRegion<double> region_shares_at_start(Scenario const& scenario, Country country)
{
    return region_shares_of(scenario.corridor(), rows_of(scenario, "population.regions", country),
                            scenario.settings().start);
}

double persons_in(std::vector<AgeSexCell> const& pyramid)
{
    double persons = 0.0;
    for (AgeSexCell const& cell : pyramid) persons += cell.persons;
    return persons;
}
}  // namespace kochmon
