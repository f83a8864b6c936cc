// SPDX-License-Identifier: MIT
#include "analysis/sweep/sweep_forecast.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include <sys/resource.h>

#include "engine/parallel.hpp"

#include "agents/loading/load_model.hpp"
#include "agents/synthesis/synthesis.hpp"

#include "analysis/measures/series_csv.hpp"
#include "analysis/runs/memory_check.hpp"
#include "analysis/runs/stopwatch.hpp"
#include "analysis/sweep/batch.hpp"
#include "analysis/sweep/tried_points.hpp"
#include "analysis/sweep/worlds_in_time.hpp"
#include "analysis/text/counted.hpp"

namespace kochmon
{
namespace
{
constexpr double seconds_tried = 1.5;
constexpr std::size_t least_months_tried = 2;
constexpr std::int64_t few = 2'000;  // agents

// Of studies of some hundred runs, good to a tenth.
constexpr double bytes_around_rows = 400.0;    // first and last line of a run's file
constexpr double bytes_of_a_point = 200.0;     // its rows in points.csv and of parameters
constexpr double bytes_of_a_mean_row = 120.0;  // of means.csv and effects.csv
constexpr double bytes_of_a_database = 60e3;   // without a row
constexpr double database_to_tables = 1.1;

/// A small population from its start to its end.
struct SmallRun
{
    std::vector<double> seconds = {};  // by month
    double bytes = 0.0;                // of the rows kept of a run
    double rows = 0.0;
};

SmallRun small_run(SweepToForecast const& sweep)
{
    Overrides overrides = sweep.plan.overrides;
    overrides.persons = std::to_string(std::min(few, agents_of(sweep.base)));
    Scenario const scenario = load_model(sweep.plan.base, overrides);
    Workers const workers(1);
    SeriesRecorder recorder(series_columns(scenario.corridor(), sweep.plan.keep));
    auto const simulation =
        std::make_unique<Simulation>(scenario, synthesize(scenario, 0), 0, Execution{workers, {}});
    SmallRun run;
    while (!simulation->ended())
    {
        Stopwatch const watch;
        simulation->advance();
        run.seconds.push_back(watch.seconds());
        recorder.observe(simulation->record());
    }
    std::string const rows = series_csv(recorder, "p00001", sweep.plan.keep);
    run.bytes = static_cast<double>(rows.size());
    run.rows = static_cast<double>(std::ranges::count(rows, '\n') - 1);
    return run;
}

/// What the first months take, with as many worlds and threads as in the sweep.
struct FirstMonths
{
    double synthesis = 0.0;    // seconds, of a population
    double world_month = 0.0;  // seconds, of a month of one world
    std::size_t months = 0;
};

/// Runs side by side what the sweep will: as many batches as there is room for.
class Probe
{
  public:
    Probe(SweepToForecast const& sweep, std::size_t side_by_side, TriedGroup const& group)
        : sweep_(sweep), side_by_side_(side_by_side), courses_(group.courses)
    {
        for (Course& course : courses_)
            course = {.policy = course.policy,
                      .onset = {sweep.base.settings().start, false},
                      .rule_alone = Course::RuleAlone::left_out};
    }

    FirstMonths run() const
    {
        std::vector<FirstMonths> each(side_by_side_);
        Workers const outer(side_by_side_);
        outer.for_each(side_by_side_, [&](std::size_t k) { each[k] = run_batch(); });
        FirstMonths slowest;
        for (FirstMonths const& one : each)
            if (one.world_month >= slowest.world_month) slowest = one;
        return slowest;
    }

  private:
    FirstMonths run_batch() const
    {
        FirstMonths first;
        Stopwatch const of_synthesis;
        Population const start = synthesize(sweep_.base, 0);
        first.synthesis = of_synthesis.seconds();
        demand_room(start);
        Workers const inner(sweep_.threads / side_by_side_);
        Lockstep worlds(sweep_.base, courses_, start, 0, {inner, {}});
        worlds.advance();  // in which they are made
        Stopwatch const watch;
        while (!worlds.ended() &&
               (watch.seconds() < seconds_tried || first.months < least_months_tried))
        {
            worlds.advance();
            ++first.months;
        }
        first.world_month =
            watch.seconds() /
            static_cast<double>(std::max<std::size_t>(1, first.months) * (courses_.size() + 1));
        return first;
    }

    void demand_room(Population const& start) const
    {
        std::size_t const worlds = side_by_side_ * (courses_.size() + 1);
        demand_memory(static_cast<double>(worlds) * bytes_of_a_world(start),
                      counted(worlds, "world", "worlds") + " side by side",
                      "run on fewer --threads, or with fewer persons");
    }

    SweepToForecast const& sweep_;
    std::size_t side_by_side_;
    std::vector<Course> courses_;
};

double peak_memory()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return 1024.0 * static_cast<double>(usage.ru_maxrss);
}

/// How a month's work compares with that of the first `months`.
std::vector<double> relative_work(std::vector<double> const& seconds, std::size_t months)
{
    double beginning = 0.0;
    months = std::min(months, seconds.size());
    for (std::size_t month = 0; month < months; ++month)
        beginning += seconds[month] / static_cast<double>(months);
    std::vector<double> relative;
    relative.reserve(seconds.size());
    for (double const of_month : seconds) relative.push_back(of_month / beginning);
    return relative;
}

/// Of one replicate of a group of points.
class BatchSeconds
{
  public:
    BatchSeconds(SweepToForecast const& sweep, FirstMonths const& first, SmallRun const& small)
        : sweep_(sweep), first_(first), work_(relative_work(small.seconds, first.months + 1))
    {
    }
    double of(TriedGroup const& group, bool keeps_base) const
    {
        std::vector<double> const worlds =
            worlds_in_time(sweep_.base.settings(), group.courses, keeps_base);
        double const alone = static_cast<double>(group.of_other_people);
        double world_months = 0.0;
        for (std::size_t month = 0; month < worlds.size(); ++month)
            world_months += (worlds[month] + alone) * work_[month];
        double const starts = 1.0 + alone + static_cast<double>(group.own_starts());
        return world_months * first_.world_month + starts * first_.synthesis +
               group.seconds_to_load / sweep_.plan.replicates;
    }

  private:
    SweepToForecast const& sweep_;
    FirstMonths first_;
    std::vector<double> work_;
};

/// Bytes of the files of runs, the tables and the database.
double bytes_of_runs(SweepToForecast const& sweep, SmallRun const& small, double runs)
{
    double const points = static_cast<double>(sweep.points.size());
    double const effects = sweep.plan.compares_to_base ? 2.0 : 1.0;
    double const tables = runs * small.bytes + effects * points * small.rows * bytes_of_a_mean_row;
    return runs * (small.bytes + bytes_around_rows) + points * bytes_of_a_point +
           bytes_of_a_database + tables * (1.0 + database_to_tables);
}
}  // namespace

SweepForecast forecast(SweepToForecast const& sweep)
{
    std::size_t const points = sweep.points.size() - 1;
    std::size_t const groups = std::max<std::size_t>(1, group_of(points) + 1);
    std::size_t const replicates = sweep.plan.replicates;
    std::size_t const side_by_side = std::min(sweep.threads, groups * replicates);
    TriedPoints tried(sweep.plan, sweep.base, sweep.points);
    TriedGroup const first = tried.load(0);
    std::optional<TriedGroup> const middle =
        groups > 1 ? std::optional(tried.load(groups / 2)) : std::nullopt;
    FirstMonths const months = Probe(sweep, side_by_side, first).run();
    double const memory = peak_memory();
    SmallRun const small = small_run(sweep);
    BatchSeconds const batch(sweep, months, small);
    double const of_first = batch.of(first, sweep.plan.compares_to_base);
    double const of_others = middle ? batch.of(*middle, false) : 0.0;
    std::size_t const runs = replicates * (points + (sweep.plan.compares_to_base ? 1 : 0));
    return {.runs = runs,
            .seconds = static_cast<double>(replicates) *
                       (of_first + static_cast<double>(groups - 1) * of_others) /
                       static_cast<double>(side_by_side),
            .memory = memory,
            .disk = tried.bytes() + bytes_of_runs(sweep, small, static_cast<double>(runs)),
            .points_loaded = tried.count(),
            .refused = tried.refused(),
            .idle = tried.idle()};
}
}  // namespace kochmon
