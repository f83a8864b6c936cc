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

/// Codes and names of the currencies of all corridors: `KGS`; `som` of `Kyrgyz som`.
struct Money
{
    std::set<std::string> codes = {};
    std::set<std::string> names = {};
};

Money money_of_corridors()
{
    static std::regex const currency("^  ([A-Z]{3}): ");
    static std::regex const named("(?:name|plural): (?:[^,}]* )?([a-z]+)[,}]");
    Money money;
    for (auto const& folder : fs::directory_iterator(source / "config" / "corridors"))
    {
        std::istringstream lines(text_of(folder.path() / "corridor.yaml"));
        for (std::string line; std::getline(lines, line);)
        {
            std::smatch found;
            if (!std::regex_search(line, found, currency)) continue;
            money.codes.insert(found[1]);
            for (std::sregex_iterator one(line.begin(), line.end(), named), end; one != end; ++one)
                money.names.insert((*one)[1].str());
        }
    }
    return money;
}

std::string code_alone_of(std::string const& text)
{
    static std::regex const comments("//[^\n]*");
    return std::regex_replace(text, comments, "");
}

/// What stands in quotes, comments aside, a line each.
std::string strings_in(std::string const& text)
{
    static std::regex const quoted("\"(?:[^\"\\\\\n]|\\\\.)*\"");
    std::string const code = code_alone_of(text);
    std::string strings;
    for (std::sregex_iterator one(code.begin(), code.end(), quoted), end; one != end; ++one)
        strings += one->str() + '\n';
    return strings;
}

/// The first name in a text, comments aside, where no letter stands beside it; empty: none.
std::string name_in(std::string const& text, std::set<std::string> const& names)
{
    std::string alternatives;
    for (std::string const& name : names) alternatives += (alternatives.empty() ? "" : "|") + name;
    std::regex const any("(?:^|[^a-z])(" + alternatives + ")(?![a-z])", std::regex::icase);
    std::string const code = code_alone_of(text);
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

// Which money there is stands in the corridor (ADR 0048).
TEST(Currencies, are_named_by_no_source)
{
    Money const money = money_of_corridors();
    ASSERT_EQ(money.codes, (std::set<std::string>{"KGS", "RUB", "USD"}));
    ASSERT_EQ(money.names, (std::set<std::string>{"dollar", "rouble", "roubles", "som"}));
    int files = 0;
    for (char const* const room : {"engine", "config", "agents", "analysis"})
        for (auto const& entry : fs::recursive_directory_iterator(source / room))
        {
            fs::path const& file = entry.path();
            bool const is_code = file.extension() == ".hpp" || file.extension() == ".cpp";
            if (!is_code) continue;
            ++files;
            EXPECT_EQ(name_in(text_of(file), money.codes), "") << file;
            EXPECT_EQ(name_in(strings_in(text_of(file)), money.names), "") << file;
        }
    EXPECT_GT(files, 400);
}

TEST(Currencies, are_seen_where_they_are_named)
{
    EXPECT_EQ(name_in("field.kgs_per_rub;", {"KGS"}), "kgs");
    EXPECT_EQ(name_in("auto scrub = 1;", {"RUB"}), "");
    EXPECT_EQ(strings_in("f(roubles, \"a rouble\", \"b\"); // \"som\"\n"), "\"a rouble\"\n\"b\"\n");
}
