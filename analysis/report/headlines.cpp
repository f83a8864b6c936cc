// SPDX-License-Identifier: MIT
#include "analysis/report/headlines.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "analysis/statistics/nested_spread.hpp"

namespace kochmon
{
namespace
{
struct Headline
{
    char const* measure;
    Breakdown by;
    std::size_t months;  // summed over so many, or fewer if the run is shorter
    double scale;
    char const* label;  // `{}`: the months, or where
};
constexpr std::array<Headline, 4> headlines = {
    Headline{"abroad", Breakdown::total, 1, 1e-3, "Persons abroad, thousand"},
    Headline{"legality_by_right", Breakdown::jurisdiction, 1, 100.0, "Legality rate in {}, %"},
    Headline{"naturalization_rate", Breakdown::jurisdiction, 1, 1.0,
             "Naturalization rate in {}, %"},
    Headline{"naturalizations", Breakdown::total, 12, 1e-3, "Naturalized in {} months, thousand"}};

/// By replicate; those without a value are left out.
std::vector<NestedValue> values_of(Headline const& headline, SeriesRecorder const& series,
                                   Nesting const& nesting)
{
    std::size_t const column = series.column(headline.measure, headline.by);
    std::size_t const months = std::min(headline.months, series.months());
    std::vector<double> values;
    std::vector<std::uint32_t> replicates;
    for (std::size_t end = series.months(); end <= series.rows(); end += series.months())
    {
        double sum = 0.0;
        for (std::size_t at = end - months; at < end; ++at) sum += series.value(at, column);
        if (std::isnan(sum)) continue;
        values.push_back(sum * headline.scale);
        replicates.push_back(series.replicate(end - 1));
    }
    return nested(values, replicates, nesting);
}

std::string told(Headline const& headline, SeriesRecorder const& series, Nesting const& nesting)
{
    std::vector<NestedValue> const values = values_of(headline, series, nesting);
    std::string const label =
        headline.by == Breakdown::total
            ? fmt::format(fmt::runtime(headline.label), std::min(headline.months, series.months()))
            : fmt::format(fmt::runtime(headline.label), titled(series.name_of_main()));
    if (values.empty()) return fmt::format("  {:<36}{:>9}\n", label, "none");
    NestedSpread const spread = nested_spread(values, nesting);
    std::string text = fmt::format("  {:<36}{:>9.1f}", label, spread.mean);
    if (spread.nine_in_ten)
        text +=
            fmt::format("{:>11.1f} to {:.1f}", spread.nine_in_ten->low, spread.nine_in_ten->high);
    text += '\n';
    if (std::string const shares = told_shares(spread); !shares.empty())
        text += fmt::format("    variance: {}\n", shares);
    return text;
}
}  // namespace

std::string told_headlines(SeriesRecorder const& series, Nesting const& nesting)
{
    if (series.replicates() < 2) return {};
    std::string text =
        fmt::format("\n{:<38}{:>9}{:>21}\n",
                    fmt::format("At the end of {}", series.month(series.months() - 1).text()),
                    "mean", "90 % interval");
    for (Headline const& headline : headlines) text += told(headline, series, nesting);
    return text + held_by_intervals(nesting) + '\n';
}
}  // namespace kochmon
