// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace kochmon
{
/// The form of value and noise in every decision, named by the scenario. Answers that differ
/// between kernels depend on the model, not on the policy alone.
enum class Kernel : std::uint8_t
{
    diminishing_nested,  // value of money c ln(net / c); plans alike share a nest of the noise
    linear_flat          // value of money is the money; every alternative has noise of its own
};
inline std::array<std::string, 2> const kernel_names = {"diminishing_nested", "linear_flat"};

/// Dissimilarity of a nest; 1 is no nest at all.
constexpr double dissimilarity(Kernel kernel, double nested)
{
    return kernel == Kernel::linear_flat ? 1.0 : nested;
}
}  // namespace kochmon
