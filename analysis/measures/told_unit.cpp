// SPDX-License-Identifier: MIT
#include "analysis/measures/told_unit.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

#include <fmt/format.h>

namespace kochmon
{
namespace
{
constexpr double told_in_thousands = 10'000.0;
constexpr double told_in_millions = 10'000'000.0;

/// The code of a currency, three capital letters, alone or by some time.
bool is_of_money(std::string const& unit)
{
    std::size_t const letters = std::min(unit.find_first_of("/ "), unit.size());
    return letters == 3 && std::all_of(unit.begin(), unit.begin() + 3,
                                       [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

int digits_for(double size)
{
    if (size >= 100.0 || size == 0.0) return 0;
    if (size >= 10.0) return 1;
    return size >= 0.1 ? 2 : 3;
}
}  // namespace

std::string ToldUnit::number(double value) const
{
    return fmt::format("{:.{}f}", value * scale, digits_for(std::abs(value * scale)));
}

std::string ToldUnit::signed_number(double value) const
{
    if (value == 0.0) return "0";
    return fmt::format("{:+.{}f}", value * scale, digits_for(std::abs(value * scale)));
}

ToldUnit told_unit(std::string const& unit, double largest)
{
    if (unit.starts_with("share"))
        return {100.0, "per cent" + unit.substr(5), "percentage points" + unit.substr(5)};
    if (unit.starts_with('%'))
    {
        std::string rest = unit.substr(1);
        if (rest.starts_with('/')) rest = " a " + rest.substr(1);
        return {1.0, "per cent" + rest, "percentage points" + rest};
    }
    std::string told = unit;
    if (std::size_t const slash = told.find('/'); slash != std::string::npos)
        told.replace(slash, 1, " a ");
    if (is_of_money(unit) && largest >= told_in_millions)
        return {1e-6, "million " + told, "million " + told};
    if (largest >= told_in_thousands) return {1e-3, "thousand " + told, "thousand " + told};
    return {1.0, told, told};
}

std::string told_name(std::string const& name)
{
    std::string told = name;
    std::ranges::replace(told, '_', ' ');
    if (!told.empty())
        told[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(told[0])));
    return told;
}
}  // namespace kochmon
