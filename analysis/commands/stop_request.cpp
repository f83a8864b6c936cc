// SPDX-License-Identifier: MIT
#include "analysis/commands/stop_request.hpp"

#include <atomic>
#include <csignal>

namespace kochmon
{
namespace
{
// Global because a signal knows no object; it only tells when to stop and touches no result.
// Atomic because any thread may ask while another is interrupted by the signal.
std::atomic<int> caught = 0;
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler must not wait for a lock");

/// What nohup or a batch system has set aside stays so.
void heed(int signal, struct sigaction const& action)
{
    struct sigaction before = {};
    sigaction(signal, nullptr, &before);
    if (before.sa_handler != SIG_IGN) sigaction(signal, &action, nullptr);
}

extern "C" void note_stop(int signal)
{
    caught.store(signal, std::memory_order_relaxed);
}
}  // namespace

void heed_stop_signals()
{
    struct sigaction action = {};
    action.sa_handler = note_stop;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    sigemptyset(&action.sa_mask);
    for (int const signal : {SIGINT, SIGTERM, SIGHUP, SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU})
        heed(signal, action);
    // A file that grows beyond the limit is then an error of writing, with its name.
    std::signal(SIGXFSZ, SIG_IGN);
}

int stop_signal()
{
    return caught.load(std::memory_order_relaxed);
}

bool is_stop_asked()
{
    return stop_signal() != 0;
}
}  // namespace kochmon
