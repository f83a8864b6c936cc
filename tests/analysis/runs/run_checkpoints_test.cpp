// SPDX-License-Identifier: MIT
#include "analysis/runs/run_checkpoints.hpp"

#include <map>
#include <random>

#include <gmock/gmock.h>

#include "engine/packed_file.hpp"

#include "agents/state/month_record.hpp"

#include "analysis/output/unfinished.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/analysis/program.hpp"

namespace kochmon
{
namespace
{
using testing::ElementsAre;
using testing::HasSubstr;

/// A run with everything that one can write down, without a folder.
class RecordedRun
{
  public:
    RecordedRun(Scenario const& scenario, std::size_t threads)
        : scenario_(scenario), workers_(threads), tables_(scenario, 40, {}, workers_)
    {
    }
    void begin()
    {
        world_ = std::make_unique<Simulation>(scenario_, synthesize(scenario_), 0, execution());
        for (MonthObserver* const observer : tables_.observers()) world_->add(*observer);
    }
    void go_on_from(std::string const& file)
    {
        Unpacker unpacker(file);
        world_ = Simulation::unpacked(scenario_, 0, execution(), unpacker);
        tables_.unpack(unpacker);
        EXPECT_EQ(unpacker.left(), 0U);
        for (MonthObserver* const observer : tables_.observers()) world_->add_again(*observer);
    }
    Simulation& world() { return *world_; }
    std::string packed() const
    {
        Packer packer("test\n");
        world_->pack(packer);
        tables_.pack(packer);
        return packer.sealed();
    }
    std::map<std::string, std::string> tables() const
    {
        std::map<std::string, std::string> texts;
        tables_.make([&](std::string const& name, std::string const& text) { texts[name] = text; });
        return texts;
    }

  private:
    Execution execution() const { return {workers_, {.tile_persons = 64, .piece_persons = 256}}; }

    Scenario const& scenario_;
    Workers workers_;
    RunTables tables_;
    std::unique_ptr<Simulation> world_;
};

Scenario thirty_months(std::string const& persons)
{
    return tests::TestWorld{.persons = persons, .months = 24, .warm_up = "6 months"}.scenario();
}

class TablesAfterRestartOn : public testing::TestWithParam<std::size_t>
{
};

// What is packed again a month later is what the undisturbed run has then, so that by induction
// every later month is the same too; now and then the end is looked at itself.
TEST_P(TablesAfterRestartOn, threads_at_every_month_are_those_of_one_run)
{
    Scenario const scenario = thirty_months("1000");
    RecordedRun undisturbed(scenario, 1);
    undisturbed.begin();
    std::vector<std::string> states;
    while (!undisturbed.world().ended())
    {
        undisturbed.world().advance();
        states.push_back(undisturbed.packed());
    }
    ASSERT_EQ(states.size(), 30U);
    for (std::size_t month = 0; month < states.size(); ++month)
    {
        RecordedRun restarted(scenario, GetParam());
        restarted.go_on_from(states[month]);
        ASSERT_EQ(restarted.packed(), states[month]) << month;
        if (month + 1 == states.size()) break;
        restarted.world().advance();
        ASSERT_EQ(restarted.packed(), states[month + 1]) << month;
        if (month % 10 != 4) continue;
        restarted.world().run();
        EXPECT_EQ(restarted.tables(), undisturbed.tables()) << month;
    }
}

INSTANTIATE_TEST_SUITE_P(Checkpoints, TablesAfterRestartOn, testing::Values(1U, 2U, 7U));

/// Whether the bytes pass for a checkpoint.
bool is_taken_for_whole(std::string const& file)
{
    try
    {
        Unpacker const unpacker(file);
        return true;
    }
    catch (DamageError const&)
    {
        return false;
    }
}

// The digest stands for all bytes after the first line, so that a sample by chance is as good as
// any; a million under KOCHMON_RARE_CHECKS.
TEST(DamagedCheckpoint, is_recognised_whatever_byte_is_changed_and_wherever_it_is_cut)
{
    Scenario const scenario = thirty_months("60");
    RecordedRun run(scenario, 1);
    run.begin();
    run.world().advance();
    std::string file = run.packed();
    ASSERT_TRUE(is_taken_for_whole(file));
    int const tries = std::getenv("KOCHMON_RARE_CHECKS") != nullptr ? 500'000 : 3'000;
    std::mt19937_64 chance(20100101);
    for (int change = 0; change < tries; ++change)
    {
        char& byte = file[chance() % file.size()];
        char const before = std::exchange(
            byte, static_cast<char>(static_cast<unsigned char>(byte) + 1U + chance() % 255U));
        ASSERT_FALSE(is_taken_for_whole(file)) << &byte - file.data();
        byte = before;
    }
    ASSERT_TRUE(is_taken_for_whole(file));
    for (int cut = 0; cut < tries; ++cut)
    {
        std::size_t const size = chance() % file.size();
        ASSERT_FALSE(is_taken_for_whole(file.substr(0, size))) << size;
    }
}

/// Checkpoints of every month in an output folder, and what is told of them.
class RunCheckpointsIn : public testing::Test
{
  protected:
    RunCheckpoints::Request request(std::string const& run = "seed: 1\n")
    {
        return {.run = run, .every = 1, .tell = [this](auto const& text) { told_ += text + '\n'; }};
    }
    void live(int months)
    {
        OutputFolder folder(place_ / "out", IfExists::refuse, {}, "seed: 1\n");
        RunTables tables(scenario_, std::nullopt, {}, workers_);
        RunCheckpoints checkpoints(folder, tables, request());
        Simulation world(scenario_, synthesize(scenario_), 0, {workers_, {}});
        for (MonthObserver* const observer : tables.observers()) world.add(*observer);
        for (int month = 0; month < months; ++month)
        {
            world.advance();
            checkpoints.month_lived(world, 321, false);
        }
    }
    /// Months lived by the world that goes on; 0: it begins anew.
    int gone_on(std::string const& run = "seed: 1\n")
    {
        OutputFolder folder(place_ / "out", IfExists::refuse, {}, "seed: 1\n");
        RunTables tables(scenario_, std::nullopt, {}, workers_);
        RunCheckpoints checkpoints(folder, tables, request(run));
        auto const begun = checkpoints.begun(0, scenario_, {workers_, {}});
        if (!begun) return 0;
        EXPECT_EQ(begun->agents, 321U);
        return begun->world->months_lived();
    }
    std::vector<std::string> names() const
    {
        std::vector<std::string> names;
        for (auto const& [path, text] : texts_in(parts()))
            if (path != run_of_parts) names.push_back(path);
        return names;
    }
    std::filesystem::path parts() const { return place_ / "out" / parts_name; }
    void damage(std::string const& name) const
    {
        std::string text = text_of(parts() / name);
        text[text.size() / 2] = static_cast<char>(text[text.size() / 2] + 1);
        put(parts() / name, text);
    }

    TestFolder place_;
    Scenario scenario_ = tests::TestWorld{.persons = "321", .months = 8}.scenario();
    Workers workers_{1};
    std::string told_;
};
}  // namespace

TEST_F(RunCheckpointsIn, a_folder_are_the_last_two)
{
    live(4);
    EXPECT_THAT(names(), ElementsAre("000000-checkpoint-2005-03", "000000-checkpoint-2005-04"));
    EXPECT_EQ(gone_on(), 4);
    EXPECT_THAT(told_, HasSubstr("going on after 2005-04"));
}

TEST_F(RunCheckpointsIn, a_folder_are_taken_in_turn_where_one_is_damaged)
{
    live(4);
    damage("000000-checkpoint-2005-04");
    EXPECT_EQ(gone_on(), 3);
    EXPECT_THAT(told_, HasSubstr("000000-checkpoint-2005-04 is not as it was written"));
    put(parts() / "000000-checkpoint-2005-04", "");
    EXPECT_EQ(gone_on(), 3);
    damage("000000-checkpoint-2005-03");
    EXPECT_EQ(gone_on(), 0);
    EXPECT_THAT(told_, HasSubstr("begins anew"));
}

TEST_F(RunCheckpointsIn, a_folder_that_are_of_another_run_are_left_aside)
{
    live(2);
    EXPECT_EQ(gone_on("seed: 2\n"), 0);
    EXPECT_THAT(told_, HasSubstr("is of another run: seed is 1 there and 2 here"));
}

TEST_F(RunCheckpointsIn, another_place_say_what_they_are)
{
    live(2);
    LooseCheckpoint const checkpoint = read_checkpoint(parts() / "000000-checkpoint-2005-02");
    EXPECT_EQ(checkpoint.label.run, "seed: 1\n");
    EXPECT_EQ(checkpoint.label.month, Month::of(2005, 2));
    EXPECT_EQ(checkpoint.label.agents, 321U);
    damage("000000-checkpoint-2005-02");
    EXPECT_THROW(read_checkpoint(parts() / "000000-checkpoint-2005-02"), FileError);
    put(place_ / "text", "seed: 1\n");
    EXPECT_THROW(read_checkpoint(place_ / "text"), FileError);
}
}  // namespace kochmon
