// SPDX-License-Identifier: MIT
#include "agents/simulation.hpp"

#include "agents/demography/growth.hpp"
#include "agents/month.hpp"
#include "agents/steps/steps.hpp"

namespace kochmon
{
namespace
{
Holdings held_by(Households const& households)
{
    Holdings held;
    for (std::int64_t const cash : households.cash) held.cash += cash;
    for (std::int64_t const debt : households.debt) held.debt += debt;
    return held;
}
}  // namespace

Simulation::Simulation(Scenario const& scenario, Population start, std::uint32_t replicate,
                       Execution const& execution)
    : Simulation(scenario, std::move(start), replicate, execution, month_story())
{
}

Simulation::Simulation(Scenario const& scenario, Population start, std::uint32_t replicate,
                       Execution const& execution, MonthSchedule month)
    : scenario_(scenario),
      replicate_(replicate),
      workers_(execution.workers),
      population_(std::make_unique<Population>(grown(
          std::move(start), scenario, {scenario.settings().seed, replicate}, execution.workers))),
      pieces_(cut(*population_, execution.cut)),
      schedule_(std::move(month))
{
    check_model(scenario);
    read(origins_, scenario, scenario.settings().start);
    society_.scenario = &scenario;
    society_.seeds = {scenario.settings().seed, replicate};
    society_.month = scenario.settings().start;
    society_.weight = population_->weight;
    count_start();
}

Simulation::~Simulation() = default;

// The stocks at the end of the month before the start: what the first month sees.
void Simulation::count_start()
{
    Society before = society_;
    before.month = society_.month - 1;
    for (Piece& piece : pieces_)
    {
        for (std::size_t tile = 0; tile < piece.tiles(); ++tile)
        {
            piece.begin_tile(tile);
            steps::count_persons(before, piece);
        }
        society_.last_month.add(piece.tally);
        piece.tally.clear();
    }
}

void Simulation::add(MonthObserver& observer)
{
    observers_.push_back(&observer);
    observer.see_start(record_of(society_.month - 1, society_.last_month));
}

void Simulation::advance()
{
    EXPECT(!ended());
    schedule_.run_month(society_, pieces_, workers_);
    report();
    society_.month = society_.month + 1;
}

void Simulation::run()
{
    while (!ended()) advance();
}

void Simulation::intervene(std::function<void(Households&)> const& change)
{
    Households& households = population_->households;
    Holdings const before = held_by(households);
    change(households);
    Holdings const after = held_by(households);
    society_.last_month.hold({.cash = after.cash - before.cash, .debt = after.debt - before.debt});
}

MonthRecord Simulation::record_of(Month month, Tally const& tally) const
{
    return {.month = month,
            .replicate = replicate_,
            .reported = month >= scenario_.settings().first_reported(),
            .weight = society_.weight,
            .tally = tally,
            .world = society_.world,
            .population = *population_,
            .growth_need = society_.parameters.vital.growth_need,
            .origins = origins_};
}

void Simulation::report() const
{
    MonthRecord const record = record_of(society_.month, society_.this_month);
    for (MonthObserver* const observer : observers_) observer->observe(record);
}
}  // namespace kochmon
