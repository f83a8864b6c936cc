// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agents/state/month_record.hpp"

#include "analysis/measures/series.hpp"
#include "analysis/targets/observed_file.hpp"

namespace kochmon
{
/// What several observations are of: a measure of the first country's citizens somewhere.
struct ObservedLine
{
    Measure const* measure = nullptr;
    std::optional<Jurisdiction> where = {};
    std::string in = "total";  // its name, or total

    bool operator==(ObservedLine const&) const = default;
    /// `foreign workers, South Korea`
    std::string text() const;
};

/// What the model says beside observations: their lines month by month, and of any time what was
/// observed of it.
class ModelledPast final : public MonthObserver
{
  public:
    explicit ModelledPast(ObservedFile const& file);

    void observe(MonthRecord const& record) override { series_.observe(record); }

    /// Each once, in the order of the file.
    std::vector<ObservedLine> const& lines() const { return lines_; }
    std::size_t line_of(Observation const& observation) const;
    /// Reported months.
    std::size_t months() const { return series_.months(); }
    Month month(std::size_t at) const { return series_.month(at); }
    std::size_t replicates() const { return series_.replicates(); }

    /// Nothing if a month of the time was not reported, or growth begins with nothing.
    std::optional<double> value(std::size_t line, std::size_t replicate,
                                ObservedTime const& time) const;
    /// Over replicates that have one.
    std::optional<Spread> spread(std::size_t line, ObservedTime const& time) const;
    /// By replicate, then by observation of the file.
    std::vector<std::vector<std::optional<double>>> values() const;

  private:
    std::optional<double> of_month(std::size_t line, std::size_t replicate, Month month) const;
    std::optional<double> sum(std::size_t line, std::size_t replicate,
                              ObservedTime const& time) const;
    std::optional<double> growth(std::size_t line, std::size_t replicate,
                                 ObservedTime const& time) const;

    std::vector<Observation> observations_;
    std::vector<ObservedLine> lines_;
    SeriesRecorder series_;
};
}  // namespace kochmon
