// SPDX-License-Identifier: MIT
#include "analysis/sweep/study.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"
#include "engine/sha256.hpp"

#include "config/resolved.hpp"

#include "agents/loading/load_model.hpp"

#include "analysis/design/longer_plan.hpp"
#include "analysis/runs/provenance.hpp"
#include "analysis/sweep/study_account.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;
using OrderedJson = nlohmann::ordered_json;

constexpr char account_name[] = "study.json";
constexpr char plan_name[] = "plan.yaml";
constexpr char study_mark[] = ".kochmon-study";

std::string path_of_policy(std::string const& value)
{
    return fmt::format("policies/{}.yaml", value);
}

std::string path_of_set(Factor const& factor, std::string const& value)
{
    return fmt::format("sets/{}/accepted/{}.yaml", factor.name, value);
}

/// In the folder the base and the policies lie at places of their own. The plan's file is a copy of
/// what the account holds, for people: what a kill left of another is written anew.
SweepPlan plan_in(fs::path const& folder, std::string const& text)
{
    if (!fs::exists(folder / plan_name) || read_whole_file(folder / plan_name) != text)
        write_whole_file(folder / plan_name, text);
    SweepPlan plan = read_sweep_plan(
        folder / plan_name,
        CopiesOfStudy{.base = folder / "base" / "scenario.yaml", .sets = folder / "sets"});
    for (Factor& factor : plan.factors)
        for (std::size_t k = 0; k < factor.policies.size(); ++k)
            if (!factor.policies[k].empty())
                factor.policies[k] = folder / path_of_policy(factor.values[k]);
    return plan;
}

void demand_base_without_shocks(Scenario const& base, SweepPlan const& plan)
{
    if (base.content().shocks.empty()) return;
    throw ScenarioError(fmt::format(
        "{}: has shocks of its own; the base of a sweep is what its points are laid over, so move "
        "them into a policy that the plan names, or into dated values",
        plan.base.string()));
}

void add_files_of(Factor const& factor, Study::Content& content)
{
    for (std::size_t k = 0; k < factor.policies.size(); ++k)
    {
        if (factor.policies[k].empty()) continue;
        std::string const text = read_whole_file(factor.policies[k]);
        auto const [one, is_new] = content.emplace(path_of_policy(factor.values[k]), text);
        if (!is_new && one->second != text)
            throw ScenarioError(fmt::format(
                "{}: another policy of this plan is in a file of the same name; points name "
                "policies by their files, so give this one another",
                factor.policies[k].string()));
    }
    for (std::size_t k = 0; k < factor.sets.size(); ++k)
        content.emplace(path_of_set(factor, factor.values[k]), factor.sets[k].text);
}

/// What runs of the same study share, whatever points and replicates there are.
std::string identity_of(Study::Content const& content, SweepPlan const& plan)
{
    Sha256 sum;
    sum.add(identity_of_program());
    for (auto const& [path, text] : content)
        if (path.starts_with("base/")) sum.add(fmt::format("\n{}  {}", sha256(text), path));
    sum.add(fmt::format("\nkeep {}; {}; {}", measures_of(plan.keep), breakdowns_of(plan.keep),
                        name(plan.keep.months)));
    return sum.digits();
}

OrderedJson account_of(Study const& study, Study::Content const& content)
{
    SweepPlan const& plan = study.plan();
    OrderedJson account = {{"kochmon", kind_of_account},
                           {"schema", 1},
                           {"sweep", plan.name},
                           {"program", OrderedJson::parse(version_as_json())},
                           {"identity", study.identity()},
                           {"plan", plan.text},
                           {"inputs", hashes_of(content)},
                           {"design", name(plan.design.kind)},
                           {"points", study.points().size() - 1},
                           {"replicates", plan.replicates},
                           {"populations", plan.nesting.populations}};
    account[own_hash] = hash_of_account(account);
    return account;
}

/// Nothing if the note is gone, which a run that is done takes away.
std::optional<std::string> reason_in(fs::path const& note)
try
{
    if (!fs::exists(note)) return std::nullopt;
    return OrderedJson::parse(read_whole_file(note)).at("reason").get<std::string>();
}
catch (nlohmann::json::exception const&)
{
    return "its note cannot be read";
}
catch (FileError const&)
{
    return std::nullopt;
}

/// Whether nothing is there but what a sweep leaves, which another process may be about to begin:
/// its mark is the first file, and so is looked for last.
bool may_begin_in(fs::path const& folder, std::string const& mark)
{
    if (!fs::exists(folder)) return true;
    if (!fs::is_directory(folder)) return false;
    bool const is_empty =
        std::ranges::all_of(fs::directory_iterator(folder), [](fs::directory_entry const& entry)
                            { return is_temporary_name(entry.path().filename().string()); });
    return is_empty ||
           (fs::exists(folder / study_mark) && read_whole_file(folder / study_mark) == mark);
}

std::set<RunNumber> numbers_in(fs::path const& folder, std::vector<RunNumber> const& runs,
                               std::string (*path)(std::size_t, std::uint32_t))
{
    std::set<std::string> names;
    std::error_code none;
    for (auto const& entry : fs::directory_iterator(folder, none))
        names.insert(entry.path().filename().string());
    std::set<RunNumber> found;
    for (auto const& [point, replicate] : runs)
        if (names.contains(fs::path(path(point, replicate)).filename().string()))
            found.emplace(point, replicate);
    return found;
}
}  // namespace

void heed(StopAsked const& stop_asked)
{
    if (stop_asked && stop_asked()) throw StudyStopped();
}

Scenario base_of(SweepPlan const& plan)
{
    Scenario base = load_model(plan.base, plan.overrides);
    demand_base_without_shocks(base, plan);
    return base;
}

Study::Content content_of_study(SweepPlan const& plan, Scenario const& base,
                                std::vector<SweepPoint> const& points)
{
    Study::Content content = {{plan_name, plan.text}, {"base/scenario.yaml", base.resolved()}};
    for (auto const& [path, text] : base.data_files()) content.emplace("base/" + path, text);
    for (Factor const& factor : plan.factors) add_files_of(factor, content);
    for (SweepPoint const& point : points)
        if (point.number > 0)
            content.emplace(fmt::format("points/{}.yaml", point.name()), text_of(point, plan));
    return content;
}

Study::Study(fs::path folder, SweepPlan plan) : folder_(std::move(folder)), plan_(std::move(plan))
{
    Scenario const base = base_of(plan_);
    left_out_ = add_assumptions(plan_, base);
    points_ = points_of(plan_);
    content_ = content_of_study(plan_, base, points_);
    identity_ = kochmon::identity_of(content_, plan_);
}

Study Study::begin(fs::path const& folder, SweepPlan const& plan, StopAsked const& stop_asked)
{
    Study const study(folder, plan);
    if (fs::exists(folder / account_name))
        study.demand_same();
    else if (!may_begin_in(folder, study.mark()))
        throw OutputExistsError(fmt::format(
            "{}: is there already and is no study of this plan; expected a new folder (-o)",
            folder.string()));
    else
        study.write(stop_asked);
    Study begun = open(folder);
    if (begun.plan_.text != plan.text)
        throw OutputExistsError(
            fmt::format("{}: another process has begun another study there; "
                        "expected a folder of its own (-o)",
                        folder.string()));
    return begun;
}

Study Study::open(fs::path const& folder)
{
    OrderedJson const account = read_account(folder / account_name);
    Study study(folder, plan_in(folder, account.at("plan")));
    study.demand_same();
    study.clear_leftovers();
    study.demand_points_as_written();
    return study;
}

void Study::expand(fs::path const& folder, Expansion const& expansion, StopAsked const& stop_asked)
{
    Study const before = open(folder);
    std::string text = before.plan_.text;
    if (expansion.replicates)
        text = with_number(text, "replicates", *expansion.replicates, before.plan_.replicates);
    if (expansion.points)
    {
        demand_longer_design(before.plan_);
        text = with_number(text, "points", *expansion.points, before.plan_.design.points);
    }
    Study const after(folder, plan_in(folder, text));
    if (after.identity_ != before.identity_)
        throw InternalError("a study that grew is another study");
    after.write(stop_asked);
}

void Study::demand_same() const
{
    OrderedJson const account = read_account(folder_ / account_name);
    auto const refuse = [&](std::string const& what)
    {
        throw OutputExistsError(fmt::format("{}: {}; expected the same, or another folder (-o)",
                                            folder_.string(), what));
    };
    if (account.at("plan") != plan_.text)
        refuse(fmt::format("holds the study of another plan ({})", account.at("sweep").dump()));
    OrderedJson const present = OrderedJson::parse(version_as_json());
    for (auto const& [key, value] : present.items())
        if (OrderedJson const then = account.at("program").value(key, OrderedJson()); then != value)
            refuse(fmt::format("was begun by another build of the program: {} was {}, is {}", key,
                               then.dump(), value.dump()));
    if (std::string const file = changed_file(account.at("inputs"), hashes_of(content_));
        !file.empty())
        refuse(fmt::format("{} is not what the study was begun with", file));
    if (account.at("identity") != identity_)
        refuse("was begun by another program of the same version, or with other rows to keep");
}

/// Points that were edited would run under a name that is not theirs.
void Study::demand_points_as_written() const
{
    for (auto const& [path, text] : content_)
    {
        if (!path.starts_with("points/")) continue;
        if (!fs::exists(folder_ / path))
            write_whole_file(folder_ / path, text);
        else if (read_whole_file(folder_ / path) != text)
            throw FileError(
                fmt::format("{}: is not what the plan says of this point; copy it "
                            "elsewhere to try another, and remove it here",
                            (folder_ / path).string()));
    }
}

std::string Study::mark() const
{
    return fmt::format("A study of kochmon sweep, begun: {} {}\n", identity_, sha256(plan_.text));
}

void Study::write(StopAsked const& stop_asked) const
{
    write_whole_file(folder_ / study_mark, mark());
    for (auto const& [path, text] : content_)
    {
        heed(stop_asked);
        write_whole_file(folder_ / path, text);
    }
    write_whole_file(folder_ / account_name, account_of(*this, content_).dump(2) + '\n');
}

fs::path Study::file_of(SweepPoint const& point) const
{
    return point.number == 0 ? base_file() : folder_ / "points" / (point.name() + ".yaml");
}

std::string Study::scenario_of(std::size_t point) const
{
    SweepPoint const& here = points_.at(point);
    std::string text = text_of(here, plan_);
    for (std::size_t k = 0; k < plan_.factors.size(); ++k)
        if (auto const policy = content_.find(path_of_policy(here.values[k]));
            plan_.factors[k].kind == FactorKind::policy && policy != content_.end())
            text += policy->second;
    return sha256(text);
}

std::vector<RunNumber> Study::runs() const
{
    std::vector<RunNumber> runs;
    for (SweepPoint const& point : points_)
        for (std::uint32_t replicate = 0; replicate < plan_.replicates; ++replicate)
            if (point.number > 0 || plan_.compares_to_base)
                runs.emplace_back(point.number, replicate);
    return runs;
}

std::set<RunNumber> Study::done() const
{
    return numbers_in(folder_ / "runs", runs(), path_of_run);
}

std::map<RunNumber, std::string> Study::failures() const
{
    std::map<RunNumber, std::string> reasons;
    for (RunNumber const& run : numbers_in(folder_ / "failures", runs(), path_of_failure))
        if (auto reason = reason_in(folder_ / path_of_failure(run.first, run.second)))
            reasons.emplace(run, *std::move(reason));
    return reasons;
}

bool Study::is_done(RunNumber run) const
{
    return fs::exists(folder_ / path_of_run(run.first, run.second));
}

void Study::keep(SweepRun const& run) const
{
    write_whole_file(folder_ / path_of_run(run.point, run.replicate), text_of(run));
    std::error_code none;
    fs::remove(folder_ / path_of_failure(run.point, run.replicate), none);
}

void Study::keep_failure(RunNumber run, std::string const& reason) const
{
    std::string in_a_line = reason;
    std::ranges::replace(in_a_line, '\n', ' ');
    OrderedJson const failure = {
        {"point", run.first}, {"replicate", run.second}, {"reason", in_a_line}};
    write_whole_file(folder_ / path_of_failure(run.first, run.second),
                     failure.dump(-1, ' ', false, OrderedJson::error_handler_t::replace) + '\n');
}

SweepRun Study::read(RunNumber number) const
{
    fs::path const file = folder_ / path_of_run(number.first, number.second);
    SweepRun run = read_sweep_run(file, read_whole_file(file));
    if (run.study != identity_ || run.scenario != scenario_of(number.first) ||
        run.point != number.first || run.replicate != number.second ||
        run.population != plan_.nesting.population_of(number.second))
        throw FileError(
            fmt::format("{}: is a run of another study, point or replicate; remove it, and "
                        "'kochmon resume' runs the one that belongs here",
                        file.string()));
    return run;
}

void Study::clear_leftovers() const
{
    clear_stale_temporary_files(folder_);
    std::error_code none;  // what another process takes away meanwhile is gone
    for (fs::recursive_directory_iterator entry(folder_, none), end; entry != end;
         entry.increment(none))
        if (entry->is_directory(none)) clear_stale_temporary_files(entry->path());
}
}  // namespace kochmon
