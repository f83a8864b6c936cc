// SPDX-License-Identifier: MIT
#include "analysis/design/assumption_factors.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "config/in_force.hpp"
#include "config/mistyped_quantity.hpp"
#include "config/parameter_texts.hpp"
#include "config/quantity.hpp"
#include "config/resolved.hpp"

#include "agents/loading/keys_of_first.hpp"

#include "analysis/design/few_digits.hpp"

namespace kochmon
{
namespace
{
bool is_a_share(Declared const& declared)
{
    return declared.range.lowest == 0.0 && declared.range.highest == 1.0;
}

double odds_times(double share, double factor)
{
    double const odds = factor * share / (1.0 - share);
    return odds / (1.0 + odds);
}

double moved(Declared const& declared, double value, double factor)
{
    bool const is_inner = value > 0.0 && value < 1.0;
    double changed = value;
    if (!is_a_share(declared))
        changed = value * factor;
    else if (is_inner)
        changed = odds_times(value, factor);
    if (declared.whole)
    {
        changed = std::round(changed);
        if (changed == value && value != 0.0) changed += factor > 1.0 ? 1.0 : -1.0;
    }
    return std::clamp(changed, declared.range.lowest, declared.range.highest);
}

std::string moved_text(Declared const& declared, Value const& value, double factor)
{
    double const amount = moved(declared, value.amount, factor);
    if (amount == value.amount) return value.text;
    if (value.unit == nullptr) return few_digits(amount);
    // Whole months may be no whole number of years.
    Unit const& unit = declared.whole ? units_of(declared).front() : *value.unit;
    double const number = in_unit(amount, unit);
    std::string const text(unit.text);
    return few_digits(counts_persons(declared.dimension) ? std::round(number) : number) +
           (text.empty() ? "" : ' ' + text);
}

/// Every value of the parameter moved by that factor, as YAML on one line.
std::string moved_text(Declared const& declared, StatedValues const& stated, double factor)
{
    if (!stated.is_dated) return moved_text(declared, stated.values.front().value, factor);
    std::string list;
    for (DatedValue const& one : stated.values)
        list += fmt::format("{}{{from: {}, value: {}}}", list.empty() ? "" : ", ", one.from.text(),
                            moved_text(declared, one.value, factor));
    return '[' + list + ']';
}

std::vector<std::string> other_words(Declared const& declared, StatedValues const& stated)
{
    std::vector<std::string> words = declared.words;
    if (declared.dimension == Dimension::truth) words = {"true", "false"};
    std::erase(words, stated.values.front().value.text);
    return words;
}

std::vector<std::string> values_beside(Declared const& declared, StatedValues const& stated,
                                       double spread)
{
    if (!is_quantity(declared)) return other_words(declared, stated);
    std::string const as_it_is = moved_text(declared, stated, 1.0);
    std::vector<std::string> values = {moved_text(declared, stated, 1.0 / spread),
                                       moved_text(declared, stated, spread)};
    std::erase(values, as_it_is);
    return values;
}

bool is_ever_in_force(ResolvedScenario const& scenario, Declared const& declared)
{
    if (declared.in_force.empty()) return true;
    for (Month month = scenario.settings.start; month < scenario.settings.end(); month = month + 1)
        if (is_in_force(scenario, declared, month)) return true;
    return false;
}

/// Neither an assumption nor what a calibration found has been observed.
bool is_unobserved(StatedValues const& stated)
{
    return std::ranges::any_of(stated.values, [](DatedValue const& one)
                               { return is_assumption(one.source) || is_calibrated(one.source); });
}

/// `origins.NAME.` of a country of origin: below it stands what is of this country alone, and at
/// the top what is of the first.
std::string origin_of(ResolvedScenario const& scenario, std::string const& path)
{
    constexpr std::string_view origins = "origins.";
    Corridor const& corridor = *scenario.declarations.corridor();
    if (corridor.is_known() && is_of_first_country(corridor, path))
        return path_of_origin(corridor, first_country);
    if (!path.starts_with(origins)) return {};
    return path.substr(0, path.find('.', origins.size()) + 1);
}

/// Why it is not varied; nothing if it is.
std::optional<std::string> reason_to_leave_out(ResolvedScenario const& scenario,
                                               Declared const& declared, std::string const& path)
{
    std::string const origin = origin_of(scenario, path);
    if (path == origin + "included") return "points share the countries of origin";
    if (!origin.empty())
    {
        std::size_t const included = scenario.parameter_at.at(origin + "included");
        if (scenario.stated[included].values.front().value.text == "false")
            return "of a country of origin that is left out";
    }
    if (!is_ever_in_force(scenario, declared)) return "not in force in any month of the run";
    return std::nullopt;
}
}  // namespace

bool VariedAssumptions::hold(std::string const& path) const
{
    return std::ranges::any_of(
        branches, [&](std::string const& branch)
        { return branch.empty() || path == branch || path.starts_with(branch + '.'); });
}

std::vector<Factor> factors_of_assumptions(Scenario const& base, VariedAssumptions const& varied,
                                           std::vector<std::string>& left_out)
{
    ResolvedScenario const& content = base.content();
    std::vector<Factor> factors;
    for (auto const& [path, declared] : content.declarations.parameters())
    {
        StatedValues const& stated = content.stated[content.parameter_at.at(path)];
        if (!is_unobserved(stated) || !varied.hold(path)) continue;
        if (auto const reason = reason_to_leave_out(content, declared, path))
        {
            left_out.push_back(fmt::format("{}: {}", path, *reason));
            continue;
        }
        Factor factor{.name = path, .paths = {path}};
        factor.values = values_beside(declared, stated, varied.spread);
        if (factor.values.empty())
            left_out.push_back(
                fmt::format("{}: {} has no value beside it", path, short_values(stated)));
        else
            factors.push_back(std::move(factor));
    }
    return factors;
}
}  // namespace kochmon
