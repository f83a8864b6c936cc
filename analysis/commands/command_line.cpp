// SPDX-License-Identifier: MIT
#include "analysis/commands/command_line.hpp"

#include <algorithm>
#include <iterator>
#include <new>
#include <optional>
#include <system_error>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "engine/error.hpp"

#include "config/suggestion.hpp"

#include "analysis/commands/declared_flags.hpp"
#include "analysis/commands/log.hpp"
#include "analysis/commands/shipped_config.hpp"
#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/verbs.hpp"
#include "analysis/runs/provenance.hpp"

namespace kochmon
{
namespace
{
constexpr char exit_statuses[] =
    "Exit status: 0 done, 1 internal error, 2 scenario wrong, 3 output folder exists,\n"
    "4 file error, 5 too little memory, 6 an invariant broke, 7 a replay or target differs,\n"
    "8 runs of a sweep failed, 64 wrong command line, 75 a sweep was stopped: resume it,\n"
    "128 + signal interrupted (130 Ctrl-C).\n\n"
    "Documents: docs/README.md, in share/doc/kochmon beside the bin of an installed program.";

std::vector<Verb> const& verbs()
{
    static std::vector<Verb> const all = {
        run_verb(),      validate_verb(),    explain_verb(), levers_verb(),    measures_verb(),
        policies_verb(), diff_verb(),        compare_verb(), replay_verb(),    sweep_verb(),
        resume_verb(),   expand_verb(),      status_verb(),  merge_verb(),     slurm_verb(),
        analyse_verb(),  export_verb(),      targets_verb(), calibrate_verb(), odd_verb(),
        report_verb(),   life_tables_verb(), serve_verb(),   figures_verb(),   new_verb(),
        schema_verb(),   version_verb()};
    return all;
}

// CLI11 ends the flags at `--` only before the first file, so what follows is marked here.
constexpr char after_the_flags = '\x01';

std::string unmarked(std::string const& text)
{
    return text.starts_with(after_the_flags) ? text.substr(1) : text;
}

/// The words after the program's name, the last first, as CLI11 takes them.
std::vector<std::string> words_of(std::vector<std::string> const& command)
{
    std::vector<std::string> words;
    bool are_flags_ended = false;
    for (std::size_t at = 1; at < command.size(); ++at)
    {
        bool const is_marked = are_flags_ended && !words.empty();  // the verb comes first
        bool const ends_flags = !are_flags_ended && command[at] == "--";
        if (!ends_flags) words.push_back(is_marked ? after_the_flags + command[at] : command[at]);
        are_flags_ended = are_flags_ended || ends_flags;
    }
    std::ranges::reverse(words);
    return words;
}

void declare_positional(CLI::App& app, Positional const& positional, Flags& flags)
{
    std::vector<std::string>& all = flags.arguments;
    bool const is_list = positional.times == Positional::Times::at_least_once ||
                         positional.times == Positional::Times::any;
    if (is_list)
    {
        app.add_option_function<std::vector<std::string>>(
               positional.name,
               [&all](auto const& texts)
               { std::ranges::transform(texts, std::back_inserter(all), unmarked); },
               positional.meaning)
            ->type_name("")
            ->required(positional.times == Positional::Times::at_least_once);
        return;
    }
    auto const take = [&all](std::string const& text) { all.push_back(unmarked(text)); };
    app.add_option_function<std::string>(positional.name, take, positional.meaning)
        ->type_name("")
        ->required(positional.times == Positional::Times::once);
}

void declare_verb(CLI::App& program, Verb const& verb, Flags& flags)
{
    CLI::App& app = *program.add_subcommand(verb.name, verb.summary);
    app.allow_extras()->group("Verbs");
    app.footer(fmt::format("Example:\n  {}", verb.example));
    for (Positional const& positional : verb.positionals)
        declare_positional(app, positional, flags);
    for (FlagGroup const group : verb.flags) declare_flags(app, group, flags);
}

void declare(CLI::App& program, Flags& flags)
{
    program.require_subcommand(0, 1)->allow_extras()->footer(exit_statuses);
    program.get_formatter()->label("SUBCOMMAND", "VERB");
    program.set_version_flag("--version", version_as_text(), "Version, commit and compiler");
    for (Verb const& verb : verbs()) declare_verb(program, verb, flags);
}

std::vector<std::string> flag_names(CLI::App const& app)
{
    std::vector<std::string> names;
    for (CLI::Option const* const option : app.get_options())
        if (!option->get_group().empty())
            for (std::string const& name : option->get_lnames()) names.push_back("--" + name);
    return names;
}

std::vector<std::string> verb_names()
{
    std::vector<std::string> names;
    for (Verb const& verb : verbs()) names.push_back(verb.name);
    return names;
}

CLI::App const& chosen(CLI::App const& program)
{
    auto const verbs_read = program.get_subcommands();
    return verbs_read.empty() ? program : *verbs_read.front();
}

std::string help_command(CLI::App const& program)
{
    CLI::App const& app = chosen(program);
    return &app == &program ? "kochmon --help" : fmt::format("kochmon {} --help", app.get_name());
}

[[noreturn]] void refuse_unknown(std::string const& what, std::string const& mistyped,
                                 std::vector<std::string> const& known, CLI::App const& program)
{
    std::string const guess = did_you_mean(closest(mistyped, known));
    throw UsageError(fmt::format("there is no {} '{}'; {}{}{}", what, mistyped, guess,
                                 guess.empty() ? "see " : " See ", help_command(program)));
}

/// What nobody took: an unknown flag first, since what follows it may be its value.
void demand_no_rest(CLI::App const& program)
{
    auto const rest = program.remaining(true);
    if (rest.empty()) return;
    auto const is_flag = [](std::string const& text) { return text.starts_with('-'); };
    auto const flag = std::ranges::find_if(rest, is_flag);
    if (flag != rest.end())
        refuse_unknown("flag", flag->substr(0, flag->find('=')), flag_names(chosen(program)),
                       program);
    if (&chosen(program) == &program)
        refuse_unknown("verb", unmarked(rest.front()), verb_names(), program);
    throw UsageError(fmt::format("'{}' is one argument too many; see {}", unmarked(rest.front()),
                                 help_command(program)));
}

/// What comes with the program is named without its folder.
void find_by_name(Verb const& verb, Flags& flags)
{
    flags.overrides.shipped = shipped_config();
    for (std::size_t at = 0; at < flags.arguments.size() && !verb.positionals.empty(); ++at)
    {
        std::size_t const last = verb.positionals.size() - 1;
        LookedFor const looked_for = verb.positionals[std::min(at, last)].looked_for;
        std::string& text = flags.arguments[at];
        text = found_by_name(text, looked_for, flags.overrides.shipped);
    }
    if (flags.parameters)
        flags.parameters =
            found_by_name(*flags.parameters, LookedFor::accepted_sets, flags.overrides.shipped);
    for (std::string& text : flags.robust)
        text = found_by_name(text, LookedFor::sets_of_a_study, flags.overrides.shipped);
}

/// The verb to act; nothing if a text was asked for, which is then written.
Verb const* read(CLI::App& program, Flags const& flags)
try
{
    program.parse(words_of(flags.command));
    demand_no_rest(program);
    if (program.get_subcommands().empty()) throw UsageError("no verb; see kochmon --help");
    std::string const name = chosen(program).get_name();
    return &*std::ranges::find(verbs(), name, &Verb::name);
}
catch (CLI::CallForVersion const&)
{
    write_output(program.version());
    return nullptr;
}
catch (CLI::CallForHelp const&)
{
    write_output(program.help());
    return nullptr;
}
catch (CLI::ParseError const& error)
{
    demand_no_rest(program);
    throw UsageError(fmt::format("{}; see {}", error.what(), help_command(program)));
}

int act(int count, char const* const* arguments)
{
    Flags flags;
    flags.command.assign(arguments, arguments + count);
    if (flags.command.empty()) throw UsageError("no verb; see kochmon --help");
    CLI::App program("How labour migrants decide, month by month.", "kochmon");
    declare(program, flags);
    Verb const* const verb = read(program, flags);
    if (verb == nullptr) return static_cast<int>(ExitStatus::done);
    start_log(flags.loudness);
    find_by_name(*verb, flags);
    return verb->act(flags);
}

constexpr char no_memory[] =
    "not enough memory; run fewer --persons or --threads, or raise the limit (ulimit -v)";

int told(std::string const& message, ExitStatus status)
{
    write_message(fmt::format("kochmon: {}\n", message));
    return static_cast<int>(status);
}
}  // namespace

int run_command_line(int count, char const* const* arguments) noexcept
try
{
    return act(count, arguments);
}
catch (InternalError const& error)
{
    return told(fmt::format("a fault of the program, please report it: {}", error.what()),
                ExitStatus::internal_error);
}
catch (Error const& error)
{
    return told(error.what(), error.status());
}
catch (std::bad_alloc const&)
{
    return told(no_memory, ExitStatus::memory_refused);
}
// So a thread says that there is no memory for its stack.
catch (std::system_error const& error)
{
    if (error.code() == std::errc::resource_unavailable_try_again ||
        error.code() == std::errc::not_enough_memory)
        return told(no_memory, ExitStatus::memory_refused);
    return told(fmt::format("a fault of the program, please report it: {}", error.what()),
                ExitStatus::internal_error);
}
catch (std::exception const& error)
{
    return told(fmt::format("a fault of the program, please report it: {}", error.what()),
                ExitStatus::internal_error);
}
}  // namespace kochmon
