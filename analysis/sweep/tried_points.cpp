// SPDX-License-Identifier: MIT
#include "analysis/sweep/tried_points.hpp"

#include <algorithm>
#include <cstdlib>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "agents/loading/load_model.hpp"

#include "analysis/runs/stopwatch.hpp"
#include "analysis/sweep/batch.hpp"
#include "analysis/sweep/idle_point.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

fs::path new_folder_of_points()
{
    std::string name = (fs::temp_directory_path() / "kochmon-points-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
        throw FileError(name +
                        ": this folder cannot be made; expected room for temporary files, "
                        "so set TMPDIR to a folder that can be written");
    return name;
}

std::string path_of(SweepPoint const& point)
{
    return "points/" + point.name() + ".yaml";
}

bool is_comparable(Scenario const& base, Scenario const& point)
try
{
    onset_of(base, point);
    return true;
}
catch (ScenarioError const&)
{
    return false;
}
}  // namespace

std::size_t TriedGroup::own_starts() const
{
    return static_cast<std::size_t>(std::ranges::count_if(
        courses, [](Course const& course) { return course.onset.own_start; }));
}

TriedPoints::TriedPoints(SweepPlan const& plan, Scenario const& base,
                         std::vector<SweepPoint> const& points)
    : base_(base),
      points_(points),
      content_(content_of_study(plan, base, points)),
      folder_(new_folder_of_points())
{
    for (auto const& [path, text] : content_)
        if (!path.starts_with("points/")) write_whole_file(folder_ / path, text);
}

TriedPoints::~TriedPoints()
{
    std::error_code none;
    fs::remove_all(folder_, none);
}

double TriedPoints::bytes() const
{
    double bytes = 0.0;
    for (auto const& [path, text] : content_) bytes += static_cast<double>(text.size());
    return bytes;
}

TriedGroup TriedPoints::load(std::size_t group)
{
    Stopwatch const watch;
    TriedGroup tried;
    std::size_t const first = group * points_in_a_group + 1;
    std::size_t const last = std::min(first + points_in_a_group, points_.size());
    for (std::size_t number = first; number < last; ++number) load(points_[number], tried);
    std::vector<Scenario const*> beside;
    beside.reserve(tried.loaded.size());
    for (Scenario const& scenario : tried.loaded)
        if (is_comparable(base_, scenario)) beside.push_back(&scenario);
    tried.courses = courses_of_longest_stems(base_, beside);
    tried.of_other_people = tried.loaded.size() - beside.size();
    tried.seconds_to_load = watch.seconds();
    return tried;
}

void TriedPoints::load(SweepPoint const& point, TriedGroup& group)
{
    ++count_;
    fs::path const file = folder_ / path_of(point);
    write_whole_file(file, content_.at(path_of(point)));
    try
    {
        group.loaded.push_back(load_model(file));
        if (auto const idle = idle_shock_of_point(group.loaded.back()))
            idle_.emplace(point.name(), *idle);
    }
    catch (ScenarioError const& error)
    {
        refused_.emplace(point.name(), error.what());
    }
}
}  // namespace kochmon
