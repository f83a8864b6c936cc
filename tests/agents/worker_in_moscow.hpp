// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include "agents/options/life_abroad.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon::tests
{
/// A worker from Osh in Moscow after two months: registered, with a passport, money and no fear.
/// What the legal life and nothing are worth is read off the plans offered in the last month of a
/// permit.
class WorkerInMoscow : public testing::Test
{
  protected:
    static constexpr std::size_t russia = index(jurisdictions::russia);

    WorkerInMoscow()
        : scenario_(TestWorld{.persons = "5000", .months = 2}.scenario()),
          simulation_(scenario_, synthesize(scenario_), 0, {workers_, {}}),
          society(simulation_.society()),
          persons(simulation_.population().persons)
    {
        simulation_.run();
        society = simulation_.society();
        now = stamp(society.month);
        society.parameters.status.fear = 500.0;
        society.parameters.status.norm_cost = 1'500.0;
        scheme(Scheme::permit).fee[russia].fill(Kopecks::from_roubles(6'000));
        while (persons.place[worker] != destinations::moscow ||
               persons[worker].origin != regions::osh ||
               persons[worker].contract == Contract::none || !persons.status(worker).foreign())
            ++worker;
        persons[worker].papers = Papers::genuine;
        persons[worker].contract = Contract::informal;
        persons[worker].employer = Employer::firm;
        persons[worker].scheme = Scheme::permit;
        persons[worker].permit_for = Employers::all;
        persons[worker].cash = 10'000'000;
        persons[worker].perceived_risk = 0.0F;
        persons[worker].passport_end = stamp(society.month + 60);
        persons[worker].queue_end = never;
        hold(WorkRight::none, Presence::registered, now);
    }

    void hold(WorkRight right, Presence presence, MonthStamp end)
    {
        persons[worker].work_right = right;
        persons[worker].presence = presence;
        persons[worker].permit_begin = never;
        persons[worker].permit_end = end;
    }
    void let_irregularity_cost_money_alone()
    {
        society.parameters.status.fear = society.parameters.status.norm_cost = 0.0;
    }
    PermitLaw& scheme(Scheme which) { return society.parameters.permits.of(which); }
    LifeAbroad life(Lists lists = Lists::open) const
    {
        return {society, simulation_.population(), worker, lists};
    }
    double worth(StatusPlan plan) const
    {
        StatusOffers const offers = life().status_offers();
        EXPECT_TRUE(offers.open[static_cast<std::size_t>(plan)]);
        return offers.value[static_cast<std::size_t>(plan)];
    }
    // What irregularity costs beside money.
    double norm() const
    {
        return 500.0 +
               1'500.0 *
                   society.world.regular_share[index(regions::osh)][index(destinations::moscow)];
    }

    Workers workers_{1};
    Scenario scenario_;
    Simulation simulation_;
    Society society = tests::society_of_tests();
    Persons& persons;
    MonthStamp now = never;
    std::size_t worker = 0;
};
}  // namespace kochmon::tests
