// SPDX-License-Identifier: MIT
#include "analysis/replay/replay.hpp"

#include <algorithm>

#include "engine/atomic_file.hpp"

#include "agents/loading/load_model.hpp"
#include "agents/state/month_record.hpp"

#include "analysis/runs/comparison_tables.hpp"

namespace kochmon
{
namespace
{
constexpr char fingerprints[] = "fingerprints.csv";

/// Tells progress of months to who asked for it.
class Listener final : public MonthObserver
{
  public:
    explicit Listener(std::function<void(MonthRecord const&)> const& told) : told_(told) {}
    void observe(MonthRecord const& record) override
    {
        if (told_) told_(record);
    }

  private:
    std::function<void(MonthRecord const&)> const& told_;
};

/// Compares files with those of the run, one after the other.
class Comparing
{
  public:
    explicit Comparing(PastRun const& run) : run_(run) {}

    void take(std::string const& path, std::string const& now)
    {
        WrittenFile const* const past = run_.file(path);
        if (past == nullptr) return found_.new_files.push_back(path);
        std::string const hash = sha256(now);
        found_.files.push_back({path, hash});
        std::string const there = sha256_of_file(run_.folder / path);
        bool const edited = there != past->sha256;
        if (edited) found_.edited.push_back(path);
        if (there == hash && !edited) return;
        std::string const then = run_.content(path);
        found_.differing.push_back(path);
        if (then == now)
            found_.put_there.push_back(path);
        else if (path != fingerprints)  // no table to read: the watch tells whose life it was
            compare_tables(path, then, now);
    }

    Repetition found()
    {
        for (WrittenFile const& past : run_.files)
        {
            bool made = false;
            for (WrittenFile const& file : found_.files) made = made || file.path == past.path;
            if (!made) found_.not_made.push_back(past.path);
        }
        return std::move(found_);
    }

  private:
    void compare_tables(std::string const& path, std::string const& then, std::string const& now)
    {
        if (auto columns = columns_difference(path, then, now))
            found_.columns.push_back(std::move(*columns));
        auto const difference = first_difference(path, then, now);
        if (difference && (!found_.first || comes_before(*difference, *found_.first)))
            found_.first = difference;
    }

    PastRun const& run_;
    Repetition found_;
};

TakeFile takes_for(Comparing& comparing)
{
    return [&comparing](std::string const& path, std::string const& content)
    { comparing.take(path, content); };
}

Repetition stopped()
{
    return {.stopped = true};
}

bool holds(std::vector<std::string> const& files, std::string const& file)
{
    return std::ranges::find(files, file) != files.end();
}

/// Where the watch has found nobody.
Lives lives_alike(Repetition const& found)
{
    if (holds(found.edited, fingerprints)) return Lives::file_changed;
    return holds(found.differing, fingerprints) ? Lives::other_months : Lives::same;
}

/// What was said over the files under each set of parameters, or once.
std::vector<Overrides> overrides_of(PastRun const& run)
{
    if (run.parameters.empty()) return {Overrides{}};
    std::vector<Overrides> all;
    for (std::string const& path : run.parameters)
        all.push_back(laid_over({}, read_parameter_set(run.folder / path)));
    return all;
}

/// Inputs, that are taken as they are.
void take_parameter_files(PastRun const& run, TakeFile const& take)
{
    for (std::string const& path : run.parameters) take(path, run.content(path));
}

std::vector<Scenario> scenarios_of(PastRun const& run)
{
    std::vector<Scenario> scenarios;
    for (Overrides const& overrides : overrides_of(run))
        scenarios.push_back(load_model(run.folder / "scenario.yaml", overrides));
    return scenarios;
}

std::vector<Scenario> policies_of(PastRun const& run, Overrides const& overrides)
{
    std::vector<Scenario> policies;
    for (ComparisonAccount::Policy const& policy : run.comparison->policies)
        policies.push_back(load_model(run.folder / policy.file, overrides));
    return policies;
}

Repetition repeat_run(PastRun const& run, ReplayRequest const& request)
{
    Scenario const scenario = load_model(run.folder / "scenario.yaml");
    RunTables tables(scenario, run.panel, run.nesting, request.workers, run.kept);
    auto const then = run.file(fingerprints) != nullptr
                          ? read_fingerprints(run.content(fingerprints))
                          : std::nullopt;
    FingerprintWatch watch(then.value_or(FingerprintRecorder::Entries{}), tables.fingerprints());
    Listener listener(request.month_lived);
    std::vector<MonthObserver*> observers = tables.observers();
    observers.insert(observers.end(), {&watch, &listener});
    RunAccount const account = run_scenarios(scenarios_of(run),
                                             {.workers = request.workers,
                                              .replicates = run.replicates,
                                              .nesting = run.nesting,
                                              .cut = request.cut,
                                              .stop_asked = request.stop_asked},
                                             observers);
    if (account.stopped) return stopped();
    Comparing comparing(run);
    make_scenario_files(scenario, takes_for(comparing));
    take_parameter_files(run, takes_for(comparing));
    tables.make(takes_for(comparing));
    Repetition found = comparing.found();
    found.whose = watch.found();
    found.lives = found.whose ? Lives::differ : lives_alike(found);
    if (!then)
        found.lives = run.file(fingerprints) == nullptr ? Lives::without_file : Lives::unreadable;
    return found;
}

/// As many replicates as then, whatever precision they came to.
CompareRequest request_of(PastRun const& run, ReplayRequest const& request)
{
    ComparisonAccount const& account = *run.comparison;
    return {.run = {.workers = request.workers,
                    .replicates = run.replicates,
                    .nesting = run.nesting,
                    .cut = request.cut,
                    .stop_asked = request.stop_asked},
            .grouping = account.by ? Grouping::of_flag(*account.by, *run.corridor) : Grouping(),
            .rule_alone =
                account.without_direct ? Course::RuleAlone::left_out : Course::RuleAlone::lived,
            .precision = {},
            .traces = account.traces.value_or(0),
            .month_lived = request.month_lived};
}

Repetition repeat_comparison(PastRun const& run, ReplayRequest const& request)
{
    Scenario const base = load_model(run.folder / "scenario.yaml");
    std::vector<Scenario> const policies = policies_of(run, {});
    std::vector<Scenario> const bases = scenarios_of(run);
    std::vector<std::vector<Scenario>> policies_by_set;
    for (Overrides const& overrides : overrides_of(run))
        policies_by_set.push_back(policies_of(run, overrides));
    std::vector<ComparedWorlds> by_set;
    for (std::size_t set = 0; set < bases.size(); ++set)
        by_set.push_back({&bases[set], &policies_by_set[set]});
    CompareRequest const compare = request_of(run, request);
    Comparison const comparison = compare_policies(by_set, compare);
    if (comparison.account.stopped) return stopped();
    Comparing comparing(run);
    make_comparison_files(base, policies, takes_for(comparing));
    take_parameter_files(run, takes_for(comparing));
    make_comparison_tables(comparison, compare.grouping, base.corridor(), run.kept,
                           takes_for(comparing));
    Repetition found = comparing.found();
    found.lives = Lives::of_a_comparison;
    return found;
}
}  // namespace

Repetition repeat(PastRun const& run, ReplayRequest const& request)
{
    return run.comparison ? repeat_comparison(run, request) : repeat_run(run, request);
}
}  // namespace kochmon
