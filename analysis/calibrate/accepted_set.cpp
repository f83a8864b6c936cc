// SPDX-License-Identifier: MIT
#include "analysis/calibrate/accepted_set.hpp"

#include <algorithm>
#include <utility>

#include <boost/random/mersenne_twister.hpp>

#include "engine/contract.hpp"

#include "analysis/statistics/fraction.hpp"
#include "analysis/statistics/spread.hpp"

namespace kochmon
{
namespace
{
constexpr double too_near = 1.0 / 50.0;
constexpr std::size_t tried = 16;
constexpr std::size_t plausible = 4;
constexpr double widest_step = 0.5;

bool has_smaller_misfit(JudgedRun const& a, JudgedRun const& b)
{
    return a.misfit < b.misfit;
}

/// The best, then the lowest and highest in each parameter; `runs` are sorted by misfit.
std::vector<std::size_t> ends_of(std::vector<UnitPoint> const& points)
{
    std::vector<std::size_t> ends{0};
    for (std::size_t j = 0; j < points.front().size(); ++j)
    {
        auto const [low, high] =
            std::minmax_element(points.begin(), points.end(),
                                [j](auto const& a, auto const& b) { return a[j] < b[j]; });
        for (auto const end : {low, high})
        {
            auto const k = static_cast<std::size_t>(end - points.begin());
            if (std::find(ends.begin(), ends.end(), k) == ends.end()) ends.push_back(k);
        }
    }
    return ends;
}

double squared_distance_to(std::vector<UnitPoint> const& chosen, UnitPoint const& point)
{
    double nearest = squared_distance(chosen.front(), point);
    for (UnitPoint const& other : chosen)
        nearest = std::min(nearest, squared_distance(other, point));
    return nearest;
}

std::vector<JudgedRun> first_of(std::vector<JudgedRun> runs, std::size_t most)
{
    while (runs.size() > most) runs.pop_back();
    return runs;
}

/// Numbers of the points chosen, of one at least.
std::vector<std::size_t> choose(std::vector<UnitPoint> const& points, std::size_t most)
{
    std::vector<std::size_t> chosen = ends_of(points);
    chosen.resize(std::min(chosen.size(), most));
    std::vector<UnitPoint> present;
    present.reserve(most);
    for (std::size_t const k : chosen) present.push_back(points[k]);
    Box const box = box_of(points);
    double const least = too_near * too_near * squared_distance(box.low, box.high);
    for (std::size_t const k : choose_spread(points, most - chosen.size(), present))
    {
        if (squared_distance_to(present, points[k]) <= least) break;
        present.push_back(points[k]);
        chosen.push_back(k);
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

/// Draws candidates around the runs of a set.
class Surroundings
{
  public:
    Surroundings(AcceptedSet const& set, SpaceLeft const& space)
        : set_(set), steps_(space.points()), generator_(space.settings().seed)
    {
        // Where emulators leave nothing, yet runs are accepted, steps go in all directions.
        if (steps_.empty())
            steps_ = SobolSequence(set.runs.front().run.point.size()).take(space.settings().sample);
    }

    UnitPoint around(std::size_t k)
    {
        UnitPoint point = set_.runs[k % set_.runs.size()].run.point;
        UnitPoint const& p = any_step();
        UnitPoint const& q = any_step();
        double const s = widest_step * fraction(generator_());
        for (std::size_t j = 0; j < point.size(); ++j)
            point[j] = std::clamp(point[j] + s * (p[j] - q[j]), 0.0, 1.0);
        return point;
    }

  private:
    UnitPoint const& any_step()
    {
        double const place = fraction(generator_()) * static_cast<double>(steps_.size());
        return steps_[static_cast<std::size_t>(place)];
    }

    AcceptedSet const& set_;
    std::vector<UnitPoint> steps_;
    boost::random::mt19937_64 generator_;
};
}  // namespace

JudgedRun judged(std::span<TargetAim const> aims, Evaluation const& run, double cutoff)
{
    std::vector<double> const found = implausibilities(aims, run.measured);
    JudgedRun verdict{.run = run,
                      .misfit = misfit(aims, run.measured),
                      .largest_implausibility = worst_two(found).largest};
    for (std::size_t t = 0; t < found.size(); ++t)
        if (found[t] > cutoff) verdict.missed.push_back(t);
    return verdict;
}

AcceptedSet accepted_set(std::span<TargetAim const> aims, std::span<Evaluation const> runs,
                         double cutoff, std::size_t most)
{
    EXPECT(most >= 1);
    std::vector<JudgedRun> all;
    for (Evaluation const& run : runs) all.push_back(judged(aims, run, cutoff));
    std::stable_sort(all.begin(), all.end(), has_smaller_misfit);
    std::vector<UnitPoint> points;
    std::vector<JudgedRun> accepted;
    for (JudgedRun const& run : all)
    {
        if (!run.is_accepted()) continue;
        points.push_back(run.run.point);
        accepted.push_back(run);
    }
    AcceptedSet set{.accepted = accepted.size()};
    if (accepted.empty())
        set.runs = first_of(std::move(all), most);
    else
        for (std::size_t const k : choose(points, most)) set.runs.push_back(accepted[k]);
    return set;
}

std::vector<UnitPoint> points_around(AcceptedSet const& set, SpaceLeft const& space,
                                     std::span<Evaluation const> runs, std::size_t count)
{
    EXPECT(!set.runs.empty());
    Surroundings surroundings(set, space);
    std::vector<std::pair<double, UnitPoint>> candidates;
    for (std::size_t k = 0; k < tried * count; ++k)
    {
        UnitPoint point = surroundings.around(k);
        double const found = space.largest_implausibility(point);
        candidates.emplace_back(found, std::move(point));
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](auto const& a, auto const& b) { return a.first < b.first; });
    std::vector<UnitPoint> likely, present, chosen;
    for (std::size_t k = 0; k < plausible * count; ++k)
        likely.push_back(std::move(candidates[k].second));
    for (Evaluation const& run : runs) present.push_back(run.point);
    for (std::size_t const k : choose_spread(likely, count, present)) chosen.push_back(likely[k]);
    return chosen;
}
}  // namespace kochmon
