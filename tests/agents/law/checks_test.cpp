// SPDX-License-Identifier: MIT
#include "agents/law/checks.hpp"

#include <gtest/gtest.h>

namespace kochmon
{
namespace
{
CheckLaw law_of_five_sectors()
{
    CheckLaw law;
    law.visibility.regular = 0.25;
    law.visibility.within_stay = 0.75;
    law.visibility.forged_papers = 0.5;
    law.visibility.sector = {2.0, 1.5, 0.8, 0.4, 1.0};
    return law;
}

constexpr Status overstayer{.presence = Presence::overstayed, .contract = Contract::informal};
constexpr Status within_stay{.presence = Presence::registered, .contract = Contract::informal};
constexpr Status regular_worker{.presence = Presence::registered,
                                .work_right = WorkRight::permit,
                                .contract = Contract::formal};

Status forged(Status status, Papers papers)
{
    status.papers = papers;
    return status;
}

Status jobless(Status status)
{
    status.contract = Contract::none;
    return status;
}
}  // namespace

TEST(CheckLaw, visibility_goes_by_status)
{
    CheckLaw const law = law_of_five_sectors();
    EXPECT_DOUBLE_EQ(law.visibility_of(overstayer, Sector::other), 1.0);
    EXPECT_DOUBLE_EQ(law.visibility_of(within_stay, Sector::other), 0.75);
    EXPECT_DOUBLE_EQ(law.visibility_of(regular_worker, Sector::other), 0.25);
    for (Papers const papers : {Papers::forged_knowingly, Papers::forged_unknowingly})
    {
        EXPECT_DOUBLE_EQ(law.visibility_of(forged(within_stay, papers), Sector::other), 0.5);
        EXPECT_DOUBLE_EQ(law.visibility_of(forged(overstayer, papers), Sector::other), 0.5);
    }
}

TEST(CheckLaw, visibility_of_workers_is_multiplied_by_that_of_the_sector)
{
    CheckLaw const law = law_of_five_sectors();
    for (std::size_t k = 0; k < sector_count; ++k)
    {
        auto const sector = static_cast<Sector>(k);
        double const factor = law.visibility.sector[k];
        EXPECT_DOUBLE_EQ(law.visibility_of(overstayer, sector), factor);
        EXPECT_DOUBLE_EQ(law.visibility_of(within_stay, sector), 0.75 * factor);
        EXPECT_DOUBLE_EQ(law.visibility_of(regular_worker, sector), 0.25 * factor);
        EXPECT_DOUBLE_EQ(law.visibility_of(forged(within_stay, Papers::forged_knowingly), sector),
                         0.5 * factor);
    }
}

TEST(CheckLaw, who_searches_for_work_is_in_no_sector)
{
    CheckLaw const law = law_of_five_sectors();
    EXPECT_DOUBLE_EQ(law.visibility_of(jobless(overstayer), Sector::construction), 1.0);
    EXPECT_DOUBLE_EQ(law.visibility_of(jobless(regular_worker), Sector::construction), 0.25);
    Status searcher = jobless(within_stay);
    EXPECT_DOUBLE_EQ(law.visibility_of(searcher, Sector::construction), 0.25) << "still regular";
    searcher.worked_without_right = true;
    EXPECT_DOUBLE_EQ(law.visibility_of(searcher, Sector::construction), 0.75);
}

TEST(CheckLaw, free_movement_without_a_contract_is_seen_as_within_the_stay)
{
    CheckLaw const law = law_of_five_sectors();
    Status mover{.presence = Presence::registered,
                 .work_right = WorkRight::free_movement,
                 .contract = Contract::informal};
    EXPECT_DOUBLE_EQ(law.visibility_of(mover, Sector::other), 0.75);
    mover.contract = Contract::formal;
    EXPECT_DOUBLE_EQ(law.visibility_of(mover, Sector::other), 0.25);
}
}  // namespace kochmon
