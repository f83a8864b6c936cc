// SPDX-License-Identifier: MIT
#include "analysis/replay/past_run.hpp"

#include <gmock/gmock.h>

#include "tests/analysis/replay/replayed_folder.hpp"

// What the real program refuses to repeat, and how it says so.
namespace kochmon
{
namespace
{
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

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

// Also what the digest of the files does not cover.
TEST_F(PastRunFolder, of_which_another_run_is_told_is_refused)
{
    run({"--replicates", "2"});
    change("run.json", "\"replicates\": 2", "\"replicates\": 50");
    Outcome const again = replay();
    EXPECT_EQ(again.status, 4);
    EXPECT_THAT(again.err, HasSubstr("was edited since kochmon wrote it"));
}

TEST_F(PastRunFolder, has_no_word_with_the_terminal)
{
    run();
    change_account([](Account& account)
                   { account["version"] = "\x1b[2J" + std::string(5000, 'x'); });
    Outcome const again = replay();
    EXPECT_THAT(again.out + again.err, AllOf(Not(HasSubstr("\x1b")), HasSubstr("\\x1b")));
    EXPECT_LT((again.out + again.err).size(), 4000U);
}

TEST_F(PastRunFolder, that_lists_no_results_is_refused)
{
    run();
    change_account([](Account& account) { strike(account, "series.csv"); });
    Outcome const again = replay();
    EXPECT_EQ(again.status, 4);
    EXPECT_THAT(again.err, HasSubstr("lists no series.csv"));
}

TEST_F(PastRunFolder, is_seen_to_lack_files_before_anything_is_lived)
{
    run();
    fs::remove(file("measures.csv"));
    fs::remove(file("series.csv"));
    fs::create_directory(file("series.csv"));
    Outcome const again = replay({"-v"});
    EXPECT_EQ(again.status, 4);
    EXPECT_THAT(again.err,
                AllOf(HasSubstr("measures.csv: No such file"),
                      HasSubstr("series.csv: Is a directory"), Not(HasSubstr("repeating"))));
}

// A name that is too long stands for a folder that may not be read: root may read every folder.
TEST_F(PastRunFolder, that_cannot_be_looked_at_is_a_file_error)
{
    Outcome const named = kochmon_with({"replay", std::string(300, 'x')});
    EXPECT_EQ(named.status, 4);
    EXPECT_THAT(named.err, HasSubstr("xxx: cannot be looked at: File name too long"));
    run();
    fs::remove(file("run.json"));
    fs::create_symlink("run.json", file("run.json"));
    Outcome const looped = replay();
    EXPECT_EQ(looped.status, 4);
    EXPECT_THAT(looped.err, HasSubstr("run.json: cannot be looked at"));
}

TEST_F(PastRunFolder, of_another_program_is_told_with_both_programs_where_this_one_refuses_it)
{
    run();
    std::string const scenario = text_of(file("scenario.yaml")) + "feee: 3\n";
    put(file("scenario.yaml"), scenario);
    change_account(
        [&](Account& account)
        {
            listed(account, "scenario.yaml")["sha256"] = sha256(scenario);
            account["version"] = "0.0.9";
            account["commit"] = "0123456789ab";
        });
    Outcome const again = replay();
    EXPECT_EQ(again.status, 2);
    EXPECT_THAT(again.err, AllOf(HasSubstr("was run by kochmon 0.0.9, commit 0123456789ab; this is "
                                           "kochmon " +
                                           named(present_build())),
                                 HasSubstr(": feee")));
}

TEST_F(PastRunFolder, tells_how_its_program_was_compiled)
{
    run();
    EXPECT_EQ(compiled(read_past_run(folder()).program), compiled(present_build()));
    change_account(
        [](Account& account)
        {
            account.erase("compiler");
            account.erase("build_type");
        });
    EXPECT_THAT(read_past_run(folder()).program.compiler, IsEmpty());
}
}  // namespace
}  // namespace kochmon
