// SPDX-License-Identifier: MIT
#include "analysis/output/output_folder.hpp"

#include <map>

#include <gmock/gmock.h>
#include <unistd.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "analysis/output/put_in_place.hpp"

#include "tests/analysis/output/small_result.hpp"
#include "tests/analysis/program.hpp"

namespace kochmon
{
namespace
{
using tests::put_result;

namespace fs = std::filesystem;

/// As versions without a mark have left it.
std::string account_of(std::string const& path, std::string const& content)
{
    return R"({"program": "kochmon", "digest": ")" + digest_of({{path, sha256(content)}}) +
           R"(", "files": [{"path": ")" + path + R"(", "sha256": ")" + sha256(content) + R"("}]})";
}

TEST(OutputFolder, digest_is_that_of_sha256sum)
{
    // printf '%s  %s\n' $(printf x | sha256sum) a.csv ... | sha256sum
    WrittenFile const a{"a.csv", sha256("x")};
    WrittenFile const b{"data/b.csv", sha256("y")};
    std::string const lines = a.sha256 + "  a.csv\n" + b.sha256 + "  data/b.csv\n";
    EXPECT_EQ(digest_of({a, b}), sha256(lines));
    EXPECT_EQ(digest_of({b, a}), digest_of({a, b}));
    EXPECT_EQ(digest_of({}), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(OutputFolder, lists_results_and_no_others)
{
    TestFolder const place;
    OutputFolder folder(place / "new/run", IfExists::refuse);
    folder.write_result("data/b.csv", "y");
    folder.write_beside("figures/f.csv", "z");
    ASSERT_EQ(folder.results().size(), 1U);
    EXPECT_EQ(folder.results().front().path, "data/b.csv");
    EXPECT_EQ(folder.results().front().sha256, sha256("y"));
    EXPECT_EQ(text_of(place / "new/run/figures/f.csv"), "z");
}

TEST(OutputFolder, that_exists_is_refused)
{
    TestFolder const place;
    EXPECT_THROW(OutputFolder(place.path(), IfExists::refuse), OutputExistsError);
    put(place / "file", "");
    EXPECT_THROW(OutputFolder(place / "file", IfExists::write_over), OutputExistsError);
}

TEST(OutputFolder, that_is_empty_may_be_written_over)
{
    TestFolder const place;
    EXPECT_NO_THROW(OutputFolder(place.path(), IfExists::write_over));
    put(place / ".kochmon-1-0.tmp", "");
    EXPECT_NO_THROW(OutputFolder(place.path(), IfExists::write_over));
    put(place / mark_name, "");  // of a process that was killed before it said anything
    EXPECT_NO_THROW(OutputFolder(place.path(), IfExists::write_over));
}

TEST(OutputFolder, in_which_nothing_but_copies_of_what_was_read_lie_is_free)
{
    TestFolder const place;
    auto const begin = [&](std::string const& of, std::vector<std::string> const& names)
    {
        OutputFolder folder(place / of, IfExists::refuse);
        for (std::string const& name : names) folder.write_result(name, name);
    };
    begin("killed", {"scenario.yaml", "data/population.csv"});
    ASSERT_TRUE(fs::exists(place / "killed/data/population.csv"));
    EXPECT_NO_THROW(begin("killed", {"scenario.yaml"}));
    begin("later", {"scenario.yaml", "data/population.csv", "series.csv"});
    EXPECT_THROW(begin("later", {"scenario.yaml"}), OutputExistsError) << "there are results";
}

TEST(OutputFolder, names_alone_make_no_folder_ours)
{
    for (char const* const file :
         {"scenario.yaml", "policy-a.yaml", "policy-a/data/x.csv", "data/x.csv", "run.json",
          "figures/effect-a.svg", "accepted/01.yaml", ".kochmon-part/series.csv", ".kochmon"})
    {
        TestFolder const place;
        put(place / file, "theirs");
        EXPECT_THROW(OutputFolder(place.path(), IfExists::write_over), OutputExistsError) << file;
        EXPECT_EQ(texts_in(place.path()), (std::map<std::string, std::string>{{file, "theirs"}}));
    }
}

TEST(OutputFolder, of_others_is_never_written_over)
{
    for (char const* const account :
         {R"({"program": "another"})", "no JSON", R"({"program": "kochmon"})", "[1]",
          R"({"program": "kochmon", "files": [1, {}, {"path": 2}, "x"]})"})
    {
        TestFolder const place;
        put(place / "run.json", account);
        EXPECT_THROW(OutputFolder(place.path(), IfExists::write_over), OutputExistsError);
    }
}

TEST(OutputFolder, keeps_the_old_result_until_the_new_one_is_whole)
{
    TestFolder const place;
    put_result(place / "run", "old");
    auto before = texts_in(place / "run");
    {
        OutputFolder given_up(place / "run", IfExists::write_over);
        given_up.write_result("series.csv", "new");
    }
    auto after = texts_in(place / "run");
    // The mark tells of the claim too.
    EXPECT_THAT(after[mark_name], testing::StartsWith(before[mark_name]));
    after[mark_name] = before[mark_name];
    EXPECT_EQ(after, before);
    put_result(place / "run", "new");
    EXPECT_EQ(text_of(place / "run/series.csv"), "new");
    EXPECT_EQ(texts_in(place.path()).size(), 3U);  // with mark and run.json
}

TEST(OutputFolder, leaves_no_trace_where_nothing_was_written)
{
    TestFolder const place;
    OutputFolder(place / "new", IfExists::refuse);
    EXPECT_FALSE(fs::exists(place / "new"));
    fs::create_directory(place / "empty");
    OutputFolder(place / "empty", IfExists::write_over);
    EXPECT_TRUE(fs::is_empty(place / "empty"));
}

TEST(OutputFolder, of_an_older_version_is_ours_by_its_digest)
{
    TestFolder const place;
    put(place / "series.csv", "old");
    put(place / "figures/legality.svg", "drawn");
    put(place / "figures/mine.svg", "mine");
    put(place / "notes/a.txt", "mine");
    put(place / "run.json", account_of("series.csv", "old"));
    put_result(place.path(), "new");
    EXPECT_EQ(text_of(place / "series.csv"), "new");
    EXPECT_FALSE(fs::exists(place / "figures/legality.svg"));
    EXPECT_EQ(text_of(place / "figures/mine.svg"), "mine");
    EXPECT_EQ(text_of(place / "notes/a.txt"), "mine");
}

TEST(OutputFolder, of_an_older_version_loses_nothing_to_a_run_without_an_end)
{
    TestFolder const place;
    put(place / "series.csv", "old");
    put(place / "run.json", account_of("series.csv", "old"));
    auto const before = texts_in(place.path());
    {
        OutputFolder given_up(place.path(), IfExists::write_over);
        given_up.write_result("series.csv", "new");
    }
    EXPECT_EQ(texts_in(place.path()), before);
}

TEST(OutputFolder, with_a_file_that_was_changed_is_refused)
{
    for (bool const has_mark : {true, false})
    {
        TestFolder const place;
        put_result(place.path(), "old");
        if (!has_mark)
        {
            put(place / "run.json", account_of("series.csv", "old"));
            fs::remove(place / mark_name);
        }
        put(place / "series.csv", "edited by hand");
        EXPECT_THROW(OutputFolder(place.path(), IfExists::write_over), OutputExistsError);
        EXPECT_EQ(text_of(place / "series.csv"), "edited by hand");
    }
}

TEST(OutputFolder, with_a_foreign_file_of_a_name_of_results_is_refused)
{
    for (char const* const file : {"panel_events.csv", "policy-mine.yaml", "accepted.csv"})
    {
        TestFolder const place;
        put_result(place.path(), "old");
        put(place / file, "theirs");
        EXPECT_THROW(OutputFolder(place.path(), IfExists::write_over), OutputExistsError) << file;
    }
}

TEST(OutputFolder, follows_no_link)
{
    for (char const* const linked : {"figures", "data", "accepted", "parameters", "series.csv"})
    {
        TestFolder const place;
        put(place / "elsewhere/x", "theirs");
        put_result(place / "run", "old");
        fs::remove(place / "run/series.csv");
        fs::create_symlink("../elsewhere", place / "run" / linked);
        EXPECT_THROW(OutputFolder(place / "run", IfExists::write_over), OutputExistsError);
        EXPECT_EQ(text_of(place / "elsewhere/x"), "theirs");
    }
    TestFolder const place;
    put_result(place / "run", "old");
    fs::create_symlink("run", place / "link");
    EXPECT_THROW(OutputFolder(place / "link", IfExists::write_over), OutputExistsError);
    fs::create_symlink("nowhere", place / "dangling");
    EXPECT_THROW(OutputFolder(place / "dangling", IfExists::refuse), OutputExistsError);
}

TEST(OutputFolder, follows_no_link_that_comes_while_it_is_written)
{
    TestFolder const place;
    put(place / "elsewhere/x.csv", "theirs");
    OutputFolder folder(place / "run", IfExists::refuse);
    folder.write_result("series.csv", "x");
    fs::create_symlink("../elsewhere", place / "run/data");
    EXPECT_THROW(folder.write_result("data/x.csv", "y"), FileError);
    put(place / "run/measures.csv", "theirs");
    EXPECT_THROW(folder.write_result("measures.csv", "y"), FileError);
    EXPECT_EQ(text_of(place / "elsewhere/x.csv"), "theirs");
}

TEST(OutputFolder, belongs_to_one_at_a_time)
{
    TestFolder const place;
    {
        OutputFolder const first(place / "run", IfExists::refuse);
        for (IfExists const second : {IfExists::refuse, IfExists::write_over})
            EXPECT_THAT([&] { OutputFolder(place / "run", second); },
                        testing::ThrowsMessage<OutputExistsError>(testing::HasSubstr(
                            "is being written by process " + std::to_string(::getpid()) + " on ")));
    }
    EXPECT_NO_THROW(OutputFolder(place / "run", IfExists::refuse));
}

TEST(OutputFolder, of_an_older_result_belongs_to_one_at_a_time_too)
{
    TestFolder const place;
    put_result(place / "run", "old");
    OutputFolder const first(place / "run", IfExists::write_over);
    EXPECT_THROW(OutputFolder(place / "run", IfExists::write_over), OutputExistsError);
}

TEST(OutputFolder, that_was_emptied_or_changed_gets_no_account)
{
    for (char const* const way : {"emptied", "changed", "linked", "replaced"})
        for (bool const has_old : {false, true})
        {
            TestFolder const place;
            if (has_old) put_result(place / "run", "old");
            OutputFolder folder(place / "run", IfExists::write_over);
            folder.write_result("series.csv", "new");
            fs::path const file = folder.place() / "series.csv";
            fs::remove(file);
            if (std::string(way) == "changed") put(file, "other");
            if (std::string(way) == "linked") fs::create_symlink(".kochmon", file);
            if (std::string(way) == "replaced") fs::create_directory(file);
            EXPECT_THROW(folder.complete("{}"), FileError) << way;
            EXPECT_EQ(fs::exists(place / "run/run.json"), has_old);
        }
}

TEST(OutputFolder, that_was_taken_away_is_not_made_anew)
{
    TestFolder const place;
    OutputFolder folder(place / "run", IfExists::refuse);
    folder.write_result("series.csv", "x");
    fs::remove_all(place / "run");
    EXPECT_THROW(folder.write_result("measures.csv", "x"), FileError);
    EXPECT_FALSE(fs::exists(place / "run"));
    put_result(place / "run", "of another");
    EXPECT_THROW(folder.complete("{}"), FileError);
    EXPECT_EQ(text_of(place / "run/series.csv"), "of another");
}

// Hours were lived for them.
TEST(OutputFolder, keeps_new_results_whose_place_was_taken_meanwhile)
{
    TestFolder const place;
    put_result(place / "run", "old");
    OutputFolder folder(place / "run", IfExists::write_over);
    folder.write_result("series.csv", "new");
    put(place / "run/series.csv", "edited meanwhile");
    EXPECT_THAT([&] { folder.complete("{}"); },
                testing::ThrowsMessage<Error>(testing::HasSubstr("are whole in")));
    EXPECT_EQ(text_of(place / "run/series.csv"), "edited meanwhile");
    EXPECT_EQ(text_of(place / "run-2/series.csv"), "new");
    EXPECT_TRUE(fs::exists(place / "run-2/run.json"));
}

TEST(OutputFolder, in_which_one_stands_stays_the_same_folder)
{
    TestFolder const place;
    put_result(place / "run", "old");
    put(place / "run/notes.txt", "mine");
    fs::path const before = fs::current_path();
    fs::current_path(place / "run");
    put_result(".", "new");
    EXPECT_EQ(text_of("series.csv"), "new");
    EXPECT_EQ(text_of("notes.txt"), "mine");
    EXPECT_EQ(texts_in(".").size(), 4U);
    fs::current_path(before);
}

TEST(OutputFolder, keeps_who_may_read_it)
{
    TestFolder const place;
    put_result(place / "run", "old");
    fs::permissions(place / "run", fs::perms::owner_all);
    put_result(place / "run", "new");
    EXPECT_EQ(fs::status(place / "run").permissions(), fs::perms::owner_all);
}

TEST(OutputFolder, clears_what_killed_processes_have_left)
{
    TestFolder const place;
    put_result(place / "run", "old");
    put(place / "run/.kochmon-1-0.tmp", "");
    put(place / "run/figures/.kochmon-77-3.tmp", "");
    put_result(place / "run/.kochmon-part", "half");
    put(place / "run/.kochmon-mine.tmp", "mine");
    put_result(place / "run", "new");
    EXPECT_FALSE(fs::exists(place / "run/.kochmon-1-0.tmp"));
    EXPECT_FALSE(fs::exists(place / "run/figures"));
    EXPECT_FALSE(fs::exists(place / "run/.kochmon-part"));
    EXPECT_EQ(text_of(place / "run/.kochmon-mine.tmp"), "mine");
}

TEST(OutputFolder, clears_nothing_of_others)
{
    TestFolder const place;
    put_result(place / "run", "old");
    put(place / "run/.kochmon-part/notes.txt", "mine");
    EXPECT_THROW(put_result(place / "run", "new"), OutputExistsError);
    EXPECT_EQ(text_of(place / "run/.kochmon-part/notes.txt"), "mine");
    EXPECT_EQ(text_of(place / "run/series.csv"), "old");
}

TEST(OutputFolder, brings_back_old_results_of_which_some_were_set_aside)
{
    TestFolder const place;
    put_result(place / "run", "old");
    fs::create_directory(place / "run/.kochmon-old");
    for (char const* const name : {"run.json", "series.csv"})
        fs::rename(place / "run" / name, place / "run/.kochmon-old" / name);
    restore_old(place / "run");
    EXPECT_EQ(text_of(place / "run/series.csv"), "old");
    EXPECT_TRUE(fs::exists(place / "run/run.json"));
    EXPECT_FALSE(fs::exists(place / "run/.kochmon-old"));
}
}  // namespace
}  // namespace kochmon
