// SPDX-License-Identifier: MIT
#include <filesystem>

#include <gtest/gtest.h>

#include "engine/atomic_file.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/config/mutations.hpp"

// Every mistake that a scenario of the model can hold, planted at every key.
namespace kochmon
{
TEST(Mistakes, in_any_key_of_the_model_are_refused_at_their_line_and_column)
{
    std::filesystem::path const folder =
        std::filesystem::path(testing::TempDir()) / "kochmon-mistakes";
    Scenario const scenario = tests::TestWorld{}.scenario();
    for (auto const& [name, content] : scenario.data_files())
        write_whole_file(folder / name, content);
    auto const mutants = mutations::mutants_of(model_declarations(), scenario.resolved());
    auto const faults = mutations::faults(mutants, model_declarations(), folder);
    for (std::string const& fault : faults) ADD_FAILURE() << fault;
    std::size_t const keys = model_declarations().parameters().size();
    EXPECT_GT(mutants.size(), 10 * keys);
    std::printf("%zu mistakes planted at %zu keys\n", mutants.size(), keys);
    std::filesystem::remove_all(folder);
}
}  // namespace kochmon
