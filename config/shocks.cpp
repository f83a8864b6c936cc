// SPDX-License-Identifier: MIT
#include "config/shocks.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "config/plain_decimal.hpp"
#include "config/settings.hpp"
#include "config/suggestion.hpp"
#include "config/values.hpp"

namespace kochmon
{
namespace
{
bool is_choice(Declared const& declared)
{
    return declared.dimension == Dimension::word || declared.dimension == Dimension::truth;
}

/// Levers spelt nearly so, or else those that end so.
/// Those that end as a text does, by as many of its words as some lever has; by one alone if that
/// is all of it.
std::vector<std::string> levers_ending_as(std::string const& text,
                                          std::vector<std::string> const& levers)
{
    std::vector<std::string> alike;
    for (std::size_t at = 0; alike.empty() && at < text.size();)
    {
        std::string const end = "." + text.substr(at);
        bool const says_enough = at == 0 || end.find('.', 1) != std::string::npos;
        if (says_enough)
            std::ranges::copy_if(levers, std::back_inserter(alike),
                                 [&end](std::string const& lever) { return lever.ends_with(end); });
        std::size_t const dot = text.find('.', at);
        at = dot == std::string::npos ? text.size() : dot + 1;
    }
    return alike;
}

std::vector<std::string> levers_like(std::string const& text,
                                     std::vector<std::string> const& levers)
{
    constexpr std::size_t at_most = 3;
    std::vector<std::string> near = closest(text, levers);
    for (std::string const& lever : levers_ending_as(text, levers))
        if (near.size() < at_most && std::ranges::find(near, lever) == near.end())
            near.push_back(lever);
    return near;
}

Reading<std::size_t> index_of(std::string const& name, std::vector<std::string> const& names)
{
    auto const found = std::find(names.begin(), names.end(), name);
    if (found != names.end()) return {static_cast<std::size_t>(found - names.begin())};
    return {
        {},
        {"unknown group " + shown(name), listed(names, "or"), did_you_mean(closest(name, names))}};
}
}  // namespace

bool Shock::meets(Shock const& other) const
{
    return (!until || other.from < *until) && (!other.until || from < *other.until);
}

double Shock::weight(Month month) const
{
    if (month < from || (until && month >= *until)) return 0.0;
    int const months_in_force = month - from + 1;
    if (months_in_force >= ramp) return 1.0;
    return static_cast<double>(months_in_force) / static_cast<double>(ramp);
}

bool Shock::covers(std::size_t cell, std::vector<GroupDimension> const& dimensions) const
{
    std::vector<std::size_t> position(dimensions.size());
    for (std::size_t at = dimensions.size(); at-- > 0;)
    {
        position[at] = cell % dimensions[at].names.size();
        cell /= dimensions[at].names.size();
    }
    return std::all_of(groups.begin(), groups.end(),
                       [&](Group const& group)
                       {
                           return std::binary_search(group.chosen.begin(), group.chosen.end(),
                                                     position[group.dimension]);
                       });
}

std::vector<Shock> ShockReader::read(Node const& list) const
{
    if (list.is_spoiled()) return {};
    if (!list.is_list())
    {
        diagnostics_.report(list.place, "shocks",
                            {described(list) + " instead of a list", "a list of shocks"});
        return {};
    }
    std::vector<Shock> shocks;
    for (Node const& item : list.items)
        if (auto read = shock(item)) shocks.push_back(*std::move(read));
    demand_order(shocks);
    return shocks;
}

/// Shocks act in the order of their months; two of one month on one value have none, nor have those
/// of two files of a package that hold at once, since nobody has written them for each other.
void ShockReader::demand_order(std::vector<Shock> const& shocks) const
{
    for (std::size_t k = 1; k < shocks.size() && !diagnostics_.is_crowded(); ++k)
        for (std::size_t before = 0; before < k; ++before)
        {
            Shock const& one = shocks[before];
            Shock const& other = shocks[k];
            if (!is_ambiguous(one, other)) continue;
            report_ambiguous(one, other);
            break;
        }
}

bool ShockReader::is_ambiguous(Shock const& one, Shock const& other) const
{
    auto const is_packaged = [&](Shock const& shock)
    { return std::ranges::find(packaged_, shock.place.file) != packaged_.end(); };
    if (one.parameter != other.parameter) return false;
    bool const are_of_two_files =
        one.place.file != other.place.file && is_packaged(one) && is_packaged(other);
    bool const are_of_one_time = are_of_two_files ? one.meets(other) : one.from == other.from;
    return are_of_one_time && share_a_cell(one, other);
}

void ShockReader::report_ambiguous(Shock const& one, Shock const& other) const
{
    std::string const first = place_text(one.place, other.place);
    std::string const& path = declarations_.parameters()[other.parameter].path;
    if (one.from == other.from)
        return diagnostics_.report(
            other.place, path,
            {fmt::format(
                 "a second shock from {} (the first is at {}), so that it is open which acts first",
                 other.from.text(), first),
             "one shock a month, or groups that share nobody"});
    diagnostics_.report(other.place, path,
                        {fmt::format("a shock in months in which that of {} holds too, in another "
                                     "file of the package, so that it is open which acts first",
                                     first),
                         "months of their own (from, until), groups that share nobody, or both "
                         "shocks in one file"});
}

/// Where a shock stands, seen from another.
std::string ShockReader::place_text(FilePlace place, FilePlace from) const
{
    if (place.file == from.file) return fmt::format("{}:{}", place.line, place.column);
    return fmt::format("{}:{}:{}", diagnostics_.files().at(static_cast<std::size_t>(place.file)),
                       place.line, place.column);
}

bool ShockReader::share_a_cell(Shock const& one, Shock const& other) const
{
    Declared const& declared = declarations_.parameters()[one.parameter].declared;
    std::size_t cells = 1;
    for (GroupDimension const& dimension : declared.groups) cells *= dimension.names.size();
    for (std::size_t cell = 0; cell < cells; ++cell)
        if (one.covers(cell, declared.groups) && other.covers(cell, declared.groups)) return true;
    return false;
}

std::optional<Shock> ShockReader::shock(Node const& node) const
{
    if (node.is_spoiled()) return std::nullopt;
    if (!node.is_map())
    {
        diagnostics_.report(
            node.place, "shocks",
            {described(node) + " instead of a shock", "{lever: PATH, set: VALUE, from: MONTH}"});
        return std::nullopt;
    }
    Keyed const keyed(node, "shocks",
                      {"lever", "set", "scale", "add", "from", "until", "ramp", "group", "source"},
                      diagnostics_);
    Node const* const lever_node = keyed.required("lever");
    auto const parameter = lever_node == nullptr ? std::nullopt : lever(*lever_node);
    if (!parameter) return std::nullopt;
    Shock shock{.parameter = *parameter, .amount = {}, .from = {}, .place = node.place};
    shock.source = keyed.text("source");
    if (shock.source.empty()) shock.source = source_of_the_user;
    bool const has_amount = read_amount(keyed, shock);
    bool const has_months = read_months(keyed, shock);
    bool const has_ramp = read_ramp(keyed, shock);
    bool const has_groups = read_groups(keyed.optional("group"), shock);
    if (!has_amount || !has_months || !has_ramp || !has_groups) return std::nullopt;
    return shock;
}

std::optional<std::size_t> ShockReader::lever(Node const& node) const
{
    if (node.is_spoiled()) return std::nullopt;
    std::vector<std::string> levers;
    for (auto const& parameter : declarations_.parameters())
        if (parameter.declared.use == Use::lever) levers.push_back(parameter.path);
    std::string const text = node.is_scalar() ? node.text : std::string{};
    auto const* const found = declarations_.find(text);
    if (found != nullptr && found->declared.use == Use::lever)
        return static_cast<std::size_t>(found - declarations_.parameters().data());
    Mistake mistake{"no lever " + described(node), "the path of a lever", {}};
    if (found != nullptr) mistake.what = shown(text) + " is a parameter but not a lever";
    std::vector<std::string> near;
    if (!diagnostics_.is_crowded() && found == nullptr) near = levers_like(text, levers);
    mistake.hint = did_you_mean(near);
    diagnostics_.report(node.place, "shocks", mistake);
    return std::nullopt;
}

bool ShockReader::read_amount(Keyed const& keyed, Shock& shock) const
{
    std::string const& path = declarations_.parameters()[shock.parameter].path;
    std::vector<std::string> kinds;
    for (char const* kind : {"set", "scale", "add"})
        if (keyed.optional(kind) != nullptr) kinds.emplace_back(kind);
    if (kinds.empty() && keyed.has_unknown()) return false;
    if (kinds.size() != 1)
    {
        std::string const what = kinds.empty() ? "no change" : listed(kinds, "and") + " at once";
        diagnostics_.report(keyed.map().place, path, {what, "one of set, scale or add"});
        return false;
    }
    shock.kind = kinds.front() == "set"     ? Shock::Kind::set
                 : kinds.front() == "scale" ? Shock::Kind::scale
                                            : Shock::Kind::add;
    Node const& node = *keyed.optional(kinds.front());
    shock.place = node.place;
    bool const is_whole = !node.is_spoiled() && !keyed.parts_a_number();
    auto read = is_whole ? amount(node, shock) : std::nullopt;
    if (!read) return false;
    shock.amount = *std::move(read);
    return true;
}

/// Of a change in per cent, which `add` does not take: `a change by -10 % is scale: 90 %`.
std::string factor_of_change(std::string const& change)
{
    auto const number =
        read_quantity(change.substr(change.starts_with('+') ? 1 : 0), Dimension::share);
    if (!number.value) return "a rise by a tenth is scale: 110 %";
    return fmt::format("a change by {} is scale: {} %", change,
                       number_text(100.0 + 100.0 * number.value->amount));
}

std::optional<Value> ShockReader::amount(Node const& node, Shock const& shock) const
{
    auto const& [path, declared] = declarations_.parameters()[shock.parameter];
    Reading<Value> reading;
    if (shock.kind == Shock::Kind::set)
        reading = read_value(node, declared);
    else if (is_choice(declared))
        reading.mistake = {"a lever without number can only be set", "set: VALUE"};
    else if (!node.is_scalar() || node.quoted)
        reading.mistake = {described(node) + " is not a number", "a number"};
    else if (shock.kind == Shock::Kind::add)
        reading = read_quantity(node.text, declared);
    else
        reading = read_quantity(node.text, Dimension::ratio);
    // A rise written with its sign is none: what would be left is a fall to that part.
    if (!reading.value && shock.kind == Shock::Kind::scale && node.is_scalar() &&
        node.text.starts_with('+'))
        reading.mistake = {shown(node.text) + " is no factor", "what the value is multiplied by",
                           "a rise by a tenth is 1.1 or 110 %"};
    if (!reading.value && shock.kind == Shock::Kind::add && node.is_scalar() &&
        node.text.ends_with('%') && reading.mistake.hint.find('%') == std::string::npos)
        reading.mistake = {shown(node.text) + " is no amount", expected_text(declared),
                           factor_of_change(node.text)};
    if (!reading.value) diagnostics_.report(node.place, path, reading.mistake);
    return std::move(reading.value);
}

std::optional<Month> ShockReader::month(Node const* node, std::string const& path) const
{
    if (node == nullptr || node->is_spoiled()) return std::nullopt;
    auto const reading = read_month(*node);
    if (!reading.value) diagnostics_.report(node->place, path, reading.mistake);
    return reading.value;
}

bool ShockReader::read_months(Keyed const& keyed, Shock& shock) const
{
    std::string const& path = declarations_.parameters()[shock.parameter].path;
    Node const* const from_node = keyed.required("from");
    Node const* const until_node = keyed.optional("until");
    auto const from = month(from_node, path);
    shock.until = month(until_node, path);
    if (!from || (until_node != nullptr && !shock.until)) return false;
    shock.from = *from;
    if (start_ && *from < *start_)
        diagnostics_.report(from_node->place, path,
                            {"a shock from " + from->text() + ", before the run",
                             "a month not before time.start " + start_->text()});
    if (shock.until && *shock.until <= *from)
        diagnostics_.report(until_node->place, path,
                            {"a shock until " + shock.until->text() + " that never holds",
                             "a month after " + from->text()});
    return true;
}

bool ShockReader::read_ramp(Keyed const& keyed, Shock& shock) const
{
    Node const* const node = keyed.optional("ramp");
    if (node == nullptr) return true;
    if (node->is_spoiled()) return false;
    auto const& [path, declared] = declarations_.parameters()[shock.parameter];
    auto reading = read_duration(*node, 1);
    if (is_choice(declared))
        reading = {{}, {"a ramp of a lever without number", "a change at once"}};
    if (!reading.value) diagnostics_.report(node->place, path, reading.mistake);
    shock.ramp = reading.value.value_or(1);
    return reading.value.has_value();
}

bool ShockReader::read_groups(Node const* node, Shock& shock) const
{
    if (node == nullptr) return true;
    if (node->is_spoiled()) return false;
    auto const& [path, declared] = declarations_.parameters()[shock.parameter];
    std::vector<std::string> names;
    for (GroupDimension const& dimension : declared.groups) names.push_back(dimension.name);
    if (names.empty())
        diagnostics_.report(node->place, path, {"a group of a lever that holds for all alike"});
    else if (!node->is_map() || node->entries.empty())
        diagnostics_.report(node->place, path,
                            {described(*node) + " as group", "a map with " + listed(names, "or")});
    else
    {
        Keyed const keyed(*node, path, names, diagnostics_);
        for (Node::Entry const& entry : node->entries)
            if (auto read = group(entry, shock)) shock.groups.push_back(*std::move(read));
        std::sort(shock.groups.begin(), shock.groups.end(),
                  [](auto const& a, auto const& b) { return a.dimension < b.dimension; });
        return shock.groups.size() == node->entries.size();
    }
    return false;
}

std::optional<Shock::Group> ShockReader::group(Node::Entry const& entry, Shock const& shock) const
{
    auto const& [path, declared] = declarations_.parameters()[shock.parameter];
    auto const dimension =
        std::find_if(declared.groups.begin(), declared.groups.end(),
                     [&](GroupDimension const& here) { return here.name == entry.key; });
    if (dimension == declared.groups.end() || entry.value.is_spoiled()) return std::nullopt;
    Shock::Group group{static_cast<std::size_t>(dimension - declared.groups.begin()), {}};
    std::vector<Node> const names =
        entry.value.is_list() ? entry.value.items : std::vector{entry.value};
    for (Node const& name : names)
    {
        auto const index = group_name(name, *dimension, path);
        if (!index) return std::nullopt;
        group.chosen.push_back(*index);
    }
    std::sort(group.chosen.begin(), group.chosen.end());
    bool const repeats =
        std::adjacent_find(group.chosen.begin(), group.chosen.end()) != group.chosen.end();
    if (!names.empty() && !repeats) return group;
    diagnostics_.report(
        entry.value.place, path,
        {repeats ? "a group named twice" : "no group named", listed(dimension->names, "or")});
    return std::nullopt;
}

std::optional<std::size_t> ShockReader::group_name(Node const& node,
                                                   GroupDimension const& dimension,
                                                   std::string const& path) const
{
    if (node.is_spoiled()) return std::nullopt;
    Reading<std::size_t> reading;
    reading.mistake = {described(node) + " as group", listed(dimension.names, "or")};
    if (node.is_scalar()) reading = index_of(node.text, dimension.names);
    if (!reading.value) diagnostics_.report(node.place, path, reading.mistake);
    return reading.value;
}
}  // namespace kochmon
