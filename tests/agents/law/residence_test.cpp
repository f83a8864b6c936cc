// SPDX-License-Identifier: MIT
#include "agents/law/residence.hpp"

#include <gtest/gtest.h>

#include "tests/agents/russia.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using tests::at_russia;
using tests::russia;

constexpr std::size_t by_quota = index(ResidencePath::by_quota);
constexpr std::size_t by_agreement = index(ResidencePath::by_agreement);

/// By the quota for all who have a right to work; by the agreement, outside it, for those from
/// Kyrgyzstan with a relative.
ResidenceLaw two_paths()
{
    ResidenceLaw law;
    for (ResidencePathLaw& path : law.path)
    {
        path.open[at_russia] = true;
        path.countries[at_russia][index(first_country)] = true;
    }
    law.path[by_quota].countries[at_russia].fill(true);
    law.path[by_quota].quota[at_russia] = true;
    law.path[by_quota].asks_work_right[at_russia] = true;
    law.path[by_agreement].asks_relative[at_russia] = true;
    return law;
}

constexpr ResidenceApplicant meets_both{
    .origin = regions::osh, .has_relative = true, .has_work_right = true, .lists_are_open = true};
}  // namespace

TEST(ResidenceLaw, admits_by_a_path_of_which_all_is_met)
{
    ResidenceLaw const law = two_paths();
    ResidenceApplicant worker = meets_both;
    worker.has_relative = false;
    EXPECT_EQ(law.admitted_in_quota(russia, worker), true);
    ResidenceApplicant kin = meets_both;
    kin.has_work_right = false;
    EXPECT_EQ(law.admitted_in_quota(russia, kin), false) << "outside the quota";
    kin.has_relative = false;
    EXPECT_EQ(law.admitted_in_quota(russia, kin), std::nullopt);
}

TEST(ResidenceLaw, takes_no_place_in_the_quota_from_who_meets_a_path_without_one)
{
    EXPECT_EQ(two_paths().admitted_in_quota(russia, meets_both), false);
}

TEST(ResidenceLaw, leaves_the_path_without_a_quota_to_those_before_closed_lists)
{
    ResidenceApplicant late = meets_both;
    late.lists_are_open = false;
    EXPECT_EQ(two_paths().admitted_in_quota(russia, late), false);
    late.has_relative = false;
    EXPECT_EQ(two_paths().admitted_in_quota(russia, late), std::nullopt);
}

TEST(ResidenceLaw, tells_countries_apart_by_path)
{
    ResidenceApplicant tajik = meets_both;
    tajik.origin = regions::tajikistan;
    EXPECT_EQ(two_paths().admitted_in_quota(russia, tajik), true) << "by the quota alone";
    tajik.has_work_right = false;
    EXPECT_EQ(two_paths().admitted_in_quota(russia, tajik), std::nullopt);
}

TEST(ResidenceLaw, is_open_as_long_as_a_path_is)
{
    ResidenceLaw law = two_paths();
    law.path[by_quota].open[at_russia] = false;
    EXPECT_TRUE(law.open(russia));
    EXPECT_EQ(law.admitted_in_quota(russia, meets_both), false);
    law.path[by_agreement].open[at_russia] = false;
    EXPECT_FALSE(law.open(russia));
    EXPECT_EQ(law.admitted_in_quota(russia, meets_both), std::nullopt);
    EXPECT_FALSE(two_paths().open(jurisdictions::kazakhstan));
}
}  // namespace kochmon
