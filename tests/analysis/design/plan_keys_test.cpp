// SPDX-License-Identifier: MIT
#include "analysis/design/plan_keys.hpp"

#include <gmock/gmock.h>

namespace kochmon
{
namespace
{
using testing::HasSubstr;
using testing::Not;

TEST(PlanKeys, are_each_explained)
{
    std::pair<PlanMap, std::string> const places[] = {
        {PlanMap::plan, "sweep."},       {PlanMap::lever, "sweep.vary."},
        {PlanMap::policies, "vary."},    {PlanMap::sets, "vary."},
        {PlanMap::key, "vary."},         {PlanMap::range, "vary.values."},
        {PlanMap::range, "vary.scale."}, {PlanMap::keep, "keep."}};
    for (auto const& [map, path] : places)
    {
        ASSERT_FALSE(keys_of(map).empty());
        for (std::string const& key : keys_of(map))
            EXPECT_THAT(explain_plan_key(path + key).value_or(path + key), HasSubstr("meaning"));
    }
}

TEST(PlanKeys, are_told_with_those_below_them)
{
    std::string const keep = explain_plan_key("keep").value_or("");
    EXPECT_THAT(keep, HasSubstr("sweep.keep\n  meaning  What of each run is kept"));
    EXPECT_THAT(keep, HasSubstr("sweep.keep.months\n"));
    EXPECT_THAT(keep, Not(HasSubstr("sweep.vary")));
    EXPECT_THAT(explain_plan_key("sweep").value_or(""), HasSubstr("sweep.vary.scale.steps\n"));
    EXPECT_FALSE(explain_plan_key("sweep.no").has_value());
}
}  // namespace
}  // namespace kochmon
