// SPDX-License-Identifier: MIT
#include "agents/state/scarce_places.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "engine/random.hpp"

#include "agents/law/quota.hpp"
#include "agents/vocabulary/decision_points.hpp"

#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
constexpr Scarce scarce_permit = Scarce::permit;
constexpr Place desk_here = destinations::moscow;
using YearDraws = ByScarce<ByPlace<double>>;

QuotaLaw quota_law_of(double places, double other_origins = 0.0)
{
    QuotaLaw law;
    law.quota[index(scarce_permit)][index(desk_here)] = {
        .applies = true, .places = places, .other_origins = Share(other_origins)};
    return law;
}

YearDraws draws_of(double u)
{
    YearDraws draws{};
    for (auto& places : draws) places.fill(u);
    return draws;
}

void open(QuotaBook& book, QuotaLaw const& law, Month month, double u = 0.5, double weight = 1.0)
{
    book.open(law.quota, month, weight, draws_of(u));
}

// Each ticket is held by four lots, so that the key has to decide between them.
std::vector<Lot> lots_with_ties(std::uint64_t number)
{
    std::vector<Lot> lots;
    for (std::uint64_t key = 0; key < number; ++key)
        lots.emplace_back(Lot{static_cast<std::uint32_t>(key * 7919 % number / 4), key});
    return lots;
}

Lottery lottery_of(std::vector<Lot> const& lots)
{
    Lottery lottery;
    for (Lot const& lot : lots) lottery.add(scarce_permit, desk_here, lot);
    return lottery;
}

/// The lots that win if so many places are open.
std::vector<Lot> winners(std::vector<Lot> const& lots, std::size_t places)
{
    QuotaBook book;
    open(book, quota_law_of(12.0 * static_cast<double>(places)), Month::of(2010, 1));
    Lottery lottery = lottery_of(lots);
    lottery.draw(book, kyrgyz_corridor()->destinations());
    std::vector<Lot> won;
    for (Lot const& lot : lots)
        if (lottery.wins(scarce_permit, desk_here, lot)) won.emplace_back(lot);
    std::sort(won.begin(), won.end());
    return won;
}
}  // namespace

TEST(Quota, counts_the_places_that_other_origins_leave)
{
    // 1,200 x (1 - 0.75) / 12 = 25
    Quota const quota{.applies = true, .places = 1200.0, .other_origins = Share(0.75)};
    EXPECT_DOUBLE_EQ(quota.places_a_month(), 25.0);
}

TEST(Quota, rounds_down_after_the_keyed_draw_of_the_year)
{
    // 1,200 x 0.25 / 12 = 25 persons; of weight 10: 2.5 agents
    for (auto const& [u, places] : {std::pair{0.0, 2}, {0.49, 2}, {0.5, 3}, {0.99, 3}})
    {
        QuotaBook book;
        open(book, quota_law_of(1200.0, 0.75), Month::of(2010, 1), u, 10.0);
        EXPECT_EQ(book.places(scarce_permit, desk_here), places) << u;
    }
}

TEST(Quota, the_draw_rounds_once_a_year_not_once_a_month)
{
    QuotaBook book;
    // Half an agent a month and u = 0.25: floor(0.75), floor(1.25), floor(1.75), floor(2.25)
    for (auto const& [month, places] : {std::pair{1, 0}, {2, 1}, {3, 1}, {4, 2}})
    {
        open(book, quota_law_of(6.0), Month::of(2010, month), 0.25);
        EXPECT_EQ(book.places(scarce_permit, desk_here), places) << month;
    }
}

TEST(Quota, a_cut_within_the_year_leaves_what_the_new_quota_would_have_opened)
{
    for (auto const& [places, left] :
         {std::pair{0.0, 0}, {60.0, 15}, {108.0, 25}, {120.0, 26}, {240.0, 36}})
    {
        QuotaBook book;
        open(book, quota_law_of(120.0), Month::of(2010, 1));
        open(book, quota_law_of(120.0), Month::of(2010, 2));
        book.grant(scarce_permit, desk_here, 4);
        // 20 opened, 4 used: 16 left, at most two months' of the quota that is cut; then a month's.
        open(book, quota_law_of(places), Month::of(2010, 3));
        EXPECT_EQ(book.places(scarce_permit, desk_here), left) << places;
    }
}

TEST(Quota, more_places_for_a_month_leave_no_fewer_afterwards)
{
    auto const after = [](double february)
    {
        QuotaBook book;
        for (auto const& [month, places] :
             {std::pair{1, 120.0}, {2, february}, {3, 120.0}, {4, 36.0}})
            open(book, quota_law_of(places), Month::of(2010, month));
        return book.places(scarce_permit, desk_here);
    };
    EXPECT_EQ(after(120.0), 12) << "three months' of 3 and one";
    EXPECT_EQ(after(1200.0), 12);
}

TEST(Quota, a_quota_of_nothing_opens_nothing_and_one_that_returns_begins_anew)
{
    QuotaBook book;
    open(book, quota_law_of(120.0), Month::of(2010, 6), 0.99);
    open(book, quota_law_of(0.0), Month::of(2010, 7), 0.99);
    EXPECT_EQ(book.places(scarce_permit, desk_here), 0) << "not even by rounding";
    open(book, quota_law_of(120.0), Month::of(2010, 8));
    EXPECT_EQ(book.places(scarce_permit, desk_here), 10);
}

TEST(Quota, what_is_granted_without_a_limit_counts_against_nothing)
{
    QuotaLaw lifted = quota_law_of(120.0);
    lifted.quota[index(scarce_permit)][index(desk_here)].applies = false;
    QuotaBook book;
    open(book, quota_law_of(120.0), Month::of(2010, 1));
    book.grant(scarce_permit, desk_here, 3);
    open(book, lifted, Month::of(2010, 2));
    book.grant(scarce_permit, desk_here, 500);
    EXPECT_EQ(book.granted_this_month(scarce_permit, desk_here), 500);
    open(book, quota_law_of(120.0), Month::of(2010, 3));
    EXPECT_EQ(book.places(scarce_permit, desk_here), 17) << "7 left of January and 10 of March";
    EXPECT_EQ(book.granted(scarce_permit, desk_here), 3);
}

TEST(Quota, places_not_granted_roll_over_to_the_next_month)
{
    QuotaBook book;
    open(book, quota_law_of(120.0), Month::of(2010, 1));
    book.grant(scarce_permit, desk_here, 4);
    open(book, quota_law_of(120.0), Month::of(2010, 2));
    // 10 + 10 opened, 4 granted
    EXPECT_EQ(book.places(scarce_permit, desk_here), 16);
    EXPECT_EQ(book.granted(scarce_permit, desk_here), 4);
}

TEST(Quota, nothing_passes_december)
{
    QuotaBook book;
    for (int month = 1; month <= 12; ++month)
        open(book, quota_law_of(120.0), Month::of(2010, month));
    EXPECT_EQ(book.places(scarce_permit, desk_here), 120);
    book.grant(scarce_permit, desk_here, 50);
    open(book, quota_law_of(120.0), Month::of(2011, 1));
    EXPECT_EQ(book.places(scarce_permit, desk_here), 10);
    EXPECT_EQ(book.granted(scarce_permit, desk_here), 0);
}

TEST(Quota, a_run_that_begins_within_the_year_has_the_places_from_then_on)
{
    QuotaBook book;
    open(book, quota_law_of(120.0), Month::of(2010, 11));
    EXPECT_EQ(book.places(scarce_permit, desk_here), 10);
}

TEST(Quota, a_year_cut_below_what_it_has_granted_opens_nothing)
{
    QuotaBook book;
    open(book, quota_law_of(120.0), Month::of(2010, 1), 0.0);
    book.grant(scarce_permit, desk_here, 12);
    EXPECT_EQ(book.places(scarce_permit, desk_here), 0) << "never less than none";
    open(book, quota_law_of(0.0), Month::of(2010, 2), 0.0);
    EXPECT_EQ(book.places(scarce_permit, desk_here), 0);
}

TEST(Quota, lists_of_other_kinds_and_destinations_are_their_own)
{
    QuotaLaw law = quota_law_of(120.0);
    law.quota[index(Scarce::placement)][index(desk_here)] = {.applies = true, .places = 24.0};
    QuotaBook book;
    open(book, law, Month::of(2010, 1));
    book.grant(scarce_permit, desk_here, 7);
    EXPECT_EQ(book.places(Scarce::placement, desk_here), 2);
    EXPECT_TRUE(book.limited(scarce_permit, desk_here));
    EXPECT_FALSE(book.limited(scarce_permit, destinations::st_petersburg));
}

TEST(Quota, citizenship_has_one_list_for_all_of_russia)
{
    EXPECT_EQ(desk(Scarce::citizenship, destinations::rest_of_russia), destinations::moscow);
    EXPECT_EQ(desk(Scarce::citizenship, destinations::kazakhstan), destinations::kazakhstan);
    EXPECT_EQ(desk(Scarce::permit, destinations::rest_of_russia), destinations::rest_of_russia);
}

TEST(Lottery, a_quota_that_does_not_apply_grants_all)
{
    QuotaLaw law = quota_law_of(12.0);
    law.quota[index(scarce_permit)][index(desk_here)].applies = false;
    QuotaBook book;
    open(book, law, Month::of(2010, 1));
    std::vector<Lot> const lots = lots_with_ties(40);
    Lottery lottery = lottery_of(lots);
    lottery.draw(book, kyrgyz_corridor()->destinations());
    EXPECT_EQ(book.granted_this_month(scarce_permit, desk_here), 40);
    for (Lot const& lot : lots) EXPECT_TRUE(lottery.wins(scarce_permit, desk_here, lot));
}

TEST(Lottery, grants_no_more_than_is_open_nor_than_is_sought)
{
    std::vector<Lot> const lots = lots_with_ties(40);
    for (std::size_t places = 0; places <= 45; ++places)
        EXPECT_EQ(winners(lots, places).size(), std::min<std::size_t>(places, 40)) << places;
}

TEST(Lottery, enters_its_grants_into_the_books)
{
    QuotaBook book;
    open(book, quota_law_of(120.0), Month::of(2010, 1));
    Lottery lottery = lottery_of(lots_with_ties(7));
    lottery.draw(book, kyrgyz_corridor()->destinations());
    EXPECT_EQ(book.granted(scarce_permit, desk_here), 7);
    EXPECT_EQ(book.places(scarce_permit, desk_here), 3);
    lottery.clear();
    for (Lot const& lot : lots_with_ties(7)) lottery.add(scarce_permit, desk_here, lot);
    lottery.draw(book, kyrgyz_corridor()->destinations());
    EXPECT_EQ(book.granted(scarce_permit, desk_here), 10) << "all that was open, not 14";
}

TEST(Lottery, the_lowest_tickets_win_and_keys_settle_ties)
{
    // Sorted: (1, 9), (2, 3), (2, 5), (2, 8), (4, 1)
    std::vector<Lot> const lots{{2, 8}, {4, 1}, {2, 3}, {1, 9}, {2, 5}};
    EXPECT_EQ(winners(lots, 3), (std::vector<Lot>{{1, 9}, {2, 3}, {2, 5}}));
}

TEST(Lottery, winners_of_a_smaller_quota_win_in_a_larger_one)
{
    std::vector<Lot> const lots = lots_with_ties(200);
    std::vector<Lot> fewer;
    for (std::size_t places = 0; places <= 200; places += 10)
    {
        std::vector<Lot> const more = winners(lots, places);
        EXPECT_TRUE(std::includes(more.begin(), more.end(), fewer.begin(), fewer.end())) << places;
        fewer = more;
    }
}

TEST(Lottery, the_order_in_which_lots_are_added_does_not_matter)
{
    std::vector<Lot> const lots = lots_with_ties(200);
    std::vector<Lot> reversed(lots.rbegin(), lots.rend());
    EXPECT_EQ(winners(lots, 61), winners(reversed, 61));
    QuotaBook book;
    open(book, quota_law_of(12.0 * 61.0), Month::of(2010, 1));
    Lottery joined = lottery_of({lots.begin() + 90, lots.end()});
    joined.add(lottery_of({lots.begin(), lots.begin() + 90}));
    joined.draw(book, kyrgyz_corridor()->destinations());
    std::vector<Lot> const won = winners(lots, 61);
    for (Lot const& lot : lots)
        EXPECT_EQ(joined.wins(scarce_permit, desk_here, lot),
                  std::binary_search(won.begin(), won.end(), lot));
}

// Two rivals for three places have theirs; of three newcomers the lowest has the place that is
// left.
TEST(Lottery, among_few_applicants_of_another_world_gives_newcomers_what_is_left)
{
    QuotaBook book;
    open(book, quota_law_of(12.0 * 3.0), Month::of(2010, 1));
    Lottery lottery;
    QuotaBook of_others = book;
    lottery.draw_among(lottery_of({{9, 1}, {8, 2}}), lottery_of({{9, 1}, {5, 3}, {4, 4}, {6, 5}}),
                       of_others, book, kyrgyz_corridor()->destinations());
    EXPECT_TRUE(lottery.wins(scarce_permit, desk_here, {9, 1}));
    EXPECT_TRUE(lottery.wins(scarce_permit, desk_here, {4, 4}));
    EXPECT_FALSE(lottery.wins(scarce_permit, desk_here, {5, 3}));
    EXPECT_EQ(book.granted(scarce_permit, desk_here), 3);
    EXPECT_EQ(of_others.granted(scarce_permit, desk_here), 2) << "a newcomer takes no place away";
}

// The newcomers of one month leave the others of the next as many places as these would have had.
TEST(Lottery, newcomers_take_no_place_from_applicants_of_another_world)
{
    QuotaBook book;
    QuotaBook of_others;
    auto const luck_of_month =
        [&](std::vector<Lot> const& rivals, std::vector<Lot> const& own, int month)
    {
        open(book, quota_law_of(12.0 * 2.0), Month::of(2010, month));
        open(of_others, quota_law_of(12.0 * 2.0), Month::of(2010, month));
        Lottery lottery;
        lottery.draw_among(lottery_of(rivals), lottery_of(own), of_others, book,
                           kyrgyz_corridor()->destinations());
        return lottery;
    };
    luck_of_month({}, {{1, 1}, {2, 2}}, 1);
    Lottery const second = luck_of_month({{3, 3}, {4, 4}, {5, 5}}, {{3, 3}, {4, 4}, {5, 5}}, 2);
    for (Lot const& lot : {Lot{3, 3}, Lot{4, 4}, Lot{5, 5}})
        EXPECT_TRUE(second.wins(scarce_permit, desk_here, lot));
}

// Where the other world's are too many, its last winner is the mark for all.
TEST(Lottery, among_many_applicants_of_another_world_is_drawn_among_these)
{
    QuotaBook book;
    open(book, quota_law_of(12.0 * 2.0), Month::of(2010, 1));
    Lottery lottery;
    QuotaBook of_others = book;
    lottery.draw_among(lottery_of({{3, 1}, {7, 2}, {9, 3}}), lottery_of({{6, 4}, {8, 5}}),
                       of_others, book, kyrgyz_corridor()->destinations());
    EXPECT_TRUE(lottery.wins(scarce_permit, desk_here, {6, 4}));
    EXPECT_FALSE(lottery.wins(scarce_permit, desk_here, {8, 5}));
    EXPECT_EQ(book.granted(scarce_permit, desk_here), 2);
}

TEST(Lottery, luck_does_not_go_by_the_number_of_the_person)
{
    MonthDraws const luck({7, 0}, Month::of(2010, 1));
    std::vector<Lot> lots;
    for (std::uint64_t key = 0; key < 100'000; ++key)
    {
        auto const person = SubjectKey::person_of_the_start(key);
        lots.emplace_back(Lot{luck.words(person, block(DecisionPoint::lot), 0)[0], person.bits()});
    }
    std::vector<Lot> const won = winners(lots, 20'000);
    ASSERT_EQ(won.size(), 20'000U);
    // Of each tenth 2,000 +- 5 sd of 40 = sqrt(10,000 x 0.2 x 0.8): by chance below 6 in a million.
    for (std::uint64_t tenth = 0; tenth < 10; ++tenth)
    {
        auto const in_tenth = [&](Lot const& lot) { return lot.key / 10'000 == tenth; };
        EXPECT_NEAR(static_cast<double>(std::count_if(won.begin(), won.end(), in_tenth)), 2'000.0,
                    200.0);
    }
}
}  // namespace kochmon
