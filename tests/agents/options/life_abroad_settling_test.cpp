// SPDX-License-Identifier: MIT
#include "tests/agents/worker_in_moscow.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

// Of life abroad: what a foreigner may expect, relatives who are citizens, and paths to residence.
namespace kochmon
{
namespace
{
/// The permit is the only scheme, and three in ten of the region's workers there are regular.
class LifeOfForeigner : public tests::WorkerInMoscow
{
  protected:
    static constexpr double regular = 0.3;

    LifeOfForeigner()
    {
        scheme(Scheme::patent).open[russia] = scheme(Scheme::highly_skilled).open[russia] = false;
        society.world.regular_share[index(regions::osh)][index(destinations::moscow)] = regular;
        hold(WorkRight::permit, Presence::registered, now);
        legal = worth(StatusPlan::permit);
        irregular = worth(StatusPlan::nothing);
        later = regular * legal + (1.0 - regular) * irregular;
    }
    double horizon() const { return society.parameters.value.horizon(persons[worker].aim); }

    double legal = 0.0;
    double irregular = 0.0;
    double later = 0.0;
};

/// One whom the agreement of four states lets become a citizen, or resident outside a quota, if a
/// close relative is a citizen there; nobody of the household is abroad, nor any citizen there.
class RelativeOfWorker : public tests::WorkerInMoscow
{
  protected:
    RelativeOfWorker()
    {
        NaturalizationLaw& citizenship = society.parameters.naturalization;
        for (CitizenshipPathLaw& path : citizenship.path) path.open[russia] = false;
        CitizenshipPathLaw& agreement = citizenship.of(CitizenshipPath::agreement);
        agreement.open[russia] = true;
        agreement.residence_months[russia] = 0;
        persons.last_found[worker] = never;
        open_residence(ResidencePath::by_agreement);
        society.world.naturalized_share = {};
        auto const& first = simulation_.population().households.first_member;
        std::uint32_t const household = persons[worker].household;
        for (std::size_t row = first[household]; row < first[household + 1]; ++row)
        {
            if (row == worker) continue;
            persons.place[row] = Place::home;
            persons[row].work_right = WorkRight::none;
            mate = row;
        }
    }
    // Alone.
    void open_residence(ResidencePath which)
    {
        for (ResidencePathLaw& path : society.parameters.residence.path) path.open[russia] = false;
        society.parameters.residence.path[index(which)].open[russia] = true;
    }
    bool is_known() const
    {
        EXPECT_EQ(life().may_seek_residence(), life().may_seek_citizenship());
        return life().may_seek_citizenship();
    }
    void let_all_be_citizens(Place place)
    {
        society.world.region_share[index(regions::osh)][index(place)] = 1.0;
        society.world.naturalized_share[index(regions::osh)][index(place)] = 1.0;
    }

    std::size_t mate = 0;  // another of the household
};
}  // namespace

TEST_F(LifeOfForeigner, is_that_of_the_permit_while_it_holds_and_then_as_of_others)
{
    ASSERT_GT(legal, irregular);
    for (int const months : {0, 3, 9})
    {
        hold(WorkRight::permit, Presence::registered, stamp(society.month + months));
        double const secure = months / horizon();
        EXPECT_NEAR(life().value_as_foreigner(), secure * legal + (1.0 - secure) * later, 1e-6)
            << months;
    }
    hold(WorkRight::permit, Presence::registered, stamp(society.month + 600));
    EXPECT_NEAR(life().value_as_foreigner(), legal, 1e-6) << "beyond the horizon";
}

TEST_F(LifeOfForeigner, without_a_right_is_as_of_others_from_now_on)
{
    hold(WorkRight::none, Presence::registered, never);
    EXPECT_NEAR(life().value_as_foreigner(), later, 1e-6);
}

TEST_F(LifeOfForeigner, is_the_life_now_led_where_the_right_has_no_end)
{
    society.parameters.stay.regime[russia] = Regime::free_movement;
    hold(WorkRight::free_movement, Presence::registered, never);
    EXPECT_EQ(life().value_as_foreigner(), life().value_now());
}

TEST_F(LifeOfForeigner, expects_the_legal_life_after_residence_where_everybody_may_work)
{
    society.parameters.residence_choice.constant = 0.0;
    society.parameters.residence_choice.attachment = 0.0;
    society.parameters.stay.regime[russia] = Regime::free_movement;
    hold(WorkRight::temporary_resident, Presence::registered, stamp(society.month));
    double const after = life().value_as_foreigner();
    hold(WorkRight::free_movement, Presence::registered, never);
    EXPECT_NEAR(after, life().value_as_foreigner(), 1e-6);
}

TEST_F(LifeOfForeigner, with_a_permit_is_worth_what_it_let_do_when_it_was_given)
{
    hold(WorkRight::permit, Presence::registered, stamp(society.month + 600));
    double const all = life().value_as_foreigner();
    persons[worker].permit_for = Employers::households;
    double const none = life().value_as_foreigner();
    EXPECT_LT(none, all) << "the work is for a firm";
    scheme(Scheme::permit).employers[russia] = Employers::households;
    persons[worker].permit_for = Employers::all;
    EXPECT_NEAR(life().value_as_foreigner(), all, 1e-6);
}

TEST_F(LifeOfForeigner, has_of_a_resident_what_residence_is_worth_beside_its_money)
{
    society.parameters.residence_choice.constant = -5000.0;
    society.parameters.residence_choice.attachment = 0.5;
    persons[worker].attachment = Kopecks::from_roubles(-16'000).count();
    hold(WorkRight::permanent_resident, Presence::registered, never);
    EXPECT_NEAR(life().value_as_foreigner(), life().value_now() + 3000.0, 1e-6);
    hold(WorkRight::temporary_resident, Presence::registered, stamp(society.month + 3));
    double const secure = 3.0 / horizon();
    EXPECT_NEAR(life().value_as_foreigner(),
                secure * (life().value_now() + 3000.0) + (1.0 - secure) * later, 1e-6);
}

TEST_F(RelativeOfWorker, is_one_of_the_household_who_is_a_citizen_there)
{
    ASSERT_NE(mate, 0U);
    EXPECT_FALSE(is_known());
    persons[mate].work_right = WorkRight::citizen;
    EXPECT_FALSE(is_known()) << "lives at home";
    persons.place[mate] = destinations::kazakhstan;
    EXPECT_FALSE(is_known());
    persons.place[mate] = destinations::rest_of_russia;
    EXPECT_TRUE(is_known());
    persons[mate].work_right = WorkRight::permanent_resident;
    EXPECT_FALSE(is_known());
}

TEST_F(RelativeOfWorker, may_be_of_the_region_where_its_adults_are_citizens_there)
{
    let_all_be_citizens(destinations::kazakhstan);
    EXPECT_FALSE(is_known());
    let_all_be_citizens(destinations::st_petersburg);
    EXPECT_TRUE(is_known());
    society.parameters.naturalization_choice.relatives = 0.0;
    EXPECT_FALSE(is_known()) << "who has none outside the household";
}

TEST_F(RelativeOfWorker, opens_residence_outside_the_quota_without_a_right_to_work)
{
    let_all_be_citizens(destinations::moscow);
    EXPECT_TRUE(life().may_seek_residence());
    EXPECT_EQ(life().residence_list(), Scarce::nothing);
    EXPECT_TRUE(life(Lists::closed).may_seek_residence());
    society.parameters.residence.path[index(ResidencePath::by_agreement)].asks_work_right[russia] =
        true;
    EXPECT_FALSE(life().may_seek_residence());
}

TEST_F(RelativeOfWorker, is_not_asked_for_by_the_quota)
{
    open_residence(ResidencePath::by_quota);
    hold(WorkRight::permit, Presence::registered, stamp(society.month + 6));
    EXPECT_TRUE(life().may_seek_residence());
    EXPECT_EQ(life().residence_list(), Scarce::temporary_residence);
    EXPECT_FALSE(life(Lists::closed).may_seek_residence());
}
}  // namespace kochmon
