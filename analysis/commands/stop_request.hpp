// SPDX-License-Identifier: MIT
#pragma once

namespace kochmon
{
/// From now on SIGINT and SIGTERM only ask for a stop; a second one ends the program at once.
void heed_stop_signals();
/// The signal that asked for a stop; 0: none.
int stop_signal();
}  // namespace kochmon
