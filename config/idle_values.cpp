// SPDX-License-Identifier: MIT
#include "config/idle_values.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "config/in_force.hpp"

namespace kochmon
{
bool is_read_for_a_year(Month month, RunSettings const& run)
{
    return month.is_january() || month == run.start;
}

Month next_january(Month month)
{
    while (!month.is_january()) month = month + 1;
    return month;
}

namespace
{
/// Of a dated value of such a lever; `at`: its number.
std::string why_not_in_january(StatedValues const& stated, std::size_t at, RunSettings const& run)
{
    Month const from = stated.values[at].from;
    if (from <= run.start || from >= run.end() || from.is_january()) return {};
    Month const january = next_january(from);
    bool const holds_then = january < run.end() && &stated.in(january) == &stated.values[at];
    if (!holds_then)
        return "does nothing: this lever is read in January alone, and the value holds in none";
    return fmt::format("begins in {}, since this lever is read in January alone", january.text());
}

bool is_own(ResolvedScenario const& content, DatedValue const& value)
{
    return std::ranges::find(content.own_files, value.place.file) != content.own_files.end();
}

/// What the user chose: the value, or of dated ones the second, since the first has to be there,
/// whatever holds then.
DatedValue const& chosen_of(StatedValues const& stated)
{
    return stated.values[stated.values.size() == 1 ? 0 : 1];
}

/// Of a parameter of which the user chose values, from the first of them on.
std::string why_idle(ResolvedScenario const& content, std::size_t parameter)
{
    RunSettings const& run = content.settings;
    StatedValues const& stated = content.stated[parameter];
    Declared const& declared = content.declarations.parameters()[parameter].declared;
    Month const first = stated.is_dated ? std::max(chosen_of(stated).from, run.start) : run.start;
    if (declared.in_force.empty() || first >= run.end()) return {};
    for (Month month = first; month < run.end(); month = month + 1)
        if (is_in_force(content, declared, month)) return {};
    return fmt::format("does nothing: {} in every month in which it holds",
                       why_not_in_force(content, declared, first));
}

void tell_idle_values_of(ResolvedScenario const& content, std::size_t parameter,
                         ToldOfValue const& told)
{
    Declarations::Parameter const& lever = content.declarations.parameters()[parameter];
    StatedValues const& stated = content.stated[parameter];
    auto const tell = [&](DatedValue const& value, std::string const& why)
    {
        if (!why.empty()) told(value.place, fmt::format("{}: this value {}", lever.path, why));
    };
    if (lever.declared.in_january && stated.is_dated)
        for (std::size_t at = 0; at < stated.values.size(); ++at)
            tell(stated.values[at], why_not_in_january(stated, at, content.settings));
    DatedValue const& chosen = chosen_of(stated);
    if (is_own(content, chosen) && !stated.is_series) tell(chosen, why_idle(content, parameter));
}
}  // namespace

void tell_idle_values(ResolvedScenario const& scenario, ToldOfValue const& told)
{
    for (std::size_t parameter = 0; parameter < scenario.stated.size(); ++parameter)
        tell_idle_values_of(scenario, parameter, told);
}
}  // namespace kochmon
