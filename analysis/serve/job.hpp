// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "analysis/page/html_text.hpp"
#include "analysis/serve/child.hpp"

namespace kochmon
{
/// Where the run of a server stands.
struct JobState
{
    enum class Phase : std::uint8_t
    {
        none,
        running,
        done,
        stopped,
        failed
    };
    Phase phase = Phase::none;
    std::string command = {};   // as it can be typed in
    std::string result = {};    // name of the folder
    double done = 0.0;          // 0..1
    double seconds_left = 0.0;  // as the child foresees
    std::string month = {};     // that it runs
    std::string told = {};      // its summary, or what is wrong
    std::uint64_t change = 0;   // grows with every change
};

Json as_json(JobState const& state);

/// The one run at a time that a server has, in a process of its own.
class Job
{
  public:
    Job() = default;
    /// Ends it.
    ~Job();
    Job(Job const&) = delete;
    Job& operator=(Job const&) = delete;

    /// Whether it was begun: not where one is running. `command`: how it is shown.
    bool start(std::vector<std::string> const& arguments, std::string const& command,
               std::string const& result);
    /// Asks it to stop, as Ctrl-C would.
    void stop();
    JobState state() const;
    /// The state once it is another than `seen`, or after that time.
    JobState state_after(std::uint64_t seen, std::chrono::milliseconds at_most) const;
    /// Ends it within a second and a half, whatever it does.
    void end();

  private:
    void live();
    void note_line(std::string_view line);
    void note_progress(Json const& progress);
    void note_end(ChildOutcome const& outcome);

    mutable std::mutex mutex_;  // of what follows
    mutable std::condition_variable changed_;
    JobState state_;
    std::string messages_ = {};  // of the child, but for its progress
    bool is_stop_asked_ = false;
    std::shared_ptr<Child> child_;
    std::thread thread_;
};
}  // namespace kochmon
