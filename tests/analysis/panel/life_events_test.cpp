// SPDX-License-Identifier: MIT
#include "analysis/panel/life_events.hpp"

#include <gtest/gtest.h>

#include "tests/analysis/panel/life_states.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using namespace tests;

class LifeEvents : public testing::TestWithParam<Told>
{
};

TEST_P(LifeEvents, are_told)
{
    expect_told(GetParam());
}

std::vector<Told> moves()
{
    LifeState const arrived =
        but(abroad(), [](LifeState& now) { now.arrival = now.entry = this_month; });
    LifeState const sent_home = but(at_home(),
                                    [](LifeState& now)
                                    {
                                        now.last_found = now.last_removed = this_month;
                                        now.ban_end[0] = in_a_year;
                                        now.known_bans = 1;
                                    });
    LifeState const home_after_fine = but(sent_home,
                                          [](LifeState& now)
                                          {
                                              now.last_removed = never;
                                              now.known_bans = 0;
                                          });
    LifeState const refused_re_entry =
        but(home_after_fine, [](LifeState& now) { now.known_bans = 1; });
    LifeState const convict =
        but(abroad(), [](LifeState& now) { now.status.presence = Presence::prison; });
    LifeState const released =
        but(at_home(), [](LifeState& now) { now.last_removed = this_month; });
    return {
        {"nothing", abroad(), abroad(), {}, LifeEvent::other},
        {"departure", at_home(), arrived, {in_moscow(LifeEvent::departure)}, LifeEvent::departure},
        {"placement",
         at_home(),
         working(arrived, Contract::formal),
         {in_moscow(LifeEvent::departure, "placement")},
         LifeEvent::departure},
        {"journey_home",
         abroad(),
         at_home(),
         {in_moscow(LifeEvent::returned)},
         LifeEvent::returned},
        {"move_within_the_country",
         overstayed(),
         but(overstayed(), [](LifeState& now) { now.status.place = destinations::rest_of_russia; }),
         {{LifeEvent::moved_on, destinations::rest_of_russia, ""}},
         LifeEvent::moved_on},
        {"move_across_a_border_begins_a_stay_and_is_no_re_entry",
         abroad(),
         but(abroad(),
             [](LifeState& now)
             {
                 now.status.place = destinations::kazakhstan;
                 now.entry = this_month;
             }),
         {{LifeEvent::moved_on, destinations::kazakhstan, ""}},
         LifeEvent::moved_on},
        {"removal",
         overstayed(),
         sent_home,
         {in_moscow(LifeEvent::removal, "found"), in_moscow(LifeEvent::found, "removed"),
          in_moscow(LifeEvent::ban, "2011-05")},
         LifeEvent::removal},
        {"journey_home_after_a_fine_with_a_ban_at_the_border",
         overstayed(),
         home_after_fine,
         {in_moscow(LifeEvent::returned), in_moscow(LifeEvent::found, "fined"),
          in_moscow(LifeEvent::ban, "2011-05")},
         LifeEvent::returned},
        {"refused_re_entry_after_a_fine",
         overstayed(),
         refused_re_entry,
         {in_moscow(LifeEvent::returned, "turned_back"), in_moscow(LifeEvent::found, "fined"),
          in_moscow(LifeEvent::ban, "2011-05")},
         LifeEvent::returned},
        {"refused_re_entry_of_who_knew_of_an_older_ban",
         but(overstayed(), [](LifeState& then) { then.known_bans = 1; }),
         but(refused_re_entry, [](LifeState& now) { now.last_found = never; }),
         {in_moscow(LifeEvent::returned, "turned_back"), in_moscow(LifeEvent::ban, "2011-05")},
         LifeEvent::returned},
        {"journey_home_of_who_knew_of_an_older_ban",
         but(abroad(), [](LifeState& then) { then.known_bans = 1; }),
         but(at_home(), [](LifeState& now) { now.known_bans = 1; }),
         {in_moscow(LifeEvent::returned)},
         LifeEvent::returned},
        {"removal_after_prison",
         convict,
         released,
         {in_moscow(LifeEvent::removal, "after_prison")},
         LifeEvent::removal},
        {"death", abroad(), LifeState{}, {in_moscow(LifeEvent::death)}, LifeEvent::death},
        {"unborn", LifeState{}, LifeState{}, {}, LifeEvent::other},
    };
}

std::vector<Told> changes_of_presence()
{
    LifeState const awaiting = but(abroad(),
                                   [](LifeState& now)
                                   {
                                       now.status.presence = Presence::registered;
                                       now.permit_begin = stamp(may + 2);
                                   });
    LifeState const re_entered = but(abroad(), [](LifeState& now) { now.entry = this_month; });
    return {
        {"overstay",
         abroad(),
         overstayed(),
         {in_moscow(LifeEvent::overstay_begun)},
         LifeEvent::overstay_begun},
        {"re_entry",
         overstayed(),
         re_entered,
         {in_moscow(LifeEvent::re_entry)},
         LifeEvent::re_entry},
        {"re_entry_in_time_and_a_job",
         abroad(),
         working(re_entered, Contract::informal),
         {in_moscow(LifeEvent::re_entry), in_moscow(LifeEvent::job_found, "trade")},
         LifeEvent::job_found},
        {"registration",
         abroad(),
         with_right(abroad(), WorkRight::none),
         {in_moscow(LifeEvent::registration)},
         LifeEvent::registration},
        {"permit_with_delay",
         overstayed(),
         awaiting,
         {in_moscow(LifeEvent::permit_awaited)},
         LifeEvent::permit_awaited},
        {"conviction",
         working(with_papers(overstayed(), Papers::forged_knowingly, in_a_year),
                 Contract::informal),
         but(with_papers(abroad(), Papers::forged_knowingly, in_a_year),
             [](LifeState& now)
             {
                 now.status.presence = Presence::prison;
                 now.last_found = this_month;
                 now.ban_end[0] = in_a_year;
             }),
         {in_moscow(LifeEvent::conviction), in_moscow(LifeEvent::found, "convicted"),
          in_moscow(LifeEvent::ban, "2011-05")},
         LifeEvent::conviction},
    };
}

std::vector<Told> what_changes_no_status()
{
    auto const set = [](MonthStamp LifeState::*date, MonthStamp to)
    { return but(abroad(), [=](LifeState& state) { state.*date = to; }); };
    LifeState const banned = but(at_home(), [](LifeState& state) { state.ban_end[0] = in_a_year; });
    return {
        {"fine",
         abroad(),
         set(&LifeState::last_found, this_month),
         {in_moscow(LifeEvent::found, "fined")},
         LifeEvent::other},
        {"fine_of_another_month",
         set(&LifeState::last_found, last_month),
         set(&LifeState::last_found, last_month),
         {},
         LifeEvent::other},
        {"turned_back",
         banned,
         but(banned, [](LifeState& now) { now.known_bans = 1; }),
         {{LifeEvent::turned_back, Place::home, "russia"}},
         LifeEvent::other},
        {"ban_purged",
         banned,
         at_home(),
         {{LifeEvent::ban_purged, Place::home, "russia"}},
         LifeEvent::other},
        {"queue",
         abroad(),
         set(&LifeState::queue_end, in_a_year),
         {in_moscow(LifeEvent::citizenship_sought)},
         LifeEvent::other},
        {"denial",
         set(&LifeState::queue_end, this_month),
         abroad(),
         {in_moscow(LifeEvent::citizenship_denied)},
         LifeEvent::other},
        {"queue_left_with_the_country",
         set(&LifeState::queue_end, in_a_year),
         at_home(),
         {in_moscow(LifeEvent::returned)},
         LifeEvent::returned},
        {"consulate",
         abroad(),
         but(abroad(), [](LifeState& now) { now.at_consulate = true; }),
         {in_moscow(LifeEvent::consular_registration)},
         LifeEvent::other},
        {"passport_run_out",
         set(&LifeState::passport_end, last_month),
         set(&LifeState::passport_end, last_month),
         {in_moscow(LifeEvent::passport_expired)},
         LifeEvent::other},
        {"passport_renewed",
         set(&LifeState::passport_end, last_month),
         set(&LifeState::passport_end, in_a_year),
         {in_moscow(LifeEvent::passport_renewed)},
         LifeEvent::other},
    };
}

INSTANTIATE_TEST_SUITE_P(Moves, LifeEvents, testing::ValuesIn(moves()), name_of);
INSTANTIATE_TEST_SUITE_P(Presence, LifeEvents, testing::ValuesIn(changes_of_presence()), name_of);
INSTANTIATE_TEST_SUITE_P(State, LifeEvents, testing::ValuesIn(what_changes_no_status()), name_of);
}  // namespace

TEST(LifeEventNames, are_one_for_each_event)
{
    EXPECT_EQ(life_event_names.size(), index(LifeEvent::passport_renewed) + 1);
    EXPECT_EQ(life_event_names[index(LifeEvent::other)], "other");
    EXPECT_EQ(life_event_names[index(LifeEvent::naturalization)], "naturalization");
    EXPECT_EQ(life_event_names[index(LifeEvent::permit_awaited)], "permit_awaited");
    EXPECT_EQ(life_event_names.back(), "passport_renewed");
}
}  // namespace kochmon
