// SPDX-License-Identifier: MIT
#include "analysis/figures/figure_layout.hpp"

#include <algorithm>

#include "analysis/figures/figure_axes.hpp"

namespace kochmon
{
namespace
{
constexpr double margin_of_sheet = 2.0;
constexpr double narrow_sheet = 120.0;
constexpr double gap = 4.0;               // between panels
constexpr double height_of_frame = 42.0;  // of a panel of lines
constexpr double height_in_a_column = 34.0;
constexpr double height_of_cells = 9.0;
constexpr double widest_name = 0.42;    // of the names of bars, in parts of the sheet
constexpr double below_frame = 4.5;     // tics
constexpr double right_of_frame = 3.0;  // half of the last label
constexpr double colour_box = 20.0;     // beside cells, with its numbers

double line_of(double points)
{
    return height_of("x", points);
}

/// Entries one after the other, in as many lines as they need.
class LegendFlow
{
  public:
    LegendFlow(double left, double right, double points)
        : left_(left), right_(right), points_(points), x_(left)
    {
    }
    void add(FigureLayer const* layer, std::string const& label)
    {
        double const width = sample_width + 1.5 + width_of(label, points_);
        if (x_ > left_ && x_ + width > right_)
        {
            x_ = left_;
            y_ += 1.15 * line_of(points_);
        }
        entries_.push_back({x_, y_, layer, label});
        x_ += width + 3.5;
    }
    /// `top`: of the first line; gives what is left below.
    double place(double top, std::vector<LegendEntry>& entries) const
    {
        if (entries_.empty()) return top;
        double const first = top - 0.6 * line_of(points_);
        for (LegendEntry entry : entries_)
        {
            entry.y = first - entry.y;
            entries.push_back(entry);
        }
        return first - y_ - 0.75 * line_of(points_);
    }

  private:
    double left_;
    double right_;
    double points_;
    double x_;
    double y_ = 0.0;
    std::vector<LegendEntry> entries_ = {};
};

class Layout
{
  public:
    Layout(Figure const& figure, double width) : figure_(figure), table_(figure.csv)
    {
        layout_.width = width;
        if (width < narrow_sheet) layout_.letters = {8.0, 7.5, 7.0};
        double const least = 75.0;  // of a panel beside another
        auto const most = static_cast<std::size_t>(std::max(width / least, 1.0));
        columns_ = std::clamp<std::size_t>(figure.columns, 1, most);
    }

    FigureLayout made()
    {
        // Placed from above at first: how high the sheet is shows at the end.
        double y = place_texts(-margin_of_sheet);
        for (std::size_t first = 0; first < figure_.panels.size(); first += columns_)
            y = place_row(first, y) - gap;
        layout_.height = -(y + gap) + margin_of_sheet;
        move_up(layout_.height);
        return std::move(layout_);
    }

  private:
    double text_width() const { return layout_.width - 2.0 * margin_of_sheet; }

    double place_texts(double y)
    {
        LetterSizes const& letters = layout_.letters;
        layout_.title = {margin_of_sheet, y - 0.5 * line_of(letters.title),
                         broken(figure_.title, text_width(), letters.title)};
        y -= height_of(layout_.title.text, letters.title) + 0.8;
        layout_.note = {margin_of_sheet, y - 0.5 * line_of(letters.text),
                        broken(figure_.note, text_width(), letters.text)};
        y -= height_of(layout_.note.text, letters.text) + 0.8;
        return place_legend(y) - 1.0;
    }

    double place_legend(double y)
    {
        LegendFlow flow(margin_of_sheet, layout_.width - margin_of_sheet, layout_.letters.text);
        std::vector<std::string> told;
        if (figure_.has_legend)
            for (FigurePanel const& panel : figure_.panels)
                for (FigureLayer const& layer : panel.layers)
                    if (!layer.label.empty() && !panel.has_legend &&
                        std::ranges::find(told, layer.label) == told.end())
                    {
                        told.push_back(layer.label);
                        flow.add(&layer, layer.label);
                    }
        if (!figure_.dates.at.empty()) flow.add(nullptr, figure_.dates.label);
        return flow.place(y, layout_.legend);
    }

    /// Panels side by side, their frames at one height; gives what is left below.
    double place_row(std::size_t first, double y)
    {
        std::size_t const end = std::min(first + columns_, figure_.panels.size());
        double top = y;
        for (std::size_t at = first; at < end; ++at)
            top = std::min(top, place_head(at, y, at - first));
        double lowest = top;
        for (std::size_t at = first; at < end; ++at)
            lowest = std::min(lowest, place_frame(at, top));
        for (std::size_t at = first; at < end; ++at) layout_.panels[at].bottom = lowest;
        return lowest;
    }

    double place_head(std::size_t at, double y, std::size_t column)
    {
        FigurePanel const& panel = figure_.panels[at];
        LetterSizes const& letters = layout_.letters;
        double const room = text_width() - gap * static_cast<double>(columns_ - 1);
        double const width = room / static_cast<double>(columns_);
        PanelPlace place;
        place.left = margin_of_sheet + (width + gap) * static_cast<double>(column);
        place.right = place.left + width;
        std::string const letter =
            figure_.panels.size() > 1 ? std::string(1, static_cast<char>('a' + at)) + "  " : "";
        if (!panel.title.empty())
        {
            place.title = {place.left, y - 0.5 * line_of(letters.panel),
                           broken(letter + panel.title, width, letters.panel)};
            y -= height_of(place.title.text, letters.panel) + 0.6;
        }
        if (panel.has_legend)
        {
            LegendFlow flow(place.left, place.right, letters.text);
            for (FigureLayer const& layer : panel.layers)
                if (!layer.label.empty()) flow.add(&layer, layer.label);
            y = flow.place(y, place.legend);
        }
        layout_.panels.push_back(place);
        return y - 1.0;
    }

    /// Names of bars, broken where they are too long; how wide they are, and how high.
    struct Names
    {
        double width = 0.0;
        double lines = 1.0;
    };
    Names break_names(FigureAxis& axis) const
    {
        Names names;
        for (FigureTic& tic : axis.tics)
        {
            tic.label = broken(tic.label, widest_name * layout_.width, layout_.letters.text);
            names.lines = std::max(names.lines,
                                   1.0 + static_cast<double>(std::ranges::count(tic.label, '\n')));
            std::string_view rest = tic.label;
            while (!rest.empty())
            {
                std::size_t const end = std::min(rest.find('\n'), rest.size());
                names.width =
                    std::max(names.width, width_of(rest.substr(0, end), layout_.letters.text));
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
        }
        return names;
    }

    double height_of_panel(FigurePanel const& panel, double lines) const
    {
        if (panel.colours) return std::max(height_in_a_column, height_of_cells * panel.rows);
        if (panel.rows > 0.0)
            return std::max(panel.rows * (lines * line_of(layout_.letters.text) + 1.6), 18.0);
        return layout_.width < narrow_sheet ? height_in_a_column : height_of_frame;
    }

    double place_frame(std::size_t at, double top)
    {
        FigurePanel const& panel = figure_.panels[at];
        PanelPlace& place = layout_.panels[at];
        double const text = layout_.letters.text;
        place.top = top;
        place.up = panel.up;
        Names const names = panel.up.is_named ? break_names(place.up) : Names{9.0, 1.0};
        double const height = height_of_panel(panel, names.lines);
        place.up.title = broken(panel.up.title, height, text);
        place.frame_left = place.left + 1.2 * height_of(place.up.title, text) + names.width + 1.8;
        place.frame_right = place.right - (panel.colours ? colour_box : right_of_frame);
        double const wide = place.frame_right - place.frame_left;
        PanelAxes axes = axes_of_panel(panel, table_, wide, height);
        if (!panel.up.is_named) place.up.tics = axes.up.tics;
        place.up.from = axes.up.from;
        place.up.to = axes.up.to;
        place.across = axes.across;
        // It may reach as far as the labels on the left.
        place.across.title = broken(panel.across.title, wide + right_of_frame, text);
        double below = below_frame + 1.2 * height_of(place.across.title, text);
        if (panel.across.is_named) below += break_across(place, wide);
        place.frame_bottom = top - height;
        return place.frame_bottom - below;
    }

    /// Names below the axis, broken so that they stand side by side; the height of further lines.
    double break_across(PanelPlace& place, double wide) const
    {
        double further = 0.0;
        double const room =
            wide / static_cast<double>(std::max<std::size_t>(place.across.tics.size(), 1));
        for (FigureTic& tic : place.across.tics)
        {
            tic.label = broken(tic.label, room - 1.0, layout_.letters.text);
            further = std::max(further, height_of(tic.label, layout_.letters.text));
        }
        return std::max(further - line_of(layout_.letters.text), 0.0);
    }

    void move_up(double height)
    {
        layout_.title.y += height;
        layout_.note.y += height;
        for (LegendEntry& entry : layout_.legend) entry.y += height;
        for (PanelPlace& place : layout_.panels)
        {
            place.title.y += height;
            for (LegendEntry& entry : place.legend) entry.y += height;
            for (double* const y : {&place.top, &place.bottom, &place.frame_bottom}) *y += height;
        }
    }

    Figure const& figure_;
    CsvTable table_;
    FigureLayout layout_;
    std::size_t columns_ = 1;
};
}  // namespace

FigureLayout layout_of(Figure const& figure, double width)
{
    return Layout(figure, width).made();
}
}  // namespace kochmon
