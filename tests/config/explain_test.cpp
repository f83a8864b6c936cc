// SPDX-License-Identifier: MIT
#include "config/explain.hpp"

#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "tests/config/sample.hpp"

namespace kochmon
{
namespace
{
using sample::complete;
using testing::HasSubstr;

std::string explained(std::string const& path)
{
    Scenario const scenario = sample::load(
        complete + std::string("shocks: [{lever: law.permit.fee, scale: 2, from: 2006-01}]\n"));
    return explain_parameter(sample::declarations(), &scenario, path);
}

std::string refused(std::string const& path)
{
    try
    {
        explain_parameter(sample::declarations(), nullptr, path);
    }
    catch (UsageError const& error)
    {
        return error.what();
    }
    return {};
}
}  // namespace

TEST(Explain, tells_all_that_is_known_of_a_parameter)
{
    EXPECT_EQ(explained("law.permit.fee"),
              "law.permit.fee\n"
              "  meaning  Fee of the permit\n"
              "  unit     RUB, KGS, USD or nominal RUB\n"
              "  range    0 to 100000 RUB (what the program computes)\n"
              "  use      lever\n"
              "  value    25000 RUB from 2005-01 [F3]\n"
              "           4000 RUB from 2006-07 [S110]\n"
              "  shock    {lever: law.permit.fee, scale: 2, from: 2006-01, source: user}\n"
              "  months   2005-01 to 2005-12: 25000 RUB\n"
              "           2006-01 to 2006-06: 50000 RUB\n"
              "           2006-07 to 2007-12: 8000 RUB\n");
    EXPECT_THAT(explained("law.permit.compliance"),
                HasSubstr("  groups   origin (batken, osh, north), sex (male, female)\n"));
    EXPECT_THAT(explained("rules.departure.kernel"),
                HasSubstr("  choice   diminishing_nested or linear_flat\n"));
}

TEST(Explain, follows_a_value_month_by_month)
{
    auto const months = [](std::string const& shock)
    {
        Scenario const scenario =
            sample::load(complete + ("shocks: [{lever: law.permit.compliance, " + shock + "}]\n"));
        std::string const text =
            explain_parameter(sample::declarations(), &scenario, "law.permit.compliance");
        return text.substr(text.find("  months"));
    };
    EXPECT_EQ(months("add: 30 %, from: 2006-01, until: 2006-06, ramp: 3 months"),
              "  months   2005-01 to 2005-12: 0.25\n"
              "           2006-01: 0.35\n"
              "           2006-02: 0.45\n"
              "           2006-03 to 2006-05: 0.55\n"
              "           2006-06 to 2007-12: 0.25\n");
    EXPECT_EQ(months("set: 30 %, from: 2006-01, group: {origin: [osh, north], sex: [male]}"),
              "  months   2005-01 to 2005-12: 0.25\n"
              "           2006-01 to 2007-12: 0.25 (batken/male, batken/female, osh/female, "
              "north/female); 0.3 (osh/male, north/male)\n");
}

TEST(Explain, shows_money_as_the_program_reads_it)
{
    std::string const text = [&]
    {
        Scenario const scenario = sample::load(complete);
        return explain_parameter(sample::declarations(), &scenario, "law.permit.salary");
    }();
    EXPECT_THAT(text, HasSubstr("  value    300 USD/month [F4]\n"
                                "  months   2005-01 to 2007-12: 9000 RUB/month\n"));
}

TEST(Explain, needs_no_scenario)
{
    EXPECT_EQ(explain_parameter(sample::declarations(), nullptr, "rules.departure.horizon"),
              "rules.departure.horizon\n  meaning  Planning horizon\n"
              "  unit     months, days or years\n  range    1 to 120 months (what the program "
              "computes)\n  use      fixed\n");
}

// In columns; a scenario adds that of the values.
TEST(Explain, lists_the_keys_of_a_group)
{
    EXPECT_EQ(explain_parameter(sample::declarations(), nullptr, "markets.exchange"),
              "markets.exchange\n"
              "  kgs_per_rub  no unit  Soms for a rouble\n"
              "  rub_per_usd  no unit  Roubles for a dollar\n");
}

TEST(Explain, names_a_letter_of_another_alphabet)
{
    EXPECT_EQ(refused("law.p\u0435rmit.fee"),
              "nothing is declared under 'law.p\u0435rmit.fee', did you mean 'law.permit.fee'?, it "
              "holds a Cyrillic letter that looks like e (U+0435), write the Latin one");
}

TEST(Explain, tells_what_stands_in_a_group_or_a_table)
{
    EXPECT_EQ(explained("markets"),
              "markets\n"
              "  exchange.kgs_per_rub  1.5 (2005-01), 2 (2006-01)  no unit  Soms for a rouble\n"
              "  exchange.rub_per_usd  30                          no unit  Roubles for a dollar\n"
              "  elasticity            -0.1                        no unit  Elasticity of the "
              "wage\n");
    EXPECT_THAT(explained("law"), HasSubstr("  permit.free        false"));
    EXPECT_THAT(explained("population"),
                HasSubstr("\n  tables.pyramid   2 rows  table    Persons by region"));
    EXPECT_THAT(explained("population.tables.pyramid"),
                HasSubstr("  column   sex: male or female\n"
                          "  column   age: a whole number from 0 to 150\n"
                          "  column   persons: a number of persons from 0 to 1000000000\n"));
    EXPECT_THAT(explained("population.tables.pyramid"),
                HasSubstr("  table    columns region, sex, age, persons, source\n  rows     2\n"));
}

TEST(Explain, suggests_what_an_unknown_path_may_mean)
{
    EXPECT_EQ(refused("law.permit.fees"),
              "nothing is declared under 'law.permit.fees', did you "
              "mean 'law.permit.fee'?");
    EXPECT_EQ(refused("horizon"),
              "nothing is declared under 'horizon', did you mean "
              "'rules.departure.horizon'?");
    EXPECT_EQ(refused("something quite else"), "nothing is declared under 'something quite else'");
    EXPECT_THAT(refused(""), HasSubstr("nothing is declared"));
}

TEST(Explain, lists_every_parameter_as_markdown)
{
    std::string const text = parameters_as_markdown(sample::declarations(), sample::load(complete));
    EXPECT_THAT(text,
                HasSubstr("| `law.permit.fee` | RUB | 0 to 100000 RUB | lever | 25000 RUB "
                          "(2005-01), 4000 RUB (2006-07) | F3, S110 | Fee of the permit |\n"));
    EXPECT_THAT(text, HasSubstr("| lever by origin and sex | 25 % | assumption |"));
    EXPECT_THAT(text, HasSubstr("| `population.tables.pyramid` | region, sex, age, persons | 2 |"));
    Declarations const declarations = sample::declarations();
    for (auto const& parameter : declarations.parameters())
        EXPECT_THAT(text, HasSubstr("| `" + parameter.path + "` |"));
}

TEST(Explain, lists_every_assumption_with_its_range)
{
    std::string const text =
        assumptions_as_markdown(sample::declarations(), sample::load(complete));
    EXPECT_EQ(text,
              "* `population.household_size`: 4.5, range 1 to 20. Mean size of a household.\n"
              "* `markets.elasticity`: -0.1, range -0.5 to 0.5. Elasticity of the wage.\n"
              "* `law.permit.compliance`: 25 %, range 0 to 1. Share who register.\n"
              "* `rules.departure.kernel`: diminishing_nested, range diminishing_nested or "
              "linear_flat. Form of the value.\n");
}
}  // namespace kochmon
