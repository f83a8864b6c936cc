// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "analysis/panel/life_events.hpp"

#include "tests/analysis/panel/life_states.hpp"

namespace kochmon
{
namespace
{
using namespace tests;

class LifeEventsOfRights : public testing::TestWithParam<Told>
{
};

TEST_P(LifeEventsOfRights, are_told)
{
    expect_told(GetParam());
}

std::vector<Told> changes_of_right()
{
    LifeState const awaiting = but(abroad(),
                                   [](LifeState& now)
                                   {
                                       now.status.presence = Presence::registered;
                                       now.permit_begin = this_month;
                                       now.permit_end = in_a_year;
                                   });
    LifeState const resident = but(with_right(abroad(), WorkRight::temporary_resident),
                                   [](LifeState& now) { now.permit_end = last_month; });
    LifeState const free = with_right(abroad(), WorkRight::free_movement);
    return {
        {"permit",
         abroad(),
         with_permit(in_a_year),
         {in_moscow(LifeEvent::permit_begun)},
         LifeEvent::permit_begun},
        {"permit_after_waiting",
         awaiting,
         with_permit(in_a_year),
         {in_moscow(LifeEvent::permit_begun, "after_waiting")},
         LifeEvent::permit_begun},
        {"renewal",
         with_permit(this_month),
         with_permit(in_a_year),
         {in_moscow(LifeEvent::permit_begun, "renewed")},
         LifeEvent::other},
        {"new_permit_after_the_old_one",
         with_permit(last_month),
         with_permit(in_a_year),
         {in_moscow(LifeEvent::permit_begun), in_moscow(LifeEvent::permit_ended)},
         LifeEvent::other},
        {"new_permit_after_a_month_unpaid",
         with_permit(stamp(may + 5)),
         with_permit(in_a_year),
         {in_moscow(LifeEvent::permit_begun), in_moscow(LifeEvent::permit_ended)},
         LifeEvent::other},
        {"end_of_permit",
         working(with_permit(last_month), Contract::formal),
         working(overstayed(), Contract::informal),
         {in_moscow(LifeEvent::overstay_begun), in_moscow(LifeEvent::permit_ended),
          in_moscow(LifeEvent::contract_ended)},
         LifeEvent::overstay_begun},
        {"temporary_residence",
         with_permit(stamp(may + 5)),
         but(resident, [](LifeState& now) { now.permit_end = in_a_year; }),
         {in_moscow(LifeEvent::residence, "temporary")},
         LifeEvent::residence},
        {"permanent_residence",
         but(resident, [](LifeState& now) { now.permit_end = in_a_year; }),
         with_right(abroad(), WorkRight::permanent_resident),
         {in_moscow(LifeEvent::residence, "permanent")},
         LifeEvent::residence},
        {"end_of_residence",
         resident,
         overstayed(),
         {in_moscow(LifeEvent::overstay_begun), in_moscow(LifeEvent::residence_ended)},
         LifeEvent::overstay_begun},
        {"free_movement",
         with_permit(in_a_year),
         free,
         {in_moscow(LifeEvent::free_movement_begun)},
         LifeEvent::free_movement_begun},
        {"registration_under_free_movement",
         but(free, [](LifeState& then) { then.status.presence = Presence::permitted; }),
         free,
         {in_moscow(LifeEvent::registration)},
         LifeEvent::registration},
        {"end_of_free_movement",
         free,
         with_right(abroad(), WorkRight::none),
         {in_moscow(LifeEvent::free_movement_ended)},
         LifeEvent::free_movement_ended},
        {"naturalization",
         but(with_permit(in_a_year), [](LifeState& then) { then.queue_end = this_month; }),
         with_right(abroad(), WorkRight::citizen),
         {in_moscow(LifeEvent::naturalization)},
         LifeEvent::naturalization},
    };
}

std::vector<Told> changes_of_papers_and_work()
{
    LifeState const forged = with_papers(overstayed(), Papers::forged_knowingly, last_month);
    LifeState const client = with_papers(abroad(), Papers::forged_unknowingly, in_a_year);
    return {
        {"forged_card",
         overstayed(),
         with_papers(overstayed(), Papers::forged_knowingly, in_a_year),
         {in_moscow(LifeEvent::forged_papers, "knowingly")},
         LifeEvent::forged_papers},
        {"forged_permit",
         abroad(),
         client,
         {in_moscow(LifeEvent::forged_papers, "unknowingly")},
         LifeEvent::forged_papers},
        {"end_of_forged_card",
         forged,
         overstayed(),
         {in_moscow(LifeEvent::forged_papers_ended)},
         LifeEvent::forged_papers_ended},
        {"another_forged_card",
         forged,
         with_papers(overstayed(), Papers::forged_knowingly, in_a_year),
         {in_moscow(LifeEvent::forged_papers, "knowingly"),
          in_moscow(LifeEvent::forged_papers_ended)},
         LifeEvent::other},
        {"contract",
         working(with_permit(in_a_year), Contract::informal),
         working(with_permit(in_a_year), Contract::formal),
         {in_moscow(LifeEvent::contract)},
         LifeEvent::contract},
        {"contract_with_a_renewed_permit",
         working(with_permit(this_month), Contract::informal),
         working(with_permit(in_a_year), Contract::formal),
         {in_moscow(LifeEvent::permit_begun, "renewed"), in_moscow(LifeEvent::contract)},
         LifeEvent::contract},
        {"job_with_another_forged_card",
         forged,
         working(with_papers(overstayed(), Papers::forged_knowingly, in_a_year),
                 Contract::informal),
         {in_moscow(LifeEvent::forged_papers, "knowingly"),
          in_moscow(LifeEvent::forged_papers_ended), in_moscow(LifeEvent::job_found, "trade")},
         LifeEvent::job_found},
        {"job_lost",
         working(abroad(), Contract::informal),
         abroad(),
         {in_moscow(LifeEvent::job_lost)},
         LifeEvent::job_lost},
    };
}

INSTANTIATE_TEST_SUITE_P(Right, LifeEventsOfRights, testing::ValuesIn(changes_of_right()), name_of);
INSTANTIATE_TEST_SUITE_P(PapersAndWork, LifeEventsOfRights,
                         testing::ValuesIn(changes_of_papers_and_work()), name_of);
}  // namespace
}  // namespace kochmon
