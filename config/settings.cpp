// SPDX-License-Identifier: MIT
#include "config/settings.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "config/decimal.hpp"
#include "config/mistyped_month.hpp"
#include "config/plain_decimal.hpp"
#include "config/quantity.hpp"
#include "config/suggestion.hpp"

namespace kochmon
{
namespace
{
constexpr std::int64_t largest_seed = 4'294'967'295;
constexpr std::int64_t most_persons = 1'000'000'000;
constexpr int last_year = 2199;

bool holds_month(Node const& node)
{
    return Month::parse(node.text).has_value();
}

/// The number of a quantity whose unit the key says already: `48` for `48 months` or `4 years`.
std::string meant_count(Node const& node, std::string const& path)
{
    if (!node.is_scalar()) return {};
    Dimension const dimension = path == "time.months" ? Dimension::months : Dimension::persons;
    auto const quantity = read_quantity(node.text, dimension);
    if (!quantity.value || std::floor(quantity.value->amount) != quantity.value->amount) return {};
    return "write " + proposed(number_text(quantity.value->amount));
}

/// `My Scenario` as `my-scenario`.
std::string meant_name(std::string const& text)
{
    std::string name = as_name(text);
    std::ranges::replace(name, '_', '-');
    return is_scenario_name(name) ? did_you_mean({name}) : std::string{};
}
}  // namespace

bool is_scenario_name(std::string const& text)
{
    return !text.empty() && text.size() <= 100 && text.front() != '-' &&
           std::all_of(text.begin(), text.end(),
                       [](char letter) {
                           return (letter >= 'a' && letter <= 'z') ||
                                  (letter >= '0' && letter <= '9') || letter == '-';
                       });
}

Reading<Month> read_month(Node const& node)
{
    auto const month = node.is_scalar() && !node.quoted ? Month::parse(node.text) : std::nullopt;
    if (!month || month->year() > last_year)
        return {
            {},
            {described(node) + " is no month", "a month such as 2010-01",
             node.quoted && holds_month(node) ? "leave the quotes out" : meant_month(node.text)}};
    return {*month};
}

Reading<int> read_duration(Node const& node, int lowest)
{
    std::string const expected =
        fmt::format("whole months from {} to {}, such as 6 months", lowest, longest_run);
    if (!node.is_scalar() || node.quoted)
        return {{}, {described(node) + " is no number of months", expected}};
    auto const reading = read_quantity(node.text, Dimension::months);
    if (!reading.value) return {{}, {reading.mistake.what, expected, reading.mistake.hint}};
    double const months = reading.value->amount;
    if (months < lowest || months > longest_run || std::floor(months) != months)
        return {{}, {shown(node.text) + " is out of range or not whole", expected}};
    return {static_cast<int>(months)};
}

Node const* SettingsReader::node(std::string const& path) const
{
    Leaf const* const leaf = layers_.find(path);
    return leaf == nullptr || leaf->node.is_spoiled() ? nullptr : &leaf->node;
}

std::string SettingsReader::name() const
{
    Node const* const name = node("scenario");
    if (name == nullptr) return {};
    if (name->is_scalar() && is_scenario_name(name->text)) return name->text;
    diagnostics_.report(
        name->place, "scenario",
        {described(*name) + " is no name of a scenario", "lower-case letters, digits and -",
         name->is_scalar() ? meant_name(name->text) : std::string{}});
    return {};
}

std::optional<Month> SettingsReader::start() const
{
    Node const* const start = node("time.start");
    if (start == nullptr) return std::nullopt;
    auto const month = read_month(*start);
    if (!month.value) diagnostics_.report(start->place, "time.start", month.mistake);
    return month.value;
}

std::optional<int> SettingsReader::warm_up() const
{
    Node const* const warm_up = node("time.warm_up");
    if (warm_up == nullptr) return std::nullopt;
    auto const duration = read_duration(*warm_up, 0);
    if (!duration.value) diagnostics_.report(warm_up->place, "time.warm_up", duration.mistake);
    return duration.value;
}

std::optional<std::int64_t> SettingsReader::whole(std::string const& path, std::int64_t lowest,
                                                  std::int64_t highest) const
{
    Node const* const found = node(path);
    if (found == nullptr) return std::nullopt;
    auto number = read_whole_number(*found, lowest, highest);
    if (path == "population.persons") number.mistake.expected += ", or full";
    if (number.mistake.hint.empty() && lowest > 0) number.mistake.hint = meant_count(*found, path);
    if (path == "population.persons" && as_name(found->text) == "full")
        number.mistake.hint = did_you_mean({"full"});
    if (!number.value) diagnostics_.report(found->place, path, number.mistake);
    return number.value;
}

bool SettingsReader::is_full() const
{
    Node const* const persons = node("population.persons");
    return persons != nullptr && persons->is_scalar() && persons->text == "full";
}

std::optional<RunSettings> SettingsReader::settings() const
{
    auto const first = start();
    auto const unreported = warm_up();
    auto const months = whole("time.months", 1, longest_run);
    auto const persons = is_full() ? std::nullopt : whole("population.persons", 1, most_persons);
    auto const seed = whole("population.seed", 0, largest_seed);
    auto const population_seed = whole("population.population_seed", 0, largest_seed);
    if (!first || !unreported || !months || !seed || (!persons && !is_full())) return std::nullopt;
    RunSettings settings{.start = *first, .warm_up = *unreported, .persons = persons};
    settings.months = static_cast<int>(*months);
    settings.seed = static_cast<std::uint32_t>(*seed);
    if (population_seed) settings.population_seed = static_cast<std::uint32_t>(*population_seed);
    return settings;
}
}  // namespace kochmon
