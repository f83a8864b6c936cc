// SPDX-License-Identifier: MIT
#include "tests/story/golden.hpp"

#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

#include "engine/atomic_file.hpp"

#include "agents/loading/load_model.hpp"

#include "tests/corridors/kyrgyz_declarations.hpp"
#include "tests/corridors/kyrgyzstan.hpp"
#include "tests/golden/known.hpp"

// Three small scenarios whose figures are kept: a change names the cells that it moves.
namespace kochmon
{
namespace
{
golden::Cells run_scenario(std::string const& name)
{
    Overrides const overrides{.set = {"time.warm_up=60 months"}, .persons = "20000", .months = 24};
    Scenario const scenario =
        Scenario::load((golden::folder / "scenarios" / (name + ".yaml")).string(),
                       kyrgyz_declarations(), overrides);
    Workers const workers(2);
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
    golden::Collector collector;
    simulation.add(collector);
    simulation.run();
    return collector.cells();
}

class Golden : public testing::TestWithParam<char const*>
{
};

constexpr std::size_t cells_shown = 25;
}  // namespace

TEST_P(Golden, figures_are_those_kept)
{
    std::string const name = GetParam();
    golden::Cells const is = run_scenario(name);
    golden::Cells const was = golden::cells_of(read_whole_file(golden::folder / (name + ".csv")));
    golden::tell_unknown(golden::unknown(is, was), name + ".csv");
    auto const changed = golden::differences(is, was);
    for (std::size_t k = 0; k < std::min(cells_shown, changed.size()); ++k)
        ADD_FAILURE() << changed[k];
    if (changed.empty()) return;
    auto const now = std::filesystem::path(testing::TempDir()) / (name + ".csv");
    write_whole_file(now, golden::text_of(is));
    ADD_FAILURE() << changed.size() << " cells changed. If the model was changed on purpose, put "
                  << now
                  << " into tests/golden and say so in CHANGELOG.md under 'Results changed'.";
}
INSTANTIATE_TEST_SUITE_P(Scenarios, Golden, testing::Values("permits", "free-movement", "hard-law"),
                         [](auto const& scenario)
                         {
                             std::string name = scenario.param;
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

golden::Cells kept_cells()
{
    return golden::cells_of(read_whole_file(golden::folder / "permits.csv"));
}

TEST(GoldenFiles, name_the_cell_that_changed_and_the_one_that_is_missing)
{
    golden::Cells const was = kept_cells();
    golden::Cells is = was;
    ++is.at("permits_refused,destination,st_petersburg,2011");
    is.erase("births,total,total,2010");
    auto const changed = golden::differences(is, was);
    ASSERT_EQ(changed.size(), 2U);
    EXPECT_EQ(changed.front().find("births,total,total,2010: missing, golden "), 0U);
    EXPECT_EQ(changed.back().find("permits_refused,destination,st_petersburg,2011: "), 0U);
    EXPECT_TRUE(golden::unknown(is, was).empty());
    EXPECT_TRUE(golden::differences(was, golden::cells_of(golden::text_of(was))).empty());
}

TEST(GoldenFiles, tell_a_new_measure_and_fail_for_none)
{
    golden::Cells const was = kept_cells();
    golden::Cells is = was;
    is["births_at_sea,destination,moscow,2010"] = 3;
    is["births_at_sea,destination,moscow,2011"] = 4;
    is["births_at_sea,total,total,2010"] = 7;
    EXPECT_TRUE(golden::differences(is, was).empty());
    EXPECT_EQ(golden::unknown(is, was),
              (std::vector<std::string>{"births_at_sea destination", "births_at_sea total"}));
}
}  // namespace kochmon
