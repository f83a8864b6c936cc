// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace kochmon
{
/// A number that a design has computed as YAML reads it, to six digits: more would hide what it is.
std::string few_digits(double number);
}  // namespace kochmon
