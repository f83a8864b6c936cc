// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "agents/vocabulary/parting_point.hpp"

namespace kochmon
{
// Both enumerations are the table of counts (counts.def), where each is told.
// NOLINTBEGIN(cppcoreguidelines-macro-usage): an enumeration comes of a table no other way

/// What is counted in agents: stocks, flows and exposure.
enum class Count : std::uint8_t
{
#define COUNT(name, ...) name,
#define MEASURED_COUNT(name, ...) name,
#define FLOW(...)
#define MEASURED_FLOW(...)
#include "agents/state/counts.def"
};

/// Money of the month in kopecks, of the agents.
enum class Flow : std::uint8_t
{
#define COUNT(...)
#define MEASURED_COUNT(...)
#define FLOW(name, ...) name,
#define MEASURED_FLOW(name, ...) name,
#include "agents/state/counts.def"
};

#define COUNT(...) +1           // NOLINT(bugprone-macro-parentheses): a term of a sum
#define MEASURED_COUNT(...) +1  // NOLINT(bugprone-macro-parentheses): a term of a sum
#define FLOW(...)
#define MEASURED_FLOW(...)
inline constexpr std::size_t count_kinds = 0
#include "agents/state/counts.def"
    ;

#define COUNT(...)
#define MEASURED_COUNT(...)
#define FLOW(...) +1           // NOLINT(bugprone-macro-parentheses): a term of a sum
#define MEASURED_FLOW(...) +1  // NOLINT(bugprone-macro-parentheses): a term of a sum
inline constexpr std::size_t flow_kinds = 0
#include "agents/state/counts.def"
    ;
// NOLINTEND(cppcoreguidelines-macro-usage)

enum class CountOf : std::uint8_t
{
    stock,    // at month end
    flow,     // during the month
    exposure  // person-months
};

/// An event that tells lives apart.
struct CountedEvent
{
    std::string_view name;
    PartingPoint point = PartingPoint::law;
    bool is_carried_out = false;  // at the end of the month, after the lots
};

/// What the table says of a count.
struct CountLine
{
    std::string_view name;
    CountOf of;
    std::string_view unit;
    std::optional<CountedEvent> event;
    std::string_view meaning;
    bool is_measured;  // by its line alone
};
CountLine const& line_of(Count kind);

/// And of a flow of money.
struct FlowLine
{
    std::string_view name;
    std::string_view meaning;
    bool is_measured;
};
FlowLine const& line_of(Flow kind);
}  // namespace kochmon
