// SPDX-License-Identifier: MIT
#include "analysis/serve/job.hpp"

#include <array>
#include <csignal>

namespace kochmon
{
namespace
{
constexpr std::chrono::milliseconds patience(1200);
constexpr std::array phase_names = {"none", "running", "done", "stopped", "failed"};
constexpr std::size_t longest_told = 20'000;

double number_at(Json const& map, char const* key)
{
    auto const found = map.find(key);
    return found != map.end() && found->is_number() ? found->get<double>() : 0.0;
}
}  // namespace

Json as_json(JobState const& state)
{
    Json json = Json::object();
    json["phase"] = phase_names.at(static_cast<std::size_t>(state.phase));
    json["command"] = state.command;
    json["result"] = state.result;
    json["done"] = state.done;
    json["seconds_left"] = state.seconds_left;
    json["month"] = state.month;
    json["told"] = state.told;
    return json;
}

Job::~Job()
{
    end();
}

bool Job::start(std::vector<std::string> const& arguments, std::string const& command,
                std::string const& result)
{
    std::scoped_lock const lock(mutex_);
    if (state_.phase == JobState::Phase::running) return false;
    if (thread_.joinable()) thread_.join();  // it has noted its end, and does nothing after that
    child_ = std::make_shared<Child>(arguments);
    state_ = {.phase = JobState::Phase::running,
              .command = command,
              .result = result,
              .change = state_.change + 1};
    messages_.clear();
    is_stop_asked_ = false;
    thread_ = std::thread([this] { live(); });
    changed_.notify_all();
    return true;
}

void Job::live()
{
    std::shared_ptr<Child> child;
    {
        std::scoped_lock const lock(mutex_);
        child = child_;
    }
    note_end(child->wait([&](std::string_view line) { note_line(line); }));
}

void Job::note_line(std::string_view line)
{
    Json const progress = Json::parse(line, nullptr, false);
    if (progress.is_object() && progress.contains("done")) return note_progress(progress);
    std::scoped_lock const lock(mutex_);
    if (messages_.size() < longest_told) messages_ += std::string(line) + '\n';
}

/// `{"replicate": 0, "month": "2010-05", "done": 0.42, "seconds_left": 12.3}`.
void Job::note_progress(Json const& progress)
{
    std::scoped_lock const lock(mutex_);
    state_.done = number_at(progress, "done");
    state_.seconds_left = number_at(progress, "seconds_left");
    auto const month = progress.find("month");
    state_.month = month != progress.end() && month->is_string() ? month->get<std::string>() : "";
    ++state_.change;
    changed_.notify_all();
}

void Job::note_end(ChildOutcome const& outcome)
{
    std::scoped_lock const lock(mutex_);
    using Phase = JobState::Phase;
    state_.phase = outcome.status == 0 ? Phase::done
                   : is_stop_asked_    ? Phase::stopped
                                       : Phase::failed;
    if (state_.phase == Phase::done) state_.done = 1.0;
    state_.seconds_left = 0.0;
    state_.told = (outcome.out + messages_ + outcome.err).substr(0, longest_told);
    ++state_.change;
    changed_.notify_all();
}

void Job::stop()
{
    std::scoped_lock const lock(mutex_);
    if (state_.phase != JobState::Phase::running) return;
    is_stop_asked_ = true;
    child_->send(SIGTERM);
}

JobState Job::state() const
{
    std::scoped_lock const lock(mutex_);
    return state_;
}

JobState Job::state_after(std::uint64_t seen, std::chrono::milliseconds at_most) const
{
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, at_most, [&] { return state_.change != seen; });
    return state_;
}

void Job::end()
{
    stop();
    {
        std::unique_lock lock(mutex_);
        bool const ended = changed_.wait_for(
            lock, patience, [&] { return state_.phase != JobState::Phase::running; });
        if (!ended) child_->send(SIGKILL);
    }
    if (thread_.joinable()) thread_.join();
}
}  // namespace kochmon
