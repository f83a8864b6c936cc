// SPDX-License-Identifier: MIT
#include "agents/vocabulary/decision_points.hpp"

#include <algorithm>
#include <map>
#include <regex>
#include <string>

#include <gtest/gtest.h>

#include "engine/atomic_file.hpp"

namespace kochmon
{
namespace
{
/// The enumerators as the header declares them: block by name.
std::map<std::string, std::uint32_t> declared_points()
{
    std::string const header =
        read_whole_file(std::string(KOCHMON_SOURCE) + "/agents/vocabulary/decision_points.hpp");
    std::size_t const begin = header.find("enum class DecisionPoint ");
    std::string const body = header.substr(begin, header.find("};", begin) - begin);
    std::regex const enumerator("\n +([a-z_]+) = ([0-9]+)");
    std::map<std::string, std::uint32_t> points;
    for (std::sregex_iterator hit(body.begin(), body.end(), enumerator), end; hit != end; ++hit)
        points.emplace((*hit)[1], static_cast<std::uint32_t>(std::stoul((*hit)[2])));
    return points;
}
}  // namespace

TEST(DecisionPoints, each_that_is_declared_is_described_under_its_name)
{
    std::map<std::string, std::uint32_t> described;
    for (DecisionPointDescription const& point : decision_points())
        described.emplace(point.name, block(point.point));
    EXPECT_EQ(described, declared_points());
    EXPECT_EQ(described.size(), decision_points().size());
    EXPECT_GT(described.size(), 40U);
}

TEST(DecisionPoints, stand_by_block_each_block_once_and_say_what_they_decide)
{
    auto const points = decision_points();
    auto const not_ascending = [](auto const& left, auto const& right)
    { return block(left.point) >= block(right.point); };
    EXPECT_TRUE(std::ranges::adjacent_find(points, not_ascending) == points.end());
    for (DecisionPointDescription const& point : points)
        EXPECT_FALSE(point.decides.empty()) << point.name;
}
}  // namespace kochmon
