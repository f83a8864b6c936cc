// SPDX-License-Identifier: MIT
#include "analysis/study/compare.hpp"

#include <algorithm>
#include <chrono>
#include <memory>

#include "agents/synthesis/synthesis.hpp"

namespace kochmon
{
namespace
{
class Stopwatch
{
  public:
    double seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

  private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point start_ = Clock::now();
};

/// Follows one policy through one replicate.
struct Follower
{
    std::unique_ptr<PairedLives> policy = {};
    std::unique_ptr<PairedLives> rule_alone = {};
};

class Study
{
  public:
    Study(Scenario const& base, std::vector<Scenario> const& policies,
          CompareRequest const& request)
        : base_(base),
          policies_(policies),
          request_(request),
          found_{.base = SeriesRecorder(columns_to_compare(request.grouping))}
    {
        for (Scenario const& policy : policies) enter(policy);
    }

    Comparison carry_out()
    {
        Stopwatch const watch;
        start_ = synthesize(base_);
        make_starts();
        found_.account.synthesis_seconds = watch.seconds();
        found_.account.agents = start_.persons.size();
        found_.account.weight = start_.weight;
        for (std::uint32_t replicate = 0; goes_on(replicate); ++replicate) live(replicate);
        if (request_.traces > 0 && !found_.account.stopped) trace();
        return std::move(found_);
    }

  private:
    bool lives_rule() const { return request_.rule_alone == Lockstep::RuleAlone::lived; }

    std::size_t worlds_of_a_policy() const { return lives_rule() ? 2 : 1; }

    void enter(Scenario const& policy)
    {
        PolicySeries series{.name = policy.name(), .policy = SeriesRecorder(found_.base.columns())};
        if (lives_rule()) series.rule_alone.emplace(found_.base.columns());
        found_.policies.push_back(std::move(series));
        found_.lives.emplace_back(policy.name());
        found_.onsets.push_back(onset_of(base_, policy));
    }

    void make_starts()
    {
        starts_.resize(policies_.size());
        for (std::size_t k = 0; k < policies_.size(); ++k)
        {
            if (found_.onsets[k].own_start) starts_[k] = synthesize(policies_[k]);
            courses_.push_back({&policies_[k], found_.onsets[k],
                                found_.onsets[k].own_start ? &starts_[k] : nullptr});
        }
    }

    bool goes_on(std::uint32_t replicate)
    {
        found_.account.stopped =
            found_.account.stopped || (request_.run.stop_asked && request_.run.stop_asked());
        if (found_.account.stopped) return false;
        if (request_.precision && replicate >= fewest_replicates && is_precise()) return false;
        return replicate < request_.run.replicates;
    }

    bool is_precise()
    {
        Precision const& wanted = *request_.precision;
        SeriesRecorder const& base = found_.base;
        std::size_t month = base.months() - 1;
        for (std::size_t at = 0; at < base.months(); ++at)
            if (wanted.month == base.month(at)) month = at;
        found_.precise = std::ranges::all_of(
            found_.policies,
            [&](PolicySeries const& policy)
            {
                auto const width = half_width(sample_of(base, policy, wanted.column, month));
                return width && *width <= wanted.half_width;
            });
        return *found_.precise;
    }

    void live(std::uint32_t replicate)
    {
        Lockstep worlds(base_, courses_, start_, replicate,
                        {request_.run.workers, request_.run.cut}, request_.rule_alone);
        worlds.keep_diaries();
        followers_.clear();
        followers_.resize(policies_.size());
        while (!worlds.ended() && !found_.account.stopped) live_through_month(worlds);
        if (found_.account.stopped) return;
        found_.bytes = std::max(found_.bytes, worlds.bytes());
        found_.replicates = replicate + 1;
        if (replicate == 0 && request_.traces > 0) choose_traces(worlds.base());
        if (request_.precision && found_.replicates == request_.run.replicates) is_precise();
    }

    void choose_traces(Simulation const& base)
    {
        for (std::size_t k = 0; k < policies_.size(); ++k)
            traces_.emplace_back(policies_[k].name(),
                                 chosen_pairs(*followers_[k].policy, base.population().persons,
                                              synthesis_seeds(base_.settings()), request_.traces));
    }

    // Whose lives part is known only at the end, so the first replicate is lived again.
    void trace()
    {
        Lockstep worlds(base_, courses_, start_, 0, {request_.run.workers, request_.run.cut},
                        Lockstep::RuleAlone::left_out);
        worlds.keep_diaries();
        std::vector<std::unique_ptr<PairedLives>> lives(policies_.size());
        while (!worlds.ended())
        {
            worlds.advance();
            for (std::size_t k = 0; k < policies_.size(); ++k)
            {
                if (!lives[k])
                    lives[k] = std::make_unique<PairedLives>(worlds.base(), worlds.policy(k));
                lives[k]->see(worlds.base(), worlds.policy(k), Grouping({}), request_.run.workers);
                traces_[k].see(worlds.base(), worlds.policy(k), *lives[k]);
            }
        }
        for (TraceRecorder const& trace : traces_) found_.traces += trace.rows();
    }

    void live_through_month(Lockstep& worlds)
    {
        Stopwatch const watch;
        worlds.advance();
        MonthRecord const month = worlds.base().record();
        found_.base.observe(month);
        std::size_t lived = 1;
        for (std::size_t k = 0; k < policies_.size(); ++k)
        {
            lived += worlds.parted(k) ? worlds_of_a_policy() : std::size_t{0};
            see(worlds, k);
        }
        found_.worlds = std::max(found_.worlds, lived);
        found_.account.person_months +=
            static_cast<double>(found_.account.agents) * static_cast<double>(lived);
        found_.account.months_seconds += watch.seconds();
        if (request_.month_lived) request_.month_lived(month);
        found_.account.stopped = request_.run.stop_asked && request_.run.stop_asked();
    }

    void see(Lockstep const& worlds, std::size_t k)
    {
        PolicySeries& series = found_.policies[k];
        series.policy.observe(worlds.policy(k).record());
        if (series.rule_alone) series.rule_alone->observe(worlds.rule_alone(k).record());
        if (!followers_[k].policy) follow(worlds, k);
        see_lives(worlds, k);
    }

    // A policy whose rows are others than the base's has parted from it in the first month.
    void follow(Lockstep const& worlds, std::size_t k)
    {
        followers_[k].policy = std::make_unique<PairedLives>(worlds.base(), worlds.policy(k));
        if (lives_rule())
            followers_[k].rule_alone =
                std::make_unique<PairedLives>(worlds.base(), worlds.rule_alone(k));
    }

    void see_lives(Lockstep const& worlds, std::size_t k)
    {
        Follower& follower = followers_[k];
        LivesTable& table = found_.lives[k];
        Month const month = worlds.month() - 1;
        std::size_t const cells = request_.grouping.size();
        follower.policy->see(worlds.base(), worlds.policy(k), request_.grouping,
                             request_.run.workers);
        if (month >= base_.settings().first_reported())
            table.add_flips(month, follower.policy->flips());
        table.add_partings(month, follower.policy->partings(), cells);
        if (!follower.rule_alone) return;
        follower.rule_alone->see(worlds.base(), worlds.rule_alone(k), request_.grouping,
                                 request_.run.workers);
        table.add_partings_by_rule(month, follower.rule_alone->partings(), cells);
    }

    Scenario const& base_;
    std::vector<Scenario> const& policies_;
    CompareRequest const& request_;
    Comparison found_;
    Population start_;
    std::vector<Population> starts_;
    std::vector<Course> courses_;
    std::vector<Follower> followers_;
    std::vector<TraceRecorder> traces_;
};
}  // namespace

Comparison compare_policies(Scenario const& base, std::vector<Scenario> const& policies,
                            CompareRequest const& request)
{
    return Study(base, policies, request).carry_out();
}
}  // namespace kochmon
