// SPDX-License-Identifier: MIT
#include "config/mistyped_month.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "engine/month.hpp"

#include "config/suggestion.hpp"

namespace kochmon
{
namespace
{
bool is_of_digits(std::string const& text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

/// The digits between the marks that part a date; none if there is anything else.
std::vector<std::string> parts_of(std::string_view text)
{
    std::vector<std::string> parts(1);
    for (char const letter : text)
    {
        if (letter == '-' || letter == '/' || letter == '.' || letter == ' ')
            parts.emplace_back();
        else
            parts.back() += letter;
    }
    return std::ranges::all_of(parts, is_of_digits) ? parts : std::vector<std::string>{};
}

std::string month_of(std::string const& year, std::string const& month)
{
    if (year.size() != 4 || month.size() > 2) return {};
    std::string written = fmt::format("{}-{:0>2}", year, month);
    return Month::parse(written) ? written : std::string{};
}
}  // namespace

std::string meant_month(std::string_view text)
{
    std::vector<std::string> const parts = parts_of(text);
    if (parts.empty() || parts.size() > 3) return {};
    std::string const& first = parts.front();
    if (parts.size() == 1 && first.size() == 4)
        return fmt::format("write {} if its January is meant", proposed(first + "-01"));
    std::string month;
    if (parts.size() == 1 && first.size() == 6)
        month = month_of(first.substr(0, 4), first.substr(4));
    else if (parts.size() == 2)
        month = first.size() == 4 ? month_of(first, parts[1]) : month_of(parts[1], first);
    else if (parts.size() == 3 && first.size() == 4)
        month = month_of(first, parts[1]);  // the day is of no meaning
    return month.empty() || month == text ? std::string{} : "write " + proposed(month);
}
}  // namespace kochmon
