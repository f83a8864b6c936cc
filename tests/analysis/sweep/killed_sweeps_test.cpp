// SPDX-License-Identifier: MIT
// A sweep is killed, or the disk fails it, at every call that changes a file: nothing is lost,
// nothing is there twice, and what comes out in the end is what an undisturbed sweep gives.
#include <cerrno>
#include <chrono>
#include <csignal>
#include <map>
#include <thread>

#include <gmock/gmock.h>

#include "engine/sha256.hpp"

#include "tests/analysis/faults.hpp"

namespace kochmon
{
namespace
{
using testing::HasSubstr;
namespace fs = std::filesystem;

class KilledSweep : public testing::Test
{
  protected:
    void SetUp() override
    {
#ifdef KOCHMON_SANITIZED
        GTEST_SKIP() << "cannot be loaded before a sanitizer";
#endif
        write_plan(300, 1);
    }
    void write_plan(int persons, int replicates) const
    {
        put(plan(), "schema: 1\nsweep: tiny\nbase: " KOCHMON_SOURCE
                    "/config/baseline.yaml\npersons: " +
                        std::to_string(persons) +
                        "\nmonths: 1\nset: {time.warm_up: 0 months}\nreplicates: " +
                        std::to_string(replicates) +
                        "\nvary:\n  cash: {key: start.cash, values: [5000 RUB, 20000 RUB]}\n"
                        "design: grid\nkeep: {measures: [abroad], months: last}\n");
    }
    fs::path plan() const
    {
        return place_ / "tiny.yaml";
    }
    fs::path study(std::string const& name = "study") const
    {
        return place_ / name;
    }
    Arguments sweep(std::string const& name = "study") const
    {
        return {"sweep", plan().string(), "-o", study(name).string(), "--threads", "1", "-q"};
    }
    /// The hash of all that a study holds, by name, but locks.
    std::map<std::string, std::string> content(std::string const& name = "study") const
    {
        auto texts = texts_in(study(name));
        std::erase_if(texts, [](auto const& text) { return text.first.starts_with("locks/"); });
        for (auto& [file, text] : texts) text = sha256(text);
        return texts;
    }
    std::size_t calls_of_a_sweep() const
    {
        EXPECT_EQ(run(sweep("whole"), "", log()).status, 0);
        return calls_in(log()).size();
    }
    fs::path log() const
    {
        return place_ / "calls";
    }

    TestFolder place_;
};

TEST_F(KilledSweep, at_any_call_goes_on_to_the_same_end)
{
    std::size_t const calls = calls_of_a_sweep();
    auto const whole = content("whole");
    EXPECT_GT(calls, 30U);
    for (std::size_t call = 1; call <= calls; call += stride(7))
    {
        run(sweep(), std::to_string(call) + " 0", log());
        Outcome const again = kochmon_with(sweep());
        ASSERT_EQ(again.status, 0) << call << ' ' << again.err;
        ASSERT_EQ(content(), whole) << call;
        fs::remove_all(study());
    }
}

TEST_F(KilledSweep, on_a_disk_that_fails_says_which_file_and_goes_on_to_the_same_end)
{
    std::size_t const calls = calls_of_a_sweep();
    auto const whole = content("whole");
    for (int const cause : {ENOSPC, EIO})
        for (std::size_t call = 1; call <= calls; call += stride(11))
        {
            Outcome const failed =
                run(sweep(), std::to_string(call) + ' ' + std::to_string(cause), log());
            // Of some calls, such as taking away what is left over, nobody needs the success.
            if (failed.status != 0)
            {
                EXPECT_EQ(failed.status, file_error) << call << failed.err;
                EXPECT_THAT(failed.err, HasSubstr(study().string())) << call;
            }
            Outcome const again = kochmon_with(sweep());
            ASSERT_EQ(again.status, 0) << call << ' ' << again.err;
            ASSERT_EQ(content(), whole) << call;
            fs::remove_all(study());
        }
}

TEST_F(KilledSweep, at_random_moments_goes_on_to_the_same_end)
{
    write_plan(2000, 3);
    ASSERT_EQ(kochmon_with(sweep("whole")).status, 0);
    auto const whole = content("whole");
    std::size_t const rounds = std::getenv("KOCHMON_RARE_CHECKS") != nullptr ? 300 : 10;
    for (std::size_t round = 0; round < rounds; ++round)
    {
        Program program(sweep());
        std::this_thread::sleep_for(std::chrono::microseconds((round * 7919) % 300'000));
        program.send(SIGKILL);
        if (program.wait().status == 0 || round % 5 == 4)
        {
            ASSERT_EQ(kochmon_with(sweep()).status, 0);
            ASSERT_EQ(content(), whole) << round;
            fs::remove_all(study());
        }
    }
}

}  // namespace
}  // namespace kochmon
