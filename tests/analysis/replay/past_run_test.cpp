// SPDX-License-Identifier: MIT
#include "analysis/replay/past_run.hpp"

#include <gmock/gmock.h>

#include "tests/analysis/replay/replayed_folder.hpp"

// What the real program refuses to repeat, and how it says so.
namespace kochmon
{
namespace
{
using testing::HasSubstr;
using testing::IsEmpty;

class PastRunFolder : public Replay
{
};

TEST_F(PastRunFolder, whose_account_was_edited_is_refused)
{
    run();
    Account account = this->account();
    strike(account, "series.csv");
    put(file("run.json"), account.dump());
    Outcome const again = replay();
    EXPECT_EQ(again.status, 4);
    EXPECT_THAT(again.err, HasSubstr("run.json: was edited"));
    EXPECT_THAT(again.out, IsEmpty());
}

TEST_F(PastRunFolder, that_lists_no_results_is_refused)
{
    run();
    change_account([](Account& account) { strike(account, "series.csv"); });
    Outcome const again = replay();
    EXPECT_EQ(again.status, 4);
    EXPECT_THAT(again.err, HasSubstr("lists no series.csv"));
}

}  // namespace
}  // namespace kochmon
