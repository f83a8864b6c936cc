// SPDX-License-Identifier: MIT
#include "analysis/replay/findings.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace kochmon
{
namespace
{
using testing::HasSubstr;
using testing::Not;

PastRun run_by(ProgramBuild const& program)
{
    PastRun run;
    run.program = program;
    run.files = {{"series.csv", "0"}};
    return run;
}

Repetition differing()
{
    return {.files = {{"series.csv", "1"}}, .differing = {"series.csv"}};
}

TEST(ReplayFindings, tell_that_a_dirty_program_may_have_been_another)
{
    ProgramBuild dirty = present_build();
    if (!dirty.is_dirty()) dirty.commit += "-dirty";
    std::string const text = findings_as_text(run_by(dirty), differing());
    EXPECT_THAT(text, HasSubstr("Program     then " + named(dirty) + "; now "));
    EXPECT_THAT(text, HasSubstr("sources that its commit does not hold"));
    auto const json = nlohmann::json::parse(findings_as_json(run_by(dirty), differing()));
    EXPECT_EQ(json["program_may_differ"], true);
    EXPECT_TRUE(may_be_another(dirty, dirty));
    EXPECT_FALSE(is_another(dirty, dirty));
}

TEST(ReplayFindings, tell_another_compiler_where_both_are_known)
{
    ProgramBuild other = present_build();
    other.compiler = "Other 1.0";
    EXPECT_THAT(
        findings_as_text(run_by(other), differing()),
        HasSubstr("Compiler    then " + compiled(other) + "; now " + compiled(present_build())));
    other.compiler = "";
    EXPECT_THAT(findings_as_text(run_by(other), differing()), Not(HasSubstr("Compiler")));
}

TEST(ReplayFindings, do_not_call_fingerprints_of_other_months_the_same)
{
    Repetition found = differing();
    found.lives = Lives::other_months;
    EXPECT_THAT(findings_as_text(run_by(present_build()), found), HasSubstr("other months"));
}

TEST(ReplayFindings, tell_columns_in_another_order)
{
    Repetition found = differing();
    found.columns = {{.file = "series.csv", .then = {"a", "b"}, .now = {"b", "a"}}};
    EXPECT_THAT(findings_as_text(run_by(present_build()), found),
                HasSubstr("Columns     series.csv: in another order\n"));
}
}  // namespace
}  // namespace kochmon
