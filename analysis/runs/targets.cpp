// SPDX-License-Identifier: MIT
#include "analysis/runs/targets.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "engine/contract.hpp"
#include "engine/error.hpp"

#include "config/resolved.hpp"

#include "agents/loading/load_model.hpp"
#include "agents/state/month_record.hpp"
#include "agents/synthesis/synthesis.hpp"

#include "analysis/runs/laid_over.hpp"
#include "analysis/runs/memory_check.hpp"
#include "analysis/runs/observed_country.hpp"
#include "analysis/runs/starts.hpp"
#include "analysis/runs/stopwatch.hpp"
#include "analysis/text/counted.hpp"

namespace kochmon
{
namespace
{
Scenario base_of_targets(std::filesystem::path const& scenario, Overrides const& overrides)
{
    Scenario base = load_model(scenario, overrides);
    demand_observed_country(base);
    if (base.content().shocks.empty()) return base;
    throw ScenarioError(fmt::format(
        "{}: has shocks of its own; targets are measured on a scenario without, so move them into "
        "dated values or a policy file",
        scenario.string()));
}

using Values = std::vector<std::optional<double>>;

/// Follows the worlds of one replicate.
class WorldFollower
{
  public:
    virtual ~WorldFollower() = default;
    /// A month is about to be lived.
    virtual void see_before(Lockstep const&) {}
    /// It has been lived.
    virtual void see(Lockstep& worlds) = 0;
    virtual Values values() const = 0;
};
using MakeFollower =
    std::function<std::unique_ptr<WorldFollower>(TargetWorlds const&, std::vector<Onset> const&)>;

class TargetStudy
{
  public:
    TargetStudy(std::span<TargetWorlds const> by_set, RunRequest const& request,
                std::function<void(MonthRecord const&)> const& month_lived)
        : by_set_(by_set), request_(request), month_lived_(month_lived)
    {
        EXPECT(by_set.size() >= request.nesting.scenarios());
        for (TargetWorlds const& worlds : by_set)
            starts_.emplace_back(worlds.base, worlds.policies, Course::RuleAlone::left_out,
                                 request.stop_asked);
    }

    MeasuredTargets carry_out(MakeFollower const& make)
    {
        try
        {
            live_all(make);
        }
        catch (SynthesisStopped const&)
        {
            found_.account.stopped = true;
        }
        return std::move(found_);
    }

  private:
    void live_all(MakeFollower const& make)
    {
        for (std::uint32_t replicate = 0; replicate < request_.replicates && !stops(); ++replicate)
        {
            std::uint32_t const set = request_.nesting.set_of(replicate);
            Starts const& starts = starts_of(set, request_.nesting.population_of(replicate));
            live(replicate, starts, *make(by_set_[set], starts.onsets()));
        }
    }

    bool stops()
    {
        found_.account.stopped =
            found_.account.stopped || (request_.stop_asked && request_.stop_asked());
        return found_.account.stopped;
    }

    /// Those of another set are given up.
    Starts const& starts_of(std::uint32_t set, std::uint32_t population)
    {
        Stopwatch const watch;
        for (std::size_t other = 0; other < starts_.size(); ++other)
            if (other != set) starts_[other].give_up();
        starts_[set].make(population, request_.workers);
        found_.account.agents = starts_[set].of_base().persons.size();
        found_.account.weight = starts_[set].of_base().weight;
        found_.account.synthesis_seconds += watch.seconds();
        return starts_[set];
    }

    void live(std::uint32_t replicate, Starts const& starts, WorldFollower& follower)
    {
        Stopwatch const watch;
        Lockstep worlds(starts.scenario(), starts.courses(), starts.of_base(), replicate,
                        {request_.workers, request_.cut});
        worlds.keep_diaries();
        while (!worlds.ended() && !stops())
        {
            follower.see_before(worlds);
            worlds.advance();
            count_person_months(worlds);
            follower.see(worlds);
            if (month_lived_) month_lived_(worlds.base().record());
        }
        found_.account.months_seconds += watch.seconds();
        if (found_.account.stopped) return;
        found_.values.push_back(follower.values());
        found_.replicates = replicate + 1;
    }

    void count_person_months(Lockstep const& worlds)
    {
        std::size_t lived = 1;
        for (std::size_t k = 0; k < worlds.policies(); ++k) lived += worlds.parted(k) ? 1U : 0U;
        found_.account.person_months += static_cast<double>(lived * found_.account.agents);
    }

    std::span<TargetWorlds const> by_set_;
    RunRequest const& request_;
    std::function<void(MonthRecord const&)> const& month_lived_;
    MeasuredTargets found_;
    std::vector<Starts> starts_;  // by set
};

class TargetFollower final : public WorldFollower
{
  public:
    TargetFollower(TargetWorlds const& worlds, TargetsFile const& file,
                   std::vector<Onset> const& onsets)
        : file_(file), recorder_(worlds.base, worlds.paired, onsets)
    {
    }

    void see(Lockstep& worlds) override
    {
        recorder_.see(worlds);
        weight_ = worlds.base().record().weight;
        if (recorder_.policies_seen(worlds.month())) worlds.leave_policies();
    }

    Values values() const override
    {
        // Made where it stays: too large for a small stack.
        std::unique_ptr<TargetEvidence const> const evidence(
            new TargetEvidence(recorder_.evidence()));
        Values values;
        PairedMonths const none;
        auto paired = evidence->paired.begin();
        for (Target const& target : file_.targets)
            values.push_back(target.definition.measure(
                *evidence, target.definition.needs_policy() ? *paired++ : none, weight_));
        return values;
    }

  private:
    TargetsFile const& file_;
    EvidenceRecorder recorder_;
    double weight_ = 1.0;
};

/// What changes nothing begins with the report.
Month begin_of(Onset const& onset, Scenario const& base)
{
    return onset.month.value_or(base.settings().first_reported());
}

/// Months to report until every answer is there.
int months_of_answers(TargetWorlds const& worlds, TargetsFile const& file)
{
    int months = 1;
    for (std::size_t k = 0; k < file.shocks.size(); ++k)
    {
        Scenario const& policy = worlds.policies[worlds.of_shocks[k].policy];
        Month const begin = begin_of(onset_of(worlds.base, policy), worlds.base);
        int const before =
            begin.since_1900() - worlds.base.settings().first_reported().since_1900();
        for (ShockAnswer const& answer : file.shocks[k].answers)
            months = std::max(months, before + answer.month);
    }
    return months;
}

class ShockFollower final : public WorldFollower
{
  public:
    ShockFollower(TargetWorlds const& worlds, TargetsFile const& file,
                  std::vector<Onset> const& onsets)
    {
        for (std::size_t k = 0; k < file.shocks.size(); ++k)
        {
            ShockWorlds const& numbers = worlds.of_shocks[k];
            recorders_.emplace_back(file.shocks[k], numbers,
                                    begin_of(onsets[numbers.policy], worlds.base));
        }
    }

    void see_before(Lockstep const& worlds) override
    {
        for (ShockRecorder& recorder : recorders_) recorder.see_before(worlds);
    }

    void see(Lockstep& worlds) override
    {
        for (ShockRecorder& recorder : recorders_) recorder.see(worlds);
    }

    Values values() const override
    {
        Values values;
        for (ShockRecorder const& recorder : recorders_)
            for (auto const& change : recorder.changes()) values.push_back(change);
        return values;
    }

  private:
    std::vector<ShockRecorder> recorders_;
};

int months_needed(TargetsFile const& file)
{
    int months = 1;
    for (Target const& target : file.targets)
        months = std::max(months, target.definition.kind->months);
    return months;
}
}  // namespace

namespace
{
bool says_months(Overrides const& overrides)
{
    return overrides.months || std::ranges::any_of(overrides.set, [](std::string const& text)
                                                   { return text.starts_with("time.months="); });
}
}  // namespace

TargetWorlds worlds_of_targets(std::filesystem::path const& scenario, TargetsFile const& file,
                               Overrides const& overrides)
{
    Overrides all = overrides;
    if (!says_months(all)) all.months = months_needed(file);
    TargetWorlds worlds{.base = base_of_targets(scenario, all)};
    std::vector<std::filesystem::path> files;
    for (Target const& target : file.targets)
    {
        if (!target.policy) continue;
        auto const number =
            static_cast<std::size_t>(std::ranges::find(files, *target.policy) - files.begin());
        worlds.paired.push_back({number, *target.definition.kind->of_policy});
        if (number < files.size()) continue;
        files.push_back(*target.policy);
        worlds.policies.push_back(load_over(*target.policy, scenario, all));
    }
    return worlds;
}

namespace
{
// The poorest fifth of the base is looked for among the rows of the policy.
void demand_same_households(ShockTest const& shock, std::filesystem::path const& policy,
                            TargetWorlds const& worlds)
{
    if (std::ranges::none_of(shock.answers, &ShockAnswer::asks_for_poorest_fifth)) return;
    if (!onset_of(worlds.base, worlds.policies.back()).own_start) return;
    throw ScenarioError(
        fmt::format("{}: changes what the start or births and deaths are made of, so {} cannot be "
                    "measured on it",
                    policy.string(), first_departures_of_poorest_fifth));
}

TargetWorlds lay_shocks_over(std::filesystem::path const& scenario, TargetsFile const& file,
                             Overrides const& overrides)
{
    TargetWorlds worlds{.base = base_of_targets(scenario, overrides)};
    for (ShockTest const& shock : file.shocks)
    {
        auto const lay = [&](std::filesystem::path const& policy)
        {
            worlds.policies.push_back(load_over(policy, scenario, overrides));
            demand_same_households(shock, policy, worlds);
            return worlds.policies.size() - 1;
        };
        ShockWorlds numbers{.policy = lay(shock.policy)};
        if (shock.against) numbers.against = lay(*shock.against);
        worlds.of_shocks.push_back(numbers);
    }
    return worlds;
}
}  // namespace

TargetWorlds worlds_of_shocks(std::filesystem::path const& scenario, TargetsFile const& file,
                              Overrides const& overrides)
{
    if (file.shocks.empty())
        throw ScenarioError(
            fmt::format("{}: shocks: is missing, expected a key shocks with what the model is to "
                        "answer",
                        file.path.string()));
    if (says_months(overrides)) return lay_shocks_over(scenario, file, overrides);
    // When policies begin is known only once they are read.
    Overrides as_needed = overrides;
    as_needed.months = longest_shock;
    as_needed.months = months_of_answers(lay_shocks_over(scenario, file, as_needed), file);
    return lay_shocks_over(scenario, file, as_needed);
}

double bytes_of_study(TargetWorlds const& worlds)
{
    Population const start = synthesize(worlds.base);
    auto const with_own_start =
        std::ranges::count_if(worlds.policies, [&](Scenario const& policy)
                              { return onset_of(worlds.base, policy).own_start; });
    return (1.0 + static_cast<double>(with_own_start)) * static_cast<double>(start.bytes()) +
           (1.0 + static_cast<double>(worlds.policies.size())) * bytes_of_a_world(start);
}

void demand_memory_of(TargetWorlds const& worlds, std::size_t at_once, std::string const& instead)
{
    std::string const each =
        at_once > 1 ? fmt::format(", {} times at once,", at_once) : std::string();
    demand_memory(static_cast<double>(at_once) * bytes_of_study(worlds),
                  fmt::format("{} and {}{}", worlds.base.name(),
                              counted(worlds.policies.size(), "policy", "policies"), each),
                  instead);
}

MeasuredTargets measure_targets(std::span<TargetWorlds const> by_set, TargetsFile const& file,
                                RunRequest const& request,
                                std::function<void(MonthRecord const&)> const& month_lived)
{
    return TargetStudy(by_set, request, month_lived)
        .carry_out([&](TargetWorlds const& worlds, std::vector<Onset> const& onsets)
                   { return std::make_unique<TargetFollower>(worlds, file, onsets); });
}

MeasuredTargets measure_targets(TargetWorlds const& worlds, TargetsFile const& file,
                                RunRequest const& request,
                                std::function<void(MonthRecord const&)> const& month_lived)
{
    return measure_targets(std::span(&worlds, 1), file, request, month_lived);
}

MeasuredTargets measure_shocks(std::span<TargetWorlds const> by_set, TargetsFile const& file,
                               RunRequest const& request,
                               std::function<void(MonthRecord const&)> const& month_lived)
{
    return TargetStudy(by_set, request, month_lived)
        .carry_out([&](TargetWorlds const& worlds, std::vector<Onset> const& onsets)
                   { return std::make_unique<ShockFollower>(worlds, file, onsets); });
}

MeasuredTargets measure_shocks(TargetWorlds const& worlds, TargetsFile const& file,
                               RunRequest const& request,
                               std::function<void(MonthRecord const&)> const& month_lived)
{
    return measure_shocks(std::span(&worlds, 1), file, request, month_lived);
}
}  // namespace kochmon
