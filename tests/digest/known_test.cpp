// SPDX-License-Identifier: MIT
#include "tests/golden/known.hpp"

#include <gmock/gmock.h>

#include "engine/sha256.hpp"

// A digest is of what was there when it was kept: what is new is told and moves nothing, what was
// known and changes or is missing moves it.
namespace kochmon
{
namespace
{
using testing::ElementsAre;
using testing::IsEmpty;

std::string const rows =
    "scenario,replicate,month,measure,by,group,value,unit\n"
    "s,0,2005-01,births,total,total,3,persons/month\n"
    "s,0,2005-01,births,sex,female,1,persons/month\n"
    "s,0,2005-01,births,sex,male,2,persons/month\n";
golden::Known const known_then = {"births total", "births sex"};

std::string changed(std::string text, std::string const& was, std::string const& is)
{
    return text.replace(text.find(was), was.size(), is);
}

std::string digest(std::string const& series)
{
    return sha256(golden::known_rows(series, known_then).text);
}

TEST(KnownRows, are_all_where_nothing_is_new)
{
    golden::Sifted const sifted = golden::known_rows(rows, known_then);
    EXPECT_EQ(sifted.text, rows);
    EXPECT_THAT(sifted.unknown, IsEmpty());
}

TEST(KnownRows, are_the_same_beside_a_new_measure_and_a_new_breakdown)
{
    std::string const more = changed(rows, "s,0,2005-01,births,sex,female",
                                     "s,0,2005-01,births,age,old,3,persons/month\n"
                                     "s,0,2005-01,births_at_sea,sex,male,0,persons/month\n"
                                     "s,0,2005-01,births_at_sea,sex,female,0,persons/month\n"
                                     "s,0,2005-01,births,sex,female");
    EXPECT_EQ(golden::known_rows(more, known_then).text, rows);
    EXPECT_THAT(golden::known_rows(more, known_then).unknown,
                ElementsAre("births age", "births_at_sea sex"));
}

TEST(KnownRows, differ_by_a_cell_a_row_a_group_and_the_order)
{
    EXPECT_NE(digest(changed(rows, "female,1", "female,2")), digest(rows));
    EXPECT_NE(digest(changed(rows, "s,0,2005-01,births,sex,male,2,persons/month\n", "")),
              digest(rows));
    EXPECT_NE(digest(rows + "s,0,2005-01,births,sex,unknown,0,persons/month\n"), digest(rows));
    EXPECT_NE(digest(changed(rows, "births,total,total", "births_of_all,total,total")),
              digest(rows));
    EXPECT_NE(digest(changed(rows, "scenario,replicate", "scenario,world")), digest(rows));
}

std::string const values =
    "schema: 1\n"
    "home:\n"
    "  credit:\n"
    "    - {from: 2005-01, value: 0 RUB, source: S1}\n"
    "    - {from: 2009-01, value: 5 RUB, source: S1}\n"
    "  wages: {value: 3 RUB, source: S2}\n";
golden::Known const paths_then = {"schema", "home", "home.credit", "home.wages"};

TEST(KnownValues, are_the_same_beside_new_values_and_groups)
{
    EXPECT_EQ(golden::known_values(values, paths_then).text, values);
    std::string const more = values +
                             "  farm:\n"
                             "    rent:\n"
                             "      - {from: 2005-01, value: 1 RUB, source: S3}\n"
                             "sea: {value: 1, source: S3}\n";
    EXPECT_EQ(golden::known_values(more, paths_then).text, values);
    EXPECT_THAT(golden::known_values(more, paths_then).unknown,
                ElementsAre("home.farm", "home.farm.rent", "sea"));
}

TEST(KnownValues, differ_by_a_value_its_source_its_date_and_its_place)
{
    for (auto const& [was, is] : {std::pair("3 RUB", "4 RUB"), std::pair("S2", "S4"),
                                  std::pair("2009-01", "2009-02"), std::pair("  wages", "wages")})
        EXPECT_NE(golden::known_values(changed(values, was, is), paths_then).text, values) << is;
}

TEST(KnownKeys, of_the_kept_digests_are_as_many_as_were_kept)
{
    EXPECT_GT(golden::known_of("series.txt").size(), 1'000U);
    EXPECT_GT(golden::known_of("values.txt").size(), 400U);
}
}  // namespace
}  // namespace kochmon
