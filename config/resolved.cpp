// SPDX-License-Identifier: MIT
#include "config/resolved.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "config/plain_text.hpp"

namespace kochmon
{
namespace
{
bool is_bare_letter(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') ||
           std::string_view(" ._/()-+%").find(letter) != std::string_view::npos;
}

std::string in_lower_case(std::string text)
{
    for (char& letter : text)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return text;
}

/// What readers of YAML 1.1 in R and Python take for a truth, and we for a word.
bool is_truth_elsewhere(std::string const& text)
{
    static std::set<std::string> const words = {"y", "n", "yes", "no", "on", "off"};
    return words.contains(in_lower_case(text));
}

/// Text that some reader takes for a truth, nothing, a number, a date or a time.
bool reads_as_other(std::string const& text)
{
    std::string const lower = in_lower_case(text);
    bool const begins_like_a_number =
        (text.front() >= '0' && text.front() <= '9') || text.front() == '.' || text.front() == '+';
    return begins_like_a_number || is_truth_elsewhere(text) || lower == "true" ||
           lower == "false" || lower == "null";
}

std::string in_quotes(std::string const& text)
{
    std::string quoted = "\"";
    for (std::size_t at = 0; at < text.size(); ++at)
    {
        // An escape may have put it there, and within a text no file may hold it as it is.
        if (std::string_view(text).substr(at).starts_with(byte_order_mark))
        {
            quoted += "\\uFEFF";
            at += byte_order_mark.size() - 1;
            continue;
        }
        if (text[at] == '"' || text[at] == '\\') quoted += '\\';
        quoted += text[at];
    }
    return quoted + '"';
}

/// Bare text that YAML takes for itself: no indicator, no spaces around.
bool may_be_bare(std::string const& text)
{
    bool const begins_well = !text.empty() && is_bare_letter(text.front()) &&
                             std::string_view(" -%").find(text.front()) == std::string_view::npos;
    return begins_well && text.back() != ' ' &&
           std::all_of(text.begin(), text.end(), is_bare_letter);
}

/// Writes the outline from the top, each group as a map, each leaf in one line or as a list.
class YamlWriter
{
  public:
    YamlWriter(ResolvedScenario const& scenario, std::string const& tables)
        : scenario_(scenario), tables_(tables)
    {
    }
    std::string text();

  private:
    void write(Branch const& branch, std::size_t depth);
    void write_leaf(Branch const& leaf, std::string const& indent);
    void write_parameter(Branch const& leaf, std::string const& indent);
    void write_shocks();
    std::string setting(std::string const& path) const;

    ResolvedScenario const& scenario_;
    std::string const& tables_;
    std::string text_;
};

std::string YamlWriter::setting(std::string const& path) const
{
    RunSettings const& settings = scenario_.settings;
    if (path == "schema") return "1";
    if (path == "scenario") return yaml_text(scenario_.name);
    if (path == "time.start") return settings.start.text();
    if (path == "time.warm_up") return fmt::format("{} months", settings.warm_up);
    if (path == "time.months") return fmt::format("{}", settings.months);
    if (path == "population.seed") return fmt::format("{}", settings.seed);
    if (path == "population.persons")
        return settings.persons ? fmt::format("{}", *settings.persons) : "full";
    if (path == "population.population_seed" && settings.population_seed)
        return fmt::format("{}", *settings.population_seed);
    return {};
}

void YamlWriter::write_parameter(Branch const& leaf, std::string const& indent)
{
    StatedValues const& stated = scenario_.stated[leaf.index];
    if (!stated.is_dated)
    {
        text_ +=
            fmt::format("{}{}: {}\n", indent, leaf.name, value_text(stated.values.front(), false));
        return;
    }
    text_ += fmt::format("{}{}:\n", indent, leaf.name);
    for (DatedValue const& value : stated.values)
        text_ += fmt::format("{}  - {}\n", indent, value_text(value, true));
}

void YamlWriter::write_leaf(Branch const& leaf, std::string const& indent)
{
    if (leaf.kind == Branch::Kind::parameter) return write_parameter(leaf, indent);
    if (leaf.kind == Branch::Kind::table)
    {
        text_ +=
            fmt::format("{}{}: {{file: {}}}\n", indent, leaf.name, table_file(tables_, leaf.path));
        return;
    }
    std::string const value = leaf.path == "corridor" ? corridor_file(tables_) : setting(leaf.path);
    if (!value.empty()) text_ += fmt::format("{}{}: {}\n", indent, leaf.name, value);
}

void YamlWriter::write(Branch const& branch, std::size_t depth)
{
    std::string const indent(2 * depth, ' ');
    for (Branch const& child : branch.children)
    {
        if (!child.is_group())
        {
            write_leaf(child, indent);
            continue;
        }
        text_ += fmt::format("{}{}:\n", indent, child.name);
        write(child, depth + 1);
    }
}

void YamlWriter::write_shocks()
{
    if (scenario_.shocks.empty()) return;
    text_ += "shocks:\n";
    for (Shock const& shock : scenario_.shocks)
        text_ += fmt::format("  - {}\n", shock_text(shock, scenario_.declarations));
}

std::string YamlWriter::text()
{
    write(scenario_.outline.root(), 0);
    write_shocks();
    return std::move(text_);
}

std::string group_text(Shock const& shock, std::vector<GroupDimension> const& dimensions)
{
    std::string text;
    for (Shock::Group const& group : shock.groups)
    {
        GroupDimension const& dimension = dimensions[group.dimension];
        std::vector<std::string> names;
        for (std::size_t const at : group.chosen) names.push_back(yaml_text(dimension.names[at]));
        text += fmt::format("{}{}: [{}]", text.empty() ? "" : ", ", yaml_text(dimension.name),
                            listed(names));
    }
    return text;
}
}  // namespace

std::string resolved_text(ResolvedScenario const& scenario, std::string const& tables)
{
    return YamlWriter(scenario, tables).text();
}

std::string table_file(std::string const& tables, std::string const& path)
{
    return tables + '/' + path + ".csv";
}

std::string corridor_file(std::string const& tables)
{
    return tables + "/corridor.yaml";
}

std::string shock_text(Shock const& shock, Declarations const& declarations)
{
    static constexpr std::string_view kinds[] = {"set", "scale", "add"};
    auto const& [path, declared] = declarations.parameters()[shock.parameter];
    std::string text = fmt::format("{{lever: {}, {}: {}, from: {}", path,
                                   kinds[static_cast<std::size_t>(shock.kind)],
                                   yaml_value(shock.amount.text), shock.from.text());
    if (shock.until) text += ", until: " + shock.until->text();
    if (shock.ramp > 1) text += fmt::format(", ramp: {} months", shock.ramp);
    if (!shock.groups.empty())
        text += fmt::format(", group: {{{}}}", group_text(shock, declared.groups));
    return text + fmt::format(", source: {}}}", yaml_text(shock.source));
}

std::string groups_of(Shock const& shock, Declarations const& declarations)
{
    return group_text(shock, declarations.parameters()[shock.parameter].declared.groups);
}

std::string value_text(DatedValue const& value, bool is_dated)
{
    std::string const from = is_dated ? fmt::format("from: {}, ", value.from.text()) : "";
    return fmt::format("{{{}value: {}, source: {}}}", from, yaml_value(value.value.text),
                       yaml_text(value.source));
}

std::string yaml_value(std::string const& text)
{
    // A negative number begins with the sign of a list, yet is bare.
    bool const is_negative = text.size() > 1 && text[0] == '-' && text[1] >= '0' && text[1] <= '9';
    if (may_be_bare(is_negative ? text.substr(1) : text) && !is_truth_elsewhere(text)) return text;
    return in_quotes(text);
}

std::string yaml_text(std::string const& text)
{
    return may_be_bare(text) && !reads_as_other(text) ? text : in_quotes(text);
}
}  // namespace kochmon
