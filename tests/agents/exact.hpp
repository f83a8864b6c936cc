// SPDX-License-Identifier: MIT
#pragma once

namespace kochmon::tests
{
/// How far a result may lie from the number reckoned by hand: rounding, nothing else.
inline constexpr double exact = 1e-12;
}  // namespace kochmon::tests
