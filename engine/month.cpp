// SPDX-License-Identifier: MIT
#include "engine/month.hpp"

#include <fmt/format.h>

namespace kochmon
{
namespace
{
bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}
}  // namespace

std::optional<Month> Month::parse(std::string_view text)
{
    constexpr std::string_view pattern = "dddd-dd";
    if (text.size() != pattern.size()) return std::nullopt;
    for (std::size_t at = 0; at < pattern.size(); ++at)
        if (pattern[at] == '-' ? text[at] != '-' : !is_digit(text[at])) return std::nullopt;
    int const year =
        (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
    int const month_of_year = (text[5] - '0') * 10 + (text[6] - '0');
    if (year < 1900 || month_of_year < 1 || month_of_year > 12) return std::nullopt;
    return Month::of(year, month_of_year);
}

std::string Month::text() const
{
    return fmt::format("{:04}-{:02}", year(), month_of_year());
}
}  // namespace kochmon
