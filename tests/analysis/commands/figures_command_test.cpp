// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "tests/analysis/program.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

std::string in_config(char const* file)
{
    return std::string(KOCHMON_SOURCE) + "/config/" + file;
}

/// A finished comparison of two policies, made once.
class FiguresCommand : public testing::Test
{
  protected:
    static void SetUpTestSuite()
    {
        folder_ = new TestFolder;
        Outcome const made = kochmon_with(
            {"compare", in_config("baseline.yaml"), in_config("policies/permit-fee.yaml"),
             in_config("policies/amnesty.yaml"), "--set", "time.start=2009-11", "--set",
             "time.warm_up=2 months", "--months", "4", "--persons", "2000", "--replicates", "3",
             "-q", "-o", comparison().string()});
        ASSERT_EQ(made.status, 0) << made.err;
    }
    static void TearDownTestSuite()
    {
        delete folder_;
        folder_ = nullptr;
    }
    static fs::path comparison() { return *folder_ / "compared"; }

    TestFolder place_;

  private:
    static TestFolder* folder_;
};
TestFolder* FiguresCommand::folder_ = nullptr;
}  // namespace

TEST_F(FiguresCommand, draws_each_policy_in_every_format_with_its_scripts)
{
    auto const before = texts_in(comparison());
    fs::path const print = place_ / "print";
    Outcome const made =
        kochmon_with({"figures", comparison().string(), "-o", print.string(), "--width", "85"});
    EXPECT_EQ(made.status, 0);
    EXPECT_EQ(made.err, "");
    EXPECT_THAT(made.out, StartsWith("2 figures and 3 tables: "));
    for (char const* const policy : {"permit-fee", "amnesty"})
    {
        std::string const figure = (print / "figures/effect-").string() + policy;
        for (char const* const kind : {".csv", ".gp", ".py", ".R", ".svg", ".pdf", ".png"})
            EXPECT_TRUE(fs::exists(figure + kind)) << figure << kind;
        EXPECT_EQ(text_of(figure + ".csv"),
                  text_of(comparison() / "figures" / (std::string("effect-") + policy + ".csv")));
        EXPECT_THAT(text_of(figure + ".gp"),
                    AllOf(HasSubstr("policy begins (2010-01)"), HasSubstr("sheet, 85.0 by")));
    }
    EXPECT_EQ(texts_in(comparison()), before) << "the result is as it was";
}

TEST_F(FiguresCommand, writes_tables_in_three_forms)
{
    fs::path const print = place_ / "print";
    ASSERT_EQ(
        kochmon_with({"figures", comparison().string(), "-o", print.string(), "--format", "svg"})
            .status,
        0);
    EXPECT_FALSE(fs::exists(print / "figures/effect-amnesty.png"));
    for (char const* const table : {"parameters", "effects", "policies"})
        for (char const* const kind : {".csv", ".md", ".tex"})
            EXPECT_TRUE(fs::exists(print / "tables" / (std::string(table) + kind)))
                << table << kind;
    EXPECT_THAT(text_of(print / "tables/policies.csv"),
                AllOf(StartsWith("measure,unit,permit-fee,90 % interval of permit-fee,amnesty,90 % "
                                 "interval of amnesty\n"),
                      HasSubstr("\nLegality rate in Russia,percentage points,")));
    EXPECT_THAT(text_of(print / "tables/parameters.tex"),
                AllOf(HasSubstr("\\begin{longtable}"), HasSubstr("\\toprule"),
                      HasSubstr("\\bottomrule"), HasSubstr("\\_")));
    EXPECT_THAT(text_of(print / "tables/tables.tex"), HasSubstr("\\input{policies.tex}"));
    EXPECT_THAT(text_of(print / "tables/effects.md"),
                HasSubstr("| permit-fee | Legality rate in "));
}

TEST_F(FiguresCommand, never_writes_into_the_result_or_over_what_is_there)
{
    std::string const inside = (comparison() / "print").string();
    Outcome const refused = kochmon_with({"figures", comparison().string(), "-o", inside});
    EXPECT_EQ(refused.status, 3);
    EXPECT_THAT(refused.err, HasSubstr("choose a folder elsewhere"));
    EXPECT_FALSE(fs::exists(inside));
    for (std::string const& folder : {comparison().string(), comparison().parent_path().string()})
        EXPECT_EQ(kochmon_with({"figures", comparison().string(), "-o", folder, "--force"}).status,
                  3);
    put(place_ / "mine/notes.txt", "mine");
    for (Arguments const& more : {Arguments{}, Arguments{"--force"}})
    {
        Arguments arguments = {"figures", comparison().string(), "-o", (place_ / "mine").string()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        EXPECT_EQ(kochmon_with(arguments).status, 3);
    }
    EXPECT_EQ(texts_in(place_ / "mine").size(), 1U);
}

TEST_F(FiguresCommand, writes_over_its_own_folder_when_told)
{
    Arguments const arguments = {
        "figures", comparison().string(), "-o", (place_ / "print").string(), "--format", "svg"};
    EXPECT_EQ(kochmon_with(arguments).status, 0);
    EXPECT_EQ(kochmon_with(arguments).status, 3);
    Arguments again = arguments;
    again.push_back("--force");
    EXPECT_EQ(kochmon_with(again).status, 0);
}

TEST_F(FiguresCommand, refuses_numbers_that_are_not_as_they_were_written)
{
    fs::path const copied = place_ / "copied";
    fs::copy(comparison(), copied, fs::copy_options::recursive);
    put(copied / "figures/effect-amnesty.csv",
        text_of(copied / "figures/effect-amnesty.csv") + "2011-01,2011.0833\n");
    Outcome const refused =
        kochmon_with({"figures", copied.string(), "-o", (place_ / "print").string()});
    EXPECT_EQ(refused.status, 4);
    EXPECT_THAT(refused.err, AllOf(HasSubstr("effect-amnesty.csv"), HasSubstr("not as it was")));
    EXPECT_FALSE(fs::exists(place_ / "print"));
}

TEST_F(FiguresCommand, says_what_is_wrong_with_its_arguments)
{
    std::string const print = (place_ / "print").string();
    EXPECT_EQ(
        kochmon_with({"figures", comparison().string(), "-o", print, "--format", "gif"}).status,
        64);
    EXPECT_EQ(kochmon_with({"figures", comparison().string(), "-o", print, "--width", "20"}).status,
              64);
    Outcome const none = kochmon_with({"figures", (place_ / "nothing").string(), "-o", print});
    EXPECT_EQ(none.status, 4);
    EXPECT_THAT(none.err, HasSubstr("has no run.json"));
    EXPECT_FALSE(fs::exists(print));
}

TEST_F(FiguresCommand, without_gnuplot_writes_numbers_scripts_and_tables)
{
    Outcome const made =
        Program({"figures", comparison().string(), "-o", (place_ / "print").string()},
                "/nonexistent")
            .wait();
    EXPECT_EQ(made.status, 0);
    EXPECT_THAT(made.err, HasSubstr("gnuplot is not installed"));
    EXPECT_TRUE(fs::exists(place_ / "print/figures/effect-amnesty.py"));
    EXPECT_FALSE(fs::exists(place_ / "print/figures/effect-amnesty.svg"));
    EXPECT_TRUE(fs::exists(place_ / "print/tables/policies.tex"));
}

TEST_F(FiguresCommand, of_a_run_draws_its_figures)
{
    std::string const run = (place_ / "run").string();
    ASSERT_EQ(kochmon_with(short_run({"--replicates", "2", "-q", "-o", run})).status, 0);
    Outcome const made = kochmon_with({"figures", run, "--format", "pdf"});
    EXPECT_EQ(made.status, 0);
    EXPECT_EQ(made.err, "");
    EXPECT_THAT(made.out, StartsWith("2 figures and 1 table: "));
    EXPECT_EQ(text_of(run + "-print/figures/legality.csv"), text_of(run + "/figures/legality.csv"));
    EXPECT_THAT(text_of(run + "-print/figures/legality.pdf"), StartsWith("%PDF"));
}
}  // namespace kochmon
