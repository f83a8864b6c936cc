// SPDX-License-Identifier: MIT
#include "engine/contract.hpp"

#include <string_view>

#include <fmt/format.h>

#include "engine/error.hpp"

namespace kochmon::detail
{
void contract_broken(char const* kind, char const* condition, char const* file, int line)
{
    std::string const text = fmt::format("{}:{}: {} broken: {}", file, line, kind, condition);
    if (std::string_view(kind) == "invariant") throw InvariantError(text);
    throw InternalError(text + "; this is a fault of the program, please report it");
}
}  // namespace kochmon::detail
