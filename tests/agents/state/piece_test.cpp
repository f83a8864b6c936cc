// SPDX-License-Identifier: MIT
#include "agents/state/piece.hpp"

#include <gtest/gtest.h>

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
TEST(Cut, covers_every_person_once_in_whole_households_of_one_region)
{
    Population population = synthesize(tests::TestWorld{.persons = "5000"}.scenario());
    for (std::size_t const size : {std::size_t{1}, std::size_t{64}, std::size_t{100'000}})
    {
        std::size_t next = 0;
        for (Piece& piece :
             cut(population, {.tile_persons = size, .piece_persons = 700}, *kyrgyz_corridor()))
            for (std::size_t k = 0; k < piece.tiles(); ++k)
            {
                piece.begin_tile(k);
                Tile const& tile = piece.tile();
                ASSERT_EQ(tile.first_person, next);
                ASSERT_EQ(population.households.first_member[tile.first_household], next);
                for (std::size_t row = next; row < tile.last_person; ++row)
                    ASSERT_EQ(population.persons[row].origin, tile.region);
                next = tile.last_person;
            }
        EXPECT_EQ(next, population.persons.size());
    }
}
}  // namespace kochmon
