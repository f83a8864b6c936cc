// SPDX-License-Identifier: MIT
#include "analysis/figures/figures_of_a_study.hpp"

#include <optional>
#include <utility>

#include "engine/atomic_file.hpp"

#include "analysis/figures/factor_bars.hpp"
#include "analysis/figures/figure_scripts.hpp"
#include "analysis/figures/heat_map.hpp"
#include "analysis/figures/response_curves.hpp"
#include "analysis/figures/study_fan.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t fewest_points_drawn = 3;
}  // namespace

std::vector<Figure> figures_of(Study const& study, StudyTables const& tables)
{
    std::vector<Figure> figures;
    if (study.points().size() - 1 < fewest_points_drawn) return figures;
    std::string const& name = study.plan().name;
    for (RowInSight const& row : rows_in_sight(tables))
        for (std::optional<Figure> figure :
             {figure_of_tornado(tables, row, name), figure_of_indices(tables, row, name),
              figure_of_morris(tables, row, name), figure_of_heat(study, tables, row),
              figure_of_responses(study, tables, row), figure_of_fan(study, tables, row)})
            if (figure) figures.push_back(*std::move(figure));
    return figures;
}

Drawing draw_figures(Study const& study, StudyTables const& tables)
{
    std::filesystem::path const folder = study.folder() / "figures";
    Drawing drawing = Drawing::done;
    for (Figure const& figure : figures_of(study, tables))
    {
        FigureLayout const layout = layout_of(figure, page_width);
        write_whole_file(folder / (figure.name + ".csv"), figure.csv);
        write_whole_file(folder / (figure.name + ".gp"),
                         gnuplot_script(figure, layout, {"svg", "pdf"}));
        if (drawing != Drawing::no_gnuplot)
            if (Drawing const one = draw(folder, figure.name + ".gp"); one != Drawing::done)
                drawing = one;
    }
    return drawing;
}
}  // namespace kochmon
