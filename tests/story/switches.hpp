// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/agents/world_of_tests.hpp"
#include "tests/story/settings.hpp"

// Every mechanism acts, and its own lever switches it off.
namespace kochmon::switches
{
using settings::russia;
using settings::Settings;

struct Switch
{
    std::string mechanism;
    Count counted;  // happens with the mechanism alone
    Settings on;
    Settings off;
};

inline void PrintTo(Switch const& tested, std::ostream* out)
{
    *out << tested.mechanism;
}

inline std::string mechanism_of(testing::TestParamInfo<Switch> const& tested)
{
    return tested.param.mechanism;
}

inline std::int64_t counted(Settings const& set, Count kind)
{
    return tests::run(tests::TestWorld{.months = 30, .set = set}.scenario()).flow(kind);
}

inline void expect_acts(Switch const& tested)
{
    EXPECT_GT(counted(tested.on, tested.counted), 0);
    EXPECT_EQ(counted(tested.off, tested.counted), 0);
}
}  // namespace kochmon::switches
