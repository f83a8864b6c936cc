// SPDX-License-Identifier: MIT
#include "analysis/design/few_digits.hpp"

#include <fmt/format.h>

#include "config/plain_decimal.hpp"

namespace kochmon
{
std::string few_digits(double number)
{
    // Rounded as it is written with an exponent, which YAML does not take.
    auto const rounded = fmt::format("{:.5e}", number);
    return number_text(std::stod(rounded));
}
}  // namespace kochmon
