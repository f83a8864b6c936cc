// SPDX-License-Identifier: MIT
#include <cmath>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "config/difference.hpp"
#include "config/named_base.hpp"
#include "config/resolved.hpp"

#include "agents/loading/load_model.hpp"
#include "agents/state/month_record.hpp"

#include "analysis/commands/idle_policies.hpp"
#include "analysis/commands/log.hpp"
#include "analysis/commands/session.hpp"
#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/study_flags.hpp"
#include "analysis/commands/verbs.hpp"
#include "analysis/compare/precision.hpp"
#include "analysis/figures/effect.hpp"
#include "analysis/figures/gnuplot.hpp"
#include "analysis/figures/policy_dates.hpp"
#include "analysis/report/comparison_summary.hpp"
#include "analysis/runs/comparison_tables.hpp"
#include "analysis/runs/laid_over.hpp"
#include "analysis/text/counted.hpp"

namespace kochmon
{
namespace
{
constexpr std::uint32_t usual_replicates = 10;
constexpr std::uint32_t most_replicates = 200;  // where a precision is asked for

Scenario load_base(Flags const& flags, Overrides const& overrides)
{
    Scenario base = load_model(flags.arguments.front(), overrides);
    if (!base.content().shocks.empty())
        throw ScenarioError(fmt::format(
            "{}: has shocks of its own; a base is what policies are compared with, so move its "
            "shocks into a policy file that names it as base, or into dated values",
            flags.arguments.front()));
    return base;
}

std::vector<Scenario> load_policies(Flags const& flags, Overrides const& overrides,
                                    std::string const& base)
{
    std::vector<Scenario> policies;
    std::set<std::string> names = {base};
    for (std::size_t k = 1; k < flags.arguments.size(); ++k)
    {
        policies.push_back(load_over(flags.arguments[k], flags.arguments.front(), overrides));
        if (!names.insert(policies.back().name()).second)
            throw ScenarioError(fmt::format(
                "{}: a scenario named {} is in this comparison already; results are told apart by "
                "name, so give it another at 'scenario'",
                flags.arguments[k], policies.back().name()));
    }
    return policies;
}

/// Base and policies under a set of parameters.
struct Worlds
{
    Scenario base;
    std::vector<Scenario> policies;
};

std::vector<Worlds> worlds_of(Flags const& flags, StudyDesign const& design)
{
    std::vector<Worlds> by_set;
    for (Overrides const& overrides : design.overrides(flags.overrides))
    {
        Scenario base = load_base(flags, overrides);
        std::vector<Scenario> policies = load_policies(flags, overrides, base.name());
        by_set.push_back({std::move(base), std::move(policies)});
    }
    return by_set;
}

/// A comparison on its way from the scenarios to the last file.
class Compare
{
  public:
    explicit Compare(Flags const& flags)
        : flags_(flags),
          base_(load_base(flags, flags.overrides)),
          policies_(load_policies(flags, flags.overrides, base_.name())),
          session_(flags, folder()),
          grouping_(flags.by ? Grouping::of_flag(*flags.by, base_.corridor()) : Grouping()),
          kept_(kept_rows(base_.corridor(), flags.measures, {}, flags.months_kept))
    {
        if (flags.precision && replicates() < fewest_replicates)
            throw UsageError(fmt::format("--replicates {}: a precision is judged from {} on",
                                         replicates(), fewest_replicates));
        if (flags.precision)
            precision_ = precision_of(*flags.precision, base_.settings(),
                                      columns_to_compare(grouping_, base_.corridor()));
        if (flags.precision && flags.parameters)
            throw UsageError(
                "--precision does not go with --parameters: the spread between accepted parameters "
                "does not narrow with more replicates");
        if (flags.precision && flags.populations && *flags.populations != 1)
            throw UsageError(
                fmt::format("--precision does not go with --populations {}: the spread between so "
                            "few populations does not narrow with more replicates; leave it out "
                            "(each replicate has its own) or give 1 (luck alone)",
                            *flags.populations));
        for (Scenario const& policy : policies_) onset_of(base_, policy);
        design_ = design_of(flags, replicates(), base_);
        for (Scenario const& policy : policies_) demand_same_values(design_, base_, policy);
        if (design_.parameters) by_set_ = worlds_of(flags, design_);
        for (Worlds const& worlds : by_set_) demand_same_study(worlds);
    }

    int act()
    {
        session_.check_folder(inputs());
        tell_bases_not_read();
        tell_what_else_differs();
        tell_idle_study(base_, policies_, flags_);
        if (flags_.dry_run) return tell_plan();
        session_.begin(inputs());
        TakeFile const write = writes_results_into(session_.folder());
        Comparison const found = live(
            [&]
            {
                make_comparison_files(base_, policies_, write);
                make_parameter_files(design_.parameters, write);
            });
        if (found.account.stopped) return stopped();
        return write_results(found);
    }

  private:
    /// A policy begins under each set when it does under the file.
    void demand_same_study(Worlds const& worlds) const
    {
        demand_same_run(base_, worlds.base);
        for (std::size_t k = 0; k < policies_.size(); ++k)
            if (onset_of(base_, policies_[k]).month !=
                onset_of(worlds.base, worlds.policies[k]).month)
                throw ScenarioError(fmt::format(
                    "{}: begins at another month under a set of parameters of {} than under {}; "
                    "expected a policy that leaves the parameters of the calibration as they are, "
                    "or changes them by scale or add",
                    policies_[k].name(), design_.parameters->folder, base_.name()));
    }

    std::filesystem::path folder() const
    {
        return flags_.output ? std::filesystem::path(*flags_.output)
                             : std::filesystem::path("out") / ("compare-" + base_.name());
    }
    InputFiles inputs() const
    {
        InputFiles inputs = inputs_named(flags_);
        inputs.add(base_.files_read());
        for (Scenario const& policy : policies_) inputs.add(policy.files_read());
        return inputs;
    }
    std::uint32_t replicates() const
    {
        return flags_.replicates.value_or(precision_ ? most_replicates : usual_replicates);
    }

    // Who gives a policy over one base to a comparison with another may not think of it.
    void tell_bases_not_read() const
    {
        for (Scenario const& policy : policies_)
            if (auto const& own = policy.content().base_not_read)
                write_message(fmt::format(
                    "kochmon: {} is laid over {}; the base that it names, {}, is not read\n",
                    policy.name(), base_.name(), own->string()));
    }

    // What is no shock is not what a policy file is for, so it is told.
    void tell_what_else_differs() const
    {
        for (Scenario const& policy : policies_)
        {
            auto const lines = differences_beside_shocks(base_, policy);
            if (lines.empty()) continue;
            write_message(
                fmt::format("kochmon: {} differs from {} in {} as the policy's; the first is {}\n",
                            policy.name(), base_.name(),
                            counted(lines.size(), "value besides its shocks, which counts",
                                    "values besides its shocks, which count"),
                            lines.front()));
        }
    }

    int tell_plan() const
    {
        write_output(fmt::format("Would compare {} with {}, {}{}\n",
                                 counted(policies_.size(), "policy", "policies"), base_.name(),
                                 precision_ ? "at most " : "", counted_replicates(replicates())));
        for (Scenario const& policy : policies_)
        {
            Onset const onset = onset_of(base_, policy);
            write_output(fmt::format("  {:<30} {}\n", policy.name(),
                                     onset.month ? "differs from " + onset.month->text() + " on"
                                                 : std::string("differs in no month")));
        }
        return 0;
    }

    Comparison live(std::function<void()> begins) const
    {
        Progress progress = session_.progress(replicates(), base_.settings());
        CompareRequest const request{
            .run = session_.request(replicates(), design_.nesting),
            .grouping = grouping_,
            .rule_alone =
                flags_.without_direct ? Course::RuleAlone::left_out : Course::RuleAlone::lived,
            .precision = precision_,
            .traces = flags_.traces.value_or(0),
            .begins = std::move(begins),
            .month_lived = [&](MonthRecord const& record) { progress.observe(record); }};
        return compare_policies(compared_worlds(), request);
    }

    std::vector<ComparedWorlds> compared_worlds() const
    {
        if (!design_.parameters) return {{&base_, &policies_}};
        std::vector<ComparedWorlds> by_set;
        for (Worlds const& worlds : by_set_) by_set.push_back({&worlds.base, &worlds.policies});
        return by_set;
    }

    static int stopped() { return Session::stopped("the comparison is not complete"); }

    ComparisonAccount how_it_is_made(Comparison const& found) const
    {
        ComparisonAccount account{.by = flags_.by,
                                  .without_direct = flags_.without_direct,
                                  .precision = flags_.precision,
                                  .reached = found.precision,
                                  .traces = flags_.traces,
                                  .policies = {}};
        for (Scenario const& policy : policies_)
            account.policies.push_back(
                {policy.name(), policy_file(base_, policy), policy.content().base_not_read});
        return account;
    }

    int write_results(Comparison const& found)
    {
        OutputFolder& folder = session_.folder();
        log_line(fmt::format("writing {}", folder.path().string()));
        make_comparison_tables(found, grouping_, base_.corridor(), kept_,
                               writes_results_into(folder));
        if (Session::is_stopped()) return stopped();
        draw_figures(folder, found);
        Provenance provenance = session_.provenance();
        provenance.replicates = found.replicates;
        provenance.nesting = found.nesting;
        provenance.parameters = design_.parameters;
        provenance.kept = kept_;
        provenance.account = found.account;
        provenance.comparison = how_it_is_made(found);
        for (Scenario const& policy : policies_) provenance.policies.push_back(&policy);
        tell_results(found, session_.complete(base_, provenance));
        bool const misses = found.precision && !found.precision->met;
        return static_cast<int>(misses ? ExitStatus::results_differ : ExitStatus::done);
    }

    void draw_figures(OutputFolder& folder, Comparison const& found) const
    {
        Drawing drawing = Drawing::done;
        for (std::size_t k = 0; k < policies_.size(); ++k)
            // Results are there; whoever asks for a stop waits for no picture.
            if (!Session::is_stopped())
                drawing = std::max(drawing, draw_in(folder, figure_of(found, k)));
        if (drawing == Drawing::done) return;
        write_message(fmt::format(
            "kochmon: {}, so not all figures were drawn; their numbers and scripts are in {}\n",
            drawing == Drawing::no_gnuplot ? "gnuplot is not installed" : "gnuplot failed",
            (folder.path() / "figures").string()));
    }

    Figure figure_of(Comparison const& found, std::size_t policy) const
    {
        return figure_of_effect(
            effect_figure_csv(found.base, found.policies[policy], found.nesting),
            {.name = policies_[policy].name(),
             .base = base_.name(),
             .replicates = found.replicates,
             .nesting = found.nesting,
             .dates = dates_of(policies_[policy]),
             .shocks = shocks_in_words(policies_[policy]),
             .main = base_.corridor().main_title()});
    }

    void tell_results(Comparison const& found, std::string const& account) const
    {
        // A precision that was asked for and is not there must not pass in silence.
        if (found.precision && !found.precision->met && !tells_summary())
            write_message("kochmon: " + told_precision(found));
        if (flags_.json) return write_output(account);
        if (!tells_summary()) return;
        write_output(summary_of(base_, found));
        if (found.precision) write_output('\n' + told_precision(found));
        session_.tell_folder();
    }

    bool tells_summary() const { return !flags_.json && !session_.is_quiet(); }

    std::string told_miss(PrecisionReached const& reached, std::uint32_t lived) const
    {
        constexpr char indent[] = ";\n            ";
        std::string text = fmt::format("is not met with {} replicates{}", lived, indent);
        if (!std::isfinite(reached.needed))
            return text + fmt::format("fewer than {} of them have a value in that month",
                                      fewest_replicates);
        return text + fmt::format("it needs about {:.0f}, --replicates allows {}",
                                  std::ceil(reached.needed), replicates());
    }

    std::string told_precision(Comparison const& found) const
    {
        PrecisionReached const& reached = *found.precision;
        std::string text = fmt::format("Precision   '{}' ", precision_->text);
        text += reached.met ? fmt::format("is met with {} replicates", found.replicates)
                            : told_miss(reached, found.replicates);
        if (reached.unpaired > 0.0 && std::isfinite(reached.unpaired))
            text += fmt::format(";\n            without shared luck about {:.0f} of each would do",
                                std::ceil(reached.unpaired));
        return text + '\n';
    }

    Flags const& flags_;
    Scenario base_;
    std::vector<Scenario> policies_;
    Session session_;
    Grouping grouping_;
    KeptRows kept_;  // of effects.csv and spread.csv
    std::optional<Precision> precision_;
    StudyDesign design_;
    std::vector<Worlds> by_set_;  // if sets of parameters were asked for
};

/// Of a policy that is compared with nothing else.
std::string own_base(Flags const& flags)
{
    auto const base = named_base(flags.arguments.front(), flags.overrides);
    if (!base)
        throw UsageError(
            "compare: expected a base and at least one policy file, or one policy that names its "
            "base");
    return base->string();
}

int compare(Flags const& flags)
{
    if (flags.output == "" || flags.output == "-")
        throw UsageError("-o: expected the name of a folder; a comparison has several tables");
    if (flags.arguments.size() > 1) return Compare(flags).act();
    Flags with_its_base = flags;
    with_its_base.arguments.insert(with_its_base.arguments.begin(), own_base(flags));
    return Compare(with_its_base).act();
}
}  // namespace

Verb compare_verb()
{
    return {.name = "compare",
            .summary = "What policies change, person by person",
            .positionals = {{"BASE",
                             "Scenario without shocks; may be left out with one POLICY, which is "
                             "then laid over the base that it names",
                             Positional::Times::once, LookedFor::scenario},
                            {"POLICY", "Policies, each laid over BASE whatever base it names",
                             Positional::Times::any, LookedFor::scenario}},
            .flags = {FlagGroup::scenario, FlagGroup::strictness, FlagGroup::replicates,
                      FlagGroup::execution, FlagGroup::output, FlagGroup::comparison,
                      FlagGroup::kept_effects, FlagGroup::json},
            .example =
                "kochmon compare baseline permit-fee "
                "--replicates 10 -o out/permit-fee",
            .act = compare};
}
}  // namespace kochmon
