// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "config/fields.hpp"

namespace kochmon
{
/// Whether a file states it in whole numbers alone; shocks may divide them.
bool counts_persons(Dimension dimension);
/// `write '25000 RUB'`: how a quantity is written that may be meant by one in the manner of another
/// country or program (`25 000 руб`, `25k RUB`, `$300`, `10 percent`, `12months`), with each of the
/// units that may be meant. Nothing if none may be.
std::string meant_quantity(std::string_view text, Declared const& declared);
}  // namespace kochmon
