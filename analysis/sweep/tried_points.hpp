// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "agents/run/lockstep.hpp"

#include "analysis/sweep/study.hpp"

namespace kochmon
{
/// A group of points as it is loaded.
struct TriedGroup
{
    std::vector<Scenario> loaded = {};
    std::vector<Course> courses = {};  // of those that run beside the base
    std::size_t of_other_people = 0;   // those that run by themselves
    double seconds_to_load = 0.0;

    std::size_t own_starts() const;
};

/// Some points of a plan that is no study yet, in a folder for temporary files that is gone at the
/// end.
class TriedPoints
{
  public:
    /// Throws FileError.
    TriedPoints(SweepPlan const& plan, Scenario const& base, std::vector<SweepPoint> const& points);
    TriedPoints(TriedPoints const&) = delete;
    TriedPoints& operator=(TriedPoints const&) = delete;
    ~TriedPoints();

    TriedGroup load(std::size_t group);
    std::size_t count() const { return count_; }
    /// Bytes of all that the study copies or writes before its first run: base, points.
    double bytes() const;
    /// Why a point is refused, by its name.
    std::map<std::string, std::string> const& refused() const { return refused_; }
    /// Likewise, the first shock that does nothing.
    std::map<std::string, std::string> const& idle() const { return idle_; }

  private:
    void load(SweepPoint const& point, TriedGroup& group);

    Scenario const& base_;
    std::vector<SweepPoint> const& points_;
    Study::Content content_;
    std::filesystem::path folder_;
    std::size_t count_ = 0;
    std::map<std::string, std::string> refused_;
    std::map<std::string, std::string> idle_;
};
}  // namespace kochmon
