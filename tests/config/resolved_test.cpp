// SPDX-License-Identifier: MIT
#include "config/resolved.hpp"

#include <fstream>

#include <gtest/gtest.h>

#include "tests/config/sample.hpp"

namespace kochmon
{
namespace
{
using sample::complete;

/// Writes a scenario as a run writes it, and loads it again.
Scenario again(Scenario const& scenario)
{
    sample::Folder const folder;
    for (auto const& [name, content] : scenario.data_files()) folder.write(name, content);
    return Scenario::load(folder.write("scenario.yaml", scenario.resolved()),
                          sample::declarations());
}

void expect_same_values(Scenario const& a, Scenario const& b)
{
    Declarations const declarations = sample::declarations();
    for (auto const& parameter : declarations.parameters())
        for (Month month = a.settings().start; month <= a.settings().end(); month = month + 1)
            EXPECT_TRUE(std::ranges::equal(a.values(parameter.path, month),
                                           b.values(parameter.path, month)))
                << parameter.path << " " << month.text();
}
}  // namespace

TEST(Resolved, text_names_every_value_with_its_source)
{
    EXPECT_EQ(sample::load(complete).resolved(), "");
}

TEST(Resolved, loading_it_gives_the_same_text_and_values)
{
    Scenario const first = sample::load(complete);
    Scenario const second = again(first);
    EXPECT_EQ(first.resolved(), second.resolved());
    EXPECT_EQ(first.data_files(), second.data_files());
    expect_same_values(first, second);
}
}  // namespace kochmon
