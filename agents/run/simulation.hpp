// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "engine/packed_file.hpp"
#include "engine/parallel.hpp"

#include "config/corridor.hpp"
#include "config/scenario.hpp"

#include "agents/society/society.hpp"
#include "agents/state/month_record.hpp"

namespace kochmon
{
/// How a run is carried out; nothing here may change a result.
struct Execution
{
    Workers const& workers;
    Cut cut;
};
std::vector<Piece> cut_for(Population& population, Execution const& execution,
                           Corridor const& corridor);

/// One replicate of one scenario, month by month. The scenario and the workers must outlive it.
class Simulation
{
  public:
    /// `start`: the population at `time.start`, as `synthesize` makes it. Those who will be born
    /// during the run get rows among it.
    Simulation(Scenario const& scenario, Population start, std::uint32_t replicate,
               Execution const& execution);
    /// With another schedule than `month_story()`.
    Simulation(Scenario const& scenario, Population start, std::uint32_t replicate,
               Execution const& execution, MonthSchedule month);
    ~Simulation();

    /// The same persons and their past under another scenario, which must outlive the branch, from
    /// the next month on; observers stay behind.
    std::unique_ptr<Simulation> branch(Scenario const& other) const;
    /// From now on persons meet the markets, networks, news and rivals for scarce places of that
    /// world, which lives in lockstep before this one, instead of their own.
    void live_in_world_of(Simulation const& other);
    /// From now on the draws of the month are taken from that world, which has the same rows and
    /// lives in lockstep before this one. They would be the same.
    void share_luck_of(Simulation& leader);
    void draw_own_luck();
    /// From now on what happens to persons in a month is written down.
    void keep_diary();

    /// Everything between two months from which those to come follow and which the scenario does
    /// not say. Of a world that lives by itself.
    void pack(Packer& to) const;
    /// Goes on from there, under the same scenario and replicate. Throws DamageError.
    static std::unique_ptr<Simulation> unpacked(Scenario const& scenario, std::uint32_t replicate,
                                                Execution const& execution, Unpacker& from);

    /// Observers are shown the start, and are called after every month, warm-up included, in the
    /// order they were added.
    void add(MonthObserver& observer);
    /// One that has seen the months until now.
    void add_again(MonthObserver& observer) { observers_.push_back(&observer); }
    /// Lives through one month. Throws InvariantError if persons or money are not conserved.
    void advance();
    void run();
    /// One month in each of several worlds of the same month, tile by tile.
    static void advance_together(std::span<Simulation* const> worlds);
    /// Changes the households' accounts between two months, as a gift or a tax from outside the
    /// model would; the accounts of the next month start from the change.
    void intervene(std::function<void(Households&)> const& change);
    bool ended() const { return society_.month >= scenario_.settings().end(); }

    std::uint32_t replicate() const { return replicate_; }
    /// The month that comes next.
    Month month() const { return society_.month; }
    int months_lived() const { return society_.month - scenario_.settings().start; }
    Population& population() { return *population_; }
    Population const& population() const { return *population_; }
    std::vector<Piece> const& pieces() const { return pieces_; }
    Society const& society() const { return society_; }
    /// Of the month lived last.
    MonthRecord record() const { return record_of(society_.month - 1, society_.last_month); }
    MonthSchedule const& schedule() const { return schedule_; }

  private:
    Simulation(Simulation const& stem, Scenario const& other);
    Simulation(Scenario const& scenario, std::uint32_t replicate, Execution const& execution,
               std::unique_ptr<Population> population, Society&& society);
    void count_start();
    void close_month();
    MonthRecord record_of(Month month, Tally const& tally) const;
    void report() const;

    Scenario const& scenario_;
    Origins origins_;
    std::uint32_t replicate_;
    Execution execution_;
    std::unique_ptr<Population> population_;
    std::vector<Piece> pieces_;
    MonthSchedule schedule_;
    Society society_;
    std::vector<MonthObserver*> observers_;
};
}  // namespace kochmon
