// SPDX-License-Identifier: MIT
#include "config/csv_line.hpp"

#include <algorithm>

namespace kochmon
{
void LineReader::take(std::size_t bytes)
{
    for (char const letter : rest_.substr(0, bytes))
        if ((static_cast<unsigned char>(letter) & 0xC0U) != 0x80U) ++place_.column;
    rest_.remove_prefix(bytes);
}

std::optional<std::vector<Cell>> LineReader::cells()
{
    std::vector<Cell> cells;
    while (true)
    {
        FilePlace const begin = place_;
        auto text = cell();
        if (!text) return std::nullopt;
        cells.push_back({*std::move(text), begin});
        if (rest_.empty()) return cells;
        take(1);
    }
}

std::optional<std::string> LineReader::cell()
{
    if (rest_.starts_with('"')) return quoted_cell();
    std::size_t const length = std::min(rest_.find(','), rest_.size());
    std::string text(rest_.substr(0, length));
    std::size_t const quote = text.find('"');
    take(std::min(quote, length));
    if (quote == std::string::npos) return text;
    return std::nullopt;
}

std::optional<std::string> LineReader::quoted_cell()
{
    std::string text;
    std::size_t at = 1;
    while (at < rest_.size() && (rest_[at] != '"' || rest_.substr(at).starts_with("\"\"")))
    {
        text += rest_[at];
        at += rest_[at] == '"' ? 2U : 1U;
    }
    bool const closes = at < rest_.size() && (at + 1 == rest_.size() || rest_[at + 1] == ',');
    if (!closes) return std::nullopt;
    take(at + 1);
    return text;
}

std::vector<std::string_view> lines_of(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty())
    {
        std::size_t const end = std::min(text.find('\n'), text.size());
        std::string_view const line = text.substr(0, end);
        lines.push_back(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::vector<std::string> pieces_of(std::string_view line, char mark)
{
    std::vector<std::string> pieces(1);
    bool is_quoted = false;
    for (char const letter : line)
    {
        if (letter == '"')
            is_quoted = !is_quoted;
        else if (letter == mark && !is_quoted)
            pieces.emplace_back();
        else
            pieces.back() += letter;
    }
    return pieces;
}
}  // namespace kochmon
