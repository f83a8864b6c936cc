// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/agents/world_of_tests.hpp"

// Every mechanism acts, and its own lever switches it off.
namespace kochmon::switches
{
using Settings = std::vector<std::string>;

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

inline std::string name_of(testing::TestParamInfo<Switch> const& tested)
{
    return tested.param.mechanism;
}

inline std::string russia(std::string const& rest)
{
    return "jurisdictions.russia." + rest;
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
