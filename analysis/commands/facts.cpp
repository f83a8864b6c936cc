// SPDX-License-Identifier: MIT
#include "analysis/commands/facts.hpp"

#include <algorithm>

#include "analysis/text/embedded_file.hpp"

// CMakeLists.txt names the file.
KOCHMON_EMBED(facts_page, KOCHMON_FACTS)  // NOLINT(readability-identifier-naming)

namespace kochmon
{
namespace
{
std::string without_spaces_around(std::string_view text)
{
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return std::string(text);
}

/// Of `| F7 | text | ... |`; none of another line.
std::vector<std::string> cells_of(std::string_view line)
{
    std::vector<std::string> cells;
    if (!line.starts_with("| F")) return cells;
    line.remove_prefix(1);
    while (!line.empty())
    {
        std::size_t const bar = std::min(line.find('|'), line.size());
        cells.push_back(without_spaces_around(line.substr(0, bar)));
        line.remove_prefix(std::min(bar + 1, line.size()));
    }
    return cells;
}

std::vector<std::string> in_backticks(std::string_view text)
{
    std::vector<std::string> words;
    for (std::size_t begin = text.find('`'); begin != std::string_view::npos;
         begin = text.find('`'))
    {
        text.remove_prefix(begin + 1);
        std::size_t const end = std::min(text.find('`'), text.size());
        words.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}
}  // namespace

std::vector<Fact> facts_in(std::string_view page)
{
    constexpr std::size_t column_of_keys = 4;
    std::vector<Fact> facts;
    while (!page.empty())
    {
        std::size_t const end = std::min(page.find('\n'), page.size());
        auto const cells = cells_of(page.substr(0, end));
        if (cells.size() > column_of_keys)
            facts.push_back({cells[0], cells[1], cells[2], in_backticks(cells[column_of_keys])});
        page.remove_prefix(std::min(end + 1, page.size()));
    }
    return facts;
}

std::vector<Fact> facts()
{
    return facts_in(embedded(kochmon_facts_page_begin, kochmon_facts_page_end));
}
}  // namespace kochmon
