// SPDX-License-Identifier: MIT
#include "config/declarations.hpp"

#include <algorithm>

#include "engine/contract.hpp"

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
}  // namespace

void Declarations::add(std::string const& path, Declared const& declared)
{
    EXPECT(is_path(path) && find(path) == nullptr);
    EXPECT(is_sound(declared));
    parameters_.push_back({path, declared});
}

void Declarations::add(std::string const& path, TableDeclared const& declared)
{
    EXPECT(is_path(path) && declares_columns(declared));
    tables_.push_back({path, declared});
}

Declarations::Parameter const* Declarations::find(std::string const& path) const
{
    auto const found = std::find_if(parameters_.begin(), parameters_.end(),
                                    [&](Parameter const& here) { return here.path == path; });
    return found == parameters_.end() ? nullptr : &*found;
}
}  // namespace kochmon
