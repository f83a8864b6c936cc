// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/figures/figure.hpp"

namespace kochmon
{
/// The figure without layers that have no number at all, of which programs would complain; with
/// dots on lines of one month, which would not be seen; with ends of time that leave room for a
/// policy that begins with the first month.
Figure as_numbers_allow(Figure figure);
}  // namespace kochmon
