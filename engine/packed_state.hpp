// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "engine/packed_file.hpp"

// What a program keeps in memory, written into a packed file and read again, value by value. A
// class takes part in it by a function that names its members once:
//
//     template <class Self>
//     static auto members(Self& self)
//     {
//         auto& [cash, debt] = self;
//         return std::tie(cash, debt);
//     }
//
// Since the first line must name them all, a new member that is not named there does not compile.
namespace kochmon
{
/// Values whose bytes are all that there is to know: no gaps between members, nothing outside. What
/// is added to such a class is part of its bytes. Must hold no address.
template <class Value>
inline constexpr bool is_plain = std::is_floating_point_v<Value> ||
                                 (std::has_unique_object_representations_v<Value> &&
                                  !std::is_pointer_v<Value>);
template <class Value, std::size_t size>
inline constexpr bool is_plain<std::array<Value, size>> = is_plain<Value>;

/// One attribute of all rows of a table that is kept row by row: in a file it is a column, which is
/// the same as that of a table kept by columns. `Row` is const where it is only looked at.
template <class Row, class Of, class Value>
class Attribute
{
  public:
    Attribute(Row& rows, Value Of::*which) : rows_(&rows), which_(which) {}
    std::vector<Value> column() const
    {
        std::vector<Value> values;
        values.reserve(rows_->size());
        for (Of const& row : *rows_) values.push_back(row.*which_);
        return values;
    }
    /// A table without rows gets as many as there are values.
    void set(std::vector<Value> const& values) const
    {
        rows_->resize(values.size());
        for (std::size_t row = 0; row < values.size(); ++row) (*rows_)[row].*which_ = values[row];
    }

  private:
    Row* rows_;
    Value Of::*which_;
};

/// Those of a table whose rows name theirs: `Row::attributes()` is a tuple of pointers to members.
template <class Rows>
auto attributes_of(Rows& rows)
{
    return std::apply([&rows](auto... which) { return std::tuple(Attribute(rows, which)...); },
                      Rows::value_type::attributes());
}

namespace detail
{
template <class Value>
inline constexpr bool is_attribute = false;
template <class Row, class Of, class Value>
inline constexpr bool is_attribute<Attribute<Row, Of, Value>> = true;

template <class Value>
inline constexpr bool is_row = false;
template <class Value>
inline constexpr bool is_row<std::vector<Value>> = true;
template <class Value>
inline constexpr bool is_row<std::deque<Value>> = true;
template <>
inline constexpr bool is_row<std::string> = true;

template <class Value>
inline constexpr bool is_contiguous = false;
template <class Value>
inline constexpr bool is_contiguous<std::vector<Value>> = is_plain<Value>;
template <>
inline constexpr bool is_contiguous<std::string> = true;

template <class Value>
inline constexpr bool is_array = false;
template <class Value, std::size_t size>
inline constexpr bool is_array<std::array<Value, size>> = true;

template <class Value>
inline constexpr bool is_optional = false;
template <class Value>
inline constexpr bool is_optional<std::optional<Value>> = true;
}  // namespace detail

template <class Value>
void pack(Packer& to, Value const& value);

namespace detail
{
template <class Values>
void pack_row(Packer& to, Values const& values)
{
    pack(to, std::uint64_t{values.size()});
    if constexpr (is_contiguous<Values>)
        to.add({reinterpret_cast<char const*>(values.data()),
                values.size() * sizeof(typename Values::value_type)});
    else
        for (auto const& value : values) pack(to, value);
}
}  // namespace detail

template <class Value>
void pack(Packer& to, Value const& value)
{
    if constexpr (detail::is_attribute<Value>)
        pack(to, value.column());
    else if constexpr (is_plain<Value>)
        to.add({reinterpret_cast<char const*>(&value), sizeof value});
    else if constexpr (detail::is_row<Value>)
        detail::pack_row(to, value);
    else if constexpr (detail::is_array<Value>)
        for (auto const& one : value) pack(to, one);
    else if constexpr (detail::is_optional<Value>)
    {
        pack(to, value.has_value());
        if (value) pack(to, *value);
    }
    else
        std::apply([&](auto const&... members) { (pack(to, members), ...); },
                   Value::members(value));
}

/// Throws DamageError where the file holds something else.
template <class Value>
void unpack(Unpacker& from, Value& value);

namespace detail
{
template <class Values>
void unpack_row(Unpacker& from, Values& values)
{
    std::uint64_t size = 0;
    unpack(from, size);
    // Each value is a byte at least.
    if (size > from.left()) throw DamageError("says of a column that it is longer than the file");
    values.clear();
    values.resize(size);
    if constexpr (is_contiguous<Values>)
        from.take({reinterpret_cast<char*>(values.data()),
                   values.size() * sizeof(typename Values::value_type)});
    else
        for (auto& value : values) unpack(from, value);
}
}  // namespace detail

template <class Value>
void unpack(Unpacker& from, Value& value)
{
    if constexpr (detail::is_attribute<Value>)
    {
        auto column = value.column();
        unpack(from, column);
        value.set(column);
    }
    else if constexpr (is_plain<Value>)
        from.take({reinterpret_cast<char*>(&value), sizeof value});
    else if constexpr (detail::is_row<Value>)
        detail::unpack_row(from, value);
    else if constexpr (detail::is_array<Value>)
        for (auto& one : value) unpack(from, one);
    else if constexpr (detail::is_optional<Value>)
    {
        bool is_there = false;
        unpack(from, is_there);
        value.reset();
        if (is_there) unpack(from, value.emplace());
    }
    else
        std::apply([&](auto&&... members) { (unpack(from, members), ...); }, Value::members(value));
}
}  // namespace kochmon
