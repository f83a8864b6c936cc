// SPDX-License-Identifier: MIT
#pragma once

namespace kochmon
{
/// From now on SIGINT, SIGTERM, SIGHUP, SIGUSR1, SIGUSR2, SIGALRM and SIGXCPU (a batch system that
/// is out of patience) only ask for a stop, unless they were ignored before; a second one ends the
/// program at once.
void heed_stop_signals();
/// The signal that asked for a stop; 0: none.
int stop_signal();
bool is_stop_asked();
}  // namespace kochmon
