// SPDX-License-Identifier: MIT
#include "agents/state/counts.hpp"

#include <set>

#include <gtest/gtest.h>

namespace kochmon
{
namespace
{
bool is_word(std::string_view name)
{
    return !name.empty() &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos;
}

TEST(TableOfCounts, tells_each_count_once_with_its_kind_and_meaning)
{
    std::set<std::string_view> names;
    std::set<std::string_view> events;
    for (std::size_t k = 0; k < count_kinds; ++k)
    {
        CountLine const& line = line_of(static_cast<Count>(k));
        EXPECT_TRUE(is_word(line.name)) << line.name;
        EXPECT_TRUE(names.insert(line.name).second) << line.name;
        EXPECT_FALSE(line.meaning.empty()) << line.name;
        EXPECT_EQ(line.unit.ends_with("/month"), line.of == CountOf::flow) << line.name;
        EXPECT_EQ(line.unit == "person-months", line.of == CountOf::exposure) << line.name;
        if (!line.event) continue;
        EXPECT_EQ(line.of, CountOf::flow) << line.name << ": what lasts parts no lives";
        EXPECT_TRUE(is_word(line.event->name)) << line.name;
        EXPECT_TRUE(events.insert(line.event->name).second) << line.name;
    }
    EXPECT_GT(events.size(), 60U);
}

TEST(TableOfCounts, tells_each_flow_of_money_once)
{
    std::set<std::string_view> names;
    for (std::size_t k = 0; k < flow_kinds; ++k)
    {
        FlowLine const& line = line_of(static_cast<Flow>(k));
        EXPECT_TRUE(is_word(line.name) && names.insert(line.name).second) << line.name;
        EXPECT_FALSE(line.meaning.empty()) << line.name;
    }
}

TEST(TableOfCounts, has_the_line_of_each_where_it_is_named)
{
    EXPECT_EQ(line_of(Count::living).name, "living");
    EXPECT_EQ(line_of(Count::births).event->name, "birth");
    EXPECT_EQ(line_of(Count::placed).unit, "persons/month");
    EXPECT_FALSE(line_of(Count::births).event->is_carried_out);
    EXPECT_TRUE(line_of(Count::departures).event->is_carried_out);
    EXPECT_FALSE(line_of(Count::considered_leaving).event);
    EXPECT_EQ(line_of(Flow::repatriation_grants).name, "repatriation_grants");
}
}  // namespace
}  // namespace kochmon
