// SPDX-License-Identifier: MIT
#include "config/in_force.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "engine/contract.hpp"

namespace kochmon
{
namespace
{
using Case = std::vector<Setting>;

std::string word_of(Declared const& declared, double value)
{
    if (declared.dimension == Dimension::truth) return value != 0.0 ? "true" : "false";
    if (declared.dimension == Dimension::word)
        return declared.words.at(static_cast<std::size_t>(value));
    return value > 0.0 ? above_zero : "0";
}

Declared const& declared_at(Declarations const& declarations, std::string const& path)
{
    auto const found =
        std::ranges::find(declarations.parameters(), path, &Declarations::Parameter::path);
    EXPECT(found != declarations.parameters().end());
    return found->declared;
}

/// Whether a policy could set it; what is fixed, such as whom the run holds, goes without saying.
bool is_told(Declarations const& declarations, Setting const& setting)
{
    return declared_at(declarations, setting.path).use != Use::fixed;
}

/// The values of all groups, each once.
std::vector<std::string> words_in(ResolvedScenario const& scenario, std::string const& path,
                                  Month month)
{
    std::size_t const at = scenario.parameter_at.at(path);
    Declared const& declared = scenario.declarations.parameters()[at].declared;
    std::vector<std::string> words;
    for (double const value : scenario.timelines[at].in(month))
        if (std::string word = word_of(declared, value);
            std::ranges::find(words, word) == words.end())
            words.push_back(std::move(word));
    return words;
}

Setting const* first_unset(ResolvedScenario const& scenario, Case const& all, Month month)
{
    for (Setting const& setting : all)
    {
        std::vector<std::string> const words = words_in(scenario, setting.path, month);
        if (std::ranges::find(words, setting.value) == words.end()) return &setting;
    }
    return nullptr;
}

std::string setting_text(Setting const& setting)
{
    return fmt::format("{} is {}", setting.path, setting.value);
}

std::string case_text(Declarations const& declarations, Case const& all)
{
    std::vector<std::string> texts;
    for (Setting const& setting : all)
        if (is_told(declarations, setting)) texts.push_back(setting_text(setting));
    return listed(texts, "and");
}
}  // namespace

bool is_in_force(ResolvedScenario const& scenario, Declared const& declared, Month month)
{
    if (declared.in_force.empty()) return true;
    return std::ranges::any_of(declared.in_force, [&](Case const& all)
                               { return first_unset(scenario, all, month) == nullptr; });
}

std::string why_not_in_force(ResolvedScenario const& scenario, Declared const& declared,
                             Month month)
{
    std::vector<std::string> reasons;
    for (Case const& all : declared.in_force)
    {
        Setting const* const unset = first_unset(scenario, all, month);
        if (unset == nullptr || !is_told(scenario.declarations, *unset)) continue;
        std::string reason =
            fmt::format("{} is {}", unset->path, listed(words_in(scenario, unset->path, month)));
        if (std::ranges::find(reasons, reason) == reasons.end())
            reasons.push_back(std::move(reason));
    }
    return listed(reasons, "and");
}

std::vector<std::string> in_force_texts(Declarations const& declarations, Declared const& declared)
{
    std::vector<std::string> cases;
    for (Case const& all : declared.in_force) cases.push_back(case_text(declarations, all));
    return cases;
}
}  // namespace kochmon
