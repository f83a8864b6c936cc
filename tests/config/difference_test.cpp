// SPDX-License-Identifier: MIT
#include "config/difference.hpp"

#include <gmock/gmock.h>

#include "tests/config/sample.hpp"

namespace kochmon
{
namespace
{
using sample::complete;
using sample::with;
using testing::ElementsAre;

std::vector<std::string> differences_to(std::string const& text)
{
    return differences(sample::load(complete), sample::load(text));
}
}  // namespace

TEST(Difference, equal_scenarios_have_none)
{
    EXPECT_THAT(differences_to(complete), ElementsAre());
    EXPECT_THAT(differences_to(with("scenario: sample", "scenario: other")), ElementsAre());
}

TEST(Difference, is_told_by_path)
{
    EXPECT_THAT(differences_to(with("18 months", "{value: 18 months, source: F1}",
                                    with("seed: 7", "seed: 8", with("4_000 RUB", "4_001 RUB")))),
                ElementsAre("population.seed: 7 -> 8",
                            "law.permit.fee: 25000 RUB from 2005-01 [F3], 4000 RUB from 2006-07 "
                            "[S110] -> 25000 RUB from 2005-01 [F3], 4001 RUB from 2006-07 [S110]",
                            "rules.departure.horizon: 18 months [user] -> 18 months [F1]"));
}

TEST(Difference, of_shocks_tells_those_of_one_side)
{
    std::string const first = "  - {lever: law.check, scale: 2, from: 2006-01}\n";
    std::string const second = "  - {lever: law.check, add: 1 %/month, from: 2006-02}\n";
    std::string const text = complete + std::string("shocks:\n");
    EXPECT_THAT(differences(sample::load(text + first), sample::load(text + second)),
                ElementsAre("shocks: {lever: law.check, scale: 2, from: 2006-01, source: user} -> "
                            "nothing",
                            "shocks: nothing -> {lever: law.check, add: 1 %/month, from: 2006-02, "
                            "source: user}"));
    EXPECT_THAT(
        differences(sample::load(text + first + second), sample::load(text + second + first)),
        testing::IsEmpty());
}

// Written otherwise is no difference: digits, and units of the same quantity.
TEST(Difference, is_one_of_meaning)
{
    EXPECT_THAT(differences_to(with("25_000 RUB", "25000.00 RUB")), ElementsAre());
    EXPECT_THAT(differences_to(with("2.4 %/month", "28.8 %/year")), ElementsAre());
    EXPECT_THAT(differences_to(with("18 months", "1.5 years")), ElementsAre());
    EXPECT_THAT(differences_to(with("25 %", "0.25")), ElementsAre());
    EXPECT_THAT(differences_to(with("2.4 %/month", "28.80001 %/year")), testing::SizeIs(1));
    EXPECT_THAT(differences_to(with("4_000 RUB", "4_000 KGS")), testing::SizeIs(1));
    std::string const text = complete + std::string("shocks:\n");
    auto const shock = [&](std::string const& amount)
    { return sample::load(text + "  - {lever: law.check, add: " + amount + ", from: 2006-01}\n"); };
    EXPECT_THAT(differences(shock("1.2 %/year"), shock("0.1 %/month")), ElementsAre());
    EXPECT_THAT(differences(shock("1.2 %/year"), shock("0.2 %/month")), testing::SizeIs(2));
}

// The program reads other numbers then, and a policy is not to differ so from its base unheard.
TEST(Difference, beside_shocks_is_one_of_bits)
{
    Scenario const by_year = sample::load(with("2.4 %/month", "28.8 %/year"));
    EXPECT_THAT(differences_beside_shocks(sample::load(complete), by_year), testing::SizeIs(1));
    EXPECT_THAT(first_differences(sample::load(complete), by_year), testing::SizeIs(1));
    Scenario const by_digits = sample::load(with("25_000 RUB", "25000.00 RUB"));
    EXPECT_THAT(differences_beside_shocks(sample::load(complete), by_digits), ElementsAre());
}

TEST(Difference, of_tables_is_told)
{
    sample::Folder const folder;
    folder.write("data/pyramid.csv", "region,sex,age,persons,source\nosh,male,0,1,F1\n");
    Scenario const other = Scenario::load(folder.write("s.yaml", complete), sample::declarations());
    EXPECT_THAT(differences(sample::load(complete), other),
                ElementsAre("population.tables.pyramid: the tables differ"));
}
}  // namespace kochmon
