// SPDX-License-Identifier: MIT
#include "config/shipped_files.hpp"

#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "tests/config/sample.hpp"

namespace kochmon
{
namespace
{
using testing::ElementsAre;
using testing::HasSubstr;

struct ShippedConfig
{
    ShippedConfig()
    {
        config = folder.write("config/baseline.yaml", sample::complete).parent_path();
        folder.write("config/targets.yaml", "schema: 1\n");
        folder.write("config/history-targets.yaml", "schema: 1\n");
        folder.write("config/policies/permit-fee.yaml", "");
        folder.write("config/origins/union.yaml", "");
        folder.write("config/corridors/hills/baseline.yaml", "");
        folder.write("config/corridors/plains/corridor.yaml", "");
        folder.write("config/sweeps/fees.yaml", "");
        folder.write("config/notes.txt", "");
    }
    sample::Folder folder;
    std::filesystem::path config;
};
}  // namespace

TEST(ShippedFiles, are_found_by_name)
{
    ShippedConfig const shipped;
    std::filesystem::path const& config = shipped.config;
    EXPECT_EQ(shipped_scenario(config, "baseline"), config / "baseline.yaml");
    EXPECT_EQ(shipped_scenario(config, "permit-fee"), config / "policies/permit-fee.yaml");
    EXPECT_EQ(shipped_scenario(config, "union"), config / "origins/union.yaml");
    EXPECT_EQ(shipped_scenario(config, "hills"), config / "corridors/hills/baseline.yaml");
    EXPECT_EQ(shipped_sweep(config, "fees"), config / "sweeps/fees.yaml");
    for (char const* const none : {"plains", "targets", "history-targets", "fees", "notes", "x"})
        EXPECT_EQ(shipped_scenario(config, none), std::nullopt) << none;
    EXPECT_EQ(shipped_sweep(config, "baseline"), std::nullopt);
}

TEST(ShippedFiles, have_names)
{
    ShippedConfig const shipped;
    EXPECT_THAT(names_of_shipped_scenarios(shipped.config),
                ElementsAre("baseline", "hills", "permit-fee", "union"));
    EXPECT_THAT(names_of_shipped_sweeps(shipped.config), ElementsAre("fees"));
    EXPECT_THAT(names_of_shipped_scenarios(shipped.config / "none"), ElementsAre());
    EXPECT_TRUE(is_name_of_shipped("permit-fee"));
    for (char const* const path : {"", "./permit-fee", "permit-fee.yaml", "..", "a/b", "a\\b"})
        EXPECT_FALSE(is_name_of_shipped(path)) << path;
}

// A file beside the scenario comes first.
TEST(ShippedFiles, are_bases_where_none_of_that_name_is_beside)
{
    ShippedConfig const shipped;
    shipped.folder.write("config/data/pyramid.csv", sample::pyramid);
    Overrides overrides;
    overrides.shipped = shipped.config;
    std::string const policy = "schema: 1\nscenario: p\nbase: baseline\nshocks: []\n";
    auto const file = shipped.folder.write("own/p.yaml", policy);
    auto const load = [&] { return Scenario::load(file, sample::declarations(), overrides); };
    EXPECT_EQ(load().files_read().back().first.filename(), "pyramid.csv");
    shipped.folder.write("own/baseline", "no scenario");
    EXPECT_THROW(load(), ScenarioError);
    std::filesystem::remove(file.parent_path() / "baseline");
    overrides.shipped = std::nullopt;
    EXPECT_THROW(load(), ScenarioError);
}

TEST(ShippedFiles, of_nearly_that_name_are_proposed)
{
    ShippedConfig const shipped;
    Overrides overrides;
    overrides.shipped = shipped.config;
    auto const file =
        shipped.folder.write("own/p.yaml", "schema: 1\nscenario: p\nbase: basline\nshocks: []\n");
    try
    {
        Scenario::load(file, sample::declarations(), overrides);
        FAIL();
    }
    catch (ScenarioError const& error)
    {
        EXPECT_THAT(error.what(), HasSubstr("p.yaml:3:7: base: there is no file "));
        EXPECT_THAT(error.what(), HasSubstr("did you mean 'baseline'?"));
    }
}

// A policy without a base is told which there is.
TEST(ShippedFiles, are_guessed_as_a_base_that_was_forgotten)
{
    ShippedConfig const shipped;
    Overrides overrides;
    overrides.shipped = shipped.config;
    auto const file =
        shipped.folder.write("far/away/p.yaml", "schema: 1\nscenario: p\nshocks: []\n");
    try
    {
        Scenario::load(file, sample::declarations(), overrides);
        FAIL();
    }
    catch (ScenarioError const& error)
    {
        EXPECT_THAT(error.what(),
                    testing::EndsWith("p.yaml:1:1: base: is missing, expected the scenario that "
                                      "these shocks change, write 'base: baseline' for a file that "
                                      "says only what differs"));
    }
}
}  // namespace kochmon
