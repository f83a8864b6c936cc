// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace kochmon
{
/// `write '2010-01'` for a month in another order or with a day: `2010/1`, `01.2010`, `201001`,
/// `2010-01-15`. A year alone may mean its January. Nothing if no month may be meant.
std::string meant_month(std::string_view text);
}  // namespace kochmon
