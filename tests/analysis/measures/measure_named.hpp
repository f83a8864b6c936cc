// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "analysis/measures/measure.hpp"

namespace kochmon::tests
{
inline Measure const& measure_named(std::string const& name)
{
    auto const found = std::ranges::find(measures(), name, &Measure::name);
    EXPECT_TRUE(found != measures().end()) << name;
    return *found;
}
}  // namespace kochmon::tests
