// SPDX-License-Identifier: MIT
#pragma once

#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "agents/steps/steps.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon::tests
{
/// A man of Osh in Moscow, within a permitted stay of two months more, in his second month with a
/// firm and without a right to work; a household at home of which he is the only member, with
/// nothing. Nobody exploits him, and he has neither money nor debt.
class WorkerAbroad : public testing::Test
{
  protected:
    using Step = void (*)(Society const&, Piece&);
    static constexpr std::size_t worker = 0;

    WorkerAbroad()
    {
        society.month = Month::of(2010, 6);
        society.seeds = {3, 0};
        society.parameters = baseline_parameters({"rules.exploitation.hazard=0 %/month"});
        society.world.income_level = everywhere_one();
        society.world.wage[index(destinations::moscow)] = 20'000.0;
        society.world.expected_pay.fill(1.0);
        population.persons.ban_end.resize(kyrgyz_corridor()->jurisdictions().size());
        population.persons.resize(1);
        population.households.resize(1);
        population.households.first_member = {0, 1};
        population.households.region = {regions::osh};
        persons.key[worker] = 1;
        persons.birth[worker] = stamp(society.month - 12 * 30);
        persons[worker].origin = regions::osh;
        persons.sex[worker] = Sex::male;
        persons[worker].wage_factor = 1.0F;
        let_nothing_end();
        arrive();
    }

    /// The worker and what the step counted, after it.
    Tally after(Step step, std::vector<Intent> intents = {})
    {
        std::vector<Piece> pieces = cut(population, {}, *kyrgyz_corridor());
        Piece& piece = pieces.front();
        piece.begin_tile(0);
        steps::draw_luck(society, piece);
        piece.tile().intents = std::move(intents);
        step(society, piece);
        left = piece.tile().intents;
        return piece.tally;
    }

    PermitLaw& scheme(Scheme which) { return society.parameters.permits.of(which); }

    Society society = tests::society_of_tests();
    Population population;
    Persons& persons = population.persons;
    std::vector<Intent> left;  // that the step leaves to be carried out

  private:
    void let_nothing_end()
    {
        Person& person = persons[worker];
        for (MonthStamp* const date :
             {&person.permit_begin, &person.permit_end, &person.permit_paid, &person.resident_since,
              &person.queue_end, &person.offer_end, &person.last_offence, &person.fined_again,
              &person.last_removed, &person.prison_end, &person.passport_ready,
              &person.last_exploited})
            *date = never;
        persons.last_found[worker] = never;
        for (auto& ban_end : persons.ban_end) ban_end[worker] = never;
        persons[worker].passport_end = stamp(society.month + 60);
    }

    void arrive()
    {
        persons.place[worker] = destinations::moscow;
        persons[worker].presence = Presence::permitted;
        persons[worker].arrival = persons[worker].came = persons[worker].entry =
            persons[worker].lawful_since = stamp(society.month - 1);
        persons[worker].stay_end = stamp(society.month + 2);
        persons[worker].contract = Contract::informal;
        persons[worker].job_start = stamp(society.month - 1);
    }
};
}  // namespace kochmon::tests
