// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace kochmon
{
/// A word of a command line as a shell reads it back: bare where it may be, else in single quotes.
std::string shell_word(std::string const& word);
}  // namespace kochmon
