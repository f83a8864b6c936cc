// SPDX-License-Identifier: MIT
#include "analysis/commands/new_file.hpp"

#include <array>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "config/resolved.hpp"
#include "config/shipped_files.hpp"

#include "agents/loading/load_model.hpp"

#include "analysis/commands/shipped_config.hpp"
#include "analysis/skeleton/templates.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

struct NewKind
{
    char const* what;
    std::string_view (*text)();
    char const* check;  // what tries the file
};
constexpr std::array new_kinds = {
    NewKind{"policy", template_of_new_policy, "kochmon validate {}"},
    NewKind{"scenario", template_of_new_scenario, "kochmon validate {}"},
    NewKind{"sweep", template_of_new_sweep, "kochmon sweep {} --dry-run"}};

NewKind const* kind_of(std::string const& what)
{
    for (NewKind const& kind : new_kinds)
        if (what == kind.what) return &kind;
    return nullptr;
}

/// A scenario, and how a file of that folder names it.
struct BaseOfNew
{
    fs::path file;
    std::string named;
};

/// What comes with the program is named without a path, so that the file can be sent to others.
BaseOfNew base_of_new(Flags const& flags, fs::path const& folder)
{
    auto const& shipped = flags.overrides.shipped;
    auto const from_there = [&](fs::path const& file)
    { return fs::proximate(file, folder.empty() ? fs::path(".") : folder).generic_string(); };
    if (flags.like)
    {
        fs::path const file = found_by_name(*flags.like, LookedFor::scenario, shipped);
        return {file, file == *flags.like ? from_there(file) : *flags.like};
    }
    auto const usual = usual_baseline(flags);
    if (!usual)
        throw UsageError(
            "--like FILE: expected the scenario that the new file is laid over; no "
            "config/baseline.yaml lies below this folder or beside the program");
    bool const is_shipped = shipped && *usual == *shipped / "baseline.yaml";
    return {*usual, is_shipped ? "baseline" : from_there(*usual)};
}

void demand_usual_flags(Flags const& flags, std::string const& what)
{
    if (flags.corridor || flags.rate)
        throw UsageError(fmt::format(
            "{}: is of new corridor alone; a {} takes --like FILE, over which it is laid, and -o",
            flags.corridor ? "--corridor" : "--rate", what));
}

void demand_no_file(fs::path const& file)
{
    std::error_code error;
    if (fs::exists(fs::symlink_status(file, error)))
        throw OutputExistsError(fmt::format(
            "{}: is there already, and what is in it would be lost; choose another file with -o",
            file.string()));
}

/// The line by which editors find the schema that came with the program; the corridor of another
/// base has one of its own.
std::string line_of_schema(NewKind const& kind, BaseOfNew const& base, Flags const& flags)
{
    auto const& shipped = flags.overrides.shipped;
    if (!shipped) return {};
    std::string const from_there = fs::proximate(base.file, *shipped).generic_string();
    if (from_there.starts_with("..") || from_there.starts_with("corridors/")) return {};
    fs::path const schema = fs::weakly_canonical(*shipped / ".." / "docs" / "schema" /
                                                 fmt::format("{}.json", kind.what));
    if (!fs::exists(schema)) return {};
    return fmt::format("# yaml-language-server: $schema={}\n", schema.generic_string());
}

std::string new_text(NewKind const& kind, std::string const& name, fs::path const& file,
                     BaseOfNew const& base, Scenario const& like)
{
    Corridor const& corridor = like.corridor();
    std::string const& main = corridor.name_of(main_jurisdiction);
    Month const first = like.settings().first_reported();
    return filled(kind.text(), {{"LEVER", fmt::format("jurisdictions.{}.permit.fee", main)},
                                {"MAIN", main},
                                {"PLACE", corridor.name_of(first_destination)},
                                {"UNIT", corridor.currencies().base().code},
                                {"UNTIL", (first + 24).text()},
                                {"MONTHS", std::to_string(like.settings().months)},
                                {"MONTH", first.text()},
                                {"NAME", name},
                                {"FILE", file.generic_string()},
                                {"BASE", yaml_text(base.named)}});
}
}  // namespace

bool is_new_file(std::string const& what)
{
    return kind_of(what) != nullptr;
}

std::string write_new_file(Flags const& flags, std::string const& what, std::string const& name)
{
    demand_usual_flags(flags, what);
    NewKind const& kind = *kind_of(what);
    fs::path const file = flags.output.value_or(name + ".yaml");
    demand_no_file(file);
    BaseOfNew const base = base_of_new(flags, file.parent_path());
    Scenario const like = load_model(base.file, {.shipped = flags.overrides.shipped});
    std::string const text =
        line_of_schema(kind, base, flags) + new_text(kind, name, file, base, like);
    if (!file.parent_path().empty())
    {
        std::error_code error;
        fs::create_directories(file.parent_path(), error);
        if (error)
            throw FileError(
                fmt::format("cannot make {}: {}", file.parent_path().string(), error.message()));
    }
    write_whole_file(file, text);
    return fmt::format("{}: a {} over {}, with what it may contain\nCheck:      {}\n",
                       file.string(), what, base.named,
                       fmt::format(fmt::runtime(kind.check), file.string()));
}
}  // namespace kochmon
