// SPDX-License-Identifier: MIT
#include "agents/state/piece.hpp"

#include <algorithm>

#include "engine/contract.hpp"

namespace kochmon
{
namespace
{
std::vector<Tile> tiles_of(Households const& households, std::size_t tile_persons)
{
    std::vector<Tile> tiles;
    std::size_t first = 0;
    for (std::size_t next = 1; next <= households.size(); ++next)
    {
        std::size_t const persons = households.first_member[next] - households.first_member[first];
        bool const ends = next == households.size() ||
                          households.region[next] != households.region[first] ||
                          persons >= tile_persons;
        if (!ends) continue;
        tiles.push_back({.first_person = households.first_member[first],
                         .last_person = households.first_member[next],
                         .first_household = first,
                         .last_household = next,
                         .region = households.region[first],
                         .intents = {},
                         .remittances = {}});
        first = next;
    }
    return tiles;
}
}  // namespace

Piece::Piece(Population& population, std::vector<Tile> tiles, Corridor const& corridor)
    : tally(corridor), population_(&population), tiles_(std::move(tiles))
{
    std::size_t largest = 0;
    for (Tile const& tile : tiles_)
        largest = std::max(largest, tile.last_person - tile.first_person);
    for (auto& lane : lanes_) lane.resize(largest);
    auto const region_of = [](Tile const& tile) { return index(tile.region); };
    auto const [first, last] = std::ranges::minmax_element(tiles_, {}, region_of);
    regions_ = {index(first->region), index(last->region) + 1};
}

void Piece::draw_month(MonthDraws const& draws)
{
    if (leader_ != nullptr)
    {
        EXPECT(leader_->tile_ == tile_);
        words_ = leader_->words_;
        return;
    }
    Tile const& tile = tiles_[tile_];
    std::size_t const persons = tile.last_person - tile.first_person;
    std::span<std::uint64_t const> const keys(population_->persons.key.data() + tile.first_person,
                                              persons);
    std::array<std::span<std::uint32_t>, 4> lanes;
    for (std::size_t lane = 0; lane < lanes.size(); ++lane)
    {
        lanes[lane] = std::span(lanes_[lane].data(), persons);
        words_[lane] = lanes_[lane].data();
    }
    draws.block_zero(keys, lanes);
}

void Piece::count_stay(StayCount kind, std::size_t person, Month month)
{
    Persons const& persons = population_->persons;
    auto const year = year_of_stay(month.since_1900() - persons[person].arrival);
    if (!year || persons[person].work_right == WorkRight::citizen) return;
    std::size_t const cell =
        tally.cell(persons[person].origin, persons.place[person], persons.sex[person]);
    tally.count(kind, *year, cell);
}

Cut Cut::for_threads(std::size_t persons, std::size_t threads) const
{
    constexpr std::size_t pieces_a_thread = 16;
    constexpr std::size_t least = 16384;
    if (piece_persons > 0) return *this;
    return {tile_persons, std::max(least, persons / (pieces_a_thread * threads))};
}

std::vector<Piece> cut(Population& population, Cut const& sizes, Corridor const& corridor)
{
    std::vector<Piece> pieces;
    std::vector<Tile> together;
    std::size_t persons = 0;
    for (Tile& tile : tiles_of(population.households, std::max<std::size_t>(1, sizes.tile_persons)))
    {
        persons += tile.last_person - tile.first_person;
        together.push_back(std::move(tile));
        if (persons < sizes.piece_persons) continue;
        pieces.emplace_back(population, std::move(together), corridor);
        together.clear();
        persons = 0;
    }
    if (!together.empty()) pieces.emplace_back(population, std::move(together), corridor);
    return pieces;
}
}  // namespace kochmon
