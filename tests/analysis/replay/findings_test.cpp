// SPDX-License-Identifier: MIT
#include "analysis/replay/findings.hpp"

#include <gmock/gmock.h>

namespace kochmon
{
namespace
{
using testing::HasSubstr;

PastRun past_run()
{
    PastRun run;
    run.files = {{"series.csv", "0"}};
    return run;
}

Repetition differing()
{
    return {.files = {{"series.csv", "1"}}, .differing = {"series.csv"}};
}

TEST(ReplayFindings, tell_columns_in_another_order)
{
    Repetition found = differing();
    found.columns = {{.file = "series.csv", .then = {"a", "b"}, .now = {"b", "a"}}};
    EXPECT_THAT(findings_as_text(past_run(), found),
                HasSubstr("Columns     series.csv: in another order\n"));
}
}  // namespace
}  // namespace kochmon
