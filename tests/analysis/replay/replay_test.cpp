// SPDX-License-Identifier: MIT
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <set>
#include <thread>

#include <gmock/gmock.h>

#include "analysis/fingerprints/fingerprints.hpp"

#include "tests/analysis/replay/replayed_folder.hpp"
#include "tests/analysis/shipped.hpp"

// The real program repeats what it has written.
namespace kochmon
{
namespace
{
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

TEST_F(Replay, of_a_run_is_identical_on_any_number_of_threads)
{
    run({"--replicates", "2", "--panel", "20", "--threads", "2"});
    for (char const* const threads : {"1", "3"})
    {
        Outcome const again = replay({"--threads", threads, "--progress", "none"});
        EXPECT_EQ(again.status, 0) << again.out << again.err;
        EXPECT_EQ(again.out, "identical: 13 files, digest " + digest() + "\n");
        EXPECT_THAT(again.err, IsEmpty());
    }
}

TEST_F(Replay, of_a_comparison_is_identical_however_it_was_made)
{
    for (Arguments const& more :
         {Arguments{"--replicates", "2", "--by", "origin,sex"},
          Arguments{"--replicates", "1", "--without-direct"},
          Arguments{"--precision", "legality_by_right 50 points", "--replicates", "11"}})
    {
        compare(more);
        Outcome const again = replay({"--threads", "1"});
        EXPECT_EQ(again.status, 0) << again.out << again.err;
        EXPECT_THAT(again.out, StartsWith("identical: "));
        fs::remove_all(folder());
    }
}

TEST_F(Replay, of_a_comparison_reads_policies_with_data_of_their_own)
{
    TestFolder const place;
    fs::copy(tests::config / "data", place / "data", fs::copy_options::recursive);
    fs::copy(tests::config / "corridors", place / "corridors", fs::copy_options::recursive);
    fs::copy(tests::baseline_file, place / "baseline.yaml");
    std::string const rates = text_of(tests::config / "data/mortality.csv");
    put(place / "rates.csv",
        rates.substr(0, rates.rfind("0.")) + "0.4" + rates.substr(rates.rfind("0.") + 3));
    put(place / "longer-lives.yaml",
        "schema: 1\nscenario: longer-lives\nbase: baseline.yaml\n"
        "population: {death_rates: {file: rates.csv}}\n");
    compare({(place / "longer-lives.yaml").string(), "--replicates", "1"});
    EXPECT_EQ(account()["comparison"]["policies"][1]["path"],
              "policy-longer-lives/policy-longer-lives.yaml");
    Outcome const again = replay();
    EXPECT_EQ(again.status, 0) << again.out << again.err;
}

TEST_F(Replay, tells_the_month_and_the_measure_of_an_edited_cell)
{
    run();
    change("series.csv", "2005-04,foreign_workers,origin,osh,",
           "2005-04,foreign_workers,origin,osh,1");
    Outcome const again = replay();
    EXPECT_EQ(again.status, 7);
    EXPECT_THAT(again.out, StartsWith("differs: 1 of 9 files: series.csv\n"));
    EXPECT_THAT(again.out, HasSubstr("Changed     after the run had written it: series.csv"));
    EXPECT_THAT(again.out, HasSubstr("their digest is that of run.json"));
    EXPECT_THAT(again.out, HasSubstr("First       2005-04, replicate 0, in series.csv"));
    EXPECT_THAT(again.out, HasSubstr("measure foreign_workers, by origin, group osh"));
    EXPECT_THAT(again.out, HasSubstr("none abroad"));
    EXPECT_THAT(replay({"-q"}).out, IsEmpty());
    auto const json = nlohmann::json::parse(replay({"--json"}).out);
    EXPECT_EQ(json["identical"], false);
    EXPECT_EQ(json["first"]["month"], "2005-04");
    EXPECT_EQ(json["first"]["row"]["measure"], "foreign_workers");
    EXPECT_EQ(json["first"]["then"], std::string("1") + json["first"]["now"].get<std::string>());
}

TEST_F(Replay, of_a_comparison_says_why_no_person_can_be_told)
{
    compare({"--replicates", "2"});
    change("effects.csv", "permit-fee,2010-02,foreign_workers,total,total,persons,2,",
           "permit-fee,2010-02,foreign_workers,total,total,persons,2,9");
    Outcome const again = replay();
    EXPECT_EQ(again.status, 7);
    EXPECT_THAT(again.out, HasSubstr("First       2010-02, in effects.csv"));
    EXPECT_THAT(again.out, HasSubstr("Column      base\n"));
    EXPECT_THAT(again.out, HasSubstr("a comparison keeps no fingerprints"));
}

// As if the person with key 123 had been abroad in the run, in the second month of the warm-up on.
TEST_F(Replay, tells_the_person_whose_fingerprint_differs)
{
    run();
    auto entries = read_fingerprints(text_of(file("fingerprints.csv")));
    ASSERT_TRUE(entries);
    for (std::size_t k = 1; k < entries->size(); ++k)
    {
        std::string const was = (*entries)[k].sketch.text();
        (*entries)[k].sketch.add(123, 0x123456789ABCDEF0ULL);
        change("fingerprints.csv", was, (*entries)[k].sketch.text());
    }
    Outcome const again = replay();
    EXPECT_EQ(again.status, 7);
    EXPECT_THAT(again.out, HasSubstr("Lives       differ from 2005-02 on, replicate 0: 1 of"));
    EXPECT_THAT(again.out, HasSubstr("Person      p0000000123, "));
    auto const json = nlohmann::json::parse(replay({"--json"}).out);
    EXPECT_EQ(json["lives"]["persons"][0]["person"], "p0000000123");
    EXPECT_EQ(json["lives"]["persons"][0]["lives_now"], true);
}

TEST_F(Replay, without_fingerprints_says_so)
{
    run();
    change_account([](Account& account) { strike(account, "fingerprints.csv"); });
    fs::remove(file("fingerprints.csv"));
    Outcome const same = replay();
    EXPECT_EQ(same.status, 0);
    EXPECT_THAT(same.out, HasSubstr("New         fingerprints.csv"));
    change("series.csv", "2005-04,foreign_workers,total,total,",
           "2005-04,foreign_workers,total,total,1");
    EXPECT_THAT(replay().out, HasSubstr("the run left no fingerprints.csv"));
    put(file("fingerprints.csv"), "not mine");
    EXPECT_EQ(replay().status, 7);
}

TEST_F(Replay, refuses_scenario_and_data_that_were_changed_since)
{
    run();
    change("scenario.yaml", "schema: 1", "schema: 1 ");
    change("data/population.age_sex.csv", "\n", "\n\n");
    Outcome const again = replay();
    EXPECT_EQ(again.status, 4);
    EXPECT_THAT(again.err, HasSubstr("changed since the run was written: scenario.yaml, data/"));
    EXPECT_THAT(again.out, IsEmpty());
}

TEST_F(Replay, needs_a_whole_account)
{
    EXPECT_EQ(replay().status, 4);
    EXPECT_THAT(replay().err, HasSubstr("is no folder"));
    run();
    std::string const account = text_of(file("run.json"));
    struct Wrong
    {
        std::string text;
        std::string said;
    };
    for (Wrong const& wrong :
         {Wrong{account.substr(0, account.size() / 2), "no whole JSON"},
          Wrong{R"({"program": "another"})", "not written by kochmon"},
          Wrong{R"({"program": "kochmon", "version": "1"})", "not as kochmon writes it"},
          Wrong{R"({"program": "kochmon", "version": "1", "commit": "2", "digest": "", "files":)"
                R"( [{"path": "../x", "sha256": ""}], "settings": {"replicates": 1}})",
                "outside the folder"}})
    {
        put(file("run.json"), wrong.text);
        Outcome const refused = replay();
        EXPECT_EQ(refused.status, 4);
        EXPECT_THAT(refused.err, HasSubstr(wrong.said));
    }
    fs::remove(file("run.json"));
    EXPECT_THAT(replay().err, HasSubstr("holds no run.json"));
}

TEST_F(Replay, of_a_missing_table_is_a_file_error)
{
    run();
    fs::remove(file("measures.csv"));
    Outcome const again = replay();
    EXPECT_EQ(again.status, 4);
    EXPECT_THAT(again.err, HasSubstr("measures.csv"));
}

// The hash of run.json is of another table: what lies there now proves nothing.
TEST_F(Replay, of_a_table_put_in_the_place_of_another_is_not_identical)
{
    run();
    change_account([](Account& account)
                   { listed(account, "series.csv")["sha256"] = std::string(64, '0'); });
    Outcome const again = replay();
    EXPECT_EQ(again.status, 7);
    EXPECT_THAT(again.out, StartsWith("differs: 1 of 9 files: series.csv\n"));
    EXPECT_THAT(again.out, HasSubstr("Changed     after the run had written it: series.csv\n"));
    EXPECT_THAT(again.out, HasSubstr("not as run.json says: series.csv\n"));
    auto const json = nlohmann::json::parse(replay({"--json"}).out);
    EXPECT_EQ(json["identical"], false);
    EXPECT_EQ(json["changed"], nlohmann::json({"series.csv"}));
}

TEST_F(Replay, does_not_call_fingerprints_the_same_that_lack_a_row)
{
    run();
    std::string const text = text_of(file("fingerprints.csv"));
    std::size_t const row = text.find('\n') + 1;
    put(file("fingerprints.csv"), text.substr(0, row) + text.substr(text.find('\n', row) + 1));
    Outcome const again = replay();
    EXPECT_EQ(again.status, 7);
    EXPECT_THAT(again.out, HasSubstr("Person      not known: fingerprints.csv was changed"));
    EXPECT_THAT(again.out, Not(HasSubstr("none abroad")));
}

TEST_F(Replay, names_a_file_that_is_not_made_now)
{
    run();
    put(file("old.csv"), "name\n");
    change_account(
        [](Account& account) {
            account["files"].push_back({{"path", "old.csv"}, {"sha256", sha256("name\n")}});
        });
    Outcome const again = replay();
    EXPECT_EQ(again.status, 7);
    EXPECT_THAT(again.out, StartsWith("differs: 1 of 10 files: old.csv\n"));
    EXPECT_THAT(again.out, HasSubstr("Not made    old.csv, which the run has written\n"));
}

TEST_F(Replay, tells_other_columns_before_the_first_cell)
{
    run();
    change("series.csv", "group,value", "group,amount");
    change("series.csv", "2005-04,foreign_workers,origin,osh,",
           "2005-04,foreign_workers,origin,narrow,");
    Outcome const again = replay();
    EXPECT_EQ(again.status, 7);
    EXPECT_THAT(
        again.out,
        HasSubstr(
            "Columns     series.csv: then also amount; now also value\nFirst       2005-04,"));
    auto const json = nlohmann::json::parse(replay({"--json"}).out);
    ASSERT_EQ(json["columns"].size(), 1U);
    EXPECT_EQ(json["columns"][0]["then"][6], "amount");
    EXPECT_EQ(json["columns"][0]["now"][6], "value");
}

/// Where this process and its children have their temporary files.
class TemporaryFiles
{
  public:
    explicit TemporaryFiles(fs::path const& folder)
    {
        if (char const* const was = std::getenv("TMPDIR")) was_ = was;
        ::setenv("TMPDIR", folder.c_str(), 1);
    }
    ~TemporaryFiles()
    {
        if (was_)
            ::setenv("TMPDIR", was_->c_str(), 1);
        else
            ::unsetenv("TMPDIR");
    }
    TemporaryFiles(TemporaryFiles const&) = delete;
    TemporaryFiles& operator=(TemporaryFiles const&) = delete;

  private:
    std::optional<std::string> was_;
};

std::set<std::string> entries_below(fs::path const& folder)
{
    std::set<std::string> entries;
    for (fs::directory_entry const& entry : fs::recursive_directory_iterator(folder))
        entries.insert(entry.path().string());
    return entries;
}

/// Waits, a minute at most, for a child that keeps its messages in a file below the folder.
void wait_for(std::string const& message, fs::path const& folder)
{
    auto const is_said = [&]
    {
        for (std::string const& entry : entries_below(folder))
            if (fs::is_regular_file(entry) && text_of(entry).find(message) != std::string::npos)
                return true;
        return false;
    };
    for (int waited = 0; waited < 30'000 && !is_said(); ++waited)
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
}

/// What a repetition says that is sent a signal as soon as it has begun.
Outcome interrupted(std::string const& folder, int signal, fs::path const& temporary)
{
    TemporaryFiles const there(temporary);
    Program program({"replay", folder, "-v"});
    wait_for("repeating", temporary);
    program.send(signal);
    return program.wait();
}

class InterruptedReplay : public Replay
{
  protected:
    void expect_nothing_left() const
    {
        // Of so many replicates it would not come to its end.
        change_account([](Account& account) { account["settings"]["replicates"] = 1000; });
        std::set<std::string> const before = entries_below(folder());
        for (int const signal : {SIGINT, SIGTERM})
        {
            TestFolder const temporary;
            Outcome const again = interrupted(folder(), signal, temporary.path());
            EXPECT_EQ(again.status, 128 + signal);
            EXPECT_THAT(again.err, HasSubstr("stopped on request; the repetition is not complete"));
            EXPECT_THAT(again.out, IsEmpty());
            EXPECT_THAT(entries_below(temporary.path()), IsEmpty());
            EXPECT_EQ(entries_below(folder()), before);
        }
    }
};

TEST_F(InterruptedReplay, of_a_run_leaves_no_file_and_says_so)
{
    run();
    expect_nothing_left();
}

TEST_F(InterruptedReplay, of_a_comparison_leaves_no_file_and_says_so)
{
    compare({"--replicates", "1"});
    expect_nothing_left();
}

TEST_F(Replay, takes_one_folder_and_no_scenario_flags)
{
    EXPECT_EQ(kochmon_with({"replay"}).status, 64);
    EXPECT_EQ(kochmon_with({"replay", "x", "--seed", "1"}).status, 64);
    EXPECT_THAT(kochmon_with({"replay", "--help"}).out, Not(HasSubstr("--replicates")));
}
}  // namespace
}  // namespace kochmon
