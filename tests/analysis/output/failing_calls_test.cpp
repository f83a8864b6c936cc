// SPDX-License-Identifier: MIT
// Every call of the program that changes a file fails once, is interrupted once, and is once the
// last that it makes. What is told, and what is there afterwards, is the old result or the new one.
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "engine/atomic_file.hpp"

#include "analysis/output/written_file.hpp"

#include "tests/analysis/faults.hpp"
#include "tests/analysis/shipped.hpp"

namespace kochmon
{
namespace
{
using tests::baseline_file;
using tests::odd_templates;
using tests::permit_fee_file;

namespace fs = std::filesystem;

Arguments tiny(Arguments arguments, fs::path const& folder, Arguments const& more = {})
{
    for (std::string const& word :
         {std::string("--persons"), std::string("300"), std::string("--months"), std::string("1"),
          std::string("--set"), std::string("time.warm_up=0 months"), std::string("-q"),
          std::string("--threads"), std::string("1"), std::string("-o"), folder.string()})
        arguments.push_back(word);
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

/// The digest of a whole result; empty: there is no run.json. A run.json beside other files than it
/// lists is a failure.
std::string whole_digest(fs::path const& folder)
{
    if (!fs::exists(folder / "run.json")) return {};
    auto const account = nlohmann::json::parse(text_of(folder / "run.json"));
    std::vector<WrittenFile> files;
    for (auto const& file : account.at("files"))
    {
        auto const path = file.at("path").get<std::string>();
        files.push_back({path, sha256(text_of(folder / path))});
    }
    EXPECT_EQ(digest_of(files), account.at("digest")) << "a mixture";
    return account.at("digest");
}

/// A command with an output folder.
struct Written
{
    std::string name;
    Arguments arguments;
    std::size_t usual_stride;
    bool exchanges = true;  // false: a system that cannot exchange two folders

    friend void PrintTo(Written const& written, std::ostream* out) { *out << written.name; }
};

class FailingCalls : public testing::TestWithParam<Written>
{
  protected:
    FailingCalls()
    {
#ifdef KOCHMON_SANITIZED
        is_loadable_ = false;  // a sanitizer has to be the first that is loaded
#endif
    }
    void SetUp() override
    {
        if (!GetParam().exchanges) no_exchange_.emplace("KOCHMON_NO_EXCHANGE", "1");
        fs::create_directories(folder().parent_path());
        if (!is_loadable_) GTEST_SKIP() << "cannot be loaded before a sanitizer";
    }

    fs::path folder() const
    {
        return place_ / "at/out";
    }
    fs::path log() const
    {
        return place_ / "log";
    }
    Arguments fresh() const
    {
        return tiny(GetParam().arguments, folder());
    }
    Arguments over() const
    {
        return tiny(GetParam().arguments, folder(), {"--seed", "2", "--force"});
    }
    void put_old_result()
    {
        fs::remove_all(folder().parent_path());
        fs::create_directories(folder().parent_path());
        fs::copy(place_ / "old", folder(), fs::copy_options::recursive);
        put(folder() / "notes/mine.txt", "mine");
    }
    /// The calls of a command, and its result; the folder is then as before.
    std::vector<Call> calls_of(Arguments const& arguments)
    {
        fs::remove(log());
        Outcome const outcome = run(arguments, "", log());
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        digest_ = whole_digest(folder());
        return calls_in(log());
    }
    /// Call number `at` fails with that error.
    Outcome try_fault(Arguments const& arguments, std::size_t at, int error)
    {
        return run(arguments, std::to_string(at) + ' ' + std::to_string(error), log());
    }
    /// Every file of the old result is somewhere in the folder.
    void expect_nothing_lost()
    {
        std::set<std::string> there;
        for (auto const& [path, text] : texts_in(folder())) there.insert(sha256(text));
        for (auto const& [path, text] : texts_in(place_ / "old"))
        {
            if (path == ".kochmon") continue;
            EXPECT_TRUE(there.contains(sha256(text))) << path;
        }
    }
    void expect_old_or_new(Outcome const& outcome, std::string const& old,
                           std::string const& recent)
    {
        std::string const found = whole_digest(folder());
        // Between the old files and the new ones; whoever comes next brings the old ones back.
        if (!GetParam().exchanges && outcome.status == 128 + SIGKILL && found.empty())
            return expect_nothing_lost();
        EXPECT_THAT(found, testing::AnyOf(old, recent)) << outcome.err;
        if (outcome.status == 0)
        {
            EXPECT_EQ(found, recent);
        }
        EXPECT_EQ(text_of(folder() / "notes/mine.txt"), "mine");
    }
    /// Whoever comes next has the folder, and nothing is left beside it.
    void expect_clean_after(Arguments const& arguments, std::string const& recent)
    {
        // New results that could not be moved in are kept beside, whole.
        if (fs::path const kept = folder().string() + "-2"; fs::exists(kept))
        {
            EXPECT_FALSE(GetParam().exchanges);
            EXPECT_EQ(whole_digest(kept), recent);
            fs::remove_all(kept);
        }
        Outcome const next = run(arguments, "", log());
        EXPECT_EQ(next.status, 0) << next.err;
        EXPECT_EQ(whole_digest(folder()), recent);
        EXPECT_EQ(text_of(folder() / "notes/mine.txt"), "mine");
        EXPECT_EQ(std::distance(fs::directory_iterator(folder().parent_path()), {}), 1);
        EXPECT_FALSE(fs::exists(folder() / ".kochmon-part"));
    }

    bool is_loadable_ = true;
    TestFolder place_;
    std::string digest_;
    std::optional<Variable> no_exchange_;
};

bool clears(Call const& call)
{
    return call.name == "unlink" || call.name == "unlinkat" || call.name == "rmdir";
}
}  // namespace

TEST_P(FailingCalls, make_each_file_last)
{
    std::vector<Call> const calls = calls_of(fresh());
    int renamed = 0;
    for (std::size_t at = 0; at < calls.size(); ++at)
    {
        if (calls[at].name != "rename") continue;
        ++renamed;
        ASSERT_GE(at, 4U);
        EXPECT_EQ(calls[at - 1].name, "close");
        EXPECT_EQ(calls[at - 2].name, "fsync");
        for (std::size_t before = 1; before <= 2; ++before)
            EXPECT_EQ(calls[at - before].path, calls[at].path);
        ASSERT_LT(at + 1, calls.size());
        EXPECT_EQ(calls[at + 1].name, "fsync");
        EXPECT_EQ(calls[at + 1].path, fs::path(calls[at].to).parent_path());
    }
    EXPECT_GE(renamed, 5);
    // A folder is there for good once the folder above it is synced.
    for (std::size_t at = 0; at < calls.size(); ++at)
        if (calls[at].name == "mkdir")
        {
            EXPECT_EQ(calls.at(at + 1).name, "fsync");
            EXPECT_EQ(calls.at(at + 1).path, fs::path(calls[at].path).parent_path());
        }
}

TEST_P(FailingCalls, make_the_exchange_last)
{
    if (!GetParam().exchanges) GTEST_SKIP() << "there is no exchange";
    calls_of(fresh());
    std::vector<Call> const calls = calls_of(over());
    auto const exchange =
        std::ranges::find_if(calls, [&](Call const& call)
                             { return call.name == "renameat2" && call.to == folder().string(); });
    ASSERT_NE(exchange, calls.end());
    EXPECT_EQ((exchange - 1)->name, "fsync");
    EXPECT_EQ((exchange - 1)->path, exchange->path);
    EXPECT_EQ((exchange + 1)->name, "fsync");
    EXPECT_EQ((exchange + 1)->path, folder().parent_path());
}

TEST_P(FailingCalls, are_told)
{
    std::vector<Call> const calls = calls_of(fresh());
    for (std::size_t at = 1; at <= calls.size(); at += stride(GetParam().usual_stride))
        for (int const error : {EIO, ENOSPC})
        {
            SCOPED_TRACE(calls[at - 1].name + ' ' + calls[at - 1].path);
            fs::remove_all(folder());
            Outcome const outcome = try_fault(fresh(), at, error);
            EXPECT_EQ(outcome.status, clears(calls[at - 1]) ? 0 : file_error) << outcome.err;
            std::string const found = whole_digest(folder());
            EXPECT_TRUE(found.empty() || found == digest_);
        }
}

TEST_P(FailingCalls, are_made_again_if_interrupted)
{
    std::vector<Call> const calls = calls_of(fresh());
    for (std::size_t at = 1; at <= calls.size(); at += stride(GetParam().usual_stride))
    {
        SCOPED_TRACE(calls[at - 1].name + ' ' + calls[at - 1].path);
        fs::remove_all(folder());
        Outcome const outcome = try_fault(fresh(), at, EINTR);
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        EXPECT_EQ(whole_digest(folder()), digest_);
    }
}

TEST_P(FailingCalls, over_an_old_result_leave_it_or_the_new_one)
{
    calls_of(fresh());
    std::string const old = digest_;
    fs::copy(folder(), place_ / "old", fs::copy_options::recursive);
    put_old_result();
    std::vector<Call> const calls = calls_of(over());
    std::string const recent = digest_;
    ASSERT_NE(old, recent);
    for (std::size_t at = 1; at <= calls.size(); at += stride(2 * GetParam().usual_stride))
        for (int const error : {killed, EIO, EINTR})
        {
            SCOPED_TRACE(calls[at - 1].name + ' ' + calls[at - 1].path + ' ' +
                         std::to_string(error));
            put_old_result();
            Outcome const outcome = try_fault(over(), at, error);
            if (error == killed)
            {
                EXPECT_EQ(outcome.status, 128 + SIGKILL);
            }
            expect_old_or_new(outcome, old, recent);
            expect_clean_after(over(), recent);
        }
}

INSTANTIATE_TEST_SUITE_P(
    Of, FailingCalls,
    testing::Values(
        Written{"run", {"run", baseline_file}, 11},
        Written{"file_by_file", {"run", baseline_file}, 17, false},
        Written{"replicates", {"run", baseline_file, "--replicates", "3"}, 29},
        Written{"compare", {"compare", baseline_file, permit_fee_file, "--replicates", "1"}, 31}),
    [](auto const& one) { return one.param.name; });

// Of one file over an older one.
TEST(FailingCallsOfOdd, leave_the_old_page_or_the_new_one)
{
#ifdef KOCHMON_SANITIZED
    GTEST_SKIP() << "cannot be loaded before a sanitizer";
#endif
    TestFolder const place;
    fs::path const page = place / "at/model.md";
    Arguments const arguments = {"odd",         baseline_file, "--templates",
                                 odd_templates, "-o",          page.string()};
    put(page, "# The model\nold");
    ASSERT_EQ(run(arguments, "", place / "log").status, 0);
    std::string const recent = text_of(page);
    std::size_t const calls = calls_in(place / "log").size();
    EXPECT_GE(calls, 6U);
    for (std::size_t at = 1; at <= calls; ++at)
        for (int const error : {killed, EIO, EINTR})
        {
            SCOPED_TRACE(std::to_string(at) + ' ' + std::to_string(error));
            put(page, "# The model\nold");
            Outcome const outcome =
                run(arguments, std::to_string(at) + ' ' + std::to_string(error), place / "log");
            EXPECT_EQ(outcome.status, error == killed  ? 128 + SIGKILL
                                      : error == EINTR ? 0
                                                       : file_error);
            EXPECT_THAT(text_of(page), testing::AnyOf("# The model\nold", recent));
            if (outcome.status == 0)
            {
                EXPECT_EQ(text_of(page), recent);
            }
            if (error != killed) continue;
            ASSERT_EQ(run(arguments, "", place / "log").status, 0);
            EXPECT_EQ(std::distance(fs::directory_iterator(page.parent_path()), {}), 1);
        }
}
}  // namespace kochmon
