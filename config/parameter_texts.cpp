// SPDX-License-Identifier: MIT
#include "config/parameter_texts.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "config/diagnostics.hpp"
#include "config/quantity.hpp"

namespace kochmon
{
namespace
{
std::string with_month(std::string const& text, DatedValue const& value)
{
    return fmt::format("{} ({})", text, value.from.text());
}
}  // namespace

bool is_quantity(Declared const& declared)
{
    return declared.dimension != Dimension::word && declared.dimension != Dimension::truth;
}

std::string unit_of(Declared const& declared)
{
    return std::string(units_of(declared).front().text);
}

std::string range_of(Declared const& declared)
{
    if (declared.dimension == Dimension::word) return listed(declared.words, "or");
    if (declared.dimension == Dimension::truth) return "true or false";
    return range_text(declared.range, units_of(declared).front());
}

std::string use_of(Declared const& declared)
{
    if (declared.use == Use::fixed) return "fixed";
    return declared.use == Use::dated ? "dated" : "lever";
}

std::string groups_of(Declared const& declared)
{
    std::vector<std::string> groups;
    for (GroupDimension const& group : declared.groups)
        groups.push_back(fmt::format("{} ({})", group.name, listed(group.names)));
    return listed(groups);
}

std::string all_values(StatedValues const& stated)
{
    if (!stated.is_dated) return stated.values.front().value.text;
    std::vector<std::string> texts;
    texts.reserve(stated.values.size());
    for (DatedValue const& value : stated.values)
        texts.push_back(with_month(value.value.text, value));
    return listed(texts);
}

std::string short_values(StatedValues const& stated)
{
    std::vector<DatedValue> const& values = stated.values;
    if (!stated.is_dated || values.size() <= 3) return all_values(stated);
    return fmt::format("{} values, {} to {}", values.size(),
                       with_month(values.front().value.text, values.front()),
                       with_month(values.back().value.text, values.back()));
}

std::string sources_of(StatedValues const& stated)
{
    std::vector<std::string> sources;
    for (DatedValue const& value : stated.values)
        if (std::find(sources.begin(), sources.end(), value.source) == sources.end())
            sources.push_back(value.source);
    return listed(sources);
}

std::string sources_by_month(StatedValues const& stated)
{
    std::vector<std::string> texts;
    std::string const* before = nullptr;
    for (DatedValue const& value : stated.values)
    {
        if (before == nullptr || *before != value.source)
            texts.push_back(with_month(value.source, value));
        before = &value.source;
    }
    return texts.size() == 1 ? *before : listed(texts);
}

std::string columns_of(TableDeclared const& declared)
{
    std::vector<std::string> columns;
    for (ColumnDeclared const& column : declared.columns) columns.push_back(column.name);
    return listed(columns);
}

std::string sources_of(Table const& table)
{
    std::vector<std::pair<std::string, std::size_t>> counted;
    for (std::string const& source : table.words("source"))
    {
        auto const known =
            std::ranges::find(counted, source, &std::pair<std::string, std::size_t>::first);
        if (known == counted.end())
            counted.emplace_back(source, 1);
        else
            ++known->second;
    }
    std::vector<std::string> texts;
    texts.reserve(counted.size());
    for (auto const& [source, rows] : counted)
        texts.push_back(fmt::format("{} ({} {})", source, rows, rows == 1 ? "row" : "rows"));
    return counted.size() == 1 ? counted.front().first : listed(texts);
}

bool is_calibrated(std::string const& source)
{
    return source.starts_with("calibration ");
}

bool is_assumption(std::string const& source)
{
    constexpr std::string_view word = "assumption";
    if (!source.starts_with(word)) return false;
    std::string_view const rest = std::string_view(source).substr(word.size());
    return rest.empty() || std::string_view(" ,;:(").find(rest.front()) != std::string_view::npos;
}
}  // namespace kochmon
