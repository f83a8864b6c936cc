// SPDX-License-Identifier: MIT
#include "analysis/design/longer_plan.hpp"

#include <fmt/format.h>

#include "engine/error.hpp"

#include "config/document.hpp"

namespace kochmon
{
std::string with_number(std::string const& text, std::string const& key, std::size_t number,
                        std::size_t before)
{
    if (number <= before)
        throw UsageError(
            fmt::format("--{} {}: the study has {}; expected more", key, number, before));
    Diagnostics diagnostics;
    auto const root = parse_document(text, diagnostics.add_file("plan.yaml"), diagnostics);
    diagnostics.throw_if_any();
    Node const* const found = root->find(key);
    if (found == nullptr)
        throw UsageError(fmt::format("--{} {}: the plan has no key {}", key, number, key));
    std::size_t begin = 0;
    for (int at = 1; at < found->place.line; ++at) begin = text.find('\n', begin) + 1;
    // Columns count characters, of which some have several bytes.
    for (int column = 1; column < found->place.column; ++column)
    {
        ++begin;
        while (begin < text.size() && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U)
            ++begin;
    }
    std::string changed = text;
    return changed.replace(begin, found->text.size(), fmt::format("{}", number));
}

void demand_longer_design(SweepPlan const& plan)
{
    if (plan.design.kind == DesignKind::latin_hypercube)
        throw UsageError(
            "--points: the slices of a Latin hypercube depend on how many points there are, so "
            "that more would be another design; expected sobol, morris or saltelli, or another "
            "study");
}
}  // namespace kochmon
