// SPDX-License-Identifier: MIT
#include "config/declarations.hpp"

#include <gtest/gtest.h>

#include "engine/error.hpp"

#include "config/outline.hpp"

#include "tests/config/sample.hpp"

namespace kochmon
{
TEST(Declarations, are_collected_in_the_order_of_the_program)
{
    Declarations const declarations = sample::declarations();
    EXPECT_EQ(declarations.parameters().front().path, "population.household_size");
    EXPECT_EQ(declarations.parameters().size(), 15U);
    EXPECT_EQ(declarations.tables().size(), 1U);
    EXPECT_EQ(declarations.find("law.permit.fee")->declared.meaning, "Fee of the permit");
    EXPECT_EQ(declarations.find("law.permit"), nullptr);
}

TEST(Declarations, that_cannot_be_met_are_faults_of_the_program)
{
    Declared const sound{.meaning = "A ratio"};
    Declarations declarations;
    declarations.add("a.b", sound);
    EXPECT_THROW(declarations.add("a.b", sound), InternalError);
    for (char const* path : {"", ".", "a.", ".a", "a..b", "A", "a b", "a-b"})
        EXPECT_THROW(declarations.add(path, sound), InternalError) << path;
    EXPECT_THROW(declarations.add("w", {.dimension = Dimension::word}), InternalError);
    EXPECT_THROW(declarations.add("r", {.range = {1, 0}}), InternalError);
    EXPECT_THROW(declarations.add("g", {.groups = {{"origin", {}}}}), InternalError);
    EXPECT_THROW(declarations.add("t", TableDeclared{}), InternalError);
}

TEST(Declarations, under_a_value_nothing_else_stands)
{
    Declarations declarations;
    declarations.add("a", Declared{});
    declarations.add("a.b", Declared{});
    EXPECT_THROW(Outline{declarations}, InternalError);
    Declarations settings;
    settings.add("time.start", Declared{});
    EXPECT_THROW(Outline{settings}, InternalError);
}
}  // namespace kochmon
