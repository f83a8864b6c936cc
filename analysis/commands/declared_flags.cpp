// SPDX-License-Identifier: MIT
#include "analysis/commands/declared_flags.hpp"

#include <limits>
#include <map>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "engine/error.hpp"

#include "config/decimal.hpp"

#include "analysis/commands/cluster_flags.hpp"
#include "analysis/commands/explanation_flags.hpp"
#include "analysis/commands/life_tables_flags.hpp"
#include "analysis/commands/print_flags.hpp"
#include "analysis/commands/serving_flags.hpp"
#include "analysis/commands/skeleton_flags.hpp"

namespace kochmon
{
namespace
{
constexpr std::uint64_t most_replicates_asked = 100'000;
constexpr std::uint64_t largest_seed = std::numeric_limits<std::uint32_t>::max();

/// What a flag does under some verbs; under the others what stands with no verb.
using Meanings = std::map<std::string, std::string>;

std::string meaning_under(CLI::App const& verb, Meanings const& meanings)
{
    auto const found = meanings.find(verb.get_name());
    return found == meanings.end() ? meanings.at("") : found->second;
}

std::string meaning_of_output(CLI::App const& verb)
{
    static Meanings const meanings = {
        {"run",
         "Output folder, out/NAME if not given; - writes series.csv to standard output alone"},
        {"compare", "Output folder, out/compare-NAME of the base if not given"},
        {"targets", "Output folder; without it the verdict is only printed"},
        {"calibrate", "Output folder, out/calibration-NAME if not given"}};
    return meaning_under(verb, meanings);
}

std::string meaning_of_dry_run(CLI::App const& verb)
{
    static Meanings const meanings = {
        {"run", "Check everything, estimate what it would take; run nothing, write nothing"},
        {"", "Check everything, say what would be run; run nothing, write nothing"}};
    return meaning_under(verb, meanings);
}

std::string meaning_of_replicates(CLI::App const& verb)
{
    static Meanings const meanings = {
        {"", "Replicates, each with luck of its own, numbered from 0; 1 if not given"},
        {"compare",
         "Replicates of base and policies, each with luck of its own, numbered from 0; 10 if "
         "not given, with --precision at most 200"},
        {"targets",
         "Replicates, each with luck of its own, numbered from 0; 1 if not given, with "
         "--robust 3 under each set"}};
    return meaning_under(verb, meanings);
}

std::string meaning_of_json(CLI::App const& verb)
{
    static Meanings const meanings = {
        {"", "The answer as JSON on standard output"},
        {"run", "Content of run.json on standard output, in place of the summary"},
        {"compare", "Content of run.json on standard output, in place of the summary"}};
    return meaning_under(verb, meanings);
}

/// A flag with a value that `take` checks and keeps.
void declare(CLI::App& app, std::string const& names, std::string const& type,
             std::string const& meaning, std::function<void(std::string const&)> const& take)
{
    app.add_option_function<std::string>(names, take, meaning)->type_name(type);
}

void declare_verbosity(CLI::App& app, Flags& flags)
{
    app.add_flag_callback(
        "-q,--quiet", [&] { flags.loudness = Loudness::quiet; }, "Errors only");
    app.add_flag_callback(
        "-v,--verbose", [&] { flags.loudness = Loudness::verbose; }, "Report each step");
}

void take_set(Flags& flags, std::vector<std::string> const& texts)
{
    for (std::string const& text : texts)
        if (text.find('=') == std::string::npos || text.front() == '=')
            throw UsageError(fmt::format("--set {}: expected path=value", text));
    flags.overrides.set = texts;
}

void take_persons(Flags& flags, std::string const& text)
{
    if (text != "full") whole_number("--persons", text, 1, 1'000'000'000);
    flags.overrides.persons = text;
}

void declare_scenario(CLI::App& app, Flags& flags)
{
    Overrides& overrides = flags.overrides;
    declare(app, "--seed", "N", "Seed of luck, in place of the file's",
            [&](std::string const& text) {
                overrides.seed =
                    static_cast<std::uint32_t>(whole_number("--seed", text, 0, largest_seed));
            });
    declare(app, "--population-seed", "N",
            "Seed of the synthetic population, in place of the file's",
            [&](std::string const& text)
            {
                overrides.population_seed = static_cast<std::uint32_t>(
                    whole_number("--population-seed", text, 0, largest_seed));
            });
    declare(app, "--persons", "N|full", "Agents, in place of the file's; full: one per person",
            [&](std::string const& text) { take_persons(flags, text); });
    declare(app, "--months", "N", "Months that are reported, in place of the file's",
            [&](std::string const& text)
            { overrides.months = static_cast<int>(whole_number("--months", text, 1, 2400)); });
    app.add_option_function<std::vector<std::string>>(
           "--set", [&](auto const& texts) { take_set(flags, texts); },
           "Value of a key, in place of the file's; repeatable")
        ->allow_extra_args(false)
        ->type_name("PATH=VALUE");
}

void declare_strictness(CLI::App& app, Flags& flags)
{
    app.add_flag("--strict", flags.strict,
                 "Refuse shocks that do nothing or begin later than written");
}

void take_progress(Flags& flags, std::string const& text)
{
    static std::map<std::string, ProgressForm> const forms = {{"auto", ProgressForm::automatic},
                                                              {"plain", ProgressForm::plain},
                                                              {"json", ProgressForm::json},
                                                              {"none", ProgressForm::none}};
    auto const found = forms.find(text);
    if (found == forms.end())
        throw UsageError(fmt::format("--progress {}: expected auto, plain, json or none", text));
    flags.progress = found->second;
}

void declare_replicates(CLI::App& app, Flags& flags)
{
    auto const declare_count = [&](std::string const& name, std::string const& meaning,
                                   std::optional<std::uint32_t>& count)
    {
        declare(app, name, "N", meaning,
                [name, &count](std::string const& text) {
                    count = static_cast<std::uint32_t>(
                        whole_number(name, text, 1, most_replicates_asked));
                });
    };
    declare_count("--replicates", meaning_of_replicates(app), flags.replicates);
    declare_count(
        "--populations",
        "Synthetic populations among which the replicates are divided in turn; as many as "
        "replicates if not given; 1: intervals hold luck alone",
        flags.populations);
    declare(
        app, "--parameters", "DIR",
        "Folder of a calibration whose accepted sets of parameters the populations take in turn",
        [&](std::string const& text) { flags.parameters = text; });
    declare_count("--parameter-sets",
                  "How many of the accepted sets, drawn by the seed; if not given, half as many as "
                  "populations, two at least, at most all",
                  flags.parameter_sets);
}

void declare_execution(CLI::App& app, Flags& flags)
{
    declare(app, "--threads", "N", "Threads; what the process may use if not given",
            [&](std::string const& text)
            { flags.threads = whole_number("--threads", text, 1, 4096); });
    declare(app, "--progress", "FORM", "auto, plain, json or none",
            [&](std::string const& text) { take_progress(flags, text); });
    // Technical: results do not depend on it, and tests show that.
    app.add_option_function<std::string>(
           "--tile-persons", [&](std::string const& text)
           { flags.cut.tile_persons = whole_number("--tile-persons", text, 1, 1'000'000'000); })
        ->group("");
    declare_verbosity(app, flags);
}

void declare_output(CLI::App& app, Flags& flags)
{
    declare(app, "-o,--output", "DIR", meaning_of_output(app),
            [&](std::string const& text) { flags.output = text; });
    app.add_flag("--force", flags.force, "Overwrite an output folder that kochmon wrote");
    app.add_flag("--dry-run", flags.dry_run, meaning_of_dry_run(app));
}

void declare_panel(CLI::App& app, Flags& flags)
{
    declare(app, "--panel", "N", "Also write the lives of N persons, for survival analysis",
            [&](std::string const& text)
            { flags.panel = whole_number("--panel", text, 1, 1'000'000'000); });
}

void declare_kept_rows(CLI::App& app, Flags& flags, std::string const& tables)
{
    declare(app, "--measures", "NAMES",
            "Measures that " + tables + " keeps, with commas between them; all if not given",
            [&](std::string const& text) { flags.measures = text; });
    declare(app, "--months-kept", "monthly|yearly|last",
            "Months that it keeps; yearly adds up over the year what happened in it",
            [&](std::string const& text) { flags.months_kept = text; });
}

void declare_kept(CLI::App& app, Flags& flags)
{
    declare_kept_rows(app, flags, "series.csv");
    declare(app, "--by", "NAMES",
            "Breakdowns that it keeps: total, origin, destination, jurisdiction, "
            "origin+destination, sex and others of its column 'by', with commas between them",
            [&](std::string const& text) { flags.by = text; });
}

void declare_kept_effects(CLI::App& app, Flags& flags)
{
    declare_kept_rows(app, flags, "effects.csv");
}

void declare_going_on(CLI::App& app, Flags& flags)
{
    declare(app, "--checkpoint-every", "N",
            "Write a checkpoint, from which the run can go on, every N months, warm-up included; a "
            "run that was stopped or killed goes on by the same command",
            [&](std::string const& text) {
                flags.checkpoint_every =
                    static_cast<int>(whole_number("--checkpoint-every", text, 1, 2400));
            });
    declare(app, "--from", "DIR|FILE",
            "Go on from the output folder of a run that was stopped or killed, into it if -o is "
            "not given, or from a checkpoint",
            [&](std::string const& text) { flags.from = text; });
}

void declare_comparison(CLI::App& app, Flags& flags)
{
    declare(app, "--by", "TRAITS",
            "Tell persons apart by some of origin, country, destination, status, sex, age, "
            "schooling, profession and the language of the corridor, with commas between them",
            [&](std::string const& text) { flags.by = text; });
    declare(app, "--precision", "'MEASURE NUMBER UNIT'",
            "Add replicates until the 90 % interval of the effect is this narrow to each side, as "
            "'legality_by_right 0.1 points'; --replicates is then the most",
            [&](std::string const& text) { flags.precision = text; });
    declare(app, "--trace", "N",
            "Write the lives of N persons whose lives part, under base and policy side by side",
            [&](std::string const& text)
            { flags.traces = whole_number("--trace", text, 1, 1'000'000); });
    app.add_flag("--without-direct", flags.without_direct,
                 "Leave out direct and indirect effects; takes half the time");
}

void declare_targets_file(CLI::App& app, Flags& flags)
{
    declare(app, "--targets", "FILE",
            "File of targets; if not given, NAME-targets.yaml beside NAME.yaml, else targets.yaml "
            "there",
            [&](std::string const& text) { flags.targets = text; });
}

void declare_targets(CLI::App& app, Flags& flags)
{
    declare_targets_file(app, flags);
    app.add_flag("--shocks", flags.shocks,
                 "Judge how the model answers the shocks of that file, instead of its levels");
    app.add_option_function<std::vector<std::string>>(
           "--robust", [&](auto const& sources) { flags.robust = sources; },
           "Judge the shocks under every set of parameters that the calibration of a folder "
           "accepts, or that the plan of a sweep makes: which signs hold in all; repeatable")
        ->allow_extra_args(false)
        ->type_name("DIR|PLAN");
}

void declare_study(CLI::App& app, Flags& flags)
{
    declare(app, "-o,--output", "DIR", "Folder of the study, out/sweep-NAME if not given",
            [&](std::string const& text) { flags.output = text; });
    app.add_flag("--dry-run", flags.dry_run,
                 "Check the plan and its base, say what would be run; write nothing");
}

void declare_expansion(CLI::App& app, Flags& flags)
{
    declare(app, "--replicates", "N", "Replicates of every point that the study is to have",
            [&](std::string const& text)
            {
                flags.replicates = static_cast<std::uint32_t>(
                    whole_number("--replicates", text, 1, most_replicates_asked));
            });
    declare(app, "--points", "N",
            "Points of a sobol design that the study is to have, paths of morris, rows of saltelli",
            [&](std::string const& text)
            { flags.points = whole_number("--points", text, 1, 1'000'000); });
}

void declare_description(CLI::App& app, Flags& flags)
{
    declare(app, "-o,--output", "FILE",
            "File to write, overwriting an older one; - for standard output",
            [&](std::string const& text) { flags.output = text; });
    declare(app, "--templates", "DIR", "Folder of its prose; docs/templates/odd if not given",
            [&](std::string const& text) { flags.templates = text; });
    declare_targets_file(app, flags);
}
}  // namespace

std::uint64_t whole_number(std::string const& flag, std::string const& text, std::uint64_t lowest,
                           std::uint64_t highest)
{
    // As files write numbers, so that a value can be copied from one to the other.
    Node const node{.kind = Node::Kind::scalar, .place = {}, .text = text};
    auto const number = read_whole_number(node, static_cast<std::int64_t>(lowest),
                                          static_cast<std::int64_t>(highest));
    if (!number.value)
        throw UsageError(fmt::format("{} {}: expected {}{}{}", flag, text, number.mistake.expected,
                                     number.mistake.hint.empty() ? "" : ", ", number.mistake.hint));
    return static_cast<std::uint64_t>(*number.value);
}

void declare_flags(CLI::App& app, FlagGroup group, Flags& flags)
{
    switch (group)
    {
        case FlagGroup::scenario:
            return declare_scenario(app, flags);
        case FlagGroup::strictness:
            return declare_strictness(app, flags);
        case FlagGroup::replicates:
            return declare_replicates(app, flags);
        case FlagGroup::execution:
            return declare_execution(app, flags);
        case FlagGroup::output:
            return declare_output(app, flags);
        case FlagGroup::json:
            app.add_flag("--json", flags.json, meaning_of_json(app));
            return;
        case FlagGroup::panel:
            return declare_panel(app, flags);
        case FlagGroup::kept:
            return declare_kept(app, flags);
        case FlagGroup::kept_effects:
            return declare_kept_effects(app, flags);
        case FlagGroup::going_on:
            return declare_going_on(app, flags);
        case FlagGroup::comparison:
            return declare_comparison(app, flags);
        case FlagGroup::targets:
            return declare_targets(app, flags);
        case FlagGroup::study:
            return declare_study(app, flags);
        case FlagGroup::expansion:
            return declare_expansion(app, flags);
        case FlagGroup::shard:
            return declare(app, "--shard", "I/N",
                           "Do the I-th of N parts alone, so that several machines share a study",
                           [&](std::string const& text) { flags.shard = text; });
        case FlagGroup::cluster:
            return declare_cluster(app, flags);
        case FlagGroup::explanation:
            return declare_explanation(app, flags);
        case FlagGroup::description:
            return declare_description(app, flags);
        case FlagGroup::life_tables:
            declare_life_tables(app, flags);
            return declare_verbosity(app, flags);
        case FlagGroup::serving:
            declare_serving(app, flags);
            return declare_verbosity(app, flags);
        case FlagGroup::print:
            return declare_print(app, flags);
        case FlagGroup::skeleton:
            return declare_skeleton(app, flags);
        case FlagGroup::page:
            declare(app, "-o,--output", "FILE", "File to write, overwriting an older report",
                    [&](std::string const& text) { flags.output = text; });
            return declare(app, "--language", "en|ky|ru",
                           "Language of headings, axes and sentences",
                           [&](std::string const& text) { flags.language = text; });
    }
}
}  // namespace kochmon
