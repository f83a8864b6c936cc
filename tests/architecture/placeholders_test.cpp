// SPDX-License-Identifier: MIT
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

// What scripts/new leaves to be written by hand is written before it is committed.
namespace
{
namespace fs = std::filesystem;

std::string const placeholder = std::string("TO FILL") + " IN";

bool is_left_in(std::string const& text)
{
    return text.find(placeholder) != std::string::npos;
}

std::string whole_text(fs::path const& file)
{
    std::ifstream stream(file);
    std::stringstream text;
    text << stream.rdbuf();
    return text.str();
}
}  // namespace

TEST(Placeholders, are_left_nowhere)
{
    int files = 0;
    for (char const* const room : {"engine", "config", "agents", "analysis", "tests", "docs"})
        for (auto const& entry : fs::recursive_directory_iterator(fs::path(KOCHMON_SOURCE) / room))
        {
            if (!entry.is_regular_file()) continue;
            ++files;
            EXPECT_FALSE(is_left_in(whole_text(entry.path()))) << entry.path();
        }
    EXPECT_GT(files, 800);
}

TEST(Placeholders, are_seen_where_they_are)
{
    EXPECT_TRUE(is_left_in("/// " + placeholder + ": who does what"));
    EXPECT_FALSE(is_left_in("to fill in"));
}
