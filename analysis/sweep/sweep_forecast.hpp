// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "analysis/design/points.hpp"

namespace kochmon
{
/// What a sweep will take. About: other programs take their share.
struct SweepForecast
{
    std::size_t runs = 0;
    double seconds = 0.0;
    double memory = 0.0;                              // bytes, at the highest
    double disk = 0.0;                                // bytes of the study when it is done
    std::size_t points_loaded = 0;                    // to look at
    std::map<std::string, std::string> refused = {};  // of them: name of the point, reason
    std::map<std::string, std::string> idle = {};     // likewise: a shock that does nothing
};

struct SweepToForecast
{
    SweepPlan const& plan;
    Scenario const& base;
    std::vector<SweepPoint> const& points;
    std::size_t threads = 1;
};

/// From a probe of a few seconds: the first points and some of the middle are loaded; worlds of
/// the first run for a while side by side, as many as in the sweep; and a small population runs to
/// its end, to see how work changes through time. Throws MemoryError, FileError.
SweepForecast forecast(SweepToForecast const& sweep);
}  // namespace kochmon
