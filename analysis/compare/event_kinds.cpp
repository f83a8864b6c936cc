// SPDX-License-Identifier: MIT
#include "analysis/compare/event_kinds.hpp"

#include <algorithm>
#include <array>

namespace kochmon
{
namespace
{
using enum PartingPoint;

// The points of a month in their order: what happens and is decided, then what is carried out.
constexpr std::array decided = {birth_and_death,  terms,
                                courses,          work,
                                exploitation,     check,
                                consular_choice,  status_choice,
                                residence_choice, citizenship_choice,
                                departure,        quota,
                                return_home,      joining};
constexpr std::array carried_out = {means,     status_choice, residence_choice, citizenship_choice,
                                    moving_on, border,        departure};

std::size_t moment(CountedEvent const& event)
{
    if (!event.is_carried_out)
        return static_cast<std::size_t>(std::ranges::find(decided, event.point) - decided.begin());
    auto const at = std::ranges::find(carried_out, event.point) - carried_out.begin();
    return decided.size() + static_cast<std::size_t>(at);
}
}  // namespace

std::string const& name(PartingPoint point)
{
    static std::array<std::string, 18> const names = {"birth_and_death",
                                                      "terms",
                                                      "courses",
                                                      "work",
                                                      "exploitation",
                                                      "check",
                                                      "status_choice",
                                                      "residence_choice",
                                                      "citizenship_choice",
                                                      "consular_choice",
                                                      "moving_on",
                                                      "return_home",
                                                      "joining",
                                                      "departure",
                                                      "quota",
                                                      "means",
                                                      "border",
                                                      "law"};
    return names[index(point)];
}

CountedEvent const* event_of(Count kind)
{
    std::optional<CountedEvent> const& event = line_of(kind).event;
    return event ? &*event : nullptr;
}

bool comes_before(CountedEvent const& one, CountedEvent const& other)
{
    return moment(one) < moment(other);
}
}  // namespace kochmon
