// SPDX-License-Identifier: MIT
#include "analysis/output_folder.hpp"

#include <gmock/gmock.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "tests/analysis/program.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

std::string account_of(std::string const& path, std::string const& content)
{
    return R"({"program": "kochmon", "files": [{"path": ")" + path + R"(", "sha256": ")" +
           sha256(content) + R"("}]})";
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

TEST(OutputFolder, that_is_empty_or_unfinished_may_be_written_over)
{
    TestFolder const place;
    EXPECT_NO_THROW(OutputFolder(place.path(), IfExists::write_over));
    put(place / "scenario.yaml", "");
    put(place / ".kochmon-1-0.tmp", "");
    EXPECT_NO_THROW(OutputFolder(place.path(), IfExists::write_over));
}

// Names alone do not tell what an unfinished comparison left from a folder of somebody's policies.
TEST(OutputFolder, without_an_account_loses_nothing)
{
    TestFolder const place;
    std::vector<char const*> const theirs = {"scenario.yaml", "policy-a.yaml",
                                             "policy-a/data/x.csv", "data/x.csv",
                                             "figures/effect-a.svg"};
    for (char const* const file : theirs) put(place / file, "theirs");
    OutputFolder const folder(place.path(), IfExists::write_over);
    for (char const* const file : theirs) EXPECT_EQ(text_of(place / file), "theirs") << file;
}

TEST(OutputFolder, of_others_is_never_written_over)
{
    TestFolder const place;
    put(place / "thesis.tex", "");
    EXPECT_THROW(OutputFolder(place.path(), IfExists::write_over), OutputExistsError);
    fs::remove(place / "thesis.tex");
    put(place / "run.json", R"({"program": "another"})");
    EXPECT_THROW(OutputFolder(place.path(), IfExists::write_over), OutputExistsError);
    put(place / "run.json", "no JSON");
    EXPECT_THROW(OutputFolder(place.path(), IfExists::write_over), OutputExistsError);
}

TEST(OutputFolder, loses_its_old_account_first_and_keeps_what_is_not_ours)
{
    TestFolder const place;
    put(place / "series.csv", "old");
    put(place / "notes.txt", "mine");
    put(place / "run.json", account_of("series.csv", "old"));
    OutputFolder const folder(place.path(), IfExists::write_over);
    EXPECT_FALSE(fs::exists(place / "run.json"));
    EXPECT_FALSE(fs::exists(place / "series.csv"));
    EXPECT_EQ(text_of(place / "notes.txt"), "mine");
}

TEST(OutputFolder, keeps_listed_files_that_changed_or_lie_outside)
{
    TestFolder const place;
    put(place / "run/series.csv", "edited by hand");
    put(place / "run/run.json", account_of("series.csv", "old"));
    OutputFolder const edited(place / "run", IfExists::write_over);
    EXPECT_TRUE(fs::exists(place / "run/series.csv"));
    put(place / "precious", "old");
    put(place / "run/run.json", account_of("../precious", "old"));
    OutputFolder const outside(place / "run", IfExists::write_over);
    EXPECT_TRUE(fs::exists(place / "precious"));
}

TEST(OutputFolder, survives_a_strange_account)
{
    TestFolder const place;
    put(place / "run.json", R"({"program": "kochmon", "files": [1, {}, {"path": 2}, "x"]})");
    EXPECT_NO_THROW(OutputFolder(place.path(), IfExists::write_over));
}
}  // namespace
}  // namespace kochmon
