// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "analysis/commands/shipped_config.hpp"

#include "tests/analysis/program.hpp"
#include "tests/analysis/shipped.hpp"

// What comes with the program is found by its name, from any folder.
namespace kochmon
{
namespace
{
using testing::AllOf;
using testing::HasSubstr;

namespace fs = std::filesystem;
}  // namespace

TEST(ShippedConfig, lies_beside_the_program)
{
    TestFolder const place;
    EXPECT_EQ(shipped_config(place / "bin/kochmon", nullptr), std::nullopt);
    put(place / "config/baseline.yaml", "");
    EXPECT_EQ(shipped_config(place / "build/release/kochmon", nullptr), place / "config");
    EXPECT_EQ(shipped_config(place / "tools/release/kochmon", nullptr), std::nullopt)
        << "which is no build of those sources";
    put(place / "share/kochmon/config/baseline.yaml", "");
    EXPECT_EQ(shipped_config(place / "bin/kochmon", nullptr), place / "share/kochmon/config");
}

TEST(ShippedConfig, is_where_the_user_says_first)
{
    TestFolder const place;
    put(place / "share/kochmon/config/baseline.yaml", "");
    put(place / "mine/baseline.yaml", "");
    std::string const mine = place / "mine";
    EXPECT_EQ(shipped_config(place / "bin/kochmon", mine.c_str()), mine);
    EXPECT_EQ(shipped_config(place / "bin/kochmon", ""), place / "share/kochmon/config");
    EXPECT_THROW(shipped_config(place / "bin/kochmon", place.path().c_str()), FileError);
}

TEST(ShippedNames, are_those_of_scenarios_policies_and_sweeps)
{
    EXPECT_EQ(found_by_name("permit-fee", LookedFor::scenario, tests::config),
              tests::config / "policies/permit-fee.yaml");
    EXPECT_EQ(found_by_name("fee-checks-bans", LookedFor::sweep, tests::config),
              tests::config / "sweeps/fee-checks-bans.yaml");
    for (char const* const kept : {"./baseline", "baseline.yaml", "../baseline"})
        EXPECT_EQ(found_by_name(kept, LookedFor::scenario, tests::config), kept);
    EXPECT_EQ(found_by_name("baseline", LookedFor::nothing, tests::config), "baseline");
}

TEST(ShippedNames, are_those_of_calibrations_and_their_sets)
{
    fs::path const calibration = tests::config / "calibration/linear-flat";
    EXPECT_EQ(found_by_name("linear-flat", LookedFor::calibration, tests::config),
              calibration.string() + ".yaml");
    for (LookedFor const sets : {LookedFor::accepted_sets, LookedFor::sets_of_a_study})
        EXPECT_EQ(found_by_name("linear-flat", sets, tests::config), calibration);
    EXPECT_EQ(found_by_name("fee-checks-bans", LookedFor::sets_of_a_study, tests::config),
              tests::config / "sweeps/fee-checks-bans.yaml");
    EXPECT_THROW(found_by_name("fee-checks-bans", LookedFor::accepted_sets, tests::config),
                 FileError);
}

TEST(ShippedNames, come_after_files_that_are_here)
{
    fs::path const before = fs::current_path();
    TestFolder const place;
    fs::current_path(place.path());
    put("./baseline", "schema: 1\n");
    fs::create_directory("history");
    std::string const file = found_by_name("baseline", LookedFor::scenario, tests::config);
    std::string const folder = found_by_name("history", LookedFor::scenario, tests::config);
    fs::create_directory("linear-flat");
    std::string const sets = found_by_name("linear-flat", LookedFor::accepted_sets, tests::config);
    fs::current_path(before);
    EXPECT_EQ(file, "baseline");
    EXPECT_EQ(sets, "linear-flat");
    EXPECT_EQ(folder, tests::config / "history.yaml") << "a folder is no scenario";
}

TEST(ShippedNames, that_are_near_are_told)
{
    auto const told = [](char const* name, std::optional<fs::path> const& config)
    {
        try
        {
            return found_by_name(name, LookedFor::scenario, config);
        }
        catch (FileError const& error)
        {
            return std::string(error.what());
        }
    };
    EXPECT_THAT(told("basline", tests::config),
                AllOf(testing::StartsWith("there is no file 'basline' here, and no scenario or "
                                          "policy of that name comes with the program ("),
                      HasSubstr("did you mean 'baseline'?")));
    EXPECT_THAT(told("fee", tests::config), HasSubstr("'permit-fee'"));
    EXPECT_THAT(told("baseline", std::nullopt), HasSubstr("KOCHMON_CONFIG"));
}

// Pages of a checkout name paths, which an installed program has elsewhere.
TEST(ShippedNames, are_proposed_for_a_path_that_is_not_here)
{
    auto const refused = [](char const* path)
    {
        try
        {
            return found_by_name(path, LookedFor::scenario, tests::config);
        }
        catch (FileError const& error)
        {
            return std::string(error.what());
        }
    };
    EXPECT_EQ(refused("elsewhere/permit-fee.yaml"),
              "there is no file 'elsewhere/permit-fee.yaml' here; one of that name comes with the "
              "program, write 'permit-fee'");
    EXPECT_EQ(refused("elsewhere/mine.yaml"), "elsewhere/mine.yaml") << "refused where it is read";
}

TEST(ShippedNames, are_taken_by_the_commands)
{
    Outcome const both = kochmon_with({"validate", "baseline", "permit-fee", "basline"});
    EXPECT_EQ(both.status, 4);
    EXPECT_THAT(both.out, AllOf(HasSubstr("baseline: OK, scenario baseline\n"),
                                HasSubstr("permit-fee: OK, scenario permit-fee\n")));
    EXPECT_THAT(both.err, HasSubstr("did you mean 'baseline'?"));
    EXPECT_EQ(kochmon_with({"diff", "baseline", "baseline"}).status, 0);
    Outcome const sweep = kochmon_with({"sweep", "fee-check-bans", "--dry-run"});
    EXPECT_EQ(sweep.status, 4);
    EXPECT_THAT(sweep.err, HasSubstr("did you mean 'fee-checks-bans'?"));
}
}  // namespace kochmon
