// SPDX-License-Identifier: MIT
#include "tests/config/mutations.hpp"

#include <gtest/gtest.h>

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
}  // namespace kochmon
