// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "tests/analysis/replay/replayed_folder.hpp"

// A run that keeps chosen rows writes little, says which, and is repeated with them.
namespace kochmon
{
namespace
{
using testing::HasSubstr;
using testing::StartsWith;

using KeptRowsOfARun = Replay;

Arguments const rates_by_year = {"--measures",    "legality_by_right,naturalizations",
                                 "--by",          "total,jurisdiction",
                                 "--months-kept", "yearly"};

TEST_F(KeptRowsOfARun, are_few_and_repeated)
{
    run(rates_by_year);
    std::string const series = text_of(file("series.csv"));
    EXPECT_LT(series.size(), 4'000U);
    EXPECT_THAT(series, HasSubstr(",naturalizations,jurisdiction,russia,"));
    EXPECT_FALSE(fs::exists(file("figures")));
    EXPECT_FALSE(fs::exists(file("fingerprints.csv")));
    Account const account = Account::parse(text_of(file("run.json")));
    EXPECT_EQ(account.at("settings").at("keep").dump(),
              R"({"measures":"legality_by_right,naturalizations","by":"total,jurisdiction",)"
              R"("months":"yearly"})");
    Outcome const again = replay();
    EXPECT_EQ(again.status, 0) << again.out << again.err;
    EXPECT_THAT(again.out, StartsWith("identical: "));
}

TEST_F(KeptRowsOfARun, are_those_of_each_replicate)
{
    run({"--replicates", "2", "--measures", "abroad", "--by", "total", "--months-kept", "last"});
    std::string const series = text_of(file("series.csv"));
    EXPECT_EQ(std::count(series.begin(), series.end(), '\n'), 3);
    EXPECT_THAT(series, HasSubstr(",1,"));
    EXPECT_THAT(text_of(file("intervals.csv")), HasSubstr(",abroad,total,total,"));
    EXPECT_EQ(replay().status, 0);
}

TEST_F(KeptRowsOfARun, go_to_standard_output_too)
{
    Outcome const told = kochmon_with(
        short_run({"-o", "-", "--measures", "abroad", "--by", "total", "--months-kept", "last"}));
    EXPECT_EQ(told.status, 0) << told.err;
    EXPECT_EQ(std::count(told.out.begin(), told.out.end(), '\n'), 2) << told.out;
}

TEST_F(KeptRowsOfARun, are_refused_with_what_is_wrong)
{
    Outcome const refused =
        kochmon_with(short_run({"-o", folder(), "--measures", "legality_by_rihgt"}));
    EXPECT_EQ(refused.status, 64);
    EXPECT_THAT(refused.err, HasSubstr("did you mean 'legality_by_right'?"));
    EXPECT_FALSE(fs::exists(folder()));
}
}  // namespace
}  // namespace kochmon
