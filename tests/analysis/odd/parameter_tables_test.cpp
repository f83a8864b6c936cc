// SPDX-License-Identifier: MIT
#include "analysis/odd/parameter_tables.hpp"

#include <algorithm>

#include <gmock/gmock.h>

#include "config/assumptions.hpp"
#include "config/parameter_texts.hpp"
#include "config/resolved.hpp"

#include "agents/loading/load_model.hpp"

#include "tests/corridors/kyrgyz_declarations.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

Scenario const& baseline_scenario()
{
    static Scenario const scenario =
        load_model(std::string(KOCHMON_SOURCE) + "/config/baseline.yaml");
    return scenario;
}

std::size_t pieces_in(std::string const& text, std::string const& piece)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(piece); at != std::string::npos;
         at = text.find(piece, at + piece.size()))
        ++count;
    return count;
}

/// Rows whose first cell is a name; the others are heads.
std::size_t named_rows_of(std::string const& tables)
{
    return pieces_in(tables, "\n| `");
}

std::string row_of(std::string const& tables, std::string const& path)
{
    std::size_t const begin = tables.find("\n| `" + path + "` |");
    if (begin == std::string::npos) return {};
    return tables.substr(begin + 1, tables.find('\n', begin + 1) - begin - 1);
}
}  // namespace

TEST(ParameterTables, tell_every_parameter_once_with_value_source_and_meaning)
{
    std::string const tables = parameter_tables(kyrgyz_declarations(), baseline_scenario());
    EXPECT_EQ(named_rows_of(tables), kyrgyz_declarations().parameters().size());
    ResolvedScenario const& content = baseline_scenario().content();
    for (auto const& [path, declared] : kyrgyz_declarations().parameters())
    {
        StatedValues const& stated = content.stated[content.parameter_at.at(path)];
        std::string const row = row_of(tables, path);
        for (DatedValue const& value : stated.values)
            EXPECT_THAT(row, AllOf(HasSubstr("| " + value.value.text), HasSubstr(value.source)));
        EXPECT_THAT(row, AllOf(HasSubstr(range_of(declared)), HasSubstr(declared.meaning)));
    }
}

TEST(ParameterTables, begin_with_what_the_run_is)
{
    EXPECT_THAT(parameter_tables(kyrgyz_declarations(), baseline_scenario()),
                testing::StartsWith("Values of the scenario `baseline`: from 2005-01 on 60 months "
                                    "of warm-up, then 120 months that are reported; 1000000 "
                                    "agents; seed 1.\n\n### `"));
}

TEST(ParameterTables, have_a_heading_for_each_subject)
{
    std::string const tables = parameter_tables(kyrgyz_declarations(), baseline_scenario());
    for (std::string const subject : {"home", "jurisdictions.russia", "rules.departure", "start"})
        EXPECT_EQ(pieces_in(tables, "### `" + subject + "`\n\n| parameter |"), 1U) << subject;
    EXPECT_LT(tables.find("### `jurisdictions.other`"), tables.find("### `markets`"));
    EXPECT_THAT(tables, Not(HasSubstr("Shocks")));
}

TEST(ParameterTables, tell_the_shocks_of_a_policy)
{
    Scenario const policy =
        load_model(std::string(KOCHMON_SOURCE) + "/config/policies/permit-fee.yaml");
    EXPECT_THAT(parameter_tables(kyrgyz_declarations(), policy),
                HasSubstr("\n### Shocks of this scenario\n\n* `{lever: jurisdictions.russia."));
}

TEST(DataTable, tells_every_table_with_its_sources)
{
    std::string const table = data_table(kyrgyz_declarations(), baseline_scenario());
    EXPECT_EQ(named_rows_of(table), kyrgyz_declarations().tables().size());
    for (auto const& [path, declared] : kyrgyz_declarations().tables())
        EXPECT_THAT(row_of(table, path),
                    AllOf(HasSubstr(sources_of(baseline_scenario().table(path))),
                          HasSubstr(declared.meaning)));
}

TEST(LeverTable, tells_every_lever_and_nothing_else)
{
    std::string const table = lever_table(kyrgyz_declarations());
    auto const& all = kyrgyz_declarations().parameters();
    EXPECT_EQ(named_rows_of(table), static_cast<std::size_t>(std::ranges::count_if(
                                        all, [](auto const& parameter)
                                        { return parameter.declared.use == Use::lever; })));
    for (auto const& [path, declared] : all)
        EXPECT_EQ(row_of(table, path).empty(), declared.use != Use::lever) << path;
    EXPECT_THAT(row_of(table, "jurisdictions.russia.permit.fee"), HasSubstr("origin (batken, osh"));
}

TEST(AssumptionTable, tells_every_number_without_a_source)
{
    std::string const table = assumption_table(kyrgyz_declarations(), baseline_scenario());
    auto const assumptions = assumptions_of(kyrgyz_declarations(), baseline_scenario());
    EXPECT_EQ(named_rows_of(table), assumptions.size());
    for (Assumption const& assumption : assumptions)
        EXPECT_THAT(row_of(table, assumption.path),
                    AllOf(HasSubstr(assumption.value), HasSubstr(assumption.range)));
    ResolvedScenario const& content = baseline_scenario().content();
    for (auto const& [path, declared] : kyrgyz_declarations().parameters())
    {
        auto const& values = content.stated[content.parameter_at.at(path)].values;
        EXPECT_EQ(row_of(table, path).empty(),
                  std::ranges::none_of(values, is_assumption, &DatedValue::source))
            << path;
    }
}

TEST(Tables, take_in_a_parameter_that_is_added)
{
    Declarations more = kyrgyz_declarations();
    Declared rain{Dimension::months, {0, 12}, "How long it rains", Use::lever};
    rain.groups = {{"origin", {"osh", "naryn"}}};
    more.add("weather.rain", rain);
    EXPECT_EQ(row_of(lever_table(more), "weather.rain"),
              "| `weather.rain` | origin (osh, naryn) |");
}
}  // namespace kochmon
