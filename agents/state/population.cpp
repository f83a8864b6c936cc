// SPDX-License-Identifier: MIT
#include "agents/state/population.hpp"

#include <functional>
#include <type_traits>
#include <utility>
#include <vector>

#include "engine/contract.hpp"
#include "engine/huge_pages.hpp"

namespace kochmon
{
namespace
{
// Of vectors alone, so that there is no gap in which a column that is not declared could hide.
template <class... Columns>
constexpr std::size_t sum_of_sizes(std::tuple<Columns&...> const*)
{
    return (sizeof(Columns) + ...);
}
template <class Table>
inline constexpr bool declares_all_columns =
    sum_of_sizes(static_cast<decltype(Table::columns(std::declval<Table&>())) const*>(nullptr)) ==
    sizeof(Table);
static_assert(declares_all_columns<Persons>, "name the new column in Persons::columns");

template <class Row, class... Values>
constexpr std::size_t sum_of_sizes(std::tuple<Values Row::*...> const&)
{
    return (sizeof(Values) + ...);
}
constexpr std::size_t gaps_of_persons = 5;
static_assert(sum_of_sizes(Person::attributes()) + gaps_of_persons == sizeof(Person),
              "name the new attribute in Person::attributes");
static_assert(declares_all_columns<Households>, "name the new column in Households::members");

template <class Column, class Visit>
void visit_columns(Column& column, Visit const& visit)
{
    visit(column);
}
template <class Column, class Visit>
void visit_columns(std::vector<std::vector<Column>>& columns, Visit const& visit)
{
    for (std::vector<Column>& column : columns) visit(column);
}
template <class Column, class Visit>
void visit_columns(std::vector<std::vector<Column>> const& columns, Visit const& visit)
{
    for (std::vector<Column> const& column : columns) visit(column);
}

// Calls `visit` with every column.
template <class Table, class Visit>
void for_each_column(Table& table, Visit const& visit)
{
    std::apply([&](auto&... columns) { (visit_columns(columns, visit), ...); },
               Table::columns(table));
}

template <class Column>
std::size_t bytes_of(Column const& column)
{
    return column.size() * sizeof(typename Column::value_type);
}

template <class Table>
std::size_t bytes_of_all(Table const& table)
{
    std::size_t bytes = 0;
    for_each_column(table, [&bytes](auto const& column) { bytes += bytes_of(column); });
    return bytes;
}

template <class Column>
void make_room_in(Column& column, std::size_t rows)
{
    if (rows <= column.capacity()) return;
    column.reserve(rows);
    auto* const untouched = column.data() + column.size();
    prefer_huge_pages(untouched,
                      (column.capacity() - column.size()) * sizeof(typename Column::value_type));
}

/// Moves rows of one column into a new one. The old is given back before the next is begun.
template <class Column>
void move_rows_of(Column& column, std::vector<std::uint32_t> const& to, std::size_t rows)
{
    auto const old = std::exchange(column, {});
    make_room_in(column, rows);
    column.resize(rows);
    for (std::size_t row = 0; row < to.size(); ++row) column[to[row]] = old[row];
}
}  // namespace

// Into rows that have their room already, since that lies in huge pages.
Persons::Persons(Persons const& other)
{
    ban_end.resize(other.ban_end.size());
    reserve(other.size());
    columns(*this) = columns(other);
}

void Persons::reserve(std::size_t persons)
{
    for_each_column(*this, [persons](auto& column) { make_room_in(column, persons); });
}

void Persons::resize(std::size_t persons)
{
    death.resize(persons, after_the_run);
    for_each_column(*this, [persons](auto& column) { column.resize(persons); });
}

void Persons::move_rows(std::vector<std::uint32_t> const& to, std::size_t persons,
                        Workers const& workers)
{
    EXPECT(to.size() == size());
    std::vector<std::function<void()>> columns;
    for_each_column(*this, [&](auto& column)
                    { columns.emplace_back([&] { move_rows_of(column, to, persons); }); });
    workers.for_each(columns.size(), [&](std::size_t column) { columns[column](); });
}

std::size_t Persons::bytes() const
{
    return bytes_of_all(*this);
}

void Households::resize(std::size_t households)
{
    for_each_column(*this, [households](auto& column) { column.resize(households); });
    first_member.resize(households + 1);
}

std::size_t Households::bytes() const
{
    return bytes_of_all(*this);
}

bool Population::is_whole() const
{
    bool is_whole = households.first_member.size() == households.size() + 1 &&
                    households.first_member.back() == persons.size();
    for_each_column(persons,
                    [&](auto const& column) { is_whole &= column.size() == persons.size(); });
    for_each_column(households,
                    [&](auto const& column)
                    {
                        is_whole &= column.size() == households.size() ||
                                    &column == static_cast<void const*>(&households.first_member);
                    });
    return is_whole;
}

bool is_inhabited(Population const& population, std::size_t household)
{
    auto const& first = population.households.first_member;
    for (std::size_t person = first[household]; person < first[household + 1]; ++person)
        if (population.persons.at_home(person)) return true;
    return false;
}

ByPlace<std::uint8_t> members_by_place(Population const& population, std::size_t household)
{
    ByPlace<std::uint8_t> members{};
    auto const& first = population.households.first_member;
    for (std::size_t person = first[household]; person < first[household + 1]; ++person)
        if (!population.persons.nowhere(person)) ++members[index(population.persons.place[person])];
    return members;
}
}  // namespace kochmon
