// SPDX-License-Identifier: MIT
#include "analysis/calibrate/calibration_file.hpp"

#include <fmt/format.h>

#include "config/plain_decimal.hpp"

namespace kochmon
{
std::vector<std::string> CalibrationFile::values_at(UnitPoint const& point) const
{
    std::vector<double> const values = kochmon::values_at(problem, point);
    std::vector<std::string> texts;
    for (std::size_t k = 0; k < free.size(); ++k)
        for (std::string const& key : free[k].paths)
            texts.push_back(fmt::format("{}={}{}{}", key, number_text(values[k]),
                                        free[k].unit.empty() ? "" : " ", free[k].unit));
    return texts;
}
}  // namespace kochmon
