// SPDX-License-Identifier: MIT
// A simulation between two months, written down and read again (docs/adr/0034-checkpoints.md).
#include "engine/packed_state.hpp"

#include "agents/loading/check_model.hpp"
#include "agents/month.hpp"
#include "agents/run/simulation.hpp"
#include "agents/society/set_parameters.hpp"

namespace kochmon
{
namespace
{
void demand_of_run(Population const& population, Society const& society, Scenario const& scenario,
                   std::uint32_t replicate)
{
    RunSettings const& settings = scenario.settings();
    bool const is_within = society.month > settings.start && society.month <= settings.end();
    bool const has_luck = society.seeds.k0 == settings.seed && society.seeds.k1 == replicate;
    bool const has_layout =
        society.last_month.fits(scenario.corridor()) &&
        population.persons.ban_end.size() == scenario.corridor().jurisdictions().size();
    if (!population.is_whole() || !is_within || !has_luck || !has_layout)
        throw DamageError("does not hold a state of this run");
}
}  // namespace

void Simulation::pack(Packer& to) const
{
    EXPECT(society_.in_world_of == nullptr);
    // Names all there is, so that a member that is added is thought of here. Pieces hand nothing
    // from one month to the next.
    auto const& [scenario, origins, replicate, execution, population, pieces, schedule, society,
                 observers] = *this;
    kochmon::pack(to, *population);
    kochmon::pack(to, society);
}

std::unique_ptr<Simulation> Simulation::unpacked(Scenario const& scenario, std::uint32_t replicate,
                                                 Execution const& execution, Unpacker& from)
{
    auto population = std::make_unique<Population>();
    auto society = std::make_unique<Society>();
    society->last_month = Tally(scenario.corridor());
    society->this_month = Tally(scenario.corridor());
    unpack(from, *population);
    unpack(from, *society);
    demand_of_run(*population, *society, scenario, replicate);
    return std::unique_ptr<Simulation>(
        new Simulation(scenario, replicate, execution, std::move(population), std::move(*society)));
}

Simulation::Simulation(Scenario const& scenario, std::uint32_t replicate,
                       Execution const& execution, std::unique_ptr<Population> population,
                       Society&& society)
    : scenario_(scenario),
      replicate_(replicate),
      execution_(execution),
      population_(std::move(population)),
      pieces_(cut_for(*population_, execution, scenario.corridor())),
      schedule_(month_story()),
      society_(std::move(society))
{
    check_model(scenario);
    read(origins_, scenario, scenario.settings().start);
    society_.scenario = &scenario;
    // As the month lived last had them; the next one looks for changes.
    set_parameters(society_, society_.month - 1);
}
}  // namespace kochmon
