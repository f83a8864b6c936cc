// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <filesystem>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/atomic_file.hpp"

// Generated pages say what the program says.
namespace kochmon
{
TEST(GeneratedDocuments, are_those_that_the_program_writes_now)
{
    std::filesystem::path const source(KOCHMON_SOURCE);
    std::filesystem::path const folder =
        std::filesystem::path(testing::TempDir()) / "kochmon-generated-documents";
    std::string const command =
        fmt::format("'{}' '{}' '{}'", (source / "scripts/generate-docs").string(), KOCHMON_PROGRAM,
                    folder.string());
    ASSERT_EQ(std::system(command.c_str()), 0);
    for (char const* const page : {"model.md", "limits.md", "schema/scenario.json",
                                   "schema/policy.json", "schema/sweep.json"})
        EXPECT_TRUE(read_whole_file(folder / page) == read_whole_file(source / "docs" / page))
            << page << " is stale: run scripts/generate-docs";
    std::filesystem::remove_all(folder);
}
}  // namespace kochmon
