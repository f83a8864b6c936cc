// SPDX-License-Identifier: MIT
#include "analysis/measures/series.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <memory>

#include "engine/contract.hpp"
#include "engine/packed_state.hpp"

#include "agents/state/month_record.hpp"

namespace kochmon
{
namespace
{
constexpr double no_value = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t longest_memory = 12;  // months; measures look back one or twelve

/// By which a value is multiplied; not a number where that of the month makes no sense.
double factor_of(Measure const& measure, MonthRecord const& record, Selection const& selection)
{
    if (measure.factor != nullptr)
    {
        auto const country = economy_of(record.tally, selection);
        return country ? (record.*measure.factor)[index(*country)] : no_value;
    }
    if (measure.over == nullptr) return 1.0;
    double const over = record.*measure.over;
    return over > 0.0 ? 1.0 / over : no_value;
}

/// What is kept of a country, not of its regions.
bool is_told_by_country_alone(Measure const& measure)
{
    return measure.of_economies &&
           std::ranges::find(measure.breakdowns, Breakdown::origin) == measure.breakdowns.end();
}

/// By country such a measure is told of those with an economy, where several have one.
bool has_column(Measure const& measure, Breakdown by, Group const& group, Corridor const& corridor)
{
    if (by != Breakdown::country || !is_told_by_country_alone(measure)) return true;
    Countries const& economies = corridor.with(Own::economy);
    return economies.size() > 1 && economies.holds(*group.selection.country);
}
}  // namespace

std::vector<SeriesColumn> series_columns(Corridor const& corridor)
{
    std::vector<SeriesColumn> columns;
    auto const add = [&](Measure const& measure, Breakdown by)
    {
        for (Group const& group : groups(by, corridor))
            if (has_column(measure, by, group, corridor))
                columns.push_back({&measure, by, name(by, corridor), group,
                                   corridor.with(Own::economy), unit_in(corridor, measure)});
    };
    for (Measure const& measure : measures())
        for (Breakdown const by : measure.breakdowns)
        {
            add(measure, by);
            if (by == Breakdown::origin || is_told_by_country_alone(measure))
                add(measure, Breakdown::country);
        }
    return columns;
}

std::size_t SeriesColumn::economies_in(Origins const& origins) const
{
    return static_cast<std::size_t>(std::ranges::count_if(
        economies, [&](Country country) { return origins.include(country); }));
}

bool SeriesColumn::shown(Origins const& origins) const
{
    bool const is_of_economies = measure != nullptr && measure->of_economies;
    if (is_of_economies && economies_in(origins) == 0) return false;
    if (by == Breakdown::country && !origins.several()) return false;
    bool const is_of_one = by == Breakdown::country && is_of_economies;
    if (is_of_one && is_told_by_country_alone(*measure) && economies_in(origins) < 2) return false;
    Selection const& selection = group.selection;
    if (selection.origin) return origins.include(*selection.origin);
    return !selection.country || origins.include(*selection.country);
}

std::vector<SeriesColumn> series_columns(Corridor const& corridor, KeptRows const& keep)
{
    std::vector<SeriesColumn> kept;
    for (SeriesColumn const& column : series_columns(corridor))
        if (keep.hold(*column.measure, column.by)) kept.push_back(column);
    return kept;
}

std::size_t SeriesRecorder::column(std::string const& measure, Breakdown by,
                                   std::string const& group) const
{
    auto const found = std::ranges::find_if(
        columns_,
        [&](SeriesColumn const& column) {
            return column.measure->name == measure && column.by == by && column.group.name == group;
        });
    EXPECT(found != columns_.end());
    return static_cast<std::size_t>(found - columns_.begin());
}

std::size_t SeriesRecorder::column(std::string const& measure, Breakdown by) const
{
    return column(measure, by, by == Breakdown::jurisdiction ? name_of_main() : "total");
}

std::string SeriesRecorder::name_of_main() const
{
    auto const found =
        std::ranges::find_if(columns_,
                             [](SeriesColumn const& column)
                             {
                                 return column.by == Breakdown::jurisdiction &&
                                        column.group.selection.jurisdiction == main_jurisdiction;
                             });
    EXPECT(found != columns_.end());
    return found->group.name;
}

std::vector<Group> SeriesRecorder::groups(Breakdown by) const
{
    std::vector<Group> groups;
    for (SeriesColumn const& column : columns_)
    {
        bool const is_known =
            std::ranges::find(groups, column.group.name, &Group::name) != groups.end();
        if (column.by == by && !is_known) groups.push_back(column.group);
    }
    return groups;
}

void SeriesRecorder::remember(MonthRecord const& record)
{
    recent_.push_back(record.tally);
    if (recent_.size() > longest_memory) recent_.pop_front();
}

void SeriesRecorder::add_last(std::size_t months, Tally& sum) const
{
    for (std::size_t back = 0; back < months; ++back) sum.add(recent_[recent_.size() - 1 - back]);
}

bool SeriesRecorder::looks_back() const
{
    return std::ranges::any_of(
        columns_, [](SeriesColumn const& column) { return column.measure->months != 1; });
}

// The month whose stocks and rates a row bears.
bool SeriesRecorder::is_kept_moment(Month month) const
{
    if (kept_months_ == KeptMonths::monthly || month == last_) return true;
    return kept_months_ == KeptMonths::yearly && (month + 1).is_january();
}

void SeriesRecorder::observe(MonthRecord const& record)
{
    if (record.replicate != replicate_) recent_.clear();
    replicate_ = record.replicate;
    if (looks_back()) remember(record);
    origins_ = record.origins;
    bool const is_moment = is_kept_moment(record.month);
    if (!record.reported || (kept_months_ == KeptMonths::last && !is_moment)) return;
    std::vector<double> values;
    values.reserve(columns_.size());
    bool const year_known = is_moment && recent_.size() >= longest_memory;
    auto const year = std::make_unique<Tally>();
    if (year_known) add_last(longest_memory, *year);
    for (SeriesColumn const& column : columns_)
    {
        bool const of_month = column.measure->months == 1;
        bool const is_needed = is_moment || !column.measure->is_of_a_moment();
        if (!is_needed || !column.shown(origins_) || (!of_month && !year_known))
        {
            values.push_back(no_value);
            continue;
        }
        double const factor = factor_of(*column.measure, record, column.group.selection);
        values.push_back(factor * kochmon::value(*column.measure, of_month ? record.tally : *year,
                                                 record.weight, column.group.selection)
                                      .value_or(no_value));
    }
    values_.append(values);
    rows_.push_back({record.replicate, record.month});
}

std::size_t SeriesRecorder::months() const
{
    auto const of_another = [&](Row const& row)
    { return row.replicate != rows_.front().replicate; };
    return static_cast<std::size_t>(std::ranges::find_if(rows_, of_another) - rows_.begin());
}

std::size_t SeriesRecorder::replicates() const
{
    return rows_.empty() ? 0 : rows_.size() / months();
}

std::optional<Spread> SeriesRecorder::spread(std::size_t column, std::size_t month_at) const
{
    Spread spread{0.0, no_value, no_value};
    double holding = 0.0;
    std::size_t const step = months();
    for (std::size_t at = month_at; at < rows_.size(); at += step)
    {
        double const value = values_.at(at, column);
        if (std::isnan(value)) continue;
        spread = {spread.mean + value, std::fmin(spread.low, value), std::fmax(spread.high, value)};
        holding += 1.0;
    }
    if (holding == 0.0) return std::nullopt;
    spread.mean /= holding;
    return spread;
}

bool SeriesRecorder::shows(Breakdown by, Group const& group) const
{
    return SeriesColumn{nullptr, by, {}, group, {}}.shown(origins_);
}

std::string SeriesRecorder::packed_from(std::size_t first_row) const
{
    std::string packed;
    for (std::size_t row = first_row; row < rows_.size(); ++row)
    {
        std::int32_t const at = month(row).since_1900();
        packed.append(reinterpret_cast<char const*>(&at), sizeof at);
        std::vector<double> const values = values_.row(row);
        packed.append(reinterpret_cast<char const*>(values.data()), values.size() * sizeof(double));
    }
    return packed;
}

bool SeriesRecorder::take_packed(std::uint32_t replicate, std::string_view packed)
{
    std::size_t const size = sizeof(std::int32_t) + columns_.size() * sizeof(double);
    if (packed.empty() || packed.size() % size != 0) return false;
    std::vector<double> values(columns_.size());
    for (; !packed.empty(); packed.remove_prefix(size))
    {
        std::int32_t at = 0;
        std::memcpy(&at, packed.data(), sizeof at);
        std::memcpy(values.data(), packed.data() + sizeof at, values.size() * sizeof(double));
        values_.append(values);
        rows_.push_back({replicate, Month(at)});
    }
    return true;
}

void SeriesRecorder::pack(Packer& to, std::size_t first_row) const
{
    // Names all there is: a member that is added is thought of here.
    auto const& [columns, kept_months, last, origins, recent, replicate, rows, values] = *this;
    kochmon::pack(to, origins);
    kochmon::pack(to, recent);
    kochmon::pack(to, replicate);
    kochmon::pack(to, packed_from(first_row));
}

void SeriesRecorder::unpack(Unpacker& from)
{
    kochmon::unpack(from, origins_);
    kochmon::unpack(from, recent_);
    kochmon::unpack(from, replicate_);
    std::string rows;
    kochmon::unpack(from, rows);
    if (!rows.empty() && !take_packed(replicate_, rows))
        throw DamageError("holds rows of other measures");
}
}  // namespace kochmon
