// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "engine/noise_memory.hpp"

#include "config/corridor.hpp"

#include "agents/state/population.hpp"
#include "agents/state/rows.hpp"
#include "agents/state/scarce_places.hpp"
#include "agents/state/tally.hpp"
#include "agents/vocabulary/decision_points.hpp"

namespace kochmon
{
/// What a person will do when intentions are carried out. Receipts first, then who comes home, then
/// what is paid for.
enum class Act : std::uint8_t
{
    remit,
    become_citizen,
    come_home,
    see_consulate,
    register_stay,
    buy_forged_card,
    leave_and_re_enter,
    move_on,
    seek_residence,
    seek_citizenship,
    buy_permit,
    depart
};
constexpr bool is_paid_for(Act act)
{
    return act >= Act::see_consulate;
}

enum class Why : std::uint8_t
{
    own_choice,
    removed,
    by_placement,
    to_join_family,
    to_study,
    by_intermediary,
    deceived,  // an intermediary hands out forged papers
    by_amnesty
};

/// An intention, formed while persons act and carried out household by household.
struct Intent
{
    std::uint32_t household = 0;
    std::uint32_t person = 0;
    Act act = Act::remit;
    Why why = Why::own_choice;
    Place place = Place::home;
    Scheme scheme = Scheme::permit;  // of a permit that is bought
    Kopecks amount = {};             // remitted, or to be paid now
    Kopecks needed = {};             // means without which it is not done
    Kopecks credit = {};             // within reach
    Scarce list = Scarce::nothing;   // on which a place is needed
    Lot lot = {};
    bool permanent = false;  // residence that is sought
    double queue = 0.0;      // months that the office takes, of those who seek citizenship
};

/// Something that happened to a person in a month, and where; its kind is that of its count.
struct Event
{
    std::uint32_t person = 0;
    Count kind = Count::births;
    Place place = Place::home;

    bool operator==(Event const&) const = default;
};

/// Whole households of one region, small enough that state and draws stay in cache.
struct Tile
{
    std::size_t first_person = 0;
    std::size_t last_person = 0;  // excluded
    std::size_t first_household = 0;
    std::size_t last_household = 0;  // excluded
    Region region = {};
    std::vector<Intent> intents;
    std::vector<Intent> remittances;  // of the month, in the order of persons
};

/// Consecutive tiles that one thread works on, with what they share: lists and counts.
class Piece
{
  public:
    Piece(Population& population, std::vector<Tile> tiles, Corridor const& corridor);

    std::size_t tiles() const { return tiles_.size(); }
    void begin_tile(std::size_t k) { tile_ = k; }
    Tile& tile() { return tiles_[tile_]; }
    /// Of all its tiles: what is counted of persons is counted of these.
    RegionRange const& regions() const { return regions_; }
    Population& population() { return *population_; }

    /// The draw of a person of the present tile.
    double monthly(MonthlyLane lane, std::size_t person) const
    {
        return uniform(monthly_word(lane, person));
    }
    std::uint32_t monthly_word(MonthlyLane lane, std::size_t person) const
    {
        return words_[index(lane)][person - tiles_[tile_].first_person];
    }
    /// Those of all persons of the present tile, in order of rows.
    std::uint32_t const* monthly_words(MonthlyLane lane) const { return words_[index(lane)]; }
    void draw_month(MonthDraws const& draws);
    /// From now on the draws of a tile are those that `leader`, a piece of the same rows in another
    /// world, has just drawn for the same tile.
    /// Its noise of decisions is drawn by the first of them that asks.
    void share_luck_of(Piece& leader)
    {
        if (!leader.noise_) leader.noise_ = std::make_shared<NoiseMemory>();
        leader_ = &leader;
        noise_ = leader.noise_;
    }
    void draw_own_luck()
    {
        leader_ = nullptr;
        noise_.reset();
    }
    /// Of worlds that share their luck; else nothing.
    NoiseMemory* noise_memory() { return noise_.get(); }

    /// Counts an event of the month, and writes it down if a diary is kept. The status is that
    /// which the person has until then: the event is told before anything changes by it.
    void happened(Count kind, std::size_t person, Place place)
    {
        Persons const& persons = population_->persons;
        tally.count(kind, tally.cell(persons[person].origin, place, persons.sex[person]));
        if (place != Place::home)
            tally.count_status(kind, jurisdiction_of(place), persons.status(person));
        if (keeps_diary_) diary_.push_back({static_cast<std::uint32_t>(person), kind, place});
    }
    /// At the place where the person is.
    void happened(Count kind, std::size_t person)
    {
        happened(kind, person, population_->persons.place[person]);
    }
    /// Counts what becomes of a stay in a month, where the person is, by years since the arrival.
    /// Citizens are no foreigners, and stays of ten years and more are not followed.
    void count_stay(StayCount kind, std::size_t person, Month month);
    /// From now on events are written down, each month anew, in the order in which they happen to
    /// a person. No result depends on it.
    void keep_diary() { keeps_diary_ = true; }
    std::vector<Event> const& diary() const { return diary_; }
    void begin_month() { diary_.clear(); }

    std::vector<std::uint32_t> abroad;       // persons of the tile, in order of rows
    std::vector<std::uint32_t> considering;  // those at home who consider leaving
    std::vector<std::uint32_t> joining;      // of them, who may leave for family or study
    std::vector<std::uint32_t> found;        // by a check, irregular or with forged papers
    std::vector<std::uint32_t> newborn;      // born this month
    std::vector<std::uint32_t> dying;        // die this month, wherever they are
    Lottery applications;                    // for scarce places, this month
    Tally tally;
    Marks marks;  // of rows of the tile, for passes over them

  private:
    Population* population_;
    std::vector<Tile> tiles_;
    RegionRange regions_;
    std::size_t tile_ = 0;
    bool keeps_diary_ = false;
    std::vector<Event> diary_;
    Piece const* leader_ = nullptr;
    std::shared_ptr<NoiseMemory> noise_;
    std::array<std::vector<std::uint32_t>, 4> lanes_;
    std::array<std::uint32_t const*, 4> words_{};  // of the present tile: own lanes or the leader's
};

/// Cuts a population into tiles of about `tile_persons` (whole households, one region each) and
/// these into pieces of about `piece_persons`. Results do not depend on either number.
struct Cut
{
    std::size_t tile_persons = 1024;
    std::size_t piece_persons = 0;  // as threads and persons ask for, if not given

    /// The same with a size of pieces: if none is given, so large that no thread gets more pieces
    /// than it needs to share work evenly, since each holds counts of its own, which take more room
    /// than a thousand persons.
    Cut for_threads(std::size_t persons, std::size_t threads) const;
};
std::vector<Piece> cut(Population& population, Cut const& sizes, Corridor const& corridor);
}  // namespace kochmon
