// SPDX-License-Identifier: MIT
#include "analysis/commands/stop_request.hpp"

#include <csignal>

namespace kochmon
{
namespace
{
// Global because a signal knows no object; it only tells when to stop and touches no result.
volatile std::sig_atomic_t caught = 0;

extern "C" void note_stop(int signal)
{
    caught = signal;
}
}  // namespace

void heed_stop_signals()
{
    struct sigaction action = {};
    action.sa_handler = note_stop;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

int stop_signal()
{
    return caught;
}
}  // namespace kochmon
