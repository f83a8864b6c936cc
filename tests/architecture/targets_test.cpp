// SPDX-License-Identifier: MIT
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

// What the model is held against must not reach the model.
namespace
{
bool names_targets(std::filesystem::path const& file)
{
    std::ifstream stream(file);
    std::stringstream text;
    text << stream.rdbuf();
    return text.str().find("targets.yaml") != std::string::npos;
}
}  // namespace

TEST(Targets, are_named_by_no_source_of_the_model)
{
    std::filesystem::path const source(KOCHMON_SOURCE);
    int files = 0;
    for (char const* const room : {"engine", "config", "agents"})
        for (auto const& entry : std::filesystem::recursive_directory_iterator(source / room))
        {
            std::string const kind = entry.path().extension().string();
            if (kind != ".hpp" && kind != ".cpp") continue;
            ++files;
            EXPECT_FALSE(names_targets(entry.path())) << entry.path();
        }
    EXPECT_GT(files, 80);
    EXPECT_TRUE(names_targets(source / "docs" / "model.md")) << "the test must be able to see it";
}
