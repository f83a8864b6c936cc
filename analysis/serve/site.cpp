// SPDX-License-Identifier: MIT
#include "analysis/serve/site.hpp"

#include <cstdlib>

#include <fmt/format.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "config/resolved.hpp"

#include "agents/loading/load_model.hpp"

#include "analysis/page/page_parts.hpp"
#include "analysis/serve/levers.hpp"
#include "analysis/serve/places.hpp"
#include "analysis/serve/serve_parts.hpp"
#include "analysis/serve/served_pages.hpp"
#include "analysis/serve/shown_command.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;
constexpr int most_streams = 6;
constexpr std::chrono::milliseconds between_signs_of_life(500);
// A page that one of our own commands has made: it brings a policy of its own. It may not act in
// the name of whoever reads it.
constexpr char policy_of_reports[] =
    "sandbox allow-scripts allow-downloads; frame-ancestors 'none'";

/// What is asked for is not there, or may not be seen: nobody need know which.
struct NotThere : UsageError
{
    NotThere() : UsageError("There is nothing of that name in the folder that is served.") {}
};

/// A flag may not be made of the name of a file.
fs::path as_argument(fs::path const& path)
{
    return path.string().starts_with('-') ? fs::path(".") / path : path;
}

fs::path new_scratch_folder()
{
    std::string name = (fs::temp_directory_path() / "kochmon-serve-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
        throw FileError(
            fmt::format("{}: no folder can be made there for reports that are being made",
                        fs::temp_directory_path().string()));
    return name;
}

/// What is wrong is said before anything is begun.
Scenario base_of(fs::path const& folder, fs::path const& base)
{
    if (!fs::is_directory(folder))
        throw FileError(fmt::format("{}: expected a folder of results", folder.string()));
    Scenario scenario = load_model(base);
    if (!scenario.content().shocks.empty())
        throw ScenarioError(fmt::format(
            "{}: has shocks of its own; a base is what policies are compared with, so name one "
            "without shocks with --base",
            base.string()));
    return scenario;
}

HttpReply in_json(Json const& json, int status = 200)
{
    return {.status = status,
            .type = json_type,
            .content = json.dump(-1, ' ', false, Json::error_handler_t::replace)};
}

HttpReply trouble(int status, std::string const& what)
{
    return {.status = status, .content = page_of_trouble(what)};
}

HttpReply busy()
{
    return in_json(verdict_of(Json::array({mistake_at(
                       "result", "another run is going on; stop it or wait for its end")})),
                   409);
}

std::string text_at(Json const& map, char const* key)
{
    auto const found = map.find(key);
    return found != map.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool is_count(std::string const& text)
{
    return !text.empty() && text.size() <= 9 &&
           text.find_first_not_of("0123456789") == std::string::npos &&
           text.find_first_not_of('0') != std::string::npos;
}

/// The flags of a run as typed, each mistake at its field.
std::vector<std::string> flags_of(Json const& sent, Json& mistakes)
{
    std::vector<std::string> flags;
    for (char const* const name : {"persons", "months", "replicates"})
    {
        std::string const typed = text_at(sent, name);
        if (typed.empty()) continue;
        if (!is_count(typed))
            mistakes.push_back(mistake_at(name, "expected a whole number above 0"));
        flags.push_back(fmt::format("--{}", name));
        flags.push_back(typed);
    }
    return flags;
}

/// Pictures and texts are shown, anything else is saved; nothing acts.
HttpReply reply_of_file(fs::path const& place)
{
    std::string const kind = place.extension().string();
    bool const is_text = kind == ".csv" || kind == ".yaml" || kind == ".json" || kind == ".txt" ||
                         kind == ".md" || kind == ".gp";
    HttpReply reply{.type = is_text ? text_type : "application/octet-stream",
                    .policy = "default-src 'none'; sandbox"};
    if (!is_text) reply.headers.emplace_back("Content-Disposition", "attachment");
    reply.file = place;
    return reply;
}

/// What a run that was stopped left in a folder of ours: it may be run anew.
bool is_left_unfinished(fs::path const& folder)
{
    return fs::is_regular_file(folder / ".kochmon") && !fs::exists(folder / "run.json");
}
}  // namespace

Site::Site(fs::path const& folder, fs::path const& base)
    : Site(as_argument(folder), as_argument(base), base_of(folder, base))
{
}

Site::Site(fs::path folder, fs::path base, Scenario const& scenario)
    : folder_(std::move(folder)),
      base_(std::move(base)),
      base_name_(scenario.name()),
      levers_(levers_as_json(scenario.content().declarations, scenario)),
      scratch_(new_scratch_folder()),
      policies_(folder_, base_, base_name_, commands_)
{
}

Site::~Site()
{
    end();
}

bool Site::end()
{
    bool const was_running = job_.state().phase == JobState::Phase::running;
    has_ended_ = true;
    commands_.end();
    job_.end();
    std::error_code ignored;
    fs::remove_all(scratch_, ignored);
    return was_running;
}

HttpReply Site::answer(HttpRequest const& request, std::string const& page)
try
{
    return request.method == "POST" ? order(request, page) : this->page(request, page);
}
catch (NotThere const& error)
{
    return trouble(404, error.what());
}
catch (UsageError const& error)
{
    return trouble(400, error.what());
}
catch (std::exception const& error)
{
    return trouble(500, error.what());
}

HttpReply Site::page(HttpRequest const& request, std::string const& page)
{
    std::string const result = request.parameter("result");
    if (page.empty()) return list();
    if (page == "open") return opened(result);
    if (page == "file") return file(result, request.parameter("file"));
    if (page == "report") return report(result);
    if (page == "two") return two(request.parameter("one"), request.parameter("other"));
    if (page == "edit") return editor(request.parameter("policy"));
    if (page == "effects") return effects(result);
    if (page == "events") return events();
    if (page == "serve.js")
        return {.type = "text/javascript; charset=utf-8", .content = std::string(serve_script())};
    if (page == "serve.css")
        return {.type = "text/css; charset=utf-8",
                .content = std::string(page_style()) + std::string(serve_style())};
    throw NotThere();
}

HttpReply Site::order(HttpRequest const& request, std::string const& page)
{
    Json const sent = Json::parse(request.body, nullptr, false);
    if (!sent.is_object()) throw UsageError("expected JSON");
    if (page == "save") return save(sent);
    if (page == "run") return begin_run(sent);
    if (page != "stop") throw NotThere();
    job_.stop();
    return in_json(as_json(job_.state()));
}

fs::path Site::place_of_result(std::string const& name) const
{
    auto const place = place_below(folder_, name);
    if (!place || !fs::is_directory(*place)) throw NotThere();
    return *place;
}

HttpReply Site::list() const
{
    JobState const state = job_.state();
    bool const is_running = state.phase == JobState::Phase::running;
    return {.content = page_of_list({.folder = folder_.string(),
                                     .results = results_below(folder_),
                                     .policies = policies_.names(),
                                     .running = is_running ? state.result : std::string()})};
}

HttpReply Site::opened(std::string const& name)
{
    fs::path const place = place_of_result(name);
    OpenedResult opened{.result = result_at(folder_, name),
                        .files = open_files_in(place),
                        .effects = {},
                        .commands = {}};
    ResultOnDisk const& result = opened.result;
    if (!is_result(result, place)) throw NotThere();
    using Kind = ResultOnDisk::Kind;
    if (result.kind == Kind::comparison && result.is_complete) opened.effects = last_effects(place);
    if (result.is_complete)
        opened.commands.push_back(
            shown_command({"report", place.string(), "-o", place.string() + ".html"}));
    if (result.kind == Kind::study)
    {
        Arguments const status = {"status", place.string()};
        ChildOutcome const outcome = commands_.run(status);
        opened.told = outcome.out + outcome.err;
        opened.commands.push_back(shown_command(status));
    }
    if (result.account.contains("digest"))
        opened.commands.push_back(shown_command({"replay", place.string()}));
    return {.content = page_of_result(opened)};
}

HttpReply Site::file(std::string const& name, std::string const& file) const
{
    // Of what is open beside results nothing is shown, such as texts of others.
    if (!is_result(result_at(folder_, name), place_of_result(name))) throw NotThere();
    auto const place = place_below(folder_, fmt::format("{}/{}", name, file));
    if (file.empty() || !place || !fs::is_regular_file(*place)) throw NotThere();
    return reply_of_file(*place);
}

HttpReply Site::report(std::string const& name)
{
    fs::path const place = place_of_result(name);
    fs::path const file = scratch_ / fmt::format("{}.html", ++reports_);
    ChildOutcome const outcome = commands_.run({"report", place.string(), "-o", file.string()});
    if (outcome.status != 0) return trouble(500, outcome.err);
    HttpReply reply{.content = read_whole_file(file), .policy = policy_of_reports};
    std::error_code ignored;
    fs::remove(file, ignored);
    return reply;
}

/// Of a comparison alone, whose table no link leads away from the folder.
std::vector<LastEffect> Site::effects_in(std::string const& name) const
{
    fs::path const place = place_of_result(name);
    ResultOnDisk const result = result_at(folder_, name);
    if (!is_result(result, place) || result.kind != ResultOnDisk::Kind::comparison ||
        !place_below(folder_, name + "/effects.csv"))
        throw NotThere();
    return last_effects(place);
}

HttpReply Site::two(std::string const& one, std::string const& other) const
{
    return {.content = page_of_two(
                {.names = {one, other}, .effects = {effects_in(one), effects_in(other)}})};
}

HttpReply Site::effects(std::string const& name) const
{
    return in_json(as_json(effects_in(name)));
}

HttpReply Site::editor(std::string const& policy) const
{
    if (!policy.empty() && !policies_.file(policy)) throw NotThere();
    PolicyDraft const draft = policy.empty() ? PolicyDraft() : policies_.draft(policy);
    return {.content = page_of_editor({.folder = folder_.string(),
                                       .base = base_.string(),
                                       .base_name = base_name_,
                                       .draft = as_json(draft),
                                       .levers = levers_})};
}

HttpReply Site::events()
{
    // Counts the streams that are open: each holds a thread of the server.
    std::shared_ptr<std::atomic<int>> const open(&streams_, [](std::atomic<int>* all) { --*all; });
    if (++streams_ > most_streams)
        return trouble(503, "The run is watched by too many pages already; close some of them.");
    HttpReply reply{.type = "text/event-stream"};
    reply.events = [this, open,
                    seen = std::optional<std::uint64_t>()]() mutable -> std::optional<std::string>
    {
        if (has_ended_) return std::nullopt;
        JobState const state = seen ? job_.state_after(*seen, between_signs_of_life) : job_.state();
        if (seen && state.change == *seen) return ": alive\n\n";
        seen = state.change;
        return fmt::format("data: {}\n\n",
                           as_json(state).dump(-1, ' ', false, Json::error_handler_t::replace));
    };
    return reply;
}

HttpReply Site::save(Json const& sent)
{
    return in_json(policies_.save(draft_of(sent)));
}

HttpReply Site::begin_run(Json const& sent)
{
    std::string const policy = text_at(sent, "policy");
    std::string const result = text_at(sent, "result");
    auto const file = policies_.file(policy);
    if (!file) throw NotThere();
    if (job_.state().phase == JobState::Phase::running) return busy();
    Json mistakes = Json::array();
    std::vector<std::string> const flags = flags_of(sent, mistakes);
    if (!is_plain_name(result) || result == "policies")
        mistakes.push_back(mistake_at("result", "expected small letters, digits and -"));
    else if (fs::exists(fs::symlink_status(folder_ / result)) &&
             !is_left_unfinished(folder_ / result))
        mistakes.push_back(mistake_at("result", "is there already; choose another name"));
    if (!mistakes.empty()) return in_json(verdict_of(mistakes));
    Arguments arguments = {"compare", base_.string(), file->string()};
    arguments.insert(arguments.end(), flags.begin(), flags.end());
    arguments.insert(arguments.end(), {"-o", (folder_ / result).string()});
    if (fs::exists(folder_ / result)) arguments.emplace_back("--force");
    std::string const shown = shown_command(arguments);
    arguments.insert(arguments.end(), {"--progress", "json"});
    if (has_ended_ || !job_.start(arguments, shown, result)) return busy();
    return in_json(verdict_of(mistakes), 202);
}
}  // namespace kochmon
