// SPDX-License-Identifier: MIT
// Lives through some months of the baseline and prints a digest of all counts: what
// `scripts/bench instructions` counts the instructions of.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "engine/packed_file.hpp"
#include "engine/packed_state.hpp"
#include "engine/sha256.hpp"

#include "agents/loading/load_model.hpp"
#include "agents/run/simulation.hpp"
#include "agents/synthesis/synthesis.hpp"

int main(int argc, char** argv)
{
    using namespace kochmon;
    if (argc != 4)
    {
        std::fprintf(stderr, "months: expected PERSONS MONTHS THREADS\n");
        return 64;
    }
    Overrides overrides;
    overrides.persons = argv[1];
    Scenario const scenario =
        load_model(std::string(KOCHMON_SOURCE) + "/config/baseline.yaml", overrides);
    Workers const workers(static_cast<std::size_t>(std::atoi(argv[3])));
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
    for (int month = std::atoi(argv[2]); month > 0; --month) simulation.advance();
    Packer packer("months");
    pack(packer, simulation.population());
    Tally const& tally = simulation.society().last_month;
    for (std::size_t kind = 0; kind < count_kinds; ++kind)
        for (std::size_t cell = 0; cell < tally.cells(); ++cell)
            pack(packer, tally.at(static_cast<Count>(kind), cell));
    for (std::size_t kind = 0; kind < stay_counts; ++kind)
        for (std::size_t year = 0; year < stay_years; ++year)
            for (std::size_t cell = 0; cell < tally.cells(); ++cell)
                pack(packer, tally.at(static_cast<StayCount>(kind), year, cell));
    for (std::size_t kind = 0; kind < flow_kinds; ++kind)
        for (Region const region : tally.regions())
            for (Place const place : tally.places())
                pack(packer, tally.at(static_cast<Flow>(kind), region, place));
    pack(packer, tally.holdings().cash);
    pack(packer, tally.holdings().debt);
    std::printf("%s\n", sha256(packer.sealed()).c_str());
}
