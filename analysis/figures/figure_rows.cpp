// SPDX-License-Identifier: MIT
#include "analysis/figures/figure_rows.hpp"

#include <algorithm>
#include <cmath>

#include "config/plain_text.hpp"

#include "analysis/figures/figure_axes.hpp"

namespace kochmon
{
namespace
{
std::size_t count_of_numbers(FigureLayer const& layer, CsvTable const& table)
{
    std::string const& column = layer.mark == Mark::band || layer.mark == Mark::errors_across
                                    ? layer.low
                                    : (layer.y == "at" ? layer.x : layer.y);
    std::vector<double> const numbers = numbers_of(layer, column, table);
    return static_cast<std::size_t>(
        std::ranges::count_if(numbers, [](double number) { return !std::isnan(number); }));
}

void set_ends_of_time(Figure& figure, CsvTable const& table)
{
    if (!table.has("time") || table.size() == 0) return;
    double low = table.number(0, "time"), high = low;
    for (std::size_t row = 0; row < table.size(); ++row)
    {
        low = std::min(low, table.number(row, "time"));
        high = std::max(high, table.number(row, "time"));
    }
    // A month stands at its end; the first one begins earlier.
    low -= 1.0 / 12.0;
    double const room = 0.02 * (high - low);
    std::erase_if(figure.dates.at, [&](double date) { return date < low - 1e-6 || date > high; });
    for (FigurePanel& panel : figure.panels)
        if (panel.across.is_time)
        {
            panel.across.from = low - room;
            panel.across.to = high + room;
        }
}
}  // namespace

std::string in_words(std::string name)
{
    std::ranges::replace(name, '-', ' ');
    return name;
}

std::string with_capital(std::string text)
{
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string shortened(std::string const& text, std::size_t most)
{
    std::vector<std::string_view> characters;
    std::string_view rest = text;
    while (!rest.empty())
    {
        std::size_t const length = std::max<std::size_t>(length_of_character(rest), 1);
        characters.push_back(rest.substr(0, length));
        rest.remove_prefix(length);
    }
    if (characters.size() <= most) return text;
    std::size_t const half = (most - 1) / 2;
    auto const joined = [&](std::size_t from, std::size_t to)
    {
        std::string part;
        for (std::size_t at = from; at < to; ++at) part += characters[at];
        return part;
    };
    return joined(0, half) + "…" + joined(characters.size() - half, characters.size());
}

Figure as_numbers_allow(Figure figure)
{
    CsvTable const table(figure.csv);
    for (FigurePanel& panel : figure.panels)
    {
        std::erase_if(panel.layers, [&](FigureLayer const& layer)
                      { return count_of_numbers(layer, table) == 0; });
        for (FigureLayer& layer : panel.layers)
            if (layer.mark == Mark::line && count_of_numbers(layer, table) == 1)
                layer.mark = Mark::points;
    }
    set_ends_of_time(figure, table);
    return figure;
}
}  // namespace kochmon
