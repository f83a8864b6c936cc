// SPDX-License-Identifier: MIT
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include <fmt/format.h>
#include <unistd.h>

#include "config/plain_decimal.hpp"
#include "config/quantity.hpp"
#include "config/resolved.hpp"

#include "agents/loading/load_model.hpp"

#include "tests/corridors/kyrgyz_declarations.hpp"
#include "tests/corridors/kyrgyzstan.hpp"
#include "tests/story/relations.hpp"

// A lever that is said to be out of force under some law changes nothing under it.
namespace kochmon
{
namespace
{
using relations::Settings;
using Cases = std::vector<std::vector<Setting>>;

/// The levers that one law puts out of force.
struct Silent
{
    Settings law;
    Settings levers = {};
};

void PrintTo(Silent const& silent, std::ostream* out)
{
    *out << testing::PrintToString(silent.law);
}

Declared const& declared_at(std::string const& path)
{
    static Declarations const declarations = kyrgyz_declarations();
    return std::ranges::find(declarations.parameters(), path, &Declarations::Parameter::path)
        ->declared;
}

Settings values_of(std::string const& path)
{
    Declared const& declared = declared_at(path);
    if (declared.dimension == Dimension::truth) return {"true", "false"};
    if (declared.dimension == Dimension::word) return declared.words;
    return {"0"};
}

/// What the baseline says of whom the run holds cannot be set with the law.
bool is_of_the_law(std::string const& path)
{
    return !path.starts_with("origins.");
}

using Law = std::map<std::string, std::string>;

bool holds(Law const& law, Setting const& setting)
{
    if (!is_of_the_law(setting.path)) return setting.path == "origins.kyrgyzstan.included";
    return law.at(setting.path) == setting.value;
}

bool is_in_force(Law const& law, Cases const& cases)
{
    return std::ranges::any_of(cases,
                               [&](auto const& all) {
                                   return std::ranges::all_of(all, [&](Setting const& setting)
                                                              { return holds(law, setting); });
                               });
}

/// The first law, among all values of what the cases name, under which none of them holds.
bool find_law(Law& law, std::set<std::string> left, Cases const& cases)
{
    if (left.empty()) return !is_in_force(law, cases);
    std::string const path = *left.begin();
    left.erase(path);
    return std::ranges::any_of(values_of(path),
                               [&](std::string const& value)
                               {
                                   law[path] = value;
                                   return find_law(law, left, cases);
                               });
}

std::string with_unit(std::string const& number, Declared const& declared)
{
    std::string_view const unit = units_of(declared).front().text;
    return unit.empty() ? number : fmt::format("{} {}", number, unit);
}

Settings law_against(Cases const& cases)
{
    std::set<std::string> paths;
    for (auto const& all : cases)
        for (Setting const& setting : all)
            if (is_of_the_law(setting.path)) paths.insert(setting.path);
    Law law;
    EXPECT_TRUE(find_law(law, paths, cases));
    Settings set;
    for (auto const& [path, value] : law)
        set.push_back(path + "=" + (value == "0" ? with_unit(value, declared_at(path)) : value));
    return set;
}

/// Another value than that of the baseline, the farthest below it where there is one.
std::string moved(std::string const& path, Declared const& declared, double value)
{
    if (declared.dimension == Dimension::truth) return path + (value != 0.0 ? "=false" : "=true");
    if (declared.dimension == Dimension::word)
        return path + "=" + declared.words[value == 0.0 ? 1 : 0];
    double const bound =
        value > declared.range.lowest ? declared.range.lowest : declared.range.highest;
    return path + "=" + with_unit(number_text(bound), declared);
}

std::vector<Silent> all_silent()
{
    Scenario const baseline = tests::TestWorld{}.scenario();
    ResolvedScenario const& content = baseline.content();
    std::map<Settings, Silent> by_law;
    for (auto const& [path, declared] : content.declarations.parameters())
    {
        if (declared.in_force.empty()) continue;
        Settings const law = law_against(declared.in_force);
        Silent& silent = by_law.try_emplace(law, Silent{law}).first->second;
        double const value =
            content.timelines[content.parameter_at.at(path)].in(baseline.settings().start).front();
        silent.levers.push_back(moved(path, declared, value));
    }
    std::vector<Silent> silent;
    for (auto const& [law, of_law] : by_law) silent.push_back(of_law);
    return silent;
}

std::string name_of(testing::TestParamInfo<Silent> const& info)
{
    std::string name = info.param.law.front();
    for (char& letter : name)
        if (std::isalnum(static_cast<unsigned char>(letter)) == 0) letter = '_';
    return name + '_' + std::to_string(info.index);
}

class OutOfForce : public testing::TestWithParam<Silent>
{
};

TEST_P(OutOfForce, a_lever_changes_nothing)
{
    Settings const& law = GetParam().law;
    tests::Sums const with = relations::run(relations::joined({law, GetParam().levers}));
    EXPECT_EQ(relations::months_alike(relations::run(law), with, std::nullopt), with.months.size())
        << testing::PrintToString(GetParam().levers);
}

/// A shock for nobody is refused.
bool is_of_a_country_left_out(std::string const& path)
{
    return std::ranges::any_of(kyrgyz_corridor()->country_names(),
                               [&](std::string const& country) {
                                   return country != kyrgyz_corridor()->country_names()[0] &&
                                          path.ends_with("." + country);
                               });
}

/// `{lever: PATH, set: VALUE, from: MONTH}` of a setting `PATH=VALUE`.
std::string shocks_of(Settings const& settings, std::string const& from)
{
    std::string text;
    for (std::string const& setting : settings)
    {
        std::size_t const equals = setting.find('=');
        if (is_of_a_country_left_out(setting.substr(0, equals))) continue;
        text += fmt::format("  - {{lever: {}, set: {}, from: {}}}\n", setting.substr(0, equals),
                            setting.substr(equals + 1), from);
    }
    return text;
}

tests::Sums run_with_shocks(Settings const& settings)
{
    namespace fs = std::filesystem;
    fs::path const file =
        fs::path(testing::TempDir()) / fmt::format("kochmon-{}-out-of-force.yaml", ::getpid());
    std::ofstream(file) << "schema: 1\nscenario: out-of-force\nbase: baseline.yaml\n"
                        << "time: {start: 2005-01, warm_up: 0 months, months: 42}\nshocks:\n"
                        << shocks_of(settings, "2006-07");
    Overrides overrides{.persons = "20000"};
    overrides.base = KOCHMON_SOURCE "/config/baseline.yaml";
    Scenario const scenario = Scenario::load(file, kyrgyz_declarations(), overrides);
    fs::remove(file);
    return tests::run(scenario);
}

// What began under the rule goes on after it: whoever holds an offer, a permit, a residence.
TEST_P(OutOfForce, a_lever_changes_nothing_where_its_rule_was_in_force_before)
{
    Settings const& law = GetParam().law;
    tests::Sums const with = run_with_shocks(relations::joined({law, GetParam().levers}));
    EXPECT_EQ(relations::months_alike(run_with_shocks(law), with, std::nullopt), with.months.size())
        << testing::PrintToString(GetParam().levers);
}

INSTANTIATE_TEST_SUITE_P(Law, OutOfForce, testing::ValuesIn(all_silent()), name_of);
}  // namespace
}  // namespace kochmon
