// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "engine/parallel.hpp"

#include "config/scenario.hpp"

#include "agents/society.hpp"

namespace kochmon
{
/// How a run is carried out; nothing here may change a result.
struct Execution
{
    Workers const& workers;
    Cut cut;
};

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

    /// Observers are shown the start, and are called after every month, warm-up included, in the
    /// order they were added.
    void add(MonthObserver& observer);
    /// Lives through one month. Throws InvariantError if persons or money are not conserved.
    void advance();
    void run();
    /// Changes the households' accounts between two months, as a gift or a tax from outside the
    /// model would; the accounts of the next month start from the change.
    void intervene(std::function<void(Households&)> const& change);
    bool ended() const { return society_.month >= scenario_.settings().end(); }

    /// The month that comes next.
    Month month() const { return society_.month; }
    Population& population() { return *population_; }
    Society const& society() const { return society_; }
    MonthSchedule const& schedule() const { return schedule_; }

  private:
    void count_start();
    MonthRecord record_of(Month month, Tally const& tally) const;
    void report() const;

    Scenario const& scenario_;
    Origins origins_;
    std::uint32_t replicate_;
    Workers const& workers_;
    std::unique_ptr<Population> population_;
    std::vector<Piece> pieces_;
    MonthSchedule schedule_;
    Society society_;
    std::vector<MonthObserver*> observers_;
};
}  // namespace kochmon
