// SPDX-License-Identifier: MIT
#include "analysis/runs/run.hpp"

#include <memory>
#include <optional>
#include <utility>

#include "engine/contract.hpp"

#include "agents/state/month_record.hpp"
#include "agents/synthesis/synthesis.hpp"

#include "analysis/runs/stopwatch.hpp"

namespace kochmon
{
namespace
{
void add_seconds(RunAccount& account, MonthSchedule const& schedule)
{
    auto const seconds = schedule.seconds();
    if (account.step_seconds.empty())
    {
        account.step_seconds = seconds;
        return;
    }
    for (std::size_t step = 0; step < seconds.size(); ++step)
        account.step_seconds[step].second += seconds[step].second;
}

/// Until the end of the scenario or until a stop is asked for.
void live(Simulation& simulation, RunRequest const& request, RunAccount& account)
{
    Stopwatch const watch;
    while (!simulation.ended() && !account.stopped)
    {
        simulation.advance();
        account.person_months += static_cast<double>(account.agents);
        account.stopped = request.stop_asked && request.stop_asked();
        if (request.month_lived) request.month_lived(simulation, account.agents, account.stopped);
    }
    account.months_seconds += watch.seconds();
    add_seconds(account, simulation.schedule());
}
/// Starts of replicates: what the next one does not need again is given away.
class StartsOfRun
{
  public:
    StartsOfRun(std::span<Scenario const> by_set, RunRequest const& request)
        : by_set_(by_set), request_(request)
    {
    }

    Scenario const& scenario(std::uint32_t replicate) const
    {
        return by_set_[request_.nesting.set_of(replicate)];
    }

    Population of(std::uint32_t replicate, RunAccount& account)
    {
        Stopwatch const watch;
        if (!made_)
            made_ = synthesize(scenario(replicate), request_.nesting.population_of(replicate),
                               request_.stop_asked, &request_.workers);
        account.synthesis_seconds += watch.seconds();
        account.agents = made_->persons.size();
        account.weight = made_->weight;
        if (is_needed_again_after(replicate)) return *made_;
        Population start = *std::move(made_);
        made_.reset();
        return start;
    }

  private:
    bool is_needed_again_after(std::uint32_t replicate) const
    {
        Nesting const& nesting = request_.nesting;
        return replicate + 1 < request_.replicates &&
               nesting.population_of(replicate + 1) == nesting.population_of(replicate);
    }

    std::span<Scenario const> by_set_;
    RunRequest const& request_;
    std::optional<Population> made_;
};
/// A replicate as it begins or goes on, with the observers.
std::unique_ptr<Simulation> world_of(std::uint32_t replicate, StartsOfRun& starts,
                                     RunRequest const& request,
                                     std::span<MonthObserver* const> observers, RunAccount& account)
{
    Execution const execution{request.workers, request.cut};
    Scenario const& scenario = starts.scenario(replicate);
    if (request.replicate_begun)
        if (auto begun = request.replicate_begun(replicate, scenario, execution))
        {
            account.agents = begun->agents;
            account.weight = begun->world->population().weight;
            for (MonthObserver* const observer : observers) begun->world->add_again(*observer);
            return std::move(begun->world);
        }
    Population start = starts.of(replicate, account);
    if (request.stop_asked && request.stop_asked()) throw SynthesisStopped();
    auto world = std::make_unique<Simulation>(scenario, std::move(start), replicate, execution);
    for (MonthObserver* const observer : observers) world->add(*observer);
    return world;
}

void live_replicates(std::span<Scenario const> by_set, RunRequest const& request,
                     std::span<MonthObserver* const> observers, RunAccount& account)
{
    EXPECT(by_set.size() >= request.nesting.scenarios());
    StartsOfRun starts(by_set, request);
    for (std::uint32_t replicate = request.first;
         replicate < request.replicates && !account.stopped; ++replicate)
    {
        auto const world = world_of(replicate, starts, request, observers, account);
        live(*world, request, account);
        if (!account.stopped && request.replicate_ended) request.replicate_ended(replicate);
    }
}
}  // namespace

RunAccount run_scenarios(std::span<Scenario const> by_set, RunRequest const& request,
                         std::span<MonthObserver* const> observers)
{
    RunAccount account;
    try
    {
        live_replicates(by_set, request, observers, account);
    }
    catch (SynthesisStopped const&)
    {
        account.stopped = true;
    }
    return account;
}

RunAccount run_scenario(Scenario const& scenario, RunRequest const& request,
                        std::span<MonthObserver* const> observers)
{
    return run_scenarios(std::span(&scenario, 1), request, observers);
}
}  // namespace kochmon
