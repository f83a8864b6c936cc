// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "engine/atomic_file.hpp"

#include "agents/loading/load_model.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/config/mutations_over_time.hpp"
#include "tests/config/mutations_together.hpp"
#include "tests/corridors/kyrgyz_declarations.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

// Every mistake that a scenario of the model can hold, planted at every key.
namespace kochmon
{
namespace
{
/// Thousands of texts name the same tables: what the run does not ask of them is left out.
std::string of_the_country_of_the_run(std::string const& table)
{
    std::istringstream lines(table);
    std::string kept;
    for (std::string line; std::getline(lines, line);)
        if (std::none_of(kyrgyz_corridor()->country_names().begin() + 1,
                         kyrgyz_corridor()->country_names().end(),
                         [&](std::string const& other) { return line.starts_with(other + ","); }))
            kept += line + '\n';
    return kept;
}

class Mistakes : public testing::Test
{
  protected:
    Mistakes()
        : folder_(std::filesystem::path(testing::TempDir()) /
                  (std::string("kochmon-mistakes-") +
                   testing::UnitTest::GetInstance()->current_test_info()->name())),
          scenario_(tests::TestWorld{}.scenario())
    {
        for (auto const& [name, content] : scenario_.data_files())
            write_whole_file(folder_ / name, of_the_country_of_the_run(content));
    }
    ~Mistakes() override { std::filesystem::remove_all(folder_); }

    Declarations const& declarations() const { return kyrgyz_declarations(); }
    std::string resolved() const { return scenario_.resolved(); }
    mutations::OverTime over_time() const
    {
        return {declarations(), resolved(), scenario_.settings().start.text()};
    }
    void expect_refused(std::vector<mutations::Mutant> const& mutants, std::size_t least) const
    {
        mutations::Together together(resolved(), declarations(), folder_);
        bool const each_alone = std::getenv("KOCHMON_RARE_CHECKS") != nullptr;
        auto const faults = each_alone ? mutations::faults(mutants, declarations(), folder_)
                                       : together.faults(mutants);
        for (std::string const& fault : faults) ADD_FAILURE() << fault;
        EXPECT_GT(mutants.size(), least);
        std::printf("%zu mistakes planted at %zu keys in %zu texts\n", mutants.size(), keys(),
                    each_alone ? mutants.size() : together.texts());
    }
    std::size_t keys() const { return declarations().parameters().size(); }

  private:
    std::filesystem::path folder_;
    Scenario scenario_;
};
}  // namespace

TEST_F(Mistakes, in_any_key_of_the_model_are_refused_at_their_line_and_column)
{
    expect_refused(mutations::mutants_of(declarations(), resolved()), 30 * keys());
}

TEST_F(Mistakes, in_dated_values_of_any_key_are_refused_at_their_line_and_column)
{
    expect_refused(over_time().of_dated_values(), 15 * keys());
}

TEST_F(Mistakes, in_shocks_on_any_key_are_refused_at_their_line_and_column)
{
    expect_refused(over_time().of_shocks(), 20 * keys());
}
}  // namespace kochmon
