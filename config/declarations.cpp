// SPDX-License-Identifier: MIT
#include "config/declarations.hpp"

#include <algorithm>

#include "engine/contract.hpp"

#include "config/table_key.hpp"

namespace kochmon
{
namespace
{
/// Parts of lower-case letters, digits and `_`, joined by dots.
bool is_path(std::string const& path)
{
    bool part_is_empty = true;
    for (char const letter : path)
    {
        bool const fits =
            (letter >= 'a' && letter <= 'z') || letter == '_' || (letter >= '0' && letter <= '9');
        if (letter == '.' ? part_is_empty : !fits) return false;
        part_is_empty = letter == '.';
    }
    return !part_is_empty;
}

bool is_sound(Declared const& declared)
{
    bool const has_words = !declared.words.empty();
    bool const is_word = declared.dimension == Dimension::word;
    bool groups_have_names = true;
    for (GroupDimension const& group : declared.groups)
        groups_have_names = groups_have_names && !group.names.empty();
    return has_words == is_word && groups_have_names &&
           declared.range.lowest <= declared.range.highest;
}

bool declares_columns(TableDeclared const& declared)
{
    for (ColumnDeclared const& column : declared.columns)
        if (column.name.empty() || column.name == "source") return false;
    return !declared.columns.empty();
}

bool is_column(TableDeclared const& declared, std::string const& name, ColumnKind kind)
{
    return std::ranges::any_of(declared.columns, [&](ColumnDeclared const& column)
                               { return column.name == name && column.kind == kind; });
}

/// A key is of named words and of whole numbers within narrow bounds: the memory for it is then
/// that of the declaration, whatever the file.
bool declares_key(TableDeclared const& declared)
{
    auto const is_of_words = [&](std::string const& name) {
        return is_column(declared, name, ColumnKind::word) &&
               !column_of(declared, name).words.empty();
    };
    auto const is_bounded = [&](AxisDeclared const& axis)
    {
        return is_column(declared, axis.from, ColumnKind::whole_number) &&
               is_column(declared, axis.to, ColumnKind::whole_number) &&
               column_of(declared, axis.from).range.lowest >= 0.0 &&
               column_of(declared, axis.to).range.highest <= 10'000.0;
    };
    KeyDeclared const& key = declared.key;
    return key.axes.size() <= 2 && std::ranges::all_of(key.columns, is_of_words) &&
           std::ranges::all_of(key.axes, is_bounded) &&
           (!key.columns.empty() || !key.has_every_word);
}
}  // namespace

void Declarations::add(std::string const& path, Declared const& declared)
{
    EXPECT(is_path(path) && is_sound(declared));
    EXPECT(ask_for_corridor() || find(path) == nullptr);
    if (find(path) != nullptr)
    {
        clash_ = clash_.value_or(path);
        return;
    }
    parameters_.push_back({path, declared});
}

void Declarations::add(std::string const& path, TableDeclared const& declared)
{
    EXPECT(is_path(path) && declares_columns(declared) && declares_key(declared));
    tables_.push_back({path, declared});
}

Declarations::Parameter const* Declarations::find(std::string const& path) const
{
    auto const found = std::find_if(parameters_.begin(), parameters_.end(),
                                    [&](Parameter const& here) { return here.path == path; });
    return found == parameters_.end() ? nullptr : &*found;
}
}  // namespace kochmon
