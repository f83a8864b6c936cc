// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <ostream>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

// The rules of the house that a compiler does not know (docs/adr/0002-rooms-and-order.md).
namespace
{
using Texts = std::map<std::string, std::string>;  // path below the project -> content

struct Ban
{
    std::string what;
    std::regex pattern;
    std::regex where;  // paths to which it applies
};

std::size_t room_rank(std::string const& path)
{
    static std::array<std::string, 5> const order{"engine/", "config/", "agents/", "analysis/",
                                                  "main.cpp"};
    auto const room = std::find_if(order.begin(), order.end(),
                                   [&](std::string const& name) { return path.starts_with(name); });
    return static_cast<std::size_t>(room - order.begin());
}

/// The layers of analysis/, each above those before it; -1: no file of one.
int layer(std::string const& path)
{
    static std::array<std::string, 24> const layers{
        "text",         "words",    "statistics", "measures", "panel",     "life_tables",
        "fingerprints", "output",   "compare",    "targets",  "calibrate", "design",
        "schema",       "runs",     "sweep",      "replay",   "figures",   "report",
        "odd",          "skeleton", "page",       "story",    "serve",     "commands"};
    for (std::size_t at = 0; at < layers.size(); ++at)
        if (path.starts_with("analysis/" + layers[at] + "/")) return static_cast<int>(at);
    return -1;
}

std::string without_comments(std::string const& text)
{
    return std::regex_replace(text, std::regex("//[^\n]*"), "");
}

/// `agents/rules/departure` for both files of a pair.
std::string stem(std::string const& path)
{
    return path.substr(0, path.rfind('.'));
}

std::set<std::string> includes_of(std::string const& text)
{
    static std::regex const include("#include \"([^\"]+)\"");
    std::set<std::string> found;
    for (std::sregex_iterator hit(text.begin(), text.end(), include), end; hit != end; ++hit)
        found.insert((*hit)[1]);
    return found;
}

std::vector<Ban> bans()
{
    std::regex const not_parallel("(?!engine/parallel\\.).*"), not_config("(?!config/).*");
    std::regex const model("(engine|config|agents)/.*");
    auto const ban = [](std::string what, char const* pattern, std::regex where) {
        return Ban{std::move(what), std::regex(pattern), std::move(where)};
    };
    return {
        ban("TBB outside engine/parallel", "#include [<\"](oneapi/)?tbb", not_parallel),
        ban("yaml-cpp outside config", "#include [<\"]yaml-cpp", not_config),
        ban("Eigen and NLopt outside the sources of statistics and calibrate",
            "#include <(Eigen/|nlopt)",
            std::regex("(?!analysis/(calibrate|statistics)/[a-z_]+\\.cpp$).*")),
        ban("cpp-httplib outside one file", "#include <httplib",
            std::regex("(?!analysis/serve/http_server\\.cpp).*")),
        ban("libm: use engine/elementary.hpp",
            "(std::|__builtin_)(a?(sin|cos|tan)h?|atan2|exp|exp2|expm1|log|log2|log10|log1p|pow|"
            "cbrt|"
            "hypot|erfc?|[lt]gamma)[fl]?[(;,)]",
            model),
        ban("std:: distributions differ between libraries",
            "std::[a-z_]+_distribution|std::shuffle|<random>", model),
        ban("files are written by engine/atomic_file",
            "std::(o|basic_o)?fstream|std::fopen|fopen\\(",
            std::regex("(?!engine/atomic_file\\.cpp).*")),
        ban("libraries do not print", "std::(cout|cerr|clog)|[^sn]printf\\(|fmt::print",
            std::regex("(engine|config|agents)/.*")),
        // How many threads a process may use is asked in one place.
        ban("libraries do not read the environment", "getenv",
            std::regex("(engine/(?!available_threads\\.cpp)|config/|agents/).*")),
    };
}

void check_includes(std::string const& path, std::string const& text,
                    std::vector<std::string>& faults)
{
    std::regex const sealed("agents/(rules|law)/.*");
    for (std::string const& included : includes_of(text))
    {
        if (room_rank(included) < 5 && room_rank(included) > room_rank(path))
            faults.push_back(path + ": arrow to the right, " + included);
        bool const in_layers = path.starts_with("analysis/") && included.starts_with("analysis/");
        if (in_layers && layer(included) > layer(path))
            faults.push_back(path + ": arrow to a layer above, " + included);
        bool const both_sealed =
            std::regex_match(path, sealed) && std::regex_match(included, sealed);
        bool const same_folder = std::filesystem::path(path).parent_path() ==
                                 std::filesystem::path(included).parent_path();
        if (both_sealed && same_folder && stem(path) != stem(included))
            faults.push_back(path + ": a rule or law knows no other, " + included);
        bool const of_the_model = included.starts_with("agents/") &&
                                  !included.starts_with("agents/vocabulary/") &&
                                  !included.starts_with("agents/rules/");
        if (path.starts_with("agents/rules/") && of_the_model)
            faults.push_back(path + ": a rule knows nothing of the model but its words, " +
                             included);
    }
}

/// `agents/rules` of a file there.
std::string folder(std::string const& path)
{
    return path.substr(0, path.rfind('/'));
}

using Arrows = std::map<std::string, std::set<std::string>>;

/// What includes what, by some name of files: arrows within one name are left out.
Arrows arrows_between(Texts const& texts, std::string (*name)(std::string const&))
{
    Arrows arrows;
    for (auto const& [path, text] : texts)
        for (std::string const& included : includes_of(text))
            if (name(included) != name(path)) arrows[name(path)].insert(name(included));
    return arrows;
}

/// The way to the first circle of arrows and round it; empty if there is none.
std::string circle(Arrows arrows)
{
    std::map<std::string, int> state;  // 1 on the way, 2 done
    std::function<std::string(std::string const&)> visit = [&](std::string const& node)
    {
        if (state[node] != 0) return state[node] == 1 ? node : std::string();
        state[node] = 1;
        for (std::string const& next : arrows[node])
            if (std::string found = visit(next); !found.empty()) return node + " -> " + found;
        state[node] = 2;
        return std::string();
    };
    Arrows const all = arrows;
    for (auto const& [name, to] : all)
        if (std::string found = visit(name); !found.empty()) return found;
    return {};
}

std::vector<std::string> faults_in(Texts const& texts)
{
    static std::vector<Ban> const banned = bans();
    std::vector<std::string> faults;
    for (auto const& [path, text] : texts)
    {
        if (path.starts_with("analysis/") && layer(path) < 0)
            faults.push_back(path + ": lies in no layer of analysis");
        check_includes(path, text, faults);
        std::string const code = without_comments(text);
        for (Ban const& ban : banned)
            if (std::regex_match(path, ban.where) && std::regex_search(code, ban.pattern))
                faults.push_back(path + ": " + ban.what);
        if (std::count(text.begin(), text.end(), '\n') > 400)
            faults.push_back(path + ": more than 400 lines");
    }
    // A header and its source are one: what both need of each other cannot be read alone.
    if (std::string const found = circle(arrows_between(texts, stem)); !found.empty())
        faults.push_back(found + ": a circle of files");
    if (std::string const found = circle(arrows_between(texts, folder)); !found.empty())
        faults.push_back(found + ": a circle of folders");
    return faults;
}

Texts sources_of_the_project()
{
    namespace fs = std::filesystem;
    fs::path const root = KOCHMON_SOURCE;
    std::vector<fs::path> files{root / "main.cpp"};
    for (char const* room : {"engine", "config", "agents", "analysis"})
        for (fs::directory_entry const& entry : fs::recursive_directory_iterator(root / room))
            if (entry.path().extension() == ".cpp" || entry.path().extension() == ".hpp")
                files.push_back(entry.path());
    Texts texts;
    for (fs::path const& file : files)
    {
        std::ifstream in(file);
        texts[fs::relative(file, root).generic_string()] = {std::istreambuf_iterator<char>(in), {}};
    }
    return texts;
}

TEST(Rooms, the_house_keeps_its_rules)
{
    Texts const texts = sources_of_the_project();
    EXPECT_GT(texts.size(), 20U);
    std::string report;
    for (std::string const& fault : faults_in(texts)) report += fault + '\n';
    EXPECT_EQ(report, "");
}

struct Plant
{
    char const* path;
    char const* text;
    friend std::ostream& operator<<(std::ostream& out, Plant const& plant)
    {
        return out << plant.path;
    }
};

class Planted : public testing::TestWithParam<Plant>
{
};

TEST_P(Planted, fault_is_found)
{
    EXPECT_EQ(faults_in({{GetParam().path, GetParam().text}}).size(), 1U) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Rooms, Planted,
    testing::Values(Plant{"engine/choice.cpp", "#include \"agents/month.hpp\"\n"},
                    Plant{"analysis/measures/series.hpp", "#include \"main.cpp\"\n"},
                    Plant{"analysis/measures/series.hpp",
                          "#include \"analysis/compare/effects.hpp\"\n"},
                    Plant{"analysis/summary.hpp", "\n"},
                    Plant{"engine/schedule.cpp", "#include <oneapi/tbb/parallel_for.h>\n"},
                    Plant{"agents/month.cpp", "#include <tbb/parallel_for.h>\n"},
                    Plant{"agents/month.cpp", "#include <yaml-cpp/yaml.h>\n"},
                    Plant{"analysis/statistics/emulator.hpp", "#include <Eigen/Dense>\n"},
                    Plant{"analysis/runs/run.cpp", "#include <nlopt.hpp>\n"},
                    Plant{"analysis/serve/site.cpp", "#include <httplib.h>\n"},
                    Plant{"agents/month.cpp", "double x = std::exp(y);\n"},
                    Plant{"engine/choice.cpp", "apply(values, std::log1p);\n"},
                    Plant{"agents/month.cpp", "std::uniform_int_distribution<int> die(1, 6);\n"},
                    Plant{"analysis/measures/series.cpp", "std::ofstream out(file);\n"},
                    Plant{"config/reader.cpp", "std::cerr << text;\n"},
                    Plant{"agents/month.cpp", "auto const* home = std::getenv(\"HOME\");\n"},
                    Plant{"agents/rules/departure.cpp", "#include \"agents/rules/status.hpp\"\n"},
                    Plant{"agents/rules/departure.cpp", "#include \"agents/state/world.hpp\"\n"},
                    Plant{"agents/law/quota.hpp", "#include \"agents/law/permit.hpp\"\n"}));

TEST(Rooms, circles_and_a_long_file_are_found)
{
    EXPECT_EQ(faults_in({{"agents/a.hpp", "#include \"agents/b.hpp\"\n"},
                         {"agents/b.hpp", "#include \"agents/c.hpp\"\n"},
                         {"agents/c.hpp", "#include \"agents/a.hpp\"\n"}})
                  .size(),
              1U);
    // By way of a source.
    EXPECT_EQ(faults_in({{"agents/a.cpp", "#include \"agents/b.hpp\"\n"},
                         {"agents/b.hpp", "#include \"agents/a.hpp\"\n"}})
                  .size(),
              1U);
    // Of folders whose files stand in none.
    EXPECT_EQ(faults_in({{"agents/state/a.hpp", "#include \"agents/steps/b.hpp\"\n"},
                         {"agents/steps/c.hpp", "#include \"agents/state/d.hpp\"\n"}})
                  .size(),
              1U);
    EXPECT_EQ(faults_in({{"agents/a.hpp", std::string(401, '\n')}}).size(), 1U);
}

TEST(Rooms, what_is_allowed_is_not_reported)
{
    EXPECT_TRUE(faults_in({{"engine/parallel.cpp", "#include <tbb/task_arena.h>\n"},
                           {"analysis/calibrate/search.cpp", "#include <nlopt.hpp>\n"},
                           {"agents/rules/status.cpp", "#include \"agents/rules/status.hpp\"\n"},
                           {"agents/rules/pay.cpp", "#include \"agents/vocabulary/status.hpp\"\n"},
                           {"agents/law/permit.cpp", "#include \"agents/rules/pay.hpp\"\n"},
                           {"engine/choice.cpp", "// std::exp( differs between processors\n"},
                           {"agents/state/world.cpp",
                            "if (std::isfinite(x)) y = std::sqrt(x) + elementary::log(x);\n"}})
                    .empty());
}
}  // namespace
