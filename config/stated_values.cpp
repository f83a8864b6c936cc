// SPDX-License-Identifier: MIT
#include "config/stated_values.hpp"

#include "engine/contract.hpp"

namespace kochmon
{
DatedValue const& StatedValues::in(Month month) const
{
    EXPECT(!values.empty());
    DatedValue const* latest = &values.front();
    for (DatedValue const& value : values)
        if (is_dated && value.from <= month) latest = &value;
    return *latest;
}
}  // namespace kochmon
