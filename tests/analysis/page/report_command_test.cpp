// SPDX-License-Identifier: MIT
// The report of a comparison by the real program.
#include <filesystem>

#include <gmock/gmock.h>

#include "analysis/page/page.hpp"
#include "analysis/text/csv_table.hpp"

#include "tests/analysis/program.hpp"

namespace kochmon
{
namespace
{
using testing::HasSubstr;
namespace fs = std::filesystem;

/// A page of a megabyte is not shown where it lacks something.
bool holds(std::string const& html, std::string const& part)
{
    return html.find(part) != std::string::npos;
}

class ReportCommand : public testing::Test
{
  protected:
    Outcome compare(Arguments const& more = {}) const
    {
        Arguments arguments = {"compare",
                               KOCHMON_SOURCE "/config/baseline.yaml",
                               KOCHMON_SOURCE "/config/policies/permit-fee.yaml",
                               KOCHMON_SOURCE "/config/policies/amnesty.yaml",
                               "--persons",
                               "2000",
                               "--months",
                               "12",
                               "--set",
                               "time.start=2009-07",
                               "--set",
                               "time.warm_up=6 months",
                               "--replicates",
                               "3",
                               "--by",
                               "origin",
                               "-o",
                               result().string()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return kochmon_with(arguments);
    }
    Outcome report(std::string const& file = "report.html") const
    {
        return kochmon_with({"report", result().string(), "-o", (place_ / file).string()});
    }
    fs::path result() const { return place_ / "result"; }
    std::string page() const { return text_of(place_ / "report.html"); }

    TestFolder place_;
};

TEST_F(ReportCommand, tells_what_the_tables_of_a_comparison_hold)
{
    ASSERT_EQ(compare().status, 0);
    Outcome const outcome = report();
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("Report: "));
    std::string const html = page();
    EXPECT_TRUE(holds(html, "What permit-fee and amnesty would change"));
    CsvTable const effects(text_of(result() / "effects.csv"),
                           ",2010-12,legality_by_right,jurisdiction,russia,");
    ASSERT_EQ(effects.size(), 2U);
    EXPECT_TRUE(holds(html, "percentage points under " + effects.cell(0, "policy")));
    // The point of a chart is the number of the table, in per cent.
    double const percent = effects.number(1, "with_policy") * 100.0;
    EXPECT_TRUE(holds(
        html, "[\"2010-12\",\"" + effects.cell(1, "policy") + "\"," + Json(percent).dump() + "]"));
    EXPECT_LT(html.size(), 3'000'000U);
    EXPECT_TRUE(holds(html, "origin: osh"));
    EXPECT_TRUE(holds(html, "kochmon compare"));
    // In all groups together nobody is said to be in Russia.
    EXPECT_TRUE(holds(html, "\"label\":\"Foreign workers with the right to work\""));
}

TEST_F(ReportCommand, refuses_what_is_no_whole_result)
{
    EXPECT_EQ(report().status, 4);
    ASSERT_EQ(compare().status, 0);
    put(result() / "flips.csv", text_of(result() / "flips.csv") + "\n");
    Outcome const changed = report();
    EXPECT_EQ(changed.status, 4);
    EXPECT_THAT(changed.err, HasSubstr("flips.csv: is not as it was written"));
    EXPECT_FALSE(fs::exists(place_ / "report.html"));
}

TEST_F(ReportCommand, refuses_sums_of_years_where_it_shows_months)
{
    ASSERT_EQ(compare({"--months-kept", "yearly"}).status, 0);
    Outcome const yearly = report();
    EXPECT_EQ(yearly.status, 4);
    EXPECT_THAT(yearly.err, HasSubstr("naturalizations is told in persons/year"));
}

TEST_F(ReportCommand, takes_the_place_of_an_older_report_and_of_nothing_else)
{
    ASSERT_EQ(compare().status, 0);
    ASSERT_EQ(report().status, 0);
    std::string const first = page();
    EXPECT_EQ(report().status, 0);
    EXPECT_EQ(page(), first);
    put(place_ / "thesis.html", "<!DOCTYPE html>\nmine\n");
    Outcome const refused = report("thesis.html");
    EXPECT_EQ(refused.status, 3);
    EXPECT_EQ(text_of(place_ / "thesis.html"), "<!DOCTYPE html>\nmine\n");
}
}  // namespace
}  // namespace kochmon
