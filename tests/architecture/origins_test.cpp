// SPDX-License-Identifier: MIT
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

// A country of origin is data: rows in agents/vocabulary/places.hpp, values in YAML and CSV.
namespace
{
bool names_a_country(std::filesystem::path const& file)
{
    static std::regex const comments("//[^\n]*");
    static std::regex const countries("kyrgyzstan|uzbek|tajik", std::regex::icase);
    std::ifstream stream(file);
    std::stringstream text;
    text << stream.rdbuf();
    return std::regex_search(std::regex_replace(text.str(), comments, ""), countries);
}
}  // namespace

TEST(Origins, are_named_by_no_source_but_the_table_of_places)
{
    std::filesystem::path const source(KOCHMON_SOURCE);
    std::filesystem::path const table = source / "agents" / "vocabulary" / "places.hpp";
    int files = 0;
    for (char const* const room : {"engine", "config", "agents", "analysis"})
        for (auto const& entry : std::filesystem::recursive_directory_iterator(source / room))
        {
            std::string const kind = entry.path().extension().string();
            if ((kind != ".hpp" && kind != ".cpp") || entry.path() == table) continue;
            ++files;
            EXPECT_FALSE(names_a_country(entry.path())) << entry.path();
        }
    EXPECT_GT(files, 200);
    EXPECT_FALSE(names_a_country(source / "main.cpp"));
    EXPECT_TRUE(names_a_country(table)) << "the test must be able to see it";
}
