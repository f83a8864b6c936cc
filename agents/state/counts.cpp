// SPDX-License-Identifier: MIT
#include "agents/state/counts.hpp"

#include <array>

namespace kochmon
{
// A namespace of its own, since the words of the table mean other things in files beside this one.
namespace table_of_counts
{
namespace
{
using enum CountOf;
using enum PartingPoint;

constexpr std::optional<CountedEvent> event(std::string_view name, PartingPoint point)
{
    return CountedEvent{name, point, false};
}
constexpr std::optional<CountedEvent> outcome(std::string_view name, PartingPoint point)
{
    return CountedEvent{name, point, true};
}
constexpr std::optional<CountedEvent> no_event;

// NOLINTBEGIN(cppcoreguidelines-macro-usage): names of enumerators as text come no other way
constexpr std::array<CountLine, count_kinds> counts = {{
#define COUNT(name, ...) {#name, __VA_ARGS__, false},
#define MEASURED_COUNT(name, ...) {#name, __VA_ARGS__, true},
#define FLOW(...)
#define MEASURED_FLOW(...)
#include "agents/state/counts.def"
}};

constexpr std::array<FlowLine, flow_kinds> flows = {{
#define COUNT(...)
#define MEASURED_COUNT(...)
#define FLOW(name, meaning) {#name, meaning, false},
#define MEASURED_FLOW(name, meaning) {#name, meaning, true},
#include "agents/state/counts.def"
}};
// NOLINTEND(cppcoreguidelines-macro-usage)
}  // namespace
}  // namespace table_of_counts

CountLine const& line_of(Count kind)
{
    return table_of_counts::counts[static_cast<std::size_t>(kind)];
}

FlowLine const& line_of(Flow kind)
{
    return table_of_counts::flows[static_cast<std::size_t>(kind)];
}
}  // namespace kochmon
