// SPDX-License-Identifier: MIT
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

// A corridor is data: what it names stands in config/corridors, values in YAML and CSV (ADR 0047).
namespace
{
namespace fs = std::filesystem;

fs::path const source(KOCHMON_SOURCE);

std::string text_of(fs::path const& file)
{
    std::ifstream stream(file);
    std::stringstream text;
    text << stream.rdbuf();
    return text.str();
}

/// Countries, regions, jurisdictions and destinations of a corridor. `other` is a word of any text.
void add_names(fs::path const& corridor, std::set<std::string>& names)
{
    static std::regex const key("^  ([a-z][a-z0-9_]*):");
    static std::regex const list("(?:regions|destinations): \\[([^\\]]*)\\]");
    static std::regex const name("[a-z][a-z0-9_]*");
    std::istringstream lines(text_of(corridor));
    for (std::string line; std::getline(lines, line);)
    {
        std::smatch found;
        if (std::regex_search(line, found, key)) names.insert(found[1]);
        if (!std::regex_search(line, found, list)) continue;
        std::string const listed = found[1];
        for (std::sregex_iterator one(listed.begin(), listed.end(), name), end; one != end; ++one)
            names.insert(one->str());
    }
    names.erase("other");
}

std::set<std::string> names_of_corridors()
{
    std::set<std::string> names;
    for (auto const& folder : fs::directory_iterator(source / "config" / "corridors"))
        add_names(folder.path() / "corridor.yaml", names);
    return names;
}

/// The first name in a text, comments aside, where no letter stands beside it; empty: none.
std::string name_in(std::string const& text, std::set<std::string> const& names)
{
    static std::regex const comments("//[^\n]*");
    std::string alternatives;
    for (std::string const& name : names) alternatives += (alternatives.empty() ? "" : "|") + name;
    std::regex const any("(?:^|[^a-z])(" + alternatives + ")(?![a-z])", std::regex::icase);
    std::string const code = std::regex_replace(text, comments, "");
    std::smatch found;
    return std::regex_search(code, found, any) ? found[1].str() : std::string();
}
}  // namespace

TEST(Places, are_named_by_no_source)
{
    std::set<std::string> const names = names_of_corridors();
    ASSERT_TRUE(names.contains("kyrgyzstan") && names.contains("osh") && names.contains("moscow"));
    int files = 0;
    for (char const* const room : {"engine", "config", "agents", "analysis"})
        for (auto const& entry : fs::recursive_directory_iterator(source / room))
        {
            std::string const kind = entry.path().extension().string();
            bool const holds_words = kind == ".json";  // texts of reports
            if (kind != ".hpp" && kind != ".cpp" && !holds_words) continue;
            ++files;
            EXPECT_EQ(name_in(text_of(entry.path()), names), "") << entry.path();
        }
    EXPECT_GT(files, 500);
    EXPECT_EQ(name_in(text_of(source / "main.cpp"), names), "");
}

TEST(Places, are_seen_where_they_are_named)
{
    std::set<std::string> const names = {"osh", "south_korea"};
    EXPECT_EQ(name_in("Region osh;", names), "osh");
    EXPECT_EQ(name_in("\"in South_Korea\"", names), "South_Korea");
    EXPECT_EQ(name_in("osh_area", names), "osh");
    EXPECT_EQ(name_in("joshua, kosh // osh\n", names), "");
}
