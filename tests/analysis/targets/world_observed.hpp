// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "analysis/targets/modelled_past.hpp"

#include "tests/analysis/program.hpp"
#include "tests/corridors/kyrgyz_tally.hpp"

namespace kochmon::tests
{
/// A file of observations with these rows, and what is read of it.
inline ObservedFile observed(std::string const& rows)
{
    TestFolder const place;
    put(place / "mine-targets.yaml", "schema: 1\nobserved:\n" + rows);
    return read_observed(place / "mine-targets.yaml", *kyrgyz_corridor());
}

/// One row of a stock of foreign workers in Russia, with a band of 100 to 300.
inline std::string row_of_stock(std::string const& id, std::string const& time)
{
    return "  " + id + ": {what: workers, measure: foreign_workers, in: russia, " + time +
           ", value: 200, band: [100, 300], source: S1}\n";
}

/// The same of naturalizations there, a flow.
inline std::string row_of_flow(std::string const& id, std::string const& time)
{
    return "  " + id + ": {what: new citizens, measure: naturalizations, in: russia, " + time +
           ", value: 20, band: [10, 30], source: S2}\n";
}

/// A month of foreign workers in Moscow and, of whom it is not asked, in Kazakhstan and of another
/// country; a tenth of the first are naturalized. An agent stands for two persons.
inline void live_month(ModelledPast& past, Month month, std::uint32_t replicate,
                       std::int64_t workers)
{
    std::size_t const moscow = kyrgyz_cell(regions::osh, destinations::moscow, Sex::male);
    Tally tally = kyrgyz_tally();
    tally.count(Count::foreign_workers, moscow, workers);
    tally.count(Count::naturalizations, moscow, workers / 10);
    tally.count(Count::foreign_workers,
                kyrgyz_cell(regions::osh, destinations::kazakhstan, Sex::male), 7);
    tally.count(Count::foreign_workers,
                kyrgyz_cell(regions::tajikistan, destinations::moscow, Sex::male), 5);
    World const world;
    Population const population;
    past.observe({.month = month,
                  .replicate = replicate,
                  .reported = true,
                  .weight = 2.0,
                  .tally = tally,
                  .world = world,
                  .population = population,
                  .origins = {}});
}

/// The years 2010 and 2011 in two replicates: 100 workers in the first month and ten more each
/// month; in the second replicate twice as many.
inline void live_two_years(ModelledPast& past)
{
    for (std::uint32_t replicate = 0; replicate < 2; ++replicate)
        for (int passed = 0; passed < 24; ++passed)
            live_month(past, Month::of(2010, 1) + passed, replicate,
                       (100 + 10 * passed) * (1 + static_cast<std::int64_t>(replicate)));
}
}  // namespace kochmon::tests
