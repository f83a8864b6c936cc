// SPDX-License-Identifier: MIT
#pragma once

namespace kochmon
{
/// What one destination offers a person at home, RUB a month.
struct Offer
{
    bool open = false;  // entry allowed, not banned, costs within reach
    double net = 0.0;   // of the better plan, before the least net
    double value = 0.0;
};
}  // namespace kochmon
