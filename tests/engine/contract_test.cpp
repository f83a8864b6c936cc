// SPDX-License-Identifier: MIT
#include "engine/contract.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/error.hpp"

namespace kochmon
{
using testing::AllOf;
using testing::HasSubstr;
using testing::ThrowsMessage;

TEST(Contract, says_nothing_while_kept)
{
    EXPECT_NO_THROW(INVARIANT(1 + 1 == 2));
    EXPECT_NO_THROW(EXPECT(true));
}

TEST(Contract, invariant_throws_invariant_error_in_every_build)
{
    EXPECT_THAT([] { INVARIANT(1 + 1 == 3); },
                ThrowsMessage<InvariantError>(
                    AllOf(HasSubstr("invariant broken: 1 + 1 == 3"), HasSubstr("contract_test"))));
}

#ifndef KOCHMON_NO_CONTRACTS
TEST(Contract, expect_assert_and_ensure_say_whose_fault_it_is)
{
    EXPECT_THAT([] { EXPECT(false); },
                ThrowsMessage<InternalError>(HasSubstr("precondition broken: false")));
    EXPECT_THAT([] { ASSERT(false); },
                ThrowsMessage<InternalError>(HasSubstr("fact broken: false")));
    EXPECT_THAT([] { ENSURE(false); },
                ThrowsMessage<InternalError>(HasSubstr("postcondition broken: false")));
}
#endif

TEST(Error, carries_the_exit_status_of_its_kind)
{
    EXPECT_EQ(ScenarioError("x").status(), ExitStatus::scenario_wrong);
    EXPECT_EQ(OutputExistsError("x").status(), ExitStatus::output_exists);
    EXPECT_EQ(FileError("x").status(), ExitStatus::file_error);
    EXPECT_EQ(InvariantError("x").status(), ExitStatus::invariant_broken);
    EXPECT_EQ(UsageError("x").status(), ExitStatus::usage);
    EXPECT_EQ(InternalError("x").status(), ExitStatus::internal_error);
}
}  // namespace kochmon
