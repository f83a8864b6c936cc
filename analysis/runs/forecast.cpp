// SPDX-License-Identifier: MIT
#include "analysis/runs/forecast.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "engine/memory.hpp"
#include "engine/packed_state.hpp"
#include "engine/sha256.hpp"

#include "agents/state/month_record.hpp"
#include "agents/synthesis/synthesis.hpp"

#include "analysis/runs/memory_check.hpp"
#include "analysis/runs/run_tables.hpp"
#include "analysis/runs/stopwatch.hpp"

namespace kochmon
{
namespace
{
constexpr int months_tried = 6;
constexpr std::int64_t few = 5'000;        // agents
constexpr std::int64_t many = 60'000;      // likewise
constexpr double bytes_at_most = 4'000.0;  // of an agent, with the children of a century
constexpr double bytes_at_least = 60e6;    // of the program, its tables and the counts of a world
constexpr double checkpoints_held = 3.0;   // the last two, and that which is being written
constexpr double reads_of_a_part = 3.0;    // to hash it, to join it, to look at the whole again

/// Shows every month to the tables as one that is reported, and takes the time of it.
class Recording final : public MonthObserver
{
  public:
    explicit Recording(RunTables& tables) : observers_(tables.observers()) {}

    void see_start(MonthRecord const& record) override
    {
        for (MonthObserver* const one : observers_) one->see_start(record);
    }
    void observe(MonthRecord const& record) override
    {
        Stopwatch const watch;
        MonthRecord reported = record;
        reported.reported = true;
        for (MonthObserver* const one : observers_) one->observe(reported);
        seconds_ += watch.seconds();
    }
    double seconds() const { return seconds_; }

  private:
    std::vector<MonthObserver*> observers_;
    double seconds_ = 0.0;
};

/// What a run of so many agents takes.
struct Trial
{
    double agents = 0.0;
    double synthesis = 0.0;  // seconds
    double month = 0.0;      // seconds, of living it
    double record = 0.0;     // seconds, of recording it, its rows and their hashes included
    double bytes = 0.0;      // of the population
    double rows = 0.0;       // bytes in the tables, of a month
    double values = 0.0;     // bytes of numbers kept, of a month
    double packing = 0.0;    // seconds, of a checkpoint
    double packed = 0.0;     // bytes of it
};

/// The bytes of the rows, and what it takes to hash them.
void take_rows(Trial& trial, RunTables& tables)
{
    Stopwatch const watch;
    double hashing = 0.0;
    tables.end_replicate(0,
                         [&](std::string const& name, std::string const& rows)
                         {
                             Stopwatch const of_hash;
                             sha256(rows);
                             hashing += of_hash.seconds();
                             double& bytes =
                                 name == values_of_replicate ? trial.values : trial.rows;
                             bytes += static_cast<double>(rows.size()) / months_tried;
                         });
    trial.record += (watch.seconds() + (reads_of_a_part - 1.0) * hashing) / months_tried;
}

void take_checkpoint(Trial& trial, Simulation const& world, RunTables const& tables)
{
    Stopwatch const watch;
    Packer packer("");
    world.pack(packer);
    tables.pack(packer);
    trial.packed = static_cast<double>(packer.sealed().size());
    trial.packing = watch.seconds();
}

Trial tried(ForecastRequest const& request, std::int64_t agents)
{
    Scenario const scenario = request.with_agents(agents);
    Trial trial{.agents = static_cast<double>(agents)};
    Stopwatch const of_synthesis;
    Population start = synthesize(scenario);
    trial.synthesis = of_synthesis.seconds();
    trial.bytes = static_cast<double>(start.bytes());
    auto const panel =
        request.panel ? std::optional(std::min<std::size_t>(*request.panel, start.persons.size()))
                      : std::nullopt;
    RunTables tables(scenario, panel, request.run.nesting, request.run.workers, request.kept);
    Recording recording(tables);
    Execution const execution{request.run.workers, request.run.cut};
    auto const simulation = std::make_unique<Simulation>(scenario, std::move(start), 0, execution);
    simulation->add(recording);
    Stopwatch const of_months;
    for (int month = 0; month < months_tried && !simulation->ended(); ++month)
        simulation->advance();
    trial.month = (of_months.seconds() - recording.seconds()) / months_tried;
    trial.record = recording.seconds() / months_tried;
    if (request.checkpoint_every) take_checkpoint(trial, *simulation, tables);
    take_rows(trial, tables);
    return trial;
}

/// On the straight line through two trials, at so many agents.
Trial at(double agents, Trial const& less, Trial const& more)
{
    double const share = (agents - less.agents) / (more.agents - less.agents);
    auto const along = [&](double Trial::*what)
    { return std::max(0.0, less.*what + share * (more.*what - less.*what)); };
    return {.agents = agents,
            .synthesis = along(&Trial::synthesis),
            .month = along(&Trial::month),
            .record = along(&Trial::record),
            .bytes = along(&Trial::bytes),
            .rows = along(&Trial::rows),
            .values = along(&Trial::values),
            .packing = along(&Trial::packing),
            .packed = along(&Trial::packed)};
}

Trial expected(ForecastRequest const& request)
{
    if (request.agents <= few) return tried(request, request.agents);
    Trial const less = tried(request, few);
    Trial const more = tried(request, std::min(request.agents, many));
    return at(static_cast<double>(request.agents), less, more);
}

/// Of the same population, one is kept for the replicate that comes next.
double copies_of_population(RunRequest const& run)
{
    return run.replicates > 1 && run.nesting.populations == 1 ? 2.0 : 1.0;
}

double populations_made(RunRequest const& run)
{
    return run.nesting.populations == 1 ? 1.0 : static_cast<double>(run.replicates);
}
}  // namespace

Forecast forecast(ForecastRequest const& request)
{
    RunRequest const& run = request.run;
    RunSettings const settings = request.with_agents(std::min(few, request.agents)).settings();
    double const reported = settings.months;
    double const months = reported + settings.warm_up;
    double const replicates = run.replicates;
    Trial const one = expected(request);
    bool const in_parts = run.replicates > 1 || request.checkpoint_every;
    double const checkpoints =
        request.checkpoint_every ? std::floor(months / *request.checkpoint_every) : 0.0;
    // In parts, text and numbers of one replicate are held twice for a moment.
    double const text = reported * (one.rows * (in_parts ? 1.0 : 2.0) + 2.0 * one.values);
    return {
        .seconds =
            populations_made(run) * one.synthesis +
            replicates * (months * one.month + reported * one.record + checkpoints * one.packing),
        .memory = bytes_at_least + copies_of_population(run) * one.bytes + text + one.packed,
        .disk = replicates * reported * (in_parts ? 2.0 * one.rows + 2.0 * one.values : one.rows) +
                checkpoints_held * one.packed};
}

namespace
{
struct UnitOfForecast
{
    double size;
    char const* name;
};

/// In the largest unit of which there is one, smallest first.
std::string told_in(std::span<UnitOfForecast const> units, double amount)
{
    UnitOfForecast best = units.front();
    for (UnitOfForecast const& unit : units)
        if (amount >= unit.size) best = unit;
    double const number = amount / best.size;
    return fmt::format("{:.{}f} {}", number, number < 9.95 && best.size > 1.0 ? 1 : 0, best.name);
}

double packed_bytes(Population const& population)
{
    Packer packer("");
    pack(packer, population);
    return static_cast<double>(packer.sealed().size());
}
}  // namespace

std::string told_seconds(double seconds)
{
    static constexpr std::array units = {UnitOfForecast{1.0, "s"}, UnitOfForecast{60.0, "min"},
                                         UnitOfForecast{3600.0, "h"},
                                         UnitOfForecast{86400.0, "days"}};
    return told_in(units, std::max(seconds, 1.0));
}

std::string told_bytes(double bytes)
{
    static constexpr std::array units = {UnitOfForecast{1.0, "B"}, UnitOfForecast{1e3, "kB"},
                                         UnitOfForecast{1e6, "MB"}, UnitOfForecast{1e9, "GB"},
                                         UnitOfForecast{1e12, "TB"}};
    return told_in(units, bytes);
}

void demand_memory_of_run(ForecastRequest const& request, std::optional<std::uint64_t> available)
{
    if (!available) available = available_memory();
    if (!available || request.agents <= few) return;
    // Where there is far more, nothing need be tried.
    double const ample = bytes_at_least + static_cast<double>(request.agents) * bytes_at_most *
                                              copies_of_population(request.run);
    if (ample < static_cast<double>(*available) && !request.checkpoint_every) return;
    Population const sample = synthesize(request.with_agents(few));
    double const bytes = copies_of_population(request.run) * static_cast<double>(sample.bytes()) +
                         (request.checkpoint_every ? packed_bytes(sample) : 0.0);
    double const an_agent = bytes / static_cast<double>(few);
    double const would_do = (static_cast<double>(*available) - bytes_at_least) / an_agent;
    // Fewer than are looked at here would not help.
    bool const any_would_do = would_do >= static_cast<double>(few);
    double const step = std::pow(10.0, std::floor(std::log10(std::max(would_do, 10.0))) - 1.0);
    demand_memory(bytes_at_least + an_agent * static_cast<double>(request.agents),
                  fmt::format("{} agents", request.agents),
                  any_would_do
                      ? fmt::format("--persons {:.0f} would do", std::floor(would_do / step) * step)
                      : "free memory, or raise its limit (ulimit -v)",
                  available);
}
}  // namespace kochmon
