// SPDX-License-Identifier: MIT
#include "analysis/serve/policy_shelf.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "analysis/serve/places.hpp"
#include "analysis/serve/policy_file.hpp"
#include "analysis/serve/shown_command.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

Json json_of(MistakeOfDraft const& mistake)
{
    Json json = Json::object();
    json["shock"] = mistake.field ? Json(mistake.field->shock) : Json();
    json["field"] = mistake.field ? mistake.field->field : "whole";
    json["text"] = mistake.text;
    return json;
}

Json json_of(std::string const& told, std::string const& file, PolicyText const& written)
{
    Json list = Json::array();
    for (MistakeOfDraft const& one : mistakes_at_fields(told, file, written))
        list.push_back(json_of(one));
    return list;
}
}  // namespace

Json verdict_of(Json const& mistakes)
{
    Json json = Json::object();
    json["ok"] = mistakes.empty();
    json["mistakes"] = mistakes;
    return json;
}

Json mistake_at(char const* field, std::string const& text)
{
    Json json = Json::object();
    json["shock"] = Json();
    json["field"] = field;
    json["text"] = text;
    return json;
}

PolicyShelf::PolicyShelf(fs::path folder, fs::path base, std::string base_name,
                         OwnCommands& commands)
    : folder_(std::move(folder)),
      base_(std::move(base)),
      base_name_(std::move(base_name)),
      commands_(commands)
{
}

std::vector<std::string> PolicyShelf::names() const
{
    std::vector<std::string> names;
    std::error_code failed;
    for (auto at = fs::directory_iterator(place(), failed); !failed && at != fs::end(at);
         at.increment(failed))
        if (at->path().extension() == ".yaml" && file(at->path().stem().string()))
            names.push_back(at->path().stem().string());
    std::ranges::sort(names);
    return names;
}

std::optional<fs::path> PolicyShelf::file(std::string const& name) const
{
    if (!is_plain_name(name)) return std::nullopt;
    return place_below(folder_, fmt::format("policies/{}.yaml", name));
}

PolicyDraft PolicyShelf::draft(std::string const& name) const
{
    auto const place = file(name);
    if (!place) throw UsageError(fmt::format("there is no policy {}", name));
    auto found = draft_in(read_whole_file(*place));
    if (!found)
        throw UsageError(fmt::format(
            "{}: holds what this page cannot show; expected schema, scenario, base and shocks "
            "without sources. Edit the file itself",
            place->string()));
    found->name = name;
    return *std::move(found);
}

std::string PolicyShelf::base_of_policies() const
{
    return fs::relative(fs::canonical(base_), fs::canonical(place())).generic_string();
}

/// Why it may not be written.
std::optional<Json> PolicyShelf::refusal(PolicyDraft const& draft) const
{
    if (!is_plain_name(draft.name) || draft.name == base_name_)
        return mistake_at("name", "expected a name of its own in small letters, digits and -");
    if (!place_below(folder_, "policies"))
        return mistake_at("name", fmt::format("{} lies elsewhere", place().string()));
    fs::path const file = place() / fmt::format("{}.yaml", draft.name);
    fs::file_status const there = fs::symlink_status(file);
    if (!fs::exists(there) || (fs::is_regular_file(there) && is_as_written(read_whole_file(file))))
        return std::nullopt;
    return mistake_at("name", fmt::format("{} is there and is not as this page wrote it, so it "
                                          "stays; choose another name",
                                          file.string()));
}

Json PolicyShelf::save(PolicyDraft const& draft)
{
    fs::path const file = place() / fmt::format("{}.yaml", draft.name);
    {
        std::scoped_lock const lock(writing_);
        fs::create_directories(place());
        if (auto const refused = refusal(draft)) return verdict_of(Json::array({*refused}));
        write_whole_file(file, policy_text(draft, base_of_policies()).text);
    }
    return verdict(file.string(), draft);
}

Json PolicyShelf::verdict(std::string const& file, PolicyDraft const& draft)
{
    ChildOutcome const outcome = commands_.run({"validate", "--json", file});
    Json const told = Json::parse(outcome.out, nullptr, false);
    if (!told.is_array() || told.empty()) throw FileError(outcome.err);
    PolicyText const written = policy_text(draft, base_of_policies());
    Json verdict = verdict_of(json_of(told[0].value("mistakes", std::string()), file, written));
    Json notes = Json::array();
    for (Json const& note : told[0].value("notes", Json::array()))
        for (Json const& one : json_of(note.get<std::string>(), file, written))
            notes.push_back(one);
    verdict["notes"] = notes;
    verdict["file"] = file;
    verdict["command"] = shown_command({"validate", file});
    return verdict;
}
}  // namespace kochmon
