// SPDX-License-Identifier: MIT
#pragma once

namespace kochmon
{
/// The quantile of the standard normal distribution for a share above 0 and below 1, to nine digits
/// (Acklam's rational approximation of 2003), with functions that give the same bits everywhere.
double normal_quantile(double share);
}  // namespace kochmon
