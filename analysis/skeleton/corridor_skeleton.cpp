// SPDX-License-Identifier: MIT
#include "analysis/skeleton/corridor_skeleton.hpp"

#include <fmt/format.h>

#include "config/outline.hpp"
#include "config/parameter_texts.hpp"
#include "config/resolved.hpp"

#include "analysis/skeleton/templates.hpp"
#include "analysis/skeleton/values_to_go_by.hpp"

namespace kochmon
{
namespace
{
constexpr int persons_to_try = 20'000;

std::string name_of(Scenario const& scenario)
{
    return fmt::format("{} of {}", scenario.name(), scenario.corridor().name());
}

/// The last part of a table's path, as a file.
std::string file_of_table(std::string const& path)
{
    return fmt::format("data/{}.csv", last_part(path));
}

/// Every key in the order of the program, with its meaning in the line above it.
class BaselineWriter
{
  public:
    BaselineWriter(Declarations const& declared, Scenario const& like, ValuesToGoBy const& values)
        : declared_(declared), like_(like), values_(values)
    {
    }

    std::string text()
    {
        text_ = fmt::format(
            "# The baseline of this corridor, to be filled in. Every value is taken from {}: "
            "that of the\n"
            "# first country, jurisdiction and destinations there, for each region the mean of "
            "the\n"
            "# regions there. All are assumptions until you replace them and name their sources.\n",
            name_of(like_));
        write(Outline(declared_).root(), 0);
        return text_;
    }

  private:
    void write(Branch const& branch, std::size_t depth)
    {
        std::string const indent(2 * depth, ' ');
        for (Branch const& child : branch.children)
            if (!child.is_group())
                write_leaf(child, indent);
            else
            {
                text_ += fmt::format("{}{}:\n", indent, child.name);
                write(child, depth + 1);
            }
    }

    void write_leaf(Branch const& leaf, std::string const& indent)
    {
        if (leaf.kind == Branch::Kind::parameter) return write_parameter(leaf, indent);
        if (leaf.kind == Branch::Kind::table)
        {
            auto const& table = declared_.tables()[leaf.index];
            text_ += fmt::format("{0}# {1}: {2}\n{0}{3}: {{file: {4}}}\n", indent,
                                 table.declared.meaning, columns_of(table.declared), leaf.name,
                                 file_of_table(leaf.path));
            return;
        }
        std::string const setting = setting_of(leaf.path);
        if (!setting.empty()) text_ += fmt::format("{}{}: {}\n", indent, leaf.name, setting);
    }

    void write_parameter(Branch const& leaf, std::string const& indent)
    {
        auto const& parameter = declared_.parameters()[leaf.index];
        std::string const use = use_of(parameter.declared);
        text_ += fmt::format("{0}# {1}; {2}{3}{4}\n{0}{5}: {{value: {6}, source: assumption}}\n",
                             indent, parameter.declared.meaning, range_of(parameter.declared),
                             use == "fixed" ? "" : "; " + use,
                             values_.is_unknown(parameter) ? "; NOTHING TO GO BY" : "", leaf.name,
                             yaml_value(values_.value(parameter)));
    }

    std::string setting_of(std::string const& path) const
    {
        RunSettings const& there = like_.settings();
        if (path == "schema") return "1";
        if (path == "scenario") return declared_.corridor()->name() + "-baseline";
        if (path == "corridor") return "corridor.yaml";
        if (path == "time.start") return there.start.text();
        if (path == "time.warm_up") return fmt::format("{} months", there.warm_up);
        if (path == "time.months") return fmt::format("{}", there.months);
        if (path == "population.persons") return fmt::format("{}", persons_to_try);
        if (path == "population.seed") return "1";
        return {};
    }

    Declarations const& declared_;
    Scenario const& like_;
    ValuesToGoBy const& values_;
    std::string text_;
};

std::string policy_of(Corridor const& corridor, Scenario const& like)
{
    return filled(template_of_policy(), {{"MAIN", corridor.name_of(main_jurisdiction)},
                                         {"START", like.settings().first_reported().text()}});
}

std::string read_me_of(Declarations const& declared, Scenario const& like)
{
    return filled(template_of_read_me(),
                  {{"NAME", declared.corridor()->name()},
                   {"VALUES", std::to_string(declared.parameters().size())},
                   {"TABLES", std::to_string(declared.tables().size())},
                   {"LIKE", name_of(like)},
                   {"MONEY", declared.corridor()->currencies().base().code}});
}
}  // namespace

std::string corridor_to_change(std::string const& name)
{
    return filled(template_of_corridor(), {{"NAME", name}});
}

std::vector<std::pair<std::string, std::string>> skeleton_of(std::string const& text,
                                                             Declarations const& declared,
                                                             Scenario const& like,
                                                             std::optional<double> rate)
{
    ValuesToGoBy const values(like, *declared.corridor(), rate);
    std::vector<std::pair<std::string, std::string>> files = {
        {"corridor.yaml", text},
        {"baseline.yaml", BaselineWriter(declared, like, values).text()},
        {"permit-fee.yaml", policy_of(*declared.corridor(), like)},
        {"targets.yaml", filled(template_of_targets(),
                                {{"MAIN", declared.corridor()->name_of(main_jurisdiction)}})},
        {"README.md", read_me_of(declared, like)}};
    for (Declarations::TableAt const& table : declared.tables())
        files.emplace_back(file_of_table(table.path), values.table(table));
    return files;
}
}  // namespace kochmon
