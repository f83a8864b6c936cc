// SPDX-License-Identifier: MIT
#include "analysis/output/input_files.hpp"

#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "analysis/output/output_folder.hpp"

#include "tests/analysis/program.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

/// A folder `study` with a scenario, its table and policies, and one beside it.
class Inputs : public testing::Test
{
  protected:
    Inputs()
    {
        for (char const* const file : {"study/scenario.yaml", "study/data/a.csv",
                                       "study/policies/fee.yaml", "other/scenario.yaml"})
            put(place_ / file, "theirs");
    }
    fs::path at(std::string const& name) const { return place_ / name; }

    static bool lies_within(fs::path const& input, fs::path const& folder)
    {
        InputFiles inputs;
        inputs.add(input);
        return inputs.within(folder).has_value();
    }
    static bool is_same(fs::path const& input, fs::path const& file)
    {
        InputFiles inputs;
        inputs.add(input);
        return inputs.same_as(file).has_value();
    }

    TestFolder place_;
};

/// The working folder of this process, for a while.
class WorkingFolder
{
  public:
    explicit WorkingFolder(fs::path const& folder) { fs::current_path(folder); }
    ~WorkingFolder() { fs::current_path(before_); }
    WorkingFolder(WorkingFolder const&) = delete;
    WorkingFolder& operator=(WorkingFolder const&) = delete;

  private:
    fs::path before_ = fs::current_path();
};
}  // namespace

TEST_F(Inputs, lie_in_a_folder_at_any_depth)
{
    for (char const* const file :
         {"study/scenario.yaml", "study/data/a.csv", "study/policies/fee.yaml", "study/policies"})
        EXPECT_TRUE(lies_within(at(file), at("study"))) << file;
    EXPECT_TRUE(lies_within(at("study"), at("study")));
    EXPECT_FALSE(lies_within(at("study"), at("study/out")));
    EXPECT_FALSE(lies_within(at("other/scenario.yaml"), at("study")));
    EXPECT_FALSE(lies_within(at("study-2/scenario.yaml"), at("study")));
}

TEST_F(Inputs, are_found_by_relative_and_winding_names)
{
    WorkingFolder const here(at("study"));
    for (char const* const file :
         {"scenario.yaml", "./scenario.yaml", "../study/scenario.yaml", "data/../scenario.yaml"})
        for (fs::path const& folder : {fs::path("."), fs::path("./"), fs::path("../study"),
                                       fs::path("../study/"), fs::path("data/.."), at("study")})
            EXPECT_TRUE(lies_within(file, folder)) << file << " in " << folder;
    EXPECT_TRUE(lies_within(at("study/scenario.yaml"), "."));
    EXPECT_FALSE(lies_within("../other/scenario.yaml", "."));
}

TEST_F(Inputs, are_found_through_links)
{
    fs::create_directory_symlink("study", at("link"));
    EXPECT_TRUE(lies_within(at("link/scenario.yaml"), at("study")));
    EXPECT_TRUE(lies_within(at("study/scenario.yaml"), at("link")));
    // A link in the folder to a file elsewhere, and one elsewhere to a file in the folder.
    fs::create_symlink("../other/scenario.yaml", at("study/linked.yaml"));
    EXPECT_TRUE(lies_within(at("study/linked.yaml"), at("study")));
    fs::create_symlink("../study/scenario.yaml", at("other/linked.yaml"));
    EXPECT_TRUE(lies_within(at("other/linked.yaml"), at("study")));
    // A link in the folder on the way.
    fs::create_directory_symlink("../other", at("study/way"));
    EXPECT_TRUE(lies_within(at("study/way/scenario.yaml"), at("study")));
}

TEST_F(Inputs, are_known_by_every_name_of_a_file)
{
    fs::create_hard_link(at("study/scenario.yaml"), at("hard.yaml"));
    fs::create_symlink("study/scenario.yaml", at("soft.yaml"));
    WorkingFolder const here(at("study"));
    for (fs::path const& file : {at("hard.yaml"), at("soft.yaml"), fs::path("scenario.yaml"),
                                 at("other/../study/scenario.yaml")})
    {
        EXPECT_TRUE(is_same(at("study/scenario.yaml"), file)) << file;
        EXPECT_TRUE(is_same(file, at("study/scenario.yaml"))) << file;
    }
    EXPECT_FALSE(is_same(at("study/scenario.yaml"), at("other/scenario.yaml")));
    EXPECT_FALSE(is_same(at("study/scenario.yaml"), at("new.yaml")));
}

// A second name of a result that would go: its content would stay, but who reads it knows it there.
TEST_F(Inputs, that_are_second_names_of_results_refuse_the_folder)
{
    {
        OutputFolder run(at("run"), IfExists::refuse);
        run.write_result("scenario.yaml", "old");
        run.complete("{}");
    }
    fs::create_hard_link(at("run/scenario.yaml"), at("mine.yaml"));
    InputFiles inputs;
    inputs.add(at("mine.yaml"));
    EXPECT_THROW(OutputFolder(at("run"), IfExists::write_over, inputs), OutputExistsError);
    InputFiles others;
    others.add(at("other/scenario.yaml"));
    EXPECT_NO_THROW(OutputFolder(at("run"), IfExists::write_over, others));
}
}  // namespace kochmon
