// SPDX-License-Identifier: MIT
#pragma once

namespace kochmon
{
/// What one destination offers a person at home, RUB a month.
struct Offer
{
    bool open = false;  // entry allowed, not banned, costs within reach
    double pay = 0.0;   // of a month by the chance of work, before all costs
    double value = 0.0;
};
}  // namespace kochmon
