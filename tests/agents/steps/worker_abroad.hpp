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
        persons.origin[worker] = regions::osh;
        persons.sex[worker] = Sex::male;
        persons.wage_factor[worker] = 1.0F;
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
        for (auto* const date :
             {&persons.permit_begin, &persons.permit_end, &persons.permit_paid,
              &persons.resident_since, &persons.queue_end, &persons.offer_end, &persons.last_found,
              &persons.last_offence, &persons.fined_again, &persons.last_removed,
              &persons.prison_end, &persons.passport_ready, &persons.last_exploited})
            (*date)[worker] = never;
        for (auto& ban_end : persons.ban_end) ban_end[worker] = never;
        persons.passport_end[worker] = stamp(society.month + 60);
    }

    void arrive()
    {
        persons.place[worker] = destinations::moscow;
        persons.presence[worker] = Presence::permitted;
        persons.arrival[worker] = persons.came[worker] = persons.entry[worker] =
            persons.lawful_since[worker] = stamp(society.month - 1);
        persons.stay_end[worker] = stamp(society.month + 2);
        persons.contract[worker] = Contract::informal;
        persons.job_start[worker] = stamp(society.month - 1);
    }
};
}  // namespace kochmon::tests
