// SPDX-License-Identifier: MIT
#include "analysis/measures/kept_rows.hpp"

#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using testing::HasSubstr;
using testing::StartsWith;

std::string refusal(std::optional<std::string> const& measures,
                    std::optional<std::string> const& by = {},
                    std::optional<std::string> const& months = {})
{
    try
    {
        kept_rows(*kyrgyz_corridor(), measures, by, months);
    }
    catch (UsageError const& error)
    {
        return error.what();
    }
    return {};
}
}  // namespace

TEST(KeptRows, are_all_where_nothing_is_asked_for)
{
    EXPECT_TRUE(kept_rows(*kyrgyz_corridor(), {}, {}, {}).are_all());
    EXPECT_TRUE(kept_rows(*kyrgyz_corridor(), {}, {}, "monthly").are_all());
    EXPECT_FALSE(kept_rows(*kyrgyz_corridor(), "abroad", {}, {}).are_all());
    EXPECT_FALSE(kept_rows(*kyrgyz_corridor(), {}, "total", {}).are_all());
    EXPECT_FALSE(kept_rows(*kyrgyz_corridor(), {}, {}, "last").are_all());
}

TEST(KeptRows, are_read_back_as_they_are_written)
{
    KeptRows const kept = kept_rows(*kyrgyz_corridor(), "abroad,legality_by_right",
                                    "total,origin+destination", "yearly");
    EXPECT_EQ(
        kept_rows(*kyrgyz_corridor(), measures_of(kept), breakdowns_of(kept), name(kept.months)),
        kept);
    EXPECT_EQ(told_rows(kept),
              "abroad and legality_by_right by total and origin+destination, yearly");
}

TEST(KeptRows, refuse_what_is_no_name_and_what_has_no_row)
{
    EXPECT_THAT(refusal("abraod"), HasSubstr("there is no 'abraod', did you mean 'abroad'?"));
    EXPECT_THAT(refusal("abroad,"), StartsWith("--measures abroad,: there is no ''"));
    EXPECT_THAT(refusal("abroad,abroad"), HasSubstr("'abroad' a second time"));
    EXPECT_THAT(refusal({}, "region"),
                HasSubstr("--by region: there is no 'region', expected total, origin,"));
    EXPECT_EQ(refusal("persons", "country"), "");
    EXPECT_THAT(refusal("fines_paid,gdp", "country"),
                StartsWith("--by country: gdp is reported by total alone"))
        << "one country has an economy here";
    EXPECT_THAT(refusal("persons", "sector"),
                StartsWith("--by sector: persons is reported by total"));
    EXPECT_THAT(refusal({}, {}, "quarterly"), HasSubstr("expected monthly, yearly or last"));
}
}  // namespace kochmon
