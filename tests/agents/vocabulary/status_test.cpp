// SPDX-License-Identifier: MIT
#include "agents/vocabulary/status.hpp"

#include <vector>

#include <gtest/gtest.h>

#include "agents/state/population.hpp"

#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
Status status(Presence presence, WorkRight right, Contract contract = Contract::informal,
              Papers papers = Papers::genuine)
{
    return {.presence = presence, .work_right = right, .contract = contract, .papers = papers};
}

std::vector<Status> every_status()
{
    std::vector<Status> all;
    for (std::size_t presence = 0; presence < presence_names.size(); ++presence)
        for (std::size_t right = 0; right < work_right_names.size(); ++right)
            for (std::size_t contract = 0; contract < contract_names.size(); ++contract)
                for (std::size_t papers = 0; papers < papers_names.size(); ++papers)
                    all.push_back(
                        status(static_cast<Presence>(presence), static_cast<WorkRight>(right),
                               static_cast<Contract>(contract), static_cast<Papers>(papers)));
    return all;
}

TEST(Status, lets_work_who_is_lawfully_there_with_any_right)
{
    for (WorkRight const right :
         {WorkRight::permit, WorkRight::free_movement, WorkRight::temporary_resident,
          WorkRight::permanent_resident, WorkRight::citizen})
        for (Presence const presence : {Presence::permitted, Presence::registered})
            EXPECT_TRUE(status(presence, right).may_work());
    EXPECT_FALSE(status(Presence::registered, WorkRight::none).may_work());
    EXPECT_FALSE(status(Presence::overstayed, WorkRight::permit).may_work());
    EXPECT_FALSE(status(Presence::custody, WorkRight::permit).may_work());
    EXPECT_FALSE(status(Presence::registered, WorkRight::permit, Contract::formal,
                        Papers::forged_unknowingly)
                     .may_work());
}

// What is regular under free movement asks for more than the right, under permits it does not.
TEST(Status, tells_the_right_to_work_from_what_is_regular)
{
    Status const free = status(Presence::permitted, WorkRight::free_movement);
    EXPECT_TRUE(free.may_work());
    EXPECT_FALSE(free.regular());
    Status const searching = status(Presence::permitted, WorkRight::none, Contract::none);
    EXPECT_FALSE(searching.may_work());
    EXPECT_TRUE(searching.regular());
}

TEST(Status, takes_three_steps_of_legality_each_within_the_one_before)
{
    int lawful = 0;
    int with_right = 0;
    int by_contract = 0;
    for (Status const& each : every_status())
    {
        EXPECT_LE(each.works_by_right_and_contract(), each.may_work());
        EXPECT_LE(each.may_work(), each.presence_lawful());
        lawful += each.presence_lawful() ? 1 : 0;
        with_right += each.may_work() ? 1 : 0;
        by_contract += each.works_by_right_and_contract() ? 1 : 0;
    }
    EXPECT_EQ(lawful, 2 * 6 * 3 * 3);
    EXPECT_EQ(with_right, 2 * 5 * 3);
    EXPECT_EQ(by_contract, 2 * 5);
}

// By a permit for households alone, with a firm.
Status beyond_permit(Contract contract = Contract::informal)
{
    Status beyond = status(Presence::registered, WorkRight::permit, contract);
    beyond.permit_reaches_job = false;
    return beyond;
}

TEST(Status, a_permit_covers_the_work_that_it_reaches)
{
    Status within = status(Presence::registered, WorkRight::permit);
    EXPECT_TRUE(within.work_covered());
    EXPECT_EQ(within.right_at_work(), WorkRight::permit);
    EXPECT_TRUE(within.regular());
    for (Contract const contract : {Contract::informal, Contract::formal})
    {
        EXPECT_FALSE(beyond_permit(contract).work_covered());
        EXPECT_EQ(beyond_permit(contract).right_at_work(), WorkRight::none);
        EXPECT_FALSE(beyond_permit(contract).regular());
    }
}

// Those lawfully there keep their right to work with others.
TEST(Status, beyond_a_permit_is_lawful_as_a_stay)
{
    EXPECT_TRUE(beyond_permit().presence_lawful());
    EXPECT_TRUE(beyond_permit().may_work());
}

TEST(Status, whom_a_permit_is_for_is_nothing_to_other_rights)
{
    for (WorkRight const right :
         {WorkRight::none, WorkRight::free_movement, WorkRight::temporary_resident,
          WorkRight::permanent_resident, WorkRight::citizen})
    {
        Status const reached = status(Presence::registered, right, Contract::formal);
        Status beyond = reached;
        beyond.permit_reaches_job = false;
        EXPECT_EQ(beyond.right_at_work(), right);
        EXPECT_EQ(beyond.work_covered(), reached.work_covered());
        EXPECT_EQ(beyond.work_covered(), right != WorkRight::none);
    }
}

// One who holds a permit, of those whom it is for in a job with an employer.
Status held(Employers permit_for, Employer employer, Contract contract = Contract::informal)
{
    Persons persons;
    persons.ban_end.resize(kyrgyz_corridor()->jurisdictions().size());
    persons.resize(1);
    persons[0].presence = Presence::registered;
    persons[0].work_right = WorkRight::permit;
    persons[0].permit_for = permit_for;
    persons[0].employer = employer;
    persons[0].contract = contract;
    return persons.status(0);
}

TEST(StatusOfPerson, is_regular_with_an_employer_whom_the_permit_is_for)
{
    EXPECT_TRUE(held(Employers::all, Employer::firm).regular());
    EXPECT_TRUE(held(Employers::all, Employer::household).regular());
    EXPECT_TRUE(held(Employers::firms, Employer::firm).regular());
    EXPECT_FALSE(held(Employers::firms, Employer::household).regular());
    EXPECT_TRUE(held(Employers::households, Employer::household).regular());
    EXPECT_FALSE(held(Employers::households, Employer::firm).regular());
}

// The column keeps the last employer.
TEST(StatusOfPerson, who_searches_works_beyond_no_permit)
{
    Status const searching = held(Employers::households, Employer::firm, Contract::none);
    EXPECT_TRUE(searching.permit_reaches_job);
    EXPECT_TRUE(searching.regular());
}
}  // namespace
}  // namespace kochmon
