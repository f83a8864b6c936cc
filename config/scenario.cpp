// SPDX-License-Identifier: MIT
#include "config/scenario.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/contract.hpp"

#include "config/loader.hpp"
#include "config/resolved.hpp"

namespace kochmon
{
namespace
{
std::string place_text(ResolvedScenario const& content, FilePlace const& place)
{
    return fmt::format("{}:{}:{}", content.file_names[static_cast<std::size_t>(place.file)],
                       place.line, place.column);
}

FilePlace place_of(ResolvedScenario const& content, std::string const& path, Month month)
{
    auto const found = content.parameter_at.find(path);
    EXPECT(found != content.parameter_at.end());
    FilePlace place = content.stated[found->second].in(month).place;
    for (Shock const& shock : content.shocks)
        if (shock.parameter == found->second && shock.weight(month) > 0.0) place = shock.place;
    return place;
}
}  // namespace

Scenario::Scenario(std::unique_ptr<ResolvedScenario> content) : content_(std::move(content)) {}
Scenario::~Scenario() = default;
Scenario::Scenario(Scenario&&) noexcept = default;
Scenario& Scenario::operator=(Scenario&&) noexcept = default;

Scenario Scenario::load(std::filesystem::path const& file, Declarations const& declarations,
                        Overrides const& overrides)
{
    return Scenario(Loader(declarations).load(file, overrides));
}

std::string const& Scenario::name() const
{
    return content_->name;
}

Corridor const& Scenario::corridor() const
{
    return *content_->declarations.corridor();
}

RunSettings const& Scenario::settings() const
{
    return content_->settings;
}

std::span<double const> Scenario::values(std::string const& path, Month month) const
{
    auto const found = content_->parameter_at.find(path);
    EXPECT(found != content_->parameter_at.end());
    return content_->timelines[found->second].in(month);
}

bool Scenario::changes_in(Month month) const
{
    auto const differs = [&](Timeline const& timeline)
    { return !std::ranges::equal(timeline.in(month), timeline.in(month - 1)); };
    return std::ranges::any_of(content_->timelines, differs);
}

std::string Scenario::place(std::string const& path, Month month) const
{
    return place_text(*content_, place_of(*content_, path, month));
}

std::string Scenario::place_of_any(std::vector<std::string> const& paths, Month month) const
{
    std::vector<int> const& own = content_->own_files;
    for (std::string const& path : paths)
    {
        FilePlace const place = place_of(*content_, path, month);
        bool const is_shock =
            std::ranges::find(content_->shocks, place, &Shock::place) != content_->shocks.end();
        if (is_shock || std::ranges::find(own, place.file) != own.end())
            return place_text(*content_, place);
    }
    return place(paths.front(), month);
}

std::vector<GroupOfShock> Scenario::levers_of_shocks() const
{
    std::vector<GroupOfShock> moved;
    for (Shock const& shock : content_->shocks)
        moved.push_back({content_->declarations.parameters()[shock.parameter].path,
                         {},
                         place_text(*content_, shock.place)});
    return moved;
}

std::vector<GroupOfShock> Scenario::groups_of_shocks() const
{
    std::vector<GroupOfShock> named;
    for (Shock const& shock : content_->shocks)
    {
        auto const& [lever, declared] = content_->declarations.parameters()[shock.parameter];
        for (Shock::Group const& group : shock.groups)
            for (std::size_t const chosen : group.chosen)
                named.push_back({lever, declared.groups[group.dimension].names[chosen],
                                 place_text(*content_, shock.place)});
    }
    return named;
}

Table const& Scenario::table(std::string const& path) const
{
    auto const found = content_->table_at.find(path);
    EXPECT(found != content_->table_at.end());
    return content_->tables[found->second].table;
}

std::string Scenario::resolved(std::string const& tables) const
{
    return resolved_text(*content_, tables);
}

std::vector<std::pair<std::string, std::string>> Scenario::data_files(
    std::string const& tables) const
{
    std::vector<std::pair<std::string, std::string>> files;
    if (!content_->corridor.empty()) files.emplace_back(corridor_file(tables), content_->corridor);
    for (std::size_t at = 0; at < content_->tables.size(); ++at)
        files.emplace_back(table_file(tables, content_->declarations.tables()[at].path),
                           content_->tables[at].text);
    return files;
}

std::vector<std::pair<std::filesystem::path, std::string>> const& Scenario::files_read() const
{
    return content_->files;
}
}  // namespace kochmon
