// SPDX-License-Identifier: MIT
#include "engine/schedule.hpp"

#include <gtest/gtest.h>

#include "engine/error.hpp"

namespace kochmon
{
namespace
{
struct Town
{
    std::vector<std::string> told;
};

struct Street
{
    std::vector<std::string> told;
    std::size_t houses = 2;
    std::size_t at = 0;

    std::size_t tiles() const { return houses; }
    void begin_tile(std::size_t k) { at = k; }
};

using Tale = Schedule<Town, Street>;

Tale tale()
{
    Tale tale;
    tale.society("open", [](Town& town, std::vector<Street>&) { town.told.emplace_back("open"); });
    for (std::string const step : {"wake", "eat"})
        tale.persons(step, [step](Town const&, Street& street)
                     { street.told.push_back(step + std::to_string(street.at)); });
    tale.society("close", [](Town& town, std::vector<Street>& streets)
                 { town.told.push_back("close " + std::to_string(streets[0].told.size())); });
    return tale;
}
}  // namespace

TEST(Schedule, runs_society_steps_in_order_and_person_steps_tile_by_tile)
{
    Tale story = tale();
    Town town;
    std::vector<Street> streets(2);
    Workers const workers(2);
    story.run_month(town, streets, workers);
    EXPECT_EQ(town.told, (std::vector<std::string>{"open", "close 4"}));
    for (Street const& street : streets)
        EXPECT_EQ(street.told, (std::vector<std::string>{"wake0", "eat0", "wake1", "eat1"}));
}

TEST(Schedule, takes_a_step_between_others)
{
    Tale story = tale();
    story.society_before("close", "look",
                         [](Town& town, std::vector<Street>& streets)
                         { town.told.push_back("look " + std::to_string(streets.size())); });
    EXPECT_EQ(story.labels(), (std::vector<std::string>{"open", "wake", "eat", "look", "close"}));
    Town town;
    std::vector<Street> streets(2);
    story.run_month(town, streets, Workers(1));
    EXPECT_EQ(town.told, (std::vector<std::string>{"open", "look 2", "close 4"}));
    EXPECT_THROW(story.society_before("nowhere", "look", {}), InternalError);
}

TEST(Schedule, names_and_times_every_step)
{
    Tale story = tale();
    EXPECT_EQ(story.labels(), (std::vector<std::string>{"open", "wake", "eat", "close"}));
    Town town;
    std::vector<Street> streets(1);
    story.run_month(town, streets, Workers(1));
    for (auto const& [label, seconds] : story.seconds()) EXPECT_GE(seconds, 0.0) << label;
    EXPECT_EQ(story.seconds().size(), 4U);
}

TEST(Schedule, tells_what_each_step_works_on_and_does)
{
    Tale story;
    story.society("open", {}, "The gates are opened");
    story.persons(
        "wake", [](Town const&, Street&) {}, "Whoever sleeps");
    story.society_before("wake", "look", {});
    std::vector<StepDescription> const steps = story.steps();
    ASSERT_EQ(steps.size(), 3U);
    EXPECT_EQ(steps[0].label, "open");
    EXPECT_EQ(steps[0].kind, StepKind::society);
    EXPECT_EQ(steps[0].does, "The gates are opened");
    EXPECT_EQ(steps[1].label, "look");
    EXPECT_EQ(steps[1].does, "");
    EXPECT_EQ(steps[2].kind, StepKind::persons);
    EXPECT_EQ(steps[2].does, "Whoever sleeps");
}

TEST(Schedule, a_month_of_no_pieces_still_has_its_society_steps)
{
    Tale story;
    story.society("alone",
                  [](Town& town, std::vector<Street>&) { town.told.emplace_back("alone"); });
    Town town;
    std::vector<Street> none;
    story.run_month(town, none, Workers(1));
    EXPECT_EQ(town.told.size(), 1U);
}
}  // namespace kochmon
