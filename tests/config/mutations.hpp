// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "config/document.hpp"
#include "config/outline.hpp"
#include "config/quantity.hpp"
#include "config/scenario.hpp"

/// One mistake planted at every place where a complete scenario can have it. The suite knows only
/// declarations and a text, so that it serves any room: every mutant must be refused, once, at its
/// line and column, under its path.
namespace kochmon::mutations
{
struct Mutant
{
    std::string mutation;
    std::string path;
    std::string text = {};
    int line = 1;
    int column = 1;
    std::string says = {};  // what the message must contain
};

/// A text as lines, with the edits that mutants need. Lines and columns count from 1.
class Lines
{
  public:
    explicit Lines(std::string const& text)
    {
        std::istringstream stream(text);
        for (std::string line; std::getline(stream, line);) lines_.push_back(line);
    }
    std::string text() const
    {
        std::string text;
        for (std::string const& line : lines_) text += line + "\n";
        return text;
    }
    Lines& replace(FilePlace at, std::size_t length, std::string const& instead)
    {
        std::string& line = lines_.at(static_cast<std::size_t>(at.line) - 1);
        line.replace(static_cast<std::size_t>(at.column) - 1, length, instead);
        return *this;
    }
    /// The first line after the key at `key` and all that stands below it.
    int end_of_block(FilePlace key) const
    {
        auto line = static_cast<std::size_t>(key.line);
        while (line < lines_.size() && indent(lines_[line]) >= static_cast<std::size_t>(key.column))
            ++line;
        return static_cast<int>(line) + 1;
    }
    Lines& erase_block(FilePlace key)
    {
        lines_.erase(at(key.line), at(end_of_block(key)));
        return *this;
    }
    Lines& repeat_block(FilePlace key)
    {
        std::vector<std::string> const block(at(key.line), at(end_of_block(key)));
        lines_.insert(at(end_of_block(key)), block.begin(), block.end());
        return *this;
    }

  private:
    static std::size_t indent(std::string const& line) { return line.find_first_not_of(' '); }
    std::vector<std::string>::iterator at(int line) { return lines_.begin() + (line - 1); }
    std::vector<std::string> lines_;
};

/// `fee`: deletion `fe`, transposition `efe`, substitution `fqe`, insertions `fqee` and `feee`.
inline std::vector<std::string> typos_of(std::string const& name)
{
    std::vector<std::string> typos;
    std::size_t const middle = name.size() / 2;
    auto const add = [&](std::string const& typo)
    {
        if (typo != name && !typo.empty()) typos.push_back(typo);
    };
    add(name.substr(0, middle) + name.substr(middle + 1));
    for (std::size_t at = 1; at < name.size() && typos.size() < 2; ++at)
        if (name[at - 1] != name[at])
            add(name.substr(0, at - 1) + name[at] + name[at - 1] + name.substr(at + 1));
    std::string const foreign = name[middle] == 'q' ? "z" : "q";
    add(std::string(name).replace(middle, 1, foreign));
    add(std::string(name).insert(middle, foreign));
    add(name + name.back());
    return typos;
}

class Maker
{
  public:
    /// `resolved`: the text of Scenario::resolved() of a scenario without mistakes.
    Maker(Declarations const& declarations, std::string resolved)
        : declarations_(declarations), outline_(declarations), text_(std::move(resolved))
    {
        Diagnostics diagnostics;
        root_ = parse_document(text_, diagnostics.add_file("resolved"), diagnostics);
        diagnostics.throw_if_any();
    }
    std::vector<Mutant> mutants()
    {
        below(outline_.root(), *root_, FilePlace{0, 1, 1});
        return std::move(mutants_);
    }

  private:
    void below(Branch const& group, Node const& map, FilePlace place);
    void of_key(Branch const& group, Node const& map, Node::Entry const& entry, FilePlace place);
    void of_group(Branch const& group, Node::Entry const& entry);
    void of_parameter(Branch const& leaf, Node const& node);
    void of_any_value(std::string const& path, Node const& value);
    void of_quantity(std::string const& path, Node const& value, Declared const& declared);
    void of_choice(std::string const& path, Node const& value, Declared const& declared);
    void of_dates(std::string const& path, Node const& list);
    void of_table(Branch const& leaf, Node const& node);
    void of_setting(std::string const& path, Node const& value);
    void put(std::string const& path, Node const& value, std::string const& mutation,
             std::string const& instead)
    {
        Lines lines(text_);
        lines.replace(value.place, value.text.size(), instead);
        mutants_.push_back({mutation, path, lines.text(), value.place.line, value.place.column});
    }

    Declarations const& declarations_;
    Outline outline_;
    std::string text_;
    std::optional<Node> root_;
    std::vector<Mutant> mutants_;
};

inline void Maker::below(Branch const& group, Node const& map, FilePlace place)
{
    for (Node::Entry const& entry : map.entries)
    {
        Branch const* const branch = group.child(entry.key);
        if (branch == nullptr || branch->path == "shocks") continue;
        of_key(group, map, entry, place);
        if (branch->is_group()) below(*branch, entry.value, entry.place);
        if (branch->is_group()) of_group(*branch, entry);
        if (branch->kind == Branch::Kind::parameter) of_parameter(*branch, entry.value);
        if (branch->kind == Branch::Kind::table) of_table(*branch, entry.value);
        if (branch->kind == Branch::Kind::setting) of_setting(branch->path, entry.value);
    }
}

/// `place`: the key of the enclosing map, where a missing key is told.
inline void Maker::of_key(Branch const& group, Node const& map, Node::Entry const& entry,
                          FilePlace place)
{
    Branch const& branch = *group.child(entry.key);
    std::string const parent = group.path.empty() ? "" : group.path + ".";
    for (std::string const& typo : typos_of(entry.key))
    {
        if (group.child(typo) != nullptr) continue;  // a sibling is called so
        Lines lines(text_);
        lines.replace(entry.place, entry.key.size(), typo);
        mutants_.push_back({"typo " + typo, parent + typo, lines.text(), entry.place.line,
                            entry.place.column, "'" + entry.key + "'"});
    }
    Lines doubled(text_);
    int const line = doubled.end_of_block(entry.place);
    doubled.repeat_block(entry.place);
    mutants_.push_back({"key twice", branch.path, doubled.text(), line, entry.place.column});
    if (branch.is_optional) return;
    Lines erased(text_);
    erased.erase_block(entry.place);
    bool const is_only_child = map.entries.size() == 1;
    mutants_.push_back({"key missing", is_only_child ? group.path : branch.path, erased.text(),
                        place.line, place.column});
}

inline void Maker::of_group(Branch const& group, Node::Entry const& entry)
{
    for (char const* instead : {"3", "text", "[1, 2]", "\"\""})
    {
        Lines lines(text_);
        lines.erase_block(entry.place);
        std::string text = lines.text();
        std::size_t at = 0;
        for (int line = 1; line < entry.place.line; ++line) at = text.find('\n', at) + 1;
        std::string const indent(static_cast<std::size_t>(entry.place.column) - 1, ' ');
        text.insert(at, fmt::format("{}{}: {}\n", indent, entry.key, instead));
        int const column = entry.place.column + static_cast<int>(entry.key.size()) + 2;
        mutants_.push_back(
            {fmt::format("{} for a map", instead), group.path, text, entry.place.line, column});
    }
}

inline void Maker::of_any_value(std::string const& path, Node const& value)
{
    for (char const* instead : {"[1, 2]", "{a: 1}", "~", "*there", "\"\"", "'quoted 1'", "?x y"})
        put(path, value, "wrong type", instead);
    for (char const* before : {"&here ", "!!str ", "!own "})
        put(path, value, "decorated", before + value.text);
    put(path, value, "trailing garbage", value.text + " garbage");
    put(path, value, "trailing garbage", value.text + ".");
}

inline void Maker::of_parameter(Branch const& leaf, Node const& node)
{
    Node const& first = node.is_list() ? node.items.front() : node;
    Node const& value = *first.find("value");
    Declared const& declared = declarations_.parameters()[leaf.index].declared;
    bool const is_choice =
        declared.dimension == Dimension::word || declared.dimension == Dimension::truth;
    of_any_value(leaf.path, value);
    is_choice ? of_choice(leaf.path, value, declared) : of_quantity(leaf.path, value, declared);
    if (node.is_list()) of_dates(leaf.path, node);
    for (char const* key : {"valeu", "units"})
    {
        Lines lines(text_);
        lines.replace(first.place, 1, fmt::format("{{{}: 1, ", key));
        mutants_.push_back({"unknown key beside the value", leaf.path, lines.text(),
                            first.place.line, first.place.column + 1});
    }
}

inline void Maker::of_quantity(std::string const& path, Node const& value, Declared const& declared)
{
    std::string const unit(units_of(declared).front().text);
    std::string const after = unit.empty() ? "" : " " + unit;
    for (char const* number : {"NaN", ".nan", ".inf", "-.inf", "0x10", "010", "1e3", "1.5e+2", "+1",
                               "1.", ".5", "1__0", "_1", "1_", "many", "--1", "0o7", "1 2"})
        put(path, value, "no number", number + after);
    put(path, value, "no number", "~");
    put(path, value, "quoted number", fmt::format("\"{}\"", value.text));
    put(path, value, "quoted number", fmt::format("'{}'", value.text));
    put(path, value, "wrong unit", "1 parsec");
    put(path, value, "wrong unit", "1 " + unit + "s");
    for (char const* unknown : {"nominal", "nominal RUR", "nominal KGS", "RUB nominal"})
        put(path, value, "wrong unit", fmt::format("1 {}", unknown));
    bool const needs_unit = !unit.empty();
    if (needs_unit) put(path, value, "no unit", value.text.substr(0, value.text.find(' ')));
    if (needs_unit) put(path, value, "no space", "1" + unit);
    if (needs_unit) put(path, value, "two spaces", "1  " + unit);
    put(path, value, "below range",
        fmt::format("{:.0f}{}", std::floor(declared.range.lowest) - 1, after));
    put(path, value, "above range",
        fmt::format("{:.0f}{}", std::ceil(declared.range.highest) + 1, after));
    put(path, value, "far above range", std::string(39, '9') + after);
    put(path, value, "too long", std::string(400, '9') + after);
}

inline void Maker::of_choice(std::string const& path, Node const& value, Declared const& declared)
{
    for (char const* instead : {"12", "0", "no_such_word", "True", "yes", "\"true \"", "~"})
        put(path, value, "wrong word", instead);
    if (declared.dimension == Dimension::truth) return put(path, value, "quoted truth", "\"true\"");
    std::string const typo = value.text + "x";
    put(path, value, "mistyped word", typo);
    mutants_.back().says = "'" + value.text + "'";
}

inline void Maker::of_dates(std::string const& path, Node const& list)
{
    Node const& first = *list.items.front().find("from");
    for (char const* month : {"2010", "2010-13", "2010-00", "10-01", "\"2005-01\"", "~", "1899-12"})
        put(path, first, "no month", month);
    put(path, first, "first month after the start", "2190-01");
    // The order of the list is then wrong as well.
    if (list.items.size() > 1) mutants_.pop_back();
    if (list.items.size() > 1) put(path, *list.items[1].find("from"), "no order", first.text);
}

inline void Maker::of_table(Branch const& leaf, Node const& node)
{
    Node const& file = *node.find("file");
    for (char const* instead : {"data/none.csv", "data", "/etc/passwd", "~", "[a, b]", "\"\""})
        put(leaf.path, file, "no table", instead);
}

inline void Maker::of_setting(std::string const& path, Node const& value)
{
    for (char const* instead : {"[1, 2]", "{a: 1}", "~", "*there", "&here 1", "!!str 1", "No Name"})
        put(path, value, "wrong setting", instead);
    if (path == "scenario") return;
    for (char const* instead : {"-1", "1.5", "010", "0x10", "1e3", "\"7\"", "many", ".nan",
                                "99999999999999999999", "2010-13", "3 parsecs", "-6 months"})
        put(path, value, "wrong setting", instead);
}

inline std::vector<Mutant> mutants_of(Declarations const& declarations, std::string const& resolved)
{
    return Maker(declarations, resolved).mutants();
}

inline std::filesystem::path mutant_file(std::filesystem::path const& folder)
{
    return folder / "mutant.yaml";
}

/// What is told of a text; nothing where it is accepted. `folder` holds the tables.
inline std::string refusal_of(std::string const& text, Declarations const& declarations,
                              std::filesystem::path const& folder)
{
    std::filesystem::path const file = mutant_file(folder);
    // A truncated file is flushed to the disk when it is closed; a new one is not.
    std::filesystem::remove(file);
    std::ofstream(file, std::ios::binary) << text;
    try
    {
        Scenario::load(file, declarations);
        return {};
    }
    catch (ScenarioError const& error)
    {
        return error.what();
    }
}

/// What is wrong with how a mutant is refused; nothing if all is well.
inline std::string fault_of(Mutant const& mutant, Declarations const& declarations,
                            std::filesystem::path const& folder)
{
    std::string const told = refusal_of(mutant.text, declarations, folder);
    if (told.empty()) return "accepted";
    std::string const begin = fmt::format("{}:{}:{}: {}", mutant_file(folder).string(), mutant.line,
                                          mutant.column, mutant.path);
    std::string const after = told.substr(std::min(begin.size(), told.size()), 1);
    bool const is_at_its_place = told.starts_with(begin) && (after == ":" || after == ".");
    bool const says_it = told.find(mutant.says) != std::string::npos;
    bool const is_told_once = told.find('\n') == std::string::npos;
    return is_at_its_place && says_it && is_told_once ? std::string{} : told;
}

/// One text for each mutant that is not refused as it should be.
inline std::vector<std::string> faults(std::vector<Mutant> const& mutants,
                                       Declarations const& declarations,
                                       std::filesystem::path const& folder)
{
    std::vector<std::string> faults;
    for (Mutant const& mutant : mutants)
    {
        std::string const fault = fault_of(mutant, declarations, folder);
        if (fault.empty()) continue;
        std::istringstream text(mutant.text);
        std::string line;
        for (int at = 0; at < mutant.line; ++at) std::getline(text, line);
        faults.push_back(fmt::format("{} at {} ({}:{}, says {}): {}\n  {}", mutant.mutation,
                                     mutant.path, mutant.line, mutant.column, mutant.says, line,
                                     fault));
    }
    return faults;
}
}  // namespace kochmon::mutations
