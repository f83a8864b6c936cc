// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <span>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include "engine/error.hpp"

#include "config/explain.hpp"
#include "config/plain_decimal.hpp"
#include "config/quantity.hpp"
#include "config/resolved.hpp"

#include "agents/loading/check_model.hpp"

#include "tests/agents/world_of_tests.hpp"

// What is true of every parameter that is declared. A new rule, law or lever joins by its
// declaration.
namespace kochmon
{
namespace
{
namespace fs = std::filesystem;
using testing::HasSubstr;
using Parameter = Declarations::Parameter;

Scenario const& usual_world()
{
    static Scenario const scenario = tests::TestWorld{.persons = "300", .months = 12}.scenario();
    return scenario;
}

StatedValues const& stated(Parameter const& parameter)
{
    ResolvedScenario const& content = usual_world().content();
    return content.stated[content.parameter_at.at(parameter.path)];
}

/// A shock for nobody is refused: of a country of origin that the baseline leaves out.
bool is_of_nobody(std::string const& path)
{
    auto const& countries = kyrgyz_corridor()->country_names();
    return std::any_of(countries.begin() + 1, countries.end(),
                       [&](std::string const& country)
                       { return ("." + path + ".").find("." + country + ".") != path.npos; });
}

bool is_number(Declared const& declared)
{
    return declared.dimension != Dimension::truth && declared.dimension != Dimension::word;
}

/// `{lever: PATH, scale: 1, from: MONTH}`, and of what is no number its own value.
std::string own_value(Parameter const& parameter)
{
    std::string const what = is_number(parameter.declared)
                                 ? "scale: 1"
                                 : "set: " + stated(parameter).values[0].value.text;
    return fmt::format("  - {{lever: {}, {}, from: 2005-03}}\n", parameter.path, what);
}

std::vector<Parameter> levers()
{
    std::vector<Parameter> levers;
    for (Parameter const& parameter : kyrgyz_declarations().parameters())
        if (parameter.declared.use == Use::lever && !is_of_nobody(parameter.path) &&
            (is_number(parameter.declared) || !stated(parameter).is_dated))
            levers.push_back(parameter);
    return levers;
}

Scenario with_shocks(std::string const& shocks)
{
    fs::path const file =
        fs::path(testing::TempDir()) / fmt::format("kochmon-{}-own-values.yaml", ::getpid());
    std::ofstream(file) << "schema: 1\nscenario: own-values\nbase: baseline.yaml\n"
                        << "time: {warm_up: 0 months, months: 12}\nshocks:\n"
                        << shocks;
    Overrides overrides{.persons = "300"};
    overrides.base = KOCHMON_SOURCE "/config/baseline.yaml";
    Scenario scenario = Scenario::load(file, kyrgyz_declarations(), overrides);
    fs::remove(file);
    return scenario;
}

TEST(EveryLever, set_to_its_own_value_changes_no_value_and_no_life)
{
    std::string shocks;
    for (Parameter const& lever : levers()) shocks += own_value(lever);
    Scenario const same = with_shocks(shocks);
    RunSettings const& run = usual_world().settings();
    for (auto const& [path, declared] : kyrgyz_declarations().parameters())
        for (Month month = run.start; month < run.end(); month = month + 1)
        {
            auto const was = usual_world().values(path, month);
            auto const is = same.values(path, month);
            EXPECT_TRUE(std::equal(was.begin(), was.end(), is.begin(), is.end()))
                << path << ' ' << month.text();
        }
    EXPECT_EQ(tests::run(same).months, tests::run(usual_world()).months);
    EXPECT_GT(levers().size(), 150U);
}

TEST(EveryParameter, is_explained_with_its_meaning_and_its_value)
{
    for (Parameter const& parameter : kyrgyz_declarations().parameters())
    {
        std::string const told =
            explain_parameter(kyrgyz_declarations(), &usual_world(), parameter.path);
        EXPECT_THAT(told, HasSubstr(parameter.path));
        EXPECT_THAT(told, HasSubstr(parameter.declared.meaning)) << parameter.path;
        EXPECT_THAT(told, HasSubstr(stated(parameter).values[0].value.text)) << parameter.path;
    }
}

/// The parameters of a rule, a law or a market: those whose paths begin with the same two words.
struct Room
{
    std::string name;
    std::vector<Parameter> parameters = {};
};

void PrintTo(Room const& room, std::ostream* out)
{
    *out << room.name;
}

std::vector<Room> rooms()
{
    std::map<std::string, Room> rooms;
    for (Parameter const& parameter : kyrgyz_declarations().parameters())
    {
        if (is_of_nobody(parameter.path)) continue;
        std::string name =
            parameter.path.substr(0, parameter.path.find('.', parameter.path.find('.') + 1));
        for (char& letter : name)
            if (std::isalnum(static_cast<unsigned char>(letter)) == 0) letter = '_';
        rooms.try_emplace(name, Room{name}).first->second.parameters.push_back(parameter);
    }
    std::vector<Room> list;
    for (auto const& [name, room] : rooms) list.push_back(room);
    return list;
}

std::vector<std::string> ends(Declared const& declared)
{
    if (declared.dimension == Dimension::truth) return {"true", "false"};
    if (declared.dimension == Dimension::word) return declared.words;
    std::string_view const unit = units_of(declared).front().text;
    std::vector<std::string> texts;
    for (double const end : {declared.range.lowest, declared.range.highest})
        texts.push_back(unit.empty() ? number_text(end)
                                     : fmt::format("{} {}", number_text(end), unit));
    return texts;
}

using ValuesSet = std::span<std::string const>;

/// Nothing where it was lived, else why it is refused.
std::string refusal_of(ValuesSet settings)
{
    try
    {
        Scenario const scenario = tests::TestWorld{
            .persons = "60",
            .months = 3,
            .set = {settings.begin(),
                    settings.end()}}.scenario();
        check_model(scenario);
        tests::run(scenario);
        return {};
    }
    catch (ScenarioError const& error)
    {
        return error.what();
    }
}

/// At its place or by its name. What a rate of exchange makes of another value is told where that
/// value stands.
bool is_told(std::string const& refusal, std::string const& setting)
{
    std::string const path = setting.substr(0, setting.find('='));
    return refusal.find("--set:1:") != refusal.npos || refusal.find(path) != refusal.npos ||
           path.starts_with("markets.exchange.");
}

/// Many at once, since most are lived; where one is refused, it is found by halves.
void expect_lived_or_refused(ValuesSet settings)
{
    std::string const refusal = refusal_of(settings);
    if (refusal.empty()) return;
    std::size_t const half = settings.size() / 2;
    if (half == 0)
    {
        EXPECT_TRUE(is_told(refusal, settings.front()))
            << settings.front() << " is refused: " << refusal;
        return;
    }
    expect_lived_or_refused(settings.first(half));
    expect_lived_or_refused(settings.subspan(half));
}

constexpr std::size_t at_once = 16;

class ParametersOf : public testing::TestWithParam<Room>
{
};

TEST_P(ParametersOf, are_lived_at_the_ends_of_their_ranges_or_refused_by_name)
{
    std::size_t most = 0;
    for (auto const& [path, declared] : GetParam().parameters)
        most = std::max(most, ends(declared).size());
    for (std::size_t end = 0; end < most; ++end)
    {
        std::vector<std::string> settings;
        for (auto const& [path, declared] : GetParam().parameters)
            if (auto const texts = ends(declared); end < texts.size())
                settings.push_back(path + "=" + texts[end]);
        for (std::size_t at = 0; at < settings.size(); at += at_once)
            expect_lived_or_refused(
                ValuesSet(settings).subspan(at, std::min(at_once, settings.size() - at)));
    }
}
INSTANTIATE_TEST_SUITE_P(Every, ParametersOf, testing::ValuesIn(rooms()),
                         [](auto const& room) { return room.param.name; });
}  // namespace
}  // namespace kochmon
