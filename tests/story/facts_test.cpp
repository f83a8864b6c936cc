// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "agents/loading/load_model.hpp"

#include "tests/corridors/kyrgyz_declarations.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

// Every fact of docs/facts.md lives in the program: its keys, files and tests exist.
namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

std::string text_of(fs::path const& file)
{
    std::ifstream stream(file);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

struct Fact
{
    std::string id;
    std::string as;
    std::vector<std::string> keys;
    std::vector<std::string> files;
    std::vector<std::string> tests;
};

std::vector<std::string> cells_of(std::string const& row)
{
    std::vector<std::string> cells;
    std::istringstream stream(row);
    for (std::string cell; std::getline(stream, cell, '|');) cells.push_back(cell);
    return cells;
}

// Names in backquotes.
std::vector<std::string> names_in(std::string const& cell)
{
    std::vector<std::string> names;
    std::regex const quoted("`([^`]+)`");
    for (std::sregex_iterator name(cell.begin(), cell.end(), quoted), end; name != end; ++name)
        names.push_back((*name)[1].str());
    return names;
}

std::vector<Fact> facts_in(std::string const& document)
{
    std::vector<Fact> facts;
    std::istringstream lines(document);
    for (std::string line; std::getline(lines, line);)
    {
        if (line.rfind("| F", 0) != 0) continue;
        std::vector<std::string> const cells = cells_of(line);
        if (cells.size() != 8) ADD_FAILURE() << "expected seven cells: " << line;
        facts.push_back({.id = cells[1].substr(1, cells[1].size() - 2),
                         .as = cells[4],
                         .keys = names_in(cells[5]),
                         .files = names_in(cells[6]),
                         .tests = names_in(cells[7])});
    }
    return facts;
}

fs::path const source_folder = KOCHMON_SOURCE;

std::string all_tests()
{
    std::string text;
    for (auto const& entry : fs::recursive_directory_iterator(source_folder / "tests"))
        if (entry.path().extension() == ".cpp") text += text_of(entry.path());
    return text;
}

// Tests are written TEST(Suite, name), TEST_F or TEST_P, perhaps over two lines.
bool has_test(std::string const& sources, std::string const& test)
{
    std::size_t const dot = test.find('.');
    if (dot == std::string::npos) return false;
    std::regex const written("TEST(_F|_P)?\\(" + test.substr(0, dot) + ",\\s*" +
                             test.substr(dot + 1) + "\\)");
    return std::regex_search(sources, written);
}

// Whatever is wrong with a fact, in words.
std::vector<std::string> faults_of(Fact const& fact, std::string const& sources)
{
    std::vector<std::string> faults;
    Declarations const& declared = kyrgyz_declarations();
    for (std::string const& key : fact.keys)
    {
        bool const exists = std::ranges::any_of(
            declared.parameters(), [&](auto const& parameter) { return parameter.path == key; });
        if (!exists) faults.push_back(fact.id + ": no key " + key);
    }
    for (std::string const& file : fact.files)
        if (!fs::exists(source_folder / file)) faults.push_back(fact.id + ": no file " + file);
    for (std::string const& test : fact.tests)
        if (!has_test(sources, test)) faults.push_back(fact.id + ": no test " + test);
    if (fact.files.empty()) faults.push_back(fact.id + ": no file is named");
    if (fact.tests.empty()) faults.push_back(fact.id + ": no test is named");
    if (fact.as.find_first_not_of(' ') == std::string::npos)
        faults.push_back(fact.id + ": what it is in the program is not said");
    return faults;
}
}  // namespace

TEST(Facts, of_the_article_live_in_the_program)
{
    std::vector<Fact> const facts = facts_in(text_of(source_folder / "docs/facts.md"));
    ASSERT_EQ(facts.size(), 30U);
    std::string const sources = all_tests();
    for (std::size_t number = 0; number < facts.size(); ++number)
    {
        EXPECT_EQ(facts[number].id, fmt::format("F{}", number + 1));
        EXPECT_EQ(faults_of(facts[number], sources), std::vector<std::string>{});
    }
}

TEST(Facts, that_name_what_does_not_exist_are_found)
{
    Fact const fact{.id = "F0",
                    .as = "lever",
                    .keys = {"jurisdictions.russia.permit.fees"},
                    .files = {"agents/law/permits.cpp"},
                    .tests = {"PermitLaw.is_not_tested_so"}};
    EXPECT_EQ(faults_of(fact, "TEST(PermitLaw, is_tested)"),
              (std::vector<std::string>{"F0: no key jurisdictions.russia.permit.fees",
                                        "F0: no file agents/law/permits.cpp",
                                        "F0: no test PermitLaw.is_not_tested_so"}));
}
}  // namespace kochmon
