// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "engine/quantities.hpp"

#include "config/corridor.hpp"
#include "config/range.hpp"
#include "config/table_declared.hpp"

namespace kochmon
{
/// What kind of quantity a parameter is. It fixes the units that YAML accepts and the one in which
/// the program reads it (named first).
enum class Dimension
{
    ratio,              // no unit
    share,              // no unit (0.25) or %
    roubles,            // the currencies of the corridor (config/currencies.hpp)
    roubles_per_month,  // the same with /month
    per_month,          // 1/month, %/month, 1/year, %/year: a chance or a hazard within a month
    months,             // months, days (1/30 month), years
    persons,            // persons, full-scale
    persons_per_year,   // persons/year, full-scale
    truth,              // true or false
    word                // one of the declared words
};

/// A dimension by which a lever may be set apart for some persons, such as the region of origin.
struct GroupDimension
{
    std::string name;                // origin
    std::vector<std::string> names;  // batken, osh, ...
};

/// Whether a value may be a list of dated entries, and whether a shock may move it.
/// Every lever is dated.
enum class Use
{
    fixed,
    dated,
    lever
};

/// A parameter that has that value, of a quantity `above 0`; of one with groups, in some group.
struct Setting
{
    std::string path;
    std::string value;
};
inline constexpr char const* above_zero = "above 0";

/// All that is said about a parameter, once. Its value and source stand in YAML.
struct Declared
{
    Dimension dimension = Dimension::ratio;
    Range range = {};
    std::string meaning = {};
    Use use = Use::fixed;
    std::vector<GroupDimension> groups = {};  // cells run with the last dimension fastest
    std::vector<std::string> words = {};      // for Dimension::word, in the order of the enum
    bool whole = false;  // the program reads a whole number; set by the field, not by hand
    std::shared_ptr<Currencies const> currencies = {};  // of the corridor; likewise
    bool in_january = false;                            // what stands in January holds for the year
    // The cases in which the model asks for it at all, each with all that must be set; none:
    // always.
    std::vector<std::vector<Setting>> in_force = {};
};

inline Declared read_in_january(Declared declared)
{
    declared.in_january = true;
    return declared;
}

/// Of a rule that is not always in force: asked for in each of these cases.
inline Declared in_force_if_any(std::vector<std::vector<Setting>> cases, Declared declared)
{
    declared.in_force = std::move(cases);
    return declared;
}
/// The same with one case of one setting.
inline Declared in_force_if(Setting setting, Declared declared)
{
    return in_force_if_any({{std::move(setting)}}, std::move(declared));
}

/// Visits every parameter of a struct once. The same visit declares the parameters (for checks,
/// `explain` and the documentation) and reads their values of one month, so the two cannot differ.
///
///     struct AttentionParameters
///     {
///         Probability abroad;
///         void fields(Fields& field)
///         {
///             field("rules.attention.abroad", abroad,
///                   {Dimension::per_month, {0, 1}, "Chance that a person abroad reconsiders"});
///         }
///     };
class Fields
{
  public:
    using Assign = std::function<void(std::span<double const>)>;

    explicit Fields(Corridor const& corridor) : corridor_(corridor) {}
    virtual ~Fields() = default;

    /// Whose regions and places name parameters.
    Corridor const& corridor() const { return corridor_; }
    template <class Field>
    void operator()(std::string const& path, Field& field, Declared const& declared);
    /// The same for some cells of an array alone, one a group.
    template <class Field, std::size_t room>
    void of_cells(std::string const& path, std::array<Field, room>& fields,
                  std::vector<std::size_t> const& cells, Declared const& declared);
    virtual void table(std::string const& path, TableDeclared const& declared) = 0;

  protected:
    /// `assign` takes one value per group cell (one in all without groups), as the program reads
    /// them.
    virtual void parameter(std::string const& path, Declared const& declared,
                           Assign const& assign) = 0;

  private:
    /// With what the field and the corridor say of it.
    template <class Field>
    Declared with_kind_of(Field const& field, Declared declared) const;

    Corridor const& corridor_;
};

namespace detail
{
inline void assign(double& field, double value)
{
    field = value;
}
inline void assign(Probability& field, double value)
{
    field = Probability(value);
}
inline void assign(Share& field, double value)
{
    field = Share(value);
}
inline void assign(HazardPerMonth& field, double value)
{
    field = HazardPerMonth(value);
}
inline void assign(Kopecks& field, double roubles)
{
    field = Kopecks::from_roubles(roubles);
}
inline void assign(int& field, double value)
{
    field = static_cast<int>(round_half_to_even(value));
}
inline void assign(std::int64_t& field, double value)
{
    field = round_half_to_even(value);
}
inline void assign(bool& field, double value)
{
    field = value != 0.0;
}
template <class Enum>
requires std::is_enum_v<Enum>
void assign(Enum& field, double index_of_word)
{
    field = static_cast<Enum>(round_half_to_even(index_of_word));
}
template <class Field>
constexpr bool reads_whole_numbers(Field const&)
{
    return std::is_integral_v<Field> && !std::is_same_v<Field, bool>;
}
template <class Field, std::size_t room>
constexpr bool reads_whole_numbers(std::array<Field, room> const& fields)
{
    return reads_whole_numbers(fields[0]);
}
template <class Field>
void assign_cells(Field& field, std::span<double const> values)
{
    EXPECT(values.size() == 1);
    assign(field, values.front());
}
/// An array has room for the largest corridor; there are as many values as there are groups.
template <class Field, std::size_t room>
void assign_cells(std::array<Field, room>& fields, std::span<double const> values)
{
    EXPECT(values.size() <= room);
    for (std::size_t cell = 0; cell < values.size(); ++cell) assign(fields[cell], values[cell]);
}
}  // namespace detail

template <class Field>
Declared Fields::with_kind_of(Field const& field, Declared declared) const
{
    declared.whole = detail::reads_whole_numbers(field);
    declared.currencies = corridor_.shared_currencies();
    bool const is_money = declared.dimension == Dimension::roubles ||
                          declared.dimension == Dimension::roubles_per_month;
    if (!is_money || declared.currencies->list().empty()) return declared;
    declared.range.lowest *= declared.currencies->base().scale;
    declared.range.highest *= declared.currencies->base().scale;
    return declared;
}

template <class Field>
void Fields::operator()(std::string const& path, Field& field, Declared const& declared)
{
    parameter(path, with_kind_of(field, declared),
              [&field](std::span<double const> values) { detail::assign_cells(field, values); });
}

template <class Field, std::size_t room>
void Fields::of_cells(std::string const& path, std::array<Field, room>& fields,
                      std::vector<std::size_t> const& cells, Declared const& declared)
{
    parameter(path, with_kind_of(fields, declared),
              [&fields, cells](std::span<double const> values)
              {
                  EXPECT(values.size() == cells.size());
                  for (std::size_t k = 0; k < cells.size(); ++k)
                      detail::assign(fields[cells[k]], values[k]);
              });
}
}  // namespace kochmon
