// SPDX-License-Identifier: MIT
#include "agents/synthesis/census_tables.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "agents/tables/neighbours.hpp"
#include "agents/tables/table_columns.hpp"

namespace kochmon
{
namespace
{
// Far below the smallest country of origin, and far above the persons that a table in thousands
// would give it.
constexpr Range persons_within_reason{100'000, 1e9};
// Between two counts of a region.
constexpr double most_growth = 10.0;
// Between two counts of an age group; fewer persons than these are few enough for any change.
constexpr double most_growth_of_ages = 4.0;
constexpr double nearest_counts = 10;  // years
constexpr double few_persons = 2'000;
// Men per woman of an age. World Population Prospects 2024, countries of origin: 0.93 to 1.21 below
// 60 years; 0.3 of those from 100 on.
constexpr Range men_per_woman{0.5, 2.0};
constexpr double fewest_old_men_per_woman = 0.1;
constexpr double age_of_the_old = 60;

using AgeGroup = std::tuple<std::string, int, int>;  // sex, first and last age

/// What a table says of one country in one year.
struct Pyramid
{
    std::vector<std::size_t> rows;
    std::set<AgeGroup> groups;
    double persons = 0.0;
};

AgeGroup group_of(Table const& table, std::size_t row)
{
    return {table.words("sex")[row], static_cast<int>(table.numbers("age_from")[row]),
            static_cast<int>(table.numbers("age_to")[row])};
}

using Pyramids = std::map<int, Pyramid>;  // by year

std::map<std::string, Pyramids> pyramids_of(Table const& table)
{
    std::map<std::string, Pyramids> pyramids;
    for (std::size_t row = 0; row < table.rows(); ++row)
    {
        auto const year = static_cast<int>(table.numbers("year")[row]);
        Pyramid& pyramid = pyramids[table.words("country")[row]][year];
        pyramid.rows.push_back(row);
        pyramid.groups.insert(group_of(table, row));
        pyramid.persons += table.numbers("persons")[row];
    }
    return pyramids;
}

/// The row of the oldest of each sex.
std::map<std::string, std::size_t> oldest_rows(Table const& table, Pyramid const& pyramid)
{
    std::map<std::string, std::size_t> oldest;
    std::vector<double> const& ages = table.numbers("age_to");
    for (std::size_t const row : pyramid.rows)
    {
        std::size_t& known = oldest.try_emplace(table.words("sex")[row], row).first->second;
        if (ages[row] > ages[known]) known = row;
    }
    return oldest;
}

void tell_unlike_ages(Table const& table, std::string const& at, Pyramid const& pyramid,
                      std::vector<TableFault>& faults)
{
    auto const oldest = oldest_rows(table, pyramid);
    std::vector<double> const& ages = table.numbers("age_to");
    auto const by_age = [&](auto const& one, auto const& other)
    { return ages[one.second] < ages[other.second]; };
    auto const [lower, higher] = std::ranges::minmax_element(oldest, by_age);
    if (ages[lower->second] == ages[higher->second]) return;
    faults.push_back(
        {lower->second,
         "age_to",
         {fmt::format("{}: ages up to {:.0f} of {}, but up to {:.0f} of {}", at,
                      ages[lower->second], lower->first, ages[higher->second], higher->first),
          "the same last age of both sexes", "add what is missing"}});
}

void tell_unlike_groups(Table const& table, std::string const& country, Pyramids const& pyramids,
                        std::vector<TableFault>& faults)
{
    auto const& [first_year, first] = *pyramids.begin();
    for (auto const& [year, pyramid] : pyramids)
    {
        if (pyramid.groups == first.groups) continue;
        auto const unlike =
            std::ranges::find_if(pyramid.rows, [&groups = first.groups, &table](std::size_t row)
                                 { return !groups.contains(group_of(table, row)); });
        faults.push_back({unlike == pyramid.rows.end() ? pyramid.rows.front() : *unlike,
                          "age_from",
                          {fmt::format("{}: the age groups of {} are not those of {}", country,
                                       year, first_year),
                           "the same groups in every year, between which persons are counted",
                           "split or join the groups of one of them"}});
    }
}

/// The first age group of which there are too many of one sex.
void tell_sexes(Table const& table, std::string const& at, Pyramid const& pyramid,
                std::vector<TableFault>& faults)
{
    std::map<std::pair<double, double>, std::map<std::string, std::size_t>> by_ages;
    for (std::size_t const row : pyramid.rows)
        by_ages[{table.numbers("age_from")[row], table.numbers("age_to")[row]}]
               [table.words("sex")[row]] = row;
    std::vector<double> const& persons = table.numbers("persons");
    for (auto const& [ages, by_sex] : by_ages)
    {
        if (by_sex.size() < sex_names.size()) continue;
        std::size_t const men = by_sex.at(sex_names[static_cast<std::size_t>(Sex::male)]);
        std::size_t const women = by_sex.at(sex_names[static_cast<std::size_t>(Sex::female)]);
        double const fewest =
            ages.first < age_of_the_old ? men_per_woman.lowest : fewest_old_men_per_woman;
        bool const are_few = std::max(persons[men], persons[women]) < few_persons;
        if (are_few || (persons[men] >= fewest * persons[women] &&
                        persons[men] <= men_per_woman.highest * persons[women]))
            continue;
        faults.push_back({std::max(men, women),
                          "persons",
                          {fmt::format("{}, age_from {:.0f}: {:.0f} men and {:.0f} women", at,
                                       ages.first, persons[men], persons[women]),
                           fmt::format("{} to {} men per woman", fewest, men_per_woman.highest),
                           "write persons of both sexes in the same unit"}});
        return;
    }
}

void tell_sum(std::string const& at, Pyramid const& pyramid, std::vector<TableFault>& faults)
{
    if (persons_within_reason.holds(pyramid.persons)) return;
    faults.push_back(
        {pyramid.rows.front(),
         "persons",
         {fmt::format("{}: {:.0f} persons in all", at, pyramid.persons),
          fmt::format("{:.0f} to {:.0f}", persons_within_reason.lowest,
                      persons_within_reason.highest),
          pyramid.persons < persons_within_reason.lowest ? "write persons, not thousands of them"
                                                         : "write persons of one country"}});
}
}  // namespace

std::vector<TableFault> faults_of_pyramids(Table const& age_sex)
{
    std::vector<TableFault> faults;
    for (auto const& [country, pyramids] : pyramids_of(age_sex))
    {
        tell_unlike_groups(age_sex, country, pyramids, faults);
        for (auto const& [year, pyramid] : pyramids)
        {
            std::string const at = fmt::format("{} in {}", country, year);
            tell_unlike_ages(age_sex, at, pyramid, faults);
            tell_sum(at, pyramid, faults);
            tell_sexes(age_sex, at, pyramid, faults);
        }
    }
    if (!faults.empty()) return faults;
    return unlike_neighbours(age_sex, {.number = "persons",
                                       .same = {"country", "sex", "age_from", "age_to"},
                                       .first = "year",
                                       .last = "year",
                                       .most_apart = nearest_counts,
                                       .most_times = most_growth_of_ages,
                                       .negligible = few_persons,
                                       .hint = "write persons in every row, not thousands"});
}

std::vector<TableFault> faults_of_regions(Table const& regions)
{
    std::map<std::string, std::map<double, std::size_t>> counts;  // row by region and year
    for (std::size_t row = 0; row < regions.rows(); ++row)
        counts[regions.words("region")[row]][regions.numbers("year")[row]] = row;
    std::vector<double> const& persons = regions.numbers("persons");
    std::vector<TableFault> faults;
    for (auto const& [region, rows] : counts)
        for (auto count = std::next(rows.begin()); count != rows.end(); ++count)
        {
            auto const before = std::prev(count);
            bool const grows = persons[count->second] >= persons[before->second];
            auto const less = grows ? before : count;
            auto const more = grows ? count : before;
            if (persons[more->second] <= most_growth * persons[less->second]) continue;
            faults.push_back(
                {less->second,
                 "persons",
                 {fmt::format("{}: {:.0f} persons in {:.0f}, but {:.0f} in {:.0f}", region,
                              persons[less->second], less->first, persons[more->second],
                              more->first),
                  fmt::format("at most {:.0f} times as many at the next count", most_growth),
                  "write persons in both rows, not thousands of them"}});
        }
    return faults;
}

void declare_census(Fields& field)
{
    ColumnDeclared const persons{.name = "persons",
                                 .kind = ColumnKind::whole_number,
                                 .range = persons_of_a_country,
                                 .unit = "persons"};
    ColumnDeclared inhabitants = persons;
    inhabitants.range.lowest = 1.0;  // a region without anybody has no share
    field.table("population.age_sex",
                {"Persons by country of origin, age and sex, for the years that the source gives",
                 {country_column(field.corridor()), year_column("year"), age_column("age_from"),
                  age_column("age_to"), sex_column(), persons},
                 {{"country", "sex"},
                  true,
                  {{"year", "year", "year"}, {"age", "age_from", "age_to", Cover::from_zero}}},
                 faults_of_pyramids});
    field.table("population.regions",
                {"Persons by region of origin, for the years that the source gives",
                 {country_column(field.corridor()), year_column("year"),
                  region_column(field.corridor()), inhabitants},
                 {{"country", "region"}, true, {{"year", "year", "year"}}},
                 faults_of_regions});
}
}  // namespace kochmon
