// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace kochmon
{
/// The languages of reports, in which a corridor may name what is in it.
inline constexpr std::array<std::string_view, 3> languages_of_reports = {"en", "ky", "ru"};
}  // namespace kochmon
