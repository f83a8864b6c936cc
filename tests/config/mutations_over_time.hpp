// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include <fmt/format.h>

#include "tests/config/mutations.hpp"

/// Mistakes in what holds from a month on: in a list of dated values, and in a shock, each at every
/// parameter. An @ in a mutation marks where the mistake must be told; it is taken out.
namespace kochmon::mutations
{
inline bool is_choice(Declared const& declared)
{
    return declared.dimension == Dimension::word || declared.dimension == Dimension::truth;
}

class OverTime
{
  public:
    /// `resolved`: the text of Scenario::resolved() of a scenario without mistakes or shocks.
    /// `start`: its first month.
    OverTime(Declarations const& declarations, std::string resolved, std::string start)
        : declarations_(declarations), text_(std::move(resolved)), start_(std::move(start))
    {
        Diagnostics diagnostics;
        root_ = parse_document(text_, diagnostics.add_file("resolved"), diagnostics);
        diagnostics.throw_if_any();
    }

    std::vector<Mutant> of_dated_values()
    {
        for (auto const& parameter : declarations_.parameters()) dates(parameter);
        return std::move(mutants_);
    }
    std::vector<Mutant> of_shocks()
    {
        shock("shocks", "no list", "@3", "shocks: ");
        shock("shocks", "no map", "- @3");
        for (auto const& parameter : declarations_.parameters()) shocks(parameter);
        return std::move(mutants_);
    }

  private:
    using Parameter = Declarations::Parameter;

    Node const& stated(std::string const& path) const
    {
        Node const* node = &*root_;
        std::istringstream parts(path);
        for (std::string part; std::getline(parts, part, '.');) node = node->find(part);
        return *node;
    }
    static std::string value_of(Node const& node)
    {
        Node const& first = node.is_list() ? node.items.front() : node;
        return first.find("value")->text;
    }

    void plant(Mutant mutant, std::string const& marked, std::string const& before,
               std::string const& after)
    {
        std::size_t const at = marked.find('@');
        std::string const whole = before + marked.substr(0, at);
        mutant.line = static_cast<int>(std::count(whole.begin(), whole.end(), '\n')) + 1;
        std::size_t const line_begin = whole.rfind('\n') + 1;
        mutant.column = static_cast<int>(whole.size() - line_begin) + 1;
        mutant.text = whole + marked.substr(at + 1) + after;
        mutants_.push_back(std::move(mutant));
    }

    void dates(Parameter const& parameter);
    void bad_dates(Parameter const& parameter, std::string const& value);
    void bad_values(Parameter const& parameter, std::string const& value);
    void dated(Parameter const& parameter, std::string const& mutation, std::string const& marked,
               std::string const& says = {});

    void shocks(Parameter const& parameter);
    void keys_of_shock(Parameter const& parameter, std::string const& value);
    void months_of_shock(Parameter const& parameter, std::string const& value);
    void amount_of_shock(Parameter const& parameter, std::string const& value);
    void groups_of_shock(Parameter const& parameter, std::string const& value);
    void shock(std::string const& path, std::string const& mutation, std::string const& marked,
               std::string const& head = "shocks:\n  ")
    {
        plant({.mutation = mutation, .path = path}, marked, text_ + head, "\n");
    }

    Declarations const& declarations_;
    std::string text_;
    std::string start_;
    std::optional<Node> root_;
    std::vector<Mutant> mutants_;
};

inline void OverTime::dated(Parameter const& parameter, std::string const& mutation,
                            std::string const& marked, std::string const& says)
{
    Node const& node = stated(parameter.path);
    if (node.is_list()) return;  // mutations.hpp has its own for lists that are there
    std::size_t begin = 0;
    for (int line = 1; line < node.place.line; ++line) begin = text_.find('\n', begin) + 1;
    std::size_t const end = text_.find('\n', begin);
    begin += static_cast<std::size_t>(node.place.column) - 1;
    plant({.mutation = mutation, .path = parameter.path, .says = says}, marked,
          text_.substr(0, begin), text_.substr(end));
}

inline void OverTime::dates(Parameter const& parameter)
{
    std::string const value = value_of(stated(parameter.path));
    if (parameter.declared.use == Use::fixed)
        return dated(parameter, "dates of what does not change",
                     fmt::format("@[{{from: {}, value: {}}}]", start_, value));
    bad_dates(parameter, value);
    bad_values(parameter, value);
}

inline void OverTime::bad_dates(Parameter const& parameter, std::string const& value)
{
    for (char const* month : {"2010", "2010-13", "2010-00", "10-01", "\"2005-01\"", "~", "1899-12",
                              "2010-1", "*there", "[2010-01]", "January"})
        dated(parameter, "no month",
              fmt::format("[{{from: {0}, value: {1}}}, {{from: @{2}, value: {1}}}]", start_, value,
                          month));
    dated(parameter, "first month after the start",
          fmt::format("[{{from: @2190-01, value: {}}}]", value));
    for (std::string const& second : {start_, std::string("1950-01")})
        dated(parameter, "no order",
              fmt::format("[{{from: {0}, value: {1}}}, {{from: @{2}, value: {1}}}]", start_, value,
                          second));
    dated(parameter, "no date", fmt::format("[@{{value: {}}}]", value));
    dated(parameter, "empty list", "@[]");
    dated(parameter, "no map in the list", "[@7]");
    dated(parameter, "mistyped key", fmt::format("[{{@form: {}, value: {}}}]", start_, value),
          "'from'");
}

inline void OverTime::bad_values(Parameter const& parameter, std::string const& value)
{
    auto const second =
        [&](std::string const& mutation, std::string const& stated, std::string const& says = {})
    {
        dated(parameter, mutation,
              fmt::format("[{{from: {0}, value: {1}}}, {{from: 2006-01, {2}}}]", start_, value,
                          stated),
              says);
    };
    dated(parameter, "no value",
          fmt::format("[{{from: {0}, value: {1}}}, @{{from: 2006-01}}]", start_, value));
    second("mistyped key", fmt::format("@valu: {}", value), "'value'");
    second("unknown key", fmt::format("value: {}, @until: 2007-01", value));
    for (char const* wrong : {"[1, 2]", "{a: 1}", "~", "*there", "\"\"", "&here 1", "!own 1"})
        second("wrong type", fmt::format("value: @{}", wrong));
    if (is_choice(parameter.declared)) return second("wrong word", "value: @no_such_word");
    std::string const unit(units_of(parameter.declared).front().text);
    for (char const* wrong : {"NaN", ".inf", "0x10", "010", "1e3", "+1"})
        second("no number", fmt::format("value: @{} {}", wrong, unit));
    second("quoted number", fmt::format("value: @\"{}\"", value));
    second("wrong unit", "value: @1 parsec");
    if (!unit.empty()) second("no unit", "value: @1");
    second("above range", fmt::format("value: @{} {}", std::string(39, '9'), unit));
}

inline void OverTime::shocks(Parameter const& parameter)
{
    auto const& [path, declared] = parameter;
    std::string const value = value_of(stated(path));
    if (declared.use != Use::lever)
        return shock("shocks", "no lever",
                     fmt::format("- {{lever: @{}, set: {}, from: 2006-01}}", path, value));
    keys_of_shock(parameter, value);
    months_of_shock(parameter, value);
    amount_of_shock(parameter, value);
    groups_of_shock(parameter, value);
}

inline void OverTime::keys_of_shock(Parameter const& parameter, std::string const& value)
{
    std::string const& path = parameter.path;
    std::string const name(last_part(path));
    std::string const room = path.substr(0, path.size() - name.size());
    for (std::string const& typo : typos_of(name))
    {
        if (declarations_.find(room + typo) != nullptr) continue;
        shock("shocks", "mistyped lever " + typo,
              fmt::format("- {{lever: @{}{}, set: {}, from: 2006-01}}", room, typo, value));
        mutants_.back().says = "'" + path + "'";
    }
    auto const mistyped = [&](std::string const& key, std::string const& marked)
    {
        shock("shocks", "mistyped key", marked);
        mutants_.back().says = "'" + key + "'";
    };
    mistyped("lever", fmt::format("- {{@levr: {}, set: {}, from: 2006-01}}", path, value));
    mistyped("set", fmt::format("- {{lever: {}, @sett: {}, from: 2006-01}}", path, value));
    mistyped("from", fmt::format("- {{lever: {}, set: {}, @form: 2006-01}}", path, value));
    mistyped("until",
             fmt::format("- {{lever: {}, set: {}, from: 2006-01, @untl: 2007-01}}", path, value));
    shock("shocks", "no lever", fmt::format("- @{{set: {}, from: 2006-01}}", value));
    shock("shocks", "no month", fmt::format("- @{{lever: {}, set: {}}}", path, value));
    shock(path, "no change", fmt::format("- @{{lever: {}, from: 2006-01}}", path));
    shock(path, "two changes",
          fmt::format("- @{{lever: {}, set: {}, scale: 2, from: 2006-01}}", path, value));
}

inline void OverTime::months_of_shock(Parameter const& parameter, std::string const& value)
{
    std::string const& path = parameter.path;
    std::string const begin = fmt::format("- {{lever: {}, set: {}, ", path, value);
    for (char const* month :
         {"2010", "2010-13", "10-01", "\"2010-01\"", "~", "[2010-01]", "1899-12", "1950-01"})
        shock(path, "no month", begin + "from: @" + month + "}");
    for (char const* month : {"2006-02", "2006-01", "2010-13", "soon"})
        shock(path, "no end", begin + "from: 2006-02, until: @" + month + "}");
    for (char const* ramp : {"0 months", "45 days", "many", "-3 months", "2 parsecs"})
        shock(path, "no ramp", begin + "from: 2006-01, ramp: @" + ramp + "}");
    if (is_choice(parameter.declared))
        shock(path, "ramp of a word", begin + "from: 2006-01, ramp: @3 months}");
}

inline void OverTime::amount_of_shock(Parameter const& parameter, std::string const& value)
{
    auto const& [path, declared] = parameter;
    auto const amount = [&, &path = path](std::string const& mutation, std::string const& marked)
    { shock(path, mutation, fmt::format("- {{lever: {}, from: 2006-01, {}}}", path, marked)); };
    for (char const* wrong : {"[1, 2]", "{a: 1}", "~", "\"\""})
        amount("wrong type", fmt::format("set: @{}", wrong));
    for (char const* wrong : {"*there", "&here 1", "!own 1"})
        shock("shocks", "no plain YAML",
              fmt::format("- {{lever: {}, from: 2006-01, set: @{}}}", path, wrong));
    shock("shocks", "no source",
          fmt::format("- {{lever: {}, set: {}, from: 2006-01, source: @[1]}}", path, value));
    if (is_choice(declared))
    {
        amount("wrong word", "set: @no_such_word");
        amount("scaled word", "scale: @2");
        return amount("word added", "add: @1");
    }
    std::string const unit(units_of(declared).front().text);
    for (char const* wrong : {"NaN", "0x10", "010", "1e3", "+1", "many"})
    {
        amount("no number", fmt::format("set: @{} {}", wrong, unit));
        amount("no number", fmt::format("add: @{} {}", wrong, unit));
        amount("no factor", fmt::format("scale: @{}", wrong));
    }
    amount("quoted number", fmt::format("set: @'{}'", value));
    amount("quoted factor", "scale: @\"1.1\"");
    amount("wrong unit", "set: @1 parsec");
    amount("wrong unit", "add: @1 parsec");
    amount("factor with a unit", "scale: @1.1 RUB");
    amount("above range", fmt::format("set: @{} {}", std::string(39, '9'), unit));
    amount("below range",
           fmt::format("set: @{:.0f} {}", std::floor(declared.range.lowest) - 1, unit));
    amount("beyond range", fmt::format("add: @{} {}", std::string(39, '9'), unit));
}

inline void OverTime::groups_of_shock(Parameter const& parameter, std::string const& value)
{
    auto const& [path, declared] = parameter;
    std::string const begin =
        fmt::format("- {{lever: {}, set: {}, from: 2006-01, group: ", path, value);
    if (declared.groups.empty()) return shock(path, "group of all", begin + "@{origin: osh}}");
    GroupDimension const& dimension = declared.groups.front();
    auto const typos = typos_of(dimension.names.front());
    shock(path, "no map", begin + "@3}");
    shock(path, "empty group", begin + "@{}}");
    shock(path, "unknown dimension", begin + "{@zone: x}}");
    shock(path, "nobody", begin + fmt::format("{{{}: @[]}}}}", dimension.name));
    shock(path, "twice",
          begin + fmt::format("{{{0}: @[{1}, {1}]}}}}", dimension.name, dimension.names.front()));
    shock(path, "mistyped group",
          begin + fmt::format("{{{}: @{}}}}}", dimension.name, typos.front()));
    mutants_.back().says = "'" + dimension.names.front() + "'";
}
}  // namespace kochmon::mutations
