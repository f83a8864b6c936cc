// SPDX-License-Identifier: MIT
#include "analysis/study/run.hpp"

#include <utility>

#include "agents/synthesis/synthesis.hpp"

#include "analysis/study/stopwatch.hpp"

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
    }
    account.months_seconds += watch.seconds();
    add_seconds(account, simulation.schedule());
}
/// Every replicate starts from the same population; the last one may have it.
Population start_of(Population& population, bool last)
{
    if (!last) return population;
    return std::exchange(population, Population{});
}
}  // namespace

RunAccount run_scenario(Scenario const& scenario, RunRequest const& request,
                        std::span<MonthObserver* const> observers)
{
    RunAccount account;
    Stopwatch const watch;
    Population population = synthesize(scenario);
    account.synthesis_seconds = watch.seconds();
    account.agents = population.persons.size();
    account.weight = population.weight;
    account.stopped = request.stop_asked && request.stop_asked();
    Execution const execution{request.workers, request.cut};
    for (std::uint32_t replicate = 0; replicate < request.replicates && !account.stopped;
         ++replicate)
    {
        Simulation simulation(scenario, start_of(population, replicate + 1 == request.replicates),
                              replicate, execution);
        for (MonthObserver* const observer : observers) simulation.add(*observer);
        live(simulation, request, account);
    }
    return account;
}
}  // namespace kochmon
