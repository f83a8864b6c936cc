// SPDX-License-Identifier: MIT
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "tests/agents/world_of_tests.hpp"

namespace kochmon
{
TEST(ModelDeclarations, name_every_parameter_once_and_say_what_it_means)
{
    std::set<std::string> paths;
    for (auto const& parameter : model_declarations().parameters())
    {
        EXPECT_TRUE(paths.insert(parameter.path).second) << parameter.path;
        EXPECT_FALSE(parameter.declared.meaning.empty()) << parameter.path;
        EXPECT_LE(parameter.declared.range.lowest, parameter.declared.range.highest)
            << parameter.path;
    }
    EXPECT_GT(paths.size(), 150U);
}
}  // namespace kochmon
