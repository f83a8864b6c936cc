// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace kochmon
{
/// For what a person goes abroad.
enum class Aim : std::uint8_t
{
    save,   // a sum, and come home: a short horizon
    settle  // a life there: a long one
};
}  // namespace kochmon
