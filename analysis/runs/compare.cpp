// SPDX-License-Identifier: MIT
#include "analysis/runs/compare.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "engine/contract.hpp"

#include "agents/state/month_record.hpp"
#include "agents/synthesis/synthesis.hpp"

#include "analysis/runs/memory_check.hpp"
#include "analysis/runs/starts.hpp"
#include "analysis/runs/stopwatch.hpp"
#include "analysis/text/counted.hpp"

namespace kochmon
{
namespace
{
constexpr double bytes_of_a_row = 500.0;  // of a policy's month and value in spread.csv, growing

/// Follows one policy through one replicate, from its parting on.
struct FollowedPolicy
{
    std::unique_ptr<PairedLives> policy = {};
    std::unique_ptr<PairedLives> rule_alone = {};
};

/// Two worlds whose month is to be seen, and where it is to be told.
struct Watch
{
    PairedLives* lives;
    Simulation const* other;
    LivesTable* table;
    bool is_rule_alone;
};

class ComparisonStudy
{
  public:
    ComparisonStudy(std::span<ComparedWorlds const> by_set, CompareRequest const& request)
        : base_(*by_set.front().base),
          policies_(*by_set.front().policies),
          request_(request),
          found_{.base = SeriesRecorder(columns_to_compare(request.grouping, base_.corridor())),
                 .nesting = request.run.nesting}
    {
        EXPECT(by_set.size() >= request.run.nesting.scenarios());
        for (ComparedWorlds const& worlds : by_set)
            by_set_.emplace_back(*worlds.base, *worlds.policies, request.rule_alone,
                                 request.run.stop_asked);
        for (Scenario const& policy : policies_) enter(policy);
        found_.onsets = by_set_.front().onsets();
    }

    Comparison carry_out()
    {
        try
        {
            live_all();
        }
        catch (SynthesisStopped const&)
        {
            found_.account.stopped = true;
        }
        return std::move(found_);
    }

  private:
    void live_all()
    {
        Stopwatch const watch;
        by_set_.front().make_base(0, request_.run.workers);
        Population const& start = by_set_.front().of_base();
        demand_memory(
            bytes_needed(),
            counted(policies_.size(), "policy beside the base", "policies beside the base"),
            "compare fewer at once, or with --without-direct, fewer --persons, "
            "--replicates or --by");
        if (request_.begins) request_.begins();
        found_.account.synthesis_seconds = watch.seconds();
        found_.account.agents = start.persons.size();
        found_.account.weight = start.weight;
        for (std::uint32_t replicate = 0; goes_on(replicate); ++replicate) live(replicate);
        if (request_.traces > 0 && !found_.account.stopped) trace();
    }

    bool lives_rule() const { return request_.rule_alone == Course::RuleAlone::lived; }

    bool asked_to_stop() const { return request_.run.stop_asked && request_.run.stop_asked(); }
    std::size_t worlds_of_a_policy() const { return lives_rule() ? 2 : 1; }

    void enter(Scenario const& policy)
    {
        PolicySeries series{.name = policy.name(), .policy = SeriesRecorder(found_.base.columns())};
        if (lives_rule()) series.rule_alone.emplace(found_.base.columns());
        found_.policies.push_back(std::move(series));
        found_.lives.emplace_back(policy.name(), policy.corridor());
    }

    /// Of the set and the population that the replicate lives; those of another set are given up.
    Starts& starts_of(std::uint32_t replicate)
    {
        Stopwatch const watch;
        std::uint32_t const set = request_.run.nesting.set_of(replicate);
        for (std::size_t other = 0; other < by_set_.size(); ++other)
            if (other != set) by_set_[other].give_up();
        by_set_[set].make(request_.run.nesting.population_of(replicate), request_.run.workers);
        found_.account.synthesis_seconds += watch.seconds();
        return by_set_[set];
    }

    bool goes_on(std::uint32_t replicate)
    {
        found_.account.stopped =
            found_.account.stopped || (request_.run.stop_asked && request_.run.stop_asked());
        if (found_.account.stopped) return false;
        if (request_.precision && replicate >= fewest_replicates && is_settled()) return false;
        return replicate < request_.run.replicates;
    }

    void judge_precision()
    {
        found_.precision =
            precision_reached(*request_.precision, found_.base, found_.policies, found_.nesting);
    }

    // Met, or so far off that the replicates allowed would be lived for nothing.
    bool is_settled()
    {
        judge_precision();
        return found_.precision->met || is_out_of_reach(*found_.precision, request_.run.replicates);
    }

    // Rows of the worlds to come, starts of their own among them, the series of all replicates, and
    // the text of the longest table.
    double bytes_needed() const
    {
        auto const count = [](std::size_t things) { return static_cast<double>(things); };
        Population const& start = by_set_.front().of_base();
        double const world = bytes_of_a_world(start);
        double const to_come = count(policies_.size() * worlds_of_a_policy());
        double const starts = count(by_set_.front().own());
        double const values = count(found_.base.columns().size()) * base_.settings().months;
        return (1.0 + to_come) * world + starts * count(start.bytes()) +
               (1.0 + to_come) * values * request_.run.replicates * sizeof(double) +
               count(policies_.size()) * values * bytes_of_a_row;
    }

    void live(std::uint32_t replicate)
    {
        Starts const& starts = starts_of(replicate);
        Lockstep worlds(starts.scenario(), starts.courses(), starts.of_base(), replicate,
                        {request_.run.workers, request_.run.cut});
        worlds.keep_diaries();
        followers_.clear();
        followers_.resize(policies_.size());
        while (!worlds.ended() && !found_.account.stopped) live_through_month(worlds);
        if (found_.account.stopped) return;
        found_.bytes = std::max(found_.bytes, worlds.bytes());
        found_.replicates = replicate + 1;
        if (replicate == 0 && request_.traces > 0) choose_traces(worlds.base());
        if (request_.precision && found_.replicates == request_.run.replicates) judge_precision();
    }

    void choose_traces(Simulation const& base)
    {
        Seeds const luck = synthesis_seeds(base_.settings());
        for (std::size_t k = 0; k < policies_.size(); ++k)
        {
            std::vector<std::uint32_t> rows;
            if (followers_[k].policy)
                rows = chosen_pairs(*followers_[k].policy, base.population().persons, luck,
                                    request_.traces);
            traces_.emplace_back(policies_[k].name(), std::move(rows));
        }
    }

    // Whose lives part is known only at the end, so the first replicate is lived again.
    void trace()
    {
        Starts const& starts = starts_of(0);
        std::vector<Course> courses = starts.courses();
        for (Course& course : courses) course.rule_alone = Course::RuleAlone::left_out;
        Lockstep worlds(starts.scenario(), courses, starts.of_base(), 0,
                        {request_.run.workers, request_.run.cut});
        worlds.keep_diaries();
        std::vector<std::unique_ptr<PairedLives>> lives(policies_.size());
        while (!worlds.ended() && !found_.account.stopped)
        {
            worlds.advance();
            std::vector<RowEvent> const events = events_of(worlds.base());
            for (std::size_t k = 0; k < policies_.size(); ++k)
            {
                if (!lives[k])
                    lives[k] = std::make_unique<PairedLives>(worlds.base(), worlds.policy(k));
                lives[k]->see({worlds.base(), events, worlds.policy(k), nobody_apart_});
                traces_[k].see(worlds.base(), worlds.policy(k), *lives[k]);
            }
            found_.account.stopped = asked_to_stop();
        }
        found_.traces.emplace();
        for (TraceRecorder const& trace : traces_) *found_.traces += trace.rows();
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
            PolicySeries& series = found_.policies[k];
            series.policy.observe(worlds.policy(k).record());
            if (series.rule_alone) series.rule_alone->observe(worlds.rule_alone(k).record());
            if (!worlds.parted(k)) continue;
            lived += worlds_of_a_policy();
            if (!followers_[k].policy) follow(worlds, k);
        }
        see_lives(worlds);
        found_.worlds = std::max(found_.worlds, lived);
        found_.account.person_months +=
            static_cast<double>(found_.account.agents) * static_cast<double>(lived);
        found_.account.months_seconds += watch.seconds();
        if (request_.month_lived) request_.month_lived(month);
        found_.account.stopped = asked_to_stop();
    }

    void follow(Lockstep const& worlds, std::size_t k)
    {
        followers_[k].policy = std::make_unique<PairedLives>(worlds.base(), worlds.policy(k));
        if (lives_rule())
            followers_[k].rule_alone =
                std::make_unique<PairedLives>(worlds.base(), worlds.rule_alone(k));
    }

    std::vector<Watch> watches(Lockstep const& worlds)
    {
        std::vector<Watch> watches;
        for (std::size_t k = 0; k < policies_.size(); ++k)
        {
            FollowedPolicy const& follower = followers_[k];
            if (follower.policy)
                watches.push_back(
                    {follower.policy.get(), &worlds.policy(k), &found_.lives[k], false});
            if (follower.rule_alone)
                watches.push_back(
                    {follower.rule_alone.get(), &worlds.rule_alone(k), &found_.lives[k], true});
        }
        return watches;
    }

    void see_lives(Lockstep const& worlds)
    {
        std::vector<RowEvent> const events = events_of(worlds.base());
        std::vector<Watch> const all = watches(worlds);
        auto const month_of = [&](Watch const& watch) -> PairedMonth {
            return {worlds.base(), events, *watch.other, request_.grouping};
        };
        request_.run.workers.for_each(
            all.size(), [&](std::size_t k) { all[k].lives->find_partings(month_of(all[k])); });
        std::vector<std::pair<std::size_t, std::size_t>> chunks;
        for (std::size_t k = 0; k < all.size(); ++k)
            for (std::size_t chunk = 0; chunk < all[k].lives->chunks(); ++chunk)
                chunks.emplace_back(k, chunk);
        request_.run.workers.for_each(chunks.size(),
                                      [&](std::size_t at)
                                      {
                                          auto const [k, chunk] = chunks[at];
                                          all[k].lives->count_chunk(month_of(all[k]), chunk);
                                      });
        for (Watch const& watch : all) tell(watch, month_of(watch));
        tell_of_unparted(worlds, events);
    }

    bool is_reported(Month month) const { return month >= base_.settings().first_reported(); }

    void tell(Watch const& watch, PairedMonth const& month)
    {
        watch.lives->end_month(month);
        std::vector<Parting> const& partings = watch.lives->partings();
        std::size_t const cells = request_.grouping.size();
        if (watch.is_rule_alone)
            return watch.table->add_partings_by_rule(month.month(), partings, cells);
        watch.table->add_partings(month.month(), partings, cells);
        if (is_reported(month.month())) watch.table->add_flips(month.month(), watch.lives->flips());
    }

    // Until a policy parts from its base, everybody lives in both as in the base.
    void tell_of_unparted(Lockstep const& worlds, std::vector<RowEvent> const& events)
    {
        Month const month = worlds.month() - 1;
        bool any = false;
        for (std::size_t k = 0; k < policies_.size(); ++k) any = any || !worlds.parted(k);
        if (!any || !is_reported(month)) return;
        PairedLives same(worlds.base(), worlds.base());
        same.see({worlds.base(), events, worlds.base(), request_.grouping});
        for (std::size_t k = 0; k < policies_.size(); ++k)
            if (!worlds.parted(k)) found_.lives[k].add_flips(month, same.flips());
    }

    Scenario const& base_;
    std::vector<Scenario> const& policies_;
    CompareRequest const& request_;
    Comparison found_;
    std::vector<Starts> by_set_;
    std::vector<FollowedPolicy> followers_;
    std::vector<TraceRecorder> traces_;
    Grouping nobody_apart_;
};
}  // namespace

Comparison compare_policies(std::span<ComparedWorlds const> by_set, CompareRequest const& request)
{
    return ComparisonStudy(by_set, request).carry_out();
}

Comparison compare_policies(Scenario const& base, std::vector<Scenario> const& policies,
                            CompareRequest const& request)
{
    ComparedWorlds const one{&base, &policies};
    return compare_policies(std::span(&one, 1), request);
}
}  // namespace kochmon
