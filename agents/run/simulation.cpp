// SPDX-License-Identifier: MIT
#include "agents/run/simulation.hpp"

#include "agents/loading/check_model.hpp"
#include "agents/month.hpp"
#include "agents/society/set_parameters.hpp"
#include "agents/steps/steps.hpp"
#include "agents/synthesis/growth.hpp"

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

std::vector<Piece> cut_for(Population& population, Execution const& execution,
                           Corridor const& corridor)
{
    return cut(population,
               execution.cut.for_threads(population.persons.size(), execution.workers.threads()),
               corridor);
}

Simulation::Simulation(Scenario const& scenario, Population start, std::uint32_t replicate,
                       Execution const& execution)
    : Simulation(scenario, std::move(start), replicate, execution, month_story())
{
}

Simulation::Simulation(Scenario const& scenario, Population start, std::uint32_t replicate,
                       Execution const& execution, MonthSchedule month)
    : scenario_(scenario),
      replicate_(replicate),
      execution_(execution),
      population_(std::make_unique<Population>(grown(
          std::move(start), scenario, {scenario.settings().seed, replicate}, execution.workers))),
      pieces_(cut_for(*population_, execution, scenario.corridor())),
      schedule_(std::move(month))
{
    check_model(scenario);
    read(origins_, scenario, scenario.settings().start);
    society_.scenario = &scenario;
    society_.seeds = {scenario.settings().seed, replicate};
    society_.month = scenario.settings().start;
    society_.weight = population_->weight;
    society_.last_month = Tally(scenario.corridor());
    society_.this_month = Tally(scenario.corridor());
    count_start();
}

Simulation::Simulation(Simulation const& stem, Scenario const& other)
    : scenario_(other),
      origins_(stem.origins_),
      replicate_(stem.replicate_),
      execution_(stem.execution_),
      population_(std::make_unique<Population>(*stem.population_)),
      pieces_(cut_for(*population_, execution_, other.corridor())),
      schedule_(month_story()),
      society_(stem.society_)
{
    society_.scenario = &other;
    set_parameters(society_, society_.month);
}

Simulation::~Simulation() = default;

std::unique_ptr<Simulation> Simulation::branch(Scenario const& other) const
{
    return std::unique_ptr<Simulation>(new Simulation(*this, other));
}

void Simulation::live_in_world_of(Simulation const& other)
{
    society_.in_world_of = &other.society_;
    society_.quotas_of_others = other.society_.quotas;
}

void Simulation::share_luck_of(Simulation& leader)
{
    EXPECT(population_->persons.key == leader.population_->persons.key);
    EXPECT(pieces_.size() == leader.pieces_.size());
    EXPECT(society_.seeds == leader.society_.seeds);
    for (std::size_t k = 0; k < pieces_.size(); ++k) pieces_[k].share_luck_of(leader.pieces_[k]);
}

void Simulation::draw_own_luck()
{
    for (Piece& piece : pieces_) piece.draw_own_luck();
}

void Simulation::keep_diary()
{
    for (Piece& piece : pieces_) piece.keep_diary();
}

// The stocks at the end of the month before the start: what the first month sees.
void Simulation::count_start()
{
    auto const before = std::make_unique<Society>(society_);
    before->month = society_.month - 1;
    for (Piece& piece : pieces_)
    {
        for (std::size_t tile = 0; tile < piece.tiles(); ++tile)
        {
            piece.begin_tile(tile);
            steps::count_persons(*before, piece);
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
    Simulation* const alone = this;
    advance_together(std::span(&alone, 1));
}

void Simulation::advance_together(std::span<Simulation* const> worlds)
{
    std::vector<MonthSchedule::World> lanes;
    for (Simulation* const world : worlds)
    {
        EXPECT(!world->ended() && world->month() == worlds.front()->month());
        for (Piece& piece : world->pieces_) piece.begin_month();
        lanes.push_back({&world->society_, &world->pieces_});
    }
    worlds.front()->schedule_.run_month(lanes, worlds.front()->execution_.workers);
    for (Simulation* const world : worlds) world->close_month();
}

void Simulation::close_month()
{
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
            .natural_loss = society_.parameters.vital.natural_loss,
            .origins = origins_};
}

void Simulation::report() const
{
    MonthRecord const record = record_of(society_.month, society_.last_month);
    for (MonthObserver* const observer : observers_) observer->observe(record);
}
}  // namespace kochmon
