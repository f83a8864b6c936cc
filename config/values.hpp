// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/month.hpp"

#include "config/declarations.hpp"
#include "config/files.hpp"
#include "config/layers.hpp"
#include "config/quantity.hpp"
#include "config/stated_values.hpp"

namespace kochmon
{
/// Reads what stands under the path of a declared parameter: a bare value, `{value, source}`, a
/// list of `{from, value, source}`, or `{file, column, unit, source}`.
class ValueReader
{
  public:
    ValueReader(std::optional<Month> start, Files& files, Diagnostics& diagnostics)
        : start_(start), files_(files), diagnostics_(diagnostics)
    {
    }
    std::optional<StatedValues> read(Declarations::Parameter const& parameter,
                                     Leaf const& leaf) const;

  private:
    using Parameter = Declarations::Parameter;

    std::optional<StatedValues> one_value(Parameter const& parameter, Node const& map) const;
    std::optional<StatedValues> dated(Parameter const& parameter, Node const& list) const;
    std::optional<DatedValue> entry(Parameter const& parameter, Node const& node) const;
    std::optional<StatedValues> series(Parameter const& parameter, Leaf const& leaf) const;
    std::optional<Value> value(Parameter const& parameter, Node const& node) const;
    bool may_be_dated(Parameter const& parameter, Node const& node) const;
    bool is_in_order(Parameter const& parameter, StatedValues const& values,
                     std::vector<FilePlace> const& months) const;

    std::optional<Month> start_;
    Files& files_;
    Diagnostics& diagnostics_;
};
}  // namespace kochmon
