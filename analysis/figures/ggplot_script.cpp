// SPDX-License-Identifier: MIT
#include <array>

#include <fmt/format.h>

#include "analysis/figures/figure_scripts.hpp"
#include "analysis/text/script_text.hpp"

namespace kochmon
{
namespace
{
constexpr char ggplot_head[] = R"R(#!/usr/bin/env Rscript
# Drawn by kochmon. `Rscript {name}.R` draws it anew from {name}.csv beside it, with ggplot2.
library(ggplot2)
library(grid)

width <- {width:.1f} # millimetres
height <- {height:.1f}
formats <- c({formats})
# Rscript writes ~+~ for a space.
script <- gsub("~+~", " ", sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)), fixed = TRUE)
here <- if (length(script) == 1 && basename(script) == "{name}.R") dirname(script) else "."
all_rows <- read.csv(file.path(here, "{name}.csv"), check.names = FALSE, encoding = "UTF-8")

# Rows with the given values.
rows <- function(...) {{
  told <- list(...)
  chosen <- rep(TRUE, nrow(all_rows))
  for (name in names(told)) chosen <- chosen & as.character(all_rows[[name]]) == told[[name]]
  all_rows[chosen, , drop = FALSE]
}}

# ggplot2 counts lines in 0.75 mm, points in 0.35 mm.
lines_of <- function(points) points * 25.4 / 72 / 0.75

look <- theme_classic(base_size = {text}) + theme(
  legend.position = "none", plot.margin = unit(c(0, 0, 0, 0), "mm"),
  panel.grid.major = element_line(colour = "#DDDDDD", linewidth = 0.2),
  axis.line = element_line(colour = "#404040", linewidth = 0.25),
  axis.text = element_text(size = {text}, colour = "#202020"),
  axis.title = element_text(size = {text}))

write <- function(x, y, text, points, colour) {{
  grid.text(text, unit(x, "mm"), unit(y + 0.6 * points * 25.4 / 72, "mm"), just = c("left", "top"),
            gp = gpar(fontsize = points, col = colour, lineheight = 1.05))
}}
rule <- function(xs, ys, ...) grid.lines(unit(xs, "mm"), unit(ys, "mm"), gp = gpar(lineend = "butt", ...))
block <- function(x, y, width, height, ...) {{
  grid.rect(unit(x, "mm"), unit(y, "mm"), unit(width, "mm"), unit(height, "mm"),
            just = c("left", "bottom"), gp = gpar(col = NA, ...))
}}
dot <- function(x, y, shape, points, colour) {{
  grid.points(unit(x, "mm"), unit(y, "mm"), pch = shape, size = unit(points, "points"),
              gp = gpar(col = colour, fill = colour))
}}

# The plot with its frame, not its labels, at that place.
put <- function(plot, left, bottom, right, top) {{
  table <- ggplotGrob(plot)
  frame <- table$layout[table$layout$name == "panel", ]
  table$widths[[frame$l]] <- unit(right - left, "mm")
  table$heights[[frame$t]] <- unit(top - bottom, "mm")
  before <- sum(table$widths[seq_len(frame$l - 1)])
  below <- sum(table$heights[seq(frame$t + 1, length(table$heights))])
  table$vp <- viewport(x = unit(left, "mm") - before, y = unit(bottom, "mm") - below,
                       width = sum(table$widths), height = sum(table$heights),
                       just = c("left", "bottom"))
  grid.draw(table)
}}

panels <- list()
)R";

constexpr char ggplot_tail[] = R"R(
open_device <- list(
  svg = function(file) svg(file, width / 25.4, height / 25.4, family = "DejaVu Sans"),
  pdf = function(file) cairo_pdf(file, width / 25.4, height / 25.4, family = "DejaVu Sans"),
  png = function(file) {{
    png(file, width / 25.4, height / 25.4, "in", res = 300, type = "cairo", family = "DejaVu Sans")
  }})
if (sys.nframe() == 0) {{
  for (form in formats) {{
    open_device[[form]](file.path(here, paste0("{name}.", form)))
    draw()
    invisible(dev.off())
  }}
}}
)R";

std::string r_colour(unsigned rgb)
{
    return fmt::format("\"#{:06X}\"", rgb);
}

std::string r_dashes(Stroke stroke)
{
    // Lengths of dashes and gaps, in hexadecimal digits of line widths.
    static std::array<char const*, 4> const types = {"solid", "83", "23", "8323"};
    return fmt::format("\"{}\"", types[static_cast<std::size_t>(stroke)]);
}

int r_shape(Dot dot)
{
    static std::array<int, 3> const shapes = {19, 18, 4};
    return shapes[static_cast<std::size_t>(dot)];
}

class GgplotScript
{
  public:
    GgplotScript(Figure const& figure, FigureLayout const& layout)
        : figure_(figure), layout_(layout)
    {
    }

    std::string text(std::vector<std::string> const& formats)
    {
        std::string quoted;
        for (std::string const& format : formats)
            quoted += (quoted.empty() ? "" : ", ") + r_text(format);
        script_ = fmt::format(ggplot_head, fmt::arg("name", figure_.name),
                              fmt::arg("width", layout_.width), fmt::arg("height", layout_.height),
                              fmt::arg("formats", quoted), fmt::arg("text", layout_.letters.text));
        for (std::size_t at = 0; at < figure_.panels.size(); ++at)
            add_panel(figure_.panels[at], layout_.panels[at], at + 1);
        add_drawing();
        return script_ + fmt::format(ggplot_tail, fmt::arg("name", figure_.name));
    }

  private:
    void add(std::string const& line) { script_ += line + '\n'; }

    void add_drawing()
    {
        add("\ndraw <- function() {");
        add("  grid.newpage()");
        for (std::size_t at = 0; at < figure_.panels.size(); ++at)
        {
            PanelPlace const& place = layout_.panels[at];
            add(fmt::format("  put(panels[[{}]], {:.2f}, {:.2f}, {:.2f}, {:.2f})", at + 1,
                            place.frame_left, place.frame_bottom, place.frame_right, place.top));
            if (figure_.panels[at].colours) add_scale(*figure_.panels[at].colours, place);
            add_text(place.title, layout_.letters.panel, black);
            for (LegendEntry const& entry : place.legend) add_entry(entry);
        }
        add_text(layout_.title, layout_.letters.title, black);
        add_text(layout_.note, layout_.letters.text, dark_grey);
        for (LegendEntry const& entry : layout_.legend) add_entry(entry);
        add("}");
    }

    void add_text(SheetText const& text, double points, unsigned rgb)
    {
        if (text.text.empty()) return;
        add(fmt::format("  write({:.2f}, {:.2f}, {}, {}, {})", text.x, text.y, r_text(text.text),
                        points, r_colour(rgb)));
    }

    void add_entry(LegendEntry const& entry)
    {
        add_text({entry.x + sample_width + 1.0, entry.y, entry.label}, layout_.letters.text, black);
        double const middle = entry.x + 0.5 * sample_width;
        if (entry.layer == nullptr)
            return add(
                fmt::format("  rule(c({0:.2f}, {0:.2f}), c({1:.2f}, {2:.2f}), col = \"#404040\", "
                            "lwd = 1, lty = "
                            "\"22\")",
                            middle, entry.y - 0.7 * sample_height, entry.y + 0.7 * sample_height));
        add_sample(*entry.layer, entry, middle);
    }

    void add_sample(FigureLayer const& layer, LegendEntry const& entry, double middle)
    {
        if (layer.mark == Mark::band || layer.mark == Mark::bars)
            return add(fmt::format("  block({:.2f}, {:.2f}, {}, {}, fill = {}, alpha = {})",
                                   entry.x, entry.y - 0.5 * sample_height, sample_width,
                                   sample_height, r_colour(layer.colour),
                                   strength_of_sample(layer)));
        if (layer.mark != Mark::points)
            add(fmt::format(
                "  rule(c({:.2f}, {:.2f}), c({:.2f}, {:.2f}), col = {}, lwd = {:.2f}, lty = {})",
                entry.x, entry.x + sample_width, entry.y, entry.y, r_colour(layer.colour),
                layer.width * 96.0 / 72.0, r_dashes(layer.stroke)));
        if (layer.mark == Mark::points || layer.mark == Mark::errors_up)
            add(fmt::format("  dot({:.2f}, {:.2f}, {}, {}, {})", middle, entry.y,
                            r_shape(layer.dot), layer.size, r_colour(layer.colour)));
    }

    static std::string data_of(FigureLayer const& layer)
    {
        std::string rows;
        for (auto const& [column, text] : layer.rows)
            rows += fmt::format("{}{} = {}", rows.empty() ? "" : ", ", column, r_text(text));
        return fmt::format("rows({})", rows);
    }

    static std::string column(std::string const& name)
    {
        return fmt::format(".data[[{}]]", r_text(name));
    }

    static std::string geom_of(FigureLayer const& layer, FigurePanel const& panel)
    {
        std::string const data = data_of(layer), colour = r_colour(layer.colour);
        std::string const x = column(layer.x);
        std::string const dots = fmt::format("shape = {}, size = {:.2f}, colour = {}",
                                             r_shape(layer.dot), layer.size * 25.4 / 72.0, colour);
        switch (layer.mark)
        {
            case Mark::line:
                return fmt::format(
                    "geom_line(aes({}, {}), {}, colour = {}, linewidth = lines_of({}), linetype = "
                    "{}, "
                    "na.rm = TRUE)",
                    x, column(layer.y), data, colour, layer.width, r_dashes(layer.stroke));
            case Mark::band:
                return fmt::format(
                    "geom_ribbon(aes({}, ymin = {}, ymax = {}), {}, fill = {}, alpha = {}, na.rm = "
                    "TRUE)",
                    x, column(layer.low), column(layer.high), data, colour, layer.strength);
            case Mark::points:
                return fmt::format("geom_point(aes({}, {}), {}, {}, na.rm = TRUE)", x,
                                   column(layer.y), data, dots);
            case Mark::errors_up:
                return fmt::format(
                    "geom_linerange(aes({0}, ymin = {1}, ymax = {2}), {3}, colour = {4}, linewidth "
                    "= "
                    "lines_of({5}), na.rm = TRUE) +\n  geom_point(aes({0}, {6}), {3}, {7}, na.rm = "
                    "TRUE)",
                    x, column(layer.low), column(layer.high), data, colour, layer.width,
                    column(layer.y), dots);
            case Mark::errors_across:
                return fmt::format(
                    "geom_linerange(aes(y = {}, xmin = {}, xmax = {}), {}, colour = {}, linewidth "
                    "= "
                    "lines_of({}), orientation = \"y\", na.rm = TRUE)",
                    column(layer.y), column(layer.low), column(layer.high), data, colour,
                    layer.width);
            case Mark::bars:
                return fmt::format(
                    "geom_rect(aes(xmin = 0, xmax = {0}, ymin = {1} - {2}, ymax = {1} + {2}), {3}, "
                    "fill = {4}, alpha = {5}, na.rm = TRUE)",
                    x, column(layer.y), 0.5 * layer.thickness, data, colour, layer.strength);
            case Mark::cells:
                return cells(layer, *panel.colours);
        }
        return {};
    }

    static std::string palette_of(FigureColours const& colours)
    {
        return colours.is_around_nought
                   ? "c(\"#08306B\", \"#6BAED6\", \"#FFFFFF\", \"#FDAE6B\", \"#D9701E\")"
                   : "c(\"#F7FBFF\", \"#6BAED6\", \"#08306B\")";
    }

    static std::string cells(FigureLayer const& layer, FigureColours const& colours)
    {
        std::string const value = column(layer.value);
        std::string const number =
            colours.format.empty() ? fmt::format("ifelse({} < 0, \"\\u2212\", \"\")", value)
                                   : fmt::format("sprintf({}, {})", r_text(colours.format), value);
        std::string const dark =
            colours.is_around_nought
                ? fmt::format("{} < {}", value, 0.6 * colours.from)
                : fmt::format("{} > {}", value, colours.from + 0.6 * (colours.to - colours.from));
        return fmt::format(
            "geom_tile(aes({0}, {1}, fill = {2}), {3}, width = 0.98, height = 0.98) +\n"
            "  geom_text(aes({0}, {1}, label = {4}, colour = ifelse({5}, \"#FFFFFF\", "
            "\"#202020\")), "
            "{3}, size = {9} / .pt) +\n  scale_colour_identity() +\n"
            "  scale_fill_gradientn(colours = {6}, limits = c({7}, {8})) +\n"
            "  theme(panel.grid.major = element_blank())",
            column(layer.x), column(layer.y), value, data_of(layer), number, dark,
            palette_of(colours), colours.from, colours.to, 7);
    }

    /// The scale of colours, with its numbers at its ends and in its middle.
    void add_scale(FigureColours const& colours, PanelPlace const& place)
    {
        double const x = place.frame_right + 2.0, high = place.top - place.frame_bottom;
        add(fmt::format("  shades <- colorRampPalette({})(64)", palette_of(colours)));
        add(fmt::format(
            "  for (k in 1:64) block({:.2f}, {:.2f} + (k - 1) * {:.4f}, 3, {:.4f}, fill = "
            "shades[k])",
            x, place.frame_bottom, high / 64.0, 1.02 * high / 64.0));
        for (double const part : {0.0, 0.5, 1.0})
            add_text({x + 4.0, place.frame_bottom + part * high,
                      fmt::format("{:.3g}", colours.from + part * (colours.to - colours.from))},
                     layout_.letters.text, black);
        add(fmt::format(
            "  grid.text({}, unit({:.2f}, \"mm\"), unit({:.2f}, \"mm\"), rot = 90, gp = "
            "gpar(fontsize = {}))",
            r_text(colours.title), x + 15.0, place.frame_bottom + 0.5 * high,
            layout_.letters.text));
    }

    static std::string scale_of(char axis, FigureAxis const& told)
    {
        std::string places, labels;
        for (FigureTic const& tic : told.tics)
        {
            places += fmt::format("{}{}", places.empty() ? "" : ", ", tic.at);
            labels += fmt::format("{}{}", labels.empty() ? "" : ", ", r_text(tic.label));
        }
        return fmt::format(
            " +\n  scale_{}_{}({}, breaks = c({}), labels = c({}), expand = c(0, 0))", axis,
            told.is_logarithmic ? "log10" : "continuous",
            told.title.empty() ? "NULL" : r_text(told.title), places, labels);
    }

    void add_panel(FigurePanel const& panel, PanelPlace const& place, std::size_t number)
    {
        std::string plot = fmt::format("\npanels[[{}]] <- ggplot() + look", number);
        if (panel.has_nought_line)
            plot += " +\n  geom_hline(yintercept = 0, colour = \"#404040\", linewidth = 0.3)";
        for (FigureLayer const& layer : panel.layers) plot += " +\n  " + geom_of(layer, panel);
        if (panel.layers.empty())
            plot += fmt::format(" +\n  annotate(\"text\", {}, {}, label = {})",
                                0.5 * (*place.across.from + *place.across.to),
                                0.5 * (*place.up.from + *place.up.to), r_text(no_numbers_yet));
        for (double const date : figure_.dates.at)
            plot += fmt::format(
                " +\n  geom_vline(xintercept = {}, colour = \"#404040\", linewidth = 0.35, "
                "linetype = "
                "\"22\")",
                date);
        if (panel.has_nought_upright)
            plot += " +\n  geom_vline(xintercept = 0, colour = \"#404040\", linewidth = 0.3)";
        plot += scale_of('x', place.across) + scale_of('y', place.up);
        plot += fmt::format(" +\n  coord_cartesian(xlim = c({}, {}), ylim = c({}, {}))",
                            *place.across.from, *place.across.to, *place.up.from, *place.up.to);
        add(plot);
    }

    Figure const& figure_;
    FigureLayout const& layout_;
    std::string script_;
};
}  // namespace

std::string ggplot_script(Figure const& figure, FigureLayout const& layout,
                          std::vector<std::string> const& formats)
{
    return GgplotScript(figure, layout).text(formats);
}
}  // namespace kochmon
