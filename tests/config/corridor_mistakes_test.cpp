// SPDX-License-Identifier: MIT
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/error.hpp"

#include "config/corridor_file.hpp"
#include "config/diagnostics.hpp"
#include "config/document.hpp"

#include "tests/config/sample.hpp"

// Mistakes planted at every key of the files of corridors.
namespace kochmon
{
namespace
{
/// A key of a file, one a line, with what stands below it.
struct Line
{
    std::string path;  // a name that the file chooses is `*`
    std::size_t depth = 0;
    std::string key;
    Node value;
};

/// Whose keys are names of the corridor's own.
bool chooses_names(std::string const& path)
{
    static std::set<std::string> const maps = {
        "countries", "countries.*.groups", "jurisdictions", "currencies", "names", "positions"};
    return maps.contains(path);
}

void add_lines(Node const& map, std::string const& path, std::size_t depth,
               std::vector<Line>& lines)
{
    for (Node::Entry const& entry : map.entries)
    {
        std::string const key = chooses_names(path) ? "*" : entry.key;
        std::string const own = path.empty() ? key : path + '.' + key;
        lines.push_back({own, depth, entry.key, entry.value});
        if (entry.value.is_map()) add_lines(entry.value, own, depth + 1, lines);
    }
}

std::string written(Line const& line)
{
    std::string const key = std::string(2 * line.depth, ' ') + line.key + ':';
    if (line.value.is_map()) return key;
    return key + ' ' + on_one_line(line.value);
}

/// Lines below one are left out where its map is replaced.
std::string text_of_lines(std::vector<Line> const& lines, std::size_t at,
                          std::vector<std::string> const& instead)
{
    std::string text;
    bool is_below = false;
    for (std::size_t number = 0; number < lines.size(); ++number)
    {
        is_below = is_below && lines[number].depth > lines[at].depth;
        if (number == at)
            for (std::string const& line : instead) text += line + '\n';
        else if (!is_below)
            text += written(lines[number]) + '\n';
        if (number == at) is_below = lines[at].value.is_map();
    }
    return text;
}

struct Planted
{
    std::string what;
    std::string text;
    std::size_t line;  // of the mistake, from 1; 0: the file as a whole
};

/// What must not stand in the place of a value.
std::vector<std::string> wrong_values(Line const& line)
{
    static std::map<std::string, std::vector<std::string>> const of_scalars = {
        {"schema", {"2", "\"1\"", "one"}},
        {"corridor", {"Ab_c", "a b"}},
        {"language", {"Ab-c", "9a", "a b"}},
        {"adjective", {"Ab-c", "9a", "a b"}},
        {"jurisdictions.*.law", {"none", "true"}},
        {"jurisdictions.*.union", {"maybe", "1"}},
        {"countries.*.told_apart.group", {"nowhere", "Ab"}},
        {"countries.*.told_apart.key", {"Ab-c", "9a"}},
        {"currencies.*.prices_of", {"1899", "2012.5", "year"}},
        {"currencies.*.scale", {"0", "-1", "one"}},
        {"currencies.*.rate", {"one_per_other", "USD", "1"}},
        {"positions.*.east", {"east", "181", "-181", "1e9"}},
        {"positions.*.north", {"north", "91", "-91", "nan"}}};
    std::vector<std::string> wrong;
    if (line.value.is_scalar())
    {
        wrong = {"''", "[a]", "{a: b}", "~"};
        if (auto const more = of_scalars.find(line.path); more != of_scalars.end())
            wrong.insert(wrong.end(), more->second.begin(), more->second.end());
    }
    else if (line.path == "currencies.*.words")
        wrong = {"''", "a", "{a: b}", "[[a]]", "[a, a]", "[7]", "~"};
    else if (line.path == "currencies.*.range")
        wrong = {"''", "a", "{a: b}", "[]", "[1]", "[2, 1]", "[0, 1]", "~"};
    else if (line.path == "countries.*.has")
        wrong = {"''", "a", "{a: b}", "[[a]]", "[economy, economy]", "[Economy]", "~"};
    else if (line.value.is_list())
        wrong = {"''", "a", "{a: b}", "[]", "[Ab-c]", "[[a]]", "[a, a]", "[home]", "~"};
    else
        wrong = {"''", "a", "[a]", "~"};
    return wrong;
}

std::vector<Planted> planted_in(std::vector<Line> const& lines)
{
    static std::set<std::string> const needed = {"schema",
                                                 "corridor",
                                                 "countries",
                                                 "jurisdictions",
                                                 "language",
                                                 "adjective",
                                                 "countries.*.regions",
                                                 "jurisdictions.*.destinations",
                                                 "names.*.en",
                                                 "currencies.*.name",
                                                 "currencies.*.prices_of",
                                                 "currencies.*.rate",
                                                 "countries.*.told_apart.group",
                                                 "countries.*.told_apart.key",
                                                 "positions.*.east",
                                                 "positions.*.north"};
    std::vector<Planted> all;
    for (std::size_t at = 0; at < lines.size(); ++at)
    {
        Line const& line = lines[at];
        std::string const indent(2 * line.depth, ' ');
        auto const plant =
            [&](std::string const& what, std::vector<std::string> const& instead, std::size_t where)
        {
            all.push_back({line.path + ' ' + line.key + ": " + what,
                           text_of_lines(lines, at, instead), where});
        };
        for (std::string const& wrong : wrong_values(line))
            plant(wrong, {indent + line.key + ": " + wrong}, at + 1);
        bool const is_free = line.path.ends_with(".*");
        if (!is_free)
            plant("misspelt", {indent + line.key + "x: " + on_one_line(line.value)}, at + 1);
        plant("twice", {indent + line.key + ": a", indent + line.key + ": a"}, at + 2);
        plant("a tab", {indent + "\t" + line.key + ": a"}, at + 1);
        if (needed.contains(line.path)) plant("missing", {}, 0);
    }
    return all;
}

/// What is said of the corridor; empty: it is read.
std::string said_of_corridor(std::string const& text)
{
    sample::Folder folder;
    folder.write("c.yaml", text);
    try
    {
        corridor_of(folder.write("s.yaml", "schema: 1\nscenario: s\ncorridor: c.yaml\n"));
    }
    catch (ScenarioError const& error)
    {
        return error.what();
    }
    return {};
}

class CorridorMistakes : public testing::TestWithParam<char const*>
{
};
}  // namespace

TEST_P(CorridorMistakes, at_any_key_are_refused_at_their_line)
{
    std::ifstream file(std::string(KOCHMON_SOURCE) + GetParam());
    std::stringstream text;
    text << file.rdbuf();
    Diagnostics diagnostics;
    auto const root = parse_document(text.str(), 0, diagnostics);
    ASSERT_TRUE(root);
    std::vector<Line> lines;
    add_lines(*root, "", 0, lines);
    std::string whole;
    for (Line const& line : lines) whole += written(line) + '\n';
    ASSERT_EQ(said_of_corridor(whole), "");
    std::size_t count = 0;
    for (Planted const& mistake : planted_in(lines))
    {
        std::string const said = said_of_corridor(mistake.text);
        EXPECT_NE(said, "") << mistake.what << '\n' << mistake.text;
        std::string const where =
            mistake.line > 0 ? fmt::format("c.yaml:{}:", mistake.line) : std::string();
        EXPECT_NE(said.find(where), std::string::npos) << mistake.what << '\n' << said;
        ++count;
    }
    EXPECT_GT(count, 6 * lines.size());
}

INSTANTIATE_TEST_SUITE_P(Files, CorridorMistakes,
                         testing::Values("/config/corridors/kyrgyzstan-russia/corridor.yaml",
                                         "/config/corridors/uzbekistan-russia/corridor.yaml",
                                         "/tests/corridors/toy/corridor.yaml"),
                         [](auto const& one)
                         {
                             std::string const path = one.param;
                             std::string const folder = path.substr(0, path.rfind('/'));
                             std::string name = folder.substr(folder.rfind('/') + 1);
                             for (char& letter : name)
                                 if (letter == '-') letter = '_';
                             return name;
                         });
}  // namespace kochmon
