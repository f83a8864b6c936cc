// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

namespace kochmon
{
/// A value that is worked out when it is first asked for: most lives ask for few of what they
/// could know.
template <class Value>
class Once
{
  public:
    template <class WorkOut>
    Value of(WorkOut const& work_out)
    {
        if (!value_) value_ = work_out();
        return *value_;
    }

  private:
    std::optional<Value> value_;
};
}  // namespace kochmon
