// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/config/mutations_over_time.hpp"
#include "tests/config/mutations_together.hpp"
#include "tests/config/sample.hpp"

namespace kochmon
{
TEST(Mutations, are_each_refused_once_at_their_place_and_under_their_path)
{
    sample::Folder const folder;
    Declarations const declarations = sample::declarations();
    Scenario const scenario = sample::load(sample::complete);
    for (auto const& [name, content] : scenario.data_files()) folder.write(name, content);
    auto const mutants = mutations::mutants_of(declarations, scenario.resolved());
    auto const faults = mutations::faults(mutants, declarations, folder.path());
    for (std::string const& fault : faults) ADD_FAILURE() << fault;
    EXPECT_GT(mutants.size(), 700U);
}

TEST(Mutations, of_dated_values_and_shocks_are_refused_likewise)
{
    sample::Folder const folder;
    Declarations const declarations = sample::declarations();
    Scenario const scenario = sample::load(sample::complete);
    for (auto const& [name, content] : scenario.data_files()) folder.write(name, content);
    auto const over_time = [&]
    { return mutations::OverTime(declarations, scenario.resolved(), "2005-01"); };
    for (auto const& mutants : {over_time().of_dated_values(), over_time().of_shocks()})
    {
        for (std::string const& fault : mutations::faults(mutants, declarations, folder.path()))
            ADD_FAILURE() << fault;
        EXPECT_GT(mutants.size(), 150U);
    }
}

// What is planted together must be found as surely as what is planted alone.
TEST(Mutations, planted_together_hide_no_fault)
{
    sample::Folder const folder;
    Declarations const declarations = sample::declarations();
    Scenario const scenario = sample::load(sample::complete);
    for (auto const& [name, content] : scenario.data_files()) folder.write(name, content);
    mutations::Together together(scenario.resolved(), declarations, folder.path());
    auto mutants = mutations::mutants_of(declarations, scenario.resolved());
    EXPECT_TRUE(together.faults(mutants).empty());
    EXPECT_LT(2 * together.texts(), mutants.size());

    mutants.at(10).column += 1;
    mutants.at(100).line += 1;
    mutants.at(200).path += "x";
    mutants.at(300).says = "what nobody says";
    mutants.at(400).text = scenario.resolved();
    EXPECT_EQ(together.faults(mutants).size(), 5U);
}
}  // namespace kochmon
