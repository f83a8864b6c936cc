// SPDX-License-Identifier: MIT
#include "analysis/report/print_table.hpp"

#include <fmt/format.h>

#include "config/markdown.hpp"
#include "config/visible_text.hpp"

#include "analysis/text/csv_text.hpp"
#include "analysis/text/script_text.hpp"

namespace kochmon
{
namespace
{
/// Digits with a point among them at most, and a sign before: what no program takes for more.
bool is_plain_number(std::string const& cell)
{
    std::size_t const from = cell.starts_with('-') ? 1 : 0;
    return cell.size() > from && cell.find_first_not_of("0123456789.", from) == std::string::npos &&
           cell.find('.') == cell.rfind('.');
}

std::vector<std::string> titles_of(PrintTable const& table)
{
    std::vector<std::string> titles;
    titles.reserve(table.columns.size());
    for (PrintColumn const& column : table.columns) titles.push_back(column.title);
    return titles;
}

/// `l`, `r`, or a part of the page in which texts are broken.
std::string latex_column(PrintColumn const& column)
{
    if (column.share > 0.0)
        return fmt::format(">{{\\raggedright\\arraybackslash}}p{{{:.3f}\\linewidth}}",
                           column.share);
    return column.is_number ? "r" : "l";
}

/// Long names are broken after their points and lines, where a column has a width.
std::string breakable(std::string const& text)
{
    std::string broken;
    for (char const letter : text)
    {
        broken += letter;
        if (letter == '.' || letter == '/' || letter == ',') broken += "\\allowbreak{}";
        if (letter == '_') broken += "\\allowbreak{}";
    }
    return broken;
}

std::string latex_row(std::vector<std::string> const& cells,
                      std::vector<PrintColumn> const& columns)
{
    std::string row;
    for (std::size_t at = 0; at < cells.size(); ++at)
    {
        std::string const cell = latex_text(cells[at]);
        row += (at == 0 ? "" : " & ") + (columns[at].share > 0.0 ? breakable(cell) : cell);
    }
    return row + " \\\\\n";
}
}  // namespace

std::string csv_of(PrintTable const& table)
{
    std::string csv = csv_row(titles_of(table));
    for (auto const& row : table.rows)
    {
        std::vector<std::string> cells;
        cells.reserve(row.size());
        for (std::string const& cell : row)
            cells.push_back(is_plain_number(cell) ? cell : csv_cell(visible(cell)));
        csv += csv_row_of_cells(cells);
    }
    return csv;
}

std::string markdown_of(PrintTable const& table)
{
    MarkdownTable page(titles_of(table));
    for (auto const& row : table.rows) page.add(row);
    std::string text = fmt::format("{}\n\n{}", table.title, page.text());
    return table.note.empty() ? text : fmt::format("{}\n{}\n", text, table.note);
}

std::string latex_of(PrintTable const& table)
{
    std::string columns, head = latex_row(titles_of(table), table.columns);
    for (PrintColumn const& column : table.columns) columns += latex_column(column);
    std::string text = fmt::format(
        "% Written by kochmon; needs \\usepackage{{array,booktabs,longtable}}.\n"
        "{{\\footnotesize\\setlength{{\\tabcolsep}}{{4pt}}\\renewcommand{{\\arraystretch}}{{1.15}}"
        "\n"
        "\\begin{{longtable}}{{@{{}}{}@{{}}}}\n\\caption{{{}}}\\\\\n\\toprule\n{}\\midrule\n"
        "\\endfirsthead\n\\toprule\n{}\\midrule\n\\endhead\n\\bottomrule\n\\endfoot\n",
        columns, latex_text(table.title), head, head);
    for (auto const& row : table.rows) text += latex_row(row, table.columns);
    text += "\\end{longtable}\n";
    if (!table.note.empty()) text += fmt::format("\\noindent {}\n", latex_text(table.note));
    return text + "}\n";
}

std::string latex_document(std::vector<std::string> const& names)
{
    std::string text =
        "% Written by kochmon: all tables, to look at them; `pdflatex tables.tex` twice.\n"
        "\\documentclass[a4paper]{article}\n\\usepackage[utf8]{inputenc}\n"
        "\\usepackage[T1]{fontenc}\n\\usepackage[margin=2cm]{geometry}\n"
        "\\usepackage{array,booktabs,longtable}\n\\begin{document}\n";
    for (std::string const& name : names) text += fmt::format("\\input{{{}.tex}}\n", name);
    return text + "\\end{document}\n";
}
}  // namespace kochmon
