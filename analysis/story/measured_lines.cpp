// SPDX-License-Identifier: MIT
#include "analysis/story/measured_lines.hpp"

#include <algorithm>
#include <limits>

#include "engine/error.hpp"

#include "config/plain_decimal.hpp"

#include "analysis/text/csv_text.hpp"

namespace kochmon
{
namespace
{
std::string_view next_line(std::string_view& rest)
{
    std::string_view const line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    return line;
}

/// The n-th cell; empty beyond the last.
std::string_view cell_at(std::string_view line, std::size_t n)
{
    for (; n > 0; --n)
    {
        std::size_t const comma = line.find(',');
        if (comma == std::string_view::npos) return {};
        line.remove_prefix(comma + 1);
    }
    return line.substr(0, line.find(','));
}
}  // namespace

MeasuredLines::MeasuredLines(std::string text) : text_(std::move(text))
{
    std::string_view rest = text_;
    columns_ = csv_cells(next_line(rest));
    column_of_measure_ = at("measure");
    if (column_of_measure_ == columns_.size())
        throw FileError("a table without a column 'measure', where rows of measures were expected");
    while (!rest.empty())
    {
        std::string_view const line = next_line(rest);
        std::string_view const measure = cell_at(line, column_of_measure_);
        auto found = lines_.find(measure);
        if (found == lines_.end()) found = lines_.try_emplace(std::string(measure)).first;
        found->second.push_back(line);
    }
}

std::size_t MeasuredLines::at(std::string const& column) const
{
    return static_cast<std::size_t>(std::ranges::find(columns_, column) - columns_.begin());
}

std::vector<std::string_view> const& MeasuredLines::of(std::string const& measure) const
{
    static std::vector<std::string_view> const none;
    auto const found = lines_.find(measure);
    return found == lines_.end() ? none : found->second;
}

bool MeasuredLines::is_of(std::string_view line, std::string_view by, std::string_view group) const
{
    return cell_at(line, column_of_measure_ + 1) == by &&
           cell_at(line, column_of_measure_ + 2) == group;
}

std::string_view MeasuredLines::cell(std::string_view line, std::string const& column) const
{
    return cell_at(line, at(column));
}

double MeasuredLines::number(std::string_view line, std::string const& column) const
{
    return nearest_double(std::string(cell(line, column)))
        .value_or(std::numeric_limits<double>::quiet_NaN());
}
}  // namespace kochmon
