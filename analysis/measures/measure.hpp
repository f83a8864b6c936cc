// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "config/corridor.hpp"

#include "agents/state/month_record.hpp"

namespace kochmon
{
/// By what a measure is told apart.
enum class Breakdown : std::uint8_t
{
    total,
    origin,
    destination,
    jurisdiction,  // as a whole beside its destinations
    origin_destination,
    sex,
    age,  // of foreign workers alone, as the rest
    sector,
    years_abroad,
    profession,
    schooling,
    language,  // of the main jurisdiction; named after it
    country,   // of origin, beside its regions; of a run that holds several
    // By the status in which it happened.
    presence,
    work_right,
    jurisdiction_presence,
    jurisdiction_work_right
};
inline constexpr std::size_t breakdown_count = 17;

/// The cells of a tally that belong to a group; what is not set is summed over.
struct Selection
{
    std::optional<Region> origin = {};
    std::optional<Place> place = {};
    std::optional<Jurisdiction> jurisdiction = {};  // destinations only
    std::optional<Sex> sex = {};
    std::optional<std::size_t> profile_group =
        {};                               // of agents/vocabulary/profile.hpp; then nothing else
    std::optional<Country> country = {};  // of origin
    // With one of these nothing else but the jurisdiction: status is not told by who is in it.
    std::optional<Presence> presence = {};
    std::optional<WorkRight> work_right = {};

    bool asks_for_status() const { return presence || work_right; }

    bool holds(Region region) const
    {
        return (!origin || *origin == region) && (!country || *country == origin_country(region));
    }
};

struct Group
{
    std::string name;
    Selection selection;
};

/// As series.csv names it: `origin+destination`.
std::string name(Breakdown by, Corridor const& corridor);
/// All groups of a breakdown in a fixed order; home is no destination.
std::vector<Group> groups(Breakdown by, Corridor const& corridor);

/// Agents counted in the selected cells. Only foreign workers, the regular and those with the right
/// to work among them have profiles, and only kinds of `counted_by_status` and `paid_by_status` a
/// status.
std::int64_t agents(Tally const& tally, Count kind, Selection const& selection);
/// Agents counted by completed year since the arrival, in the selected cells.
std::int64_t agents(Tally const& tally, StayCount kind, std::size_t year,
                    Selection const& selection);
/// Kopecks of agents in the selected cells. Money is not told apart by sex.
std::int64_t kopecks(Tally const& tally, Flow kind, Selection const& selection);

/// The country whose economy a selection asks for: its own; of everybody, the one whose people the
/// month has, if only one of those that have an economy has people. Nothing: none, or several.
std::optional<Country> economy_of(Tally const& tally, Selection const& selection);

/// What is measured of one agent population, before weighting: agents, person-months or kopecks.
using Amount = std::function<std::int64_t(Tally const&, Selection const&)>;
/// What is no quotient of two amounts; nothing where it cannot be told.
using Derived = std::function<std::optional<double>(Tally const&, Selection const&)>;

enum class MeasureKind : std::uint8_t
{
    stock,     // at month end
    flow,      // during the month
    exposure,  // person-months
    rate,      // one measure over another; empty where the other is 0
    money      // during the month
};
std::string const& name(MeasureKind kind);

struct Measure
{
    std::string name;
    MeasureKind kind = MeasureKind::stock;
    std::string unit;  // of money without its currency: money/month (unit_in)
    std::string definition;
    Amount amount;
    std::vector<Breakdown> breakdowns;
    std::string numerator = {};    // of a rate: the name of a measure
    std::string denominator = {};  // likewise, or the path of a parameter
    Amount below = {};             // the denominator's amount
    int months = 1;                // of which a flow or rate is the sum, up to the present one
    double per = 1.0;              // of the denominator, to which a rate refers
    // Of the month and of the country whose economy it is about, by which a rate is multiplied.
    ByCountry<double> MonthRecord::*factor = nullptr;
    double MonthRecord::*over = nullptr;  // of the month, the denominator where no amount is;
                                          // empty where it is not above 0
    Derived derived = {};                 // in place of amount and below
    bool of_economies = false;  // of countries of origin that have one; without any it is not told

    /// What is there at month end, and does not add up over months. Capital is money of that kind.
    bool is_of_a_moment() const
    {
        return kind == MeasureKind::stock || kind == MeasureKind::rate ||
               (kind == MeasureKind::money && !unit.ends_with("/month"));
    }
};

/// Full-scale value of a group in a month, in the measure's unit: counts and money are multiplied
/// by the weight of an agent, a rate of two measures is not. Nothing where a denominator is 0.
std::optional<double> value(Measure const& measure, Tally const& tally, double weight,
                            Selection const& selection);

/// The unit of a measure in a corridor, whose first currency money is told in: RUB/month.
std::string unit_in(Corridor const& corridor, Measure const& measure);
/// What it is divided by: a measure, or a parameter, which names the main jurisdiction.
std::string denominator_in(Corridor const& corridor, Measure const& measure);

/// Every measure, once, in the order of the outputs.
std::vector<Measure> const& measures();
std::vector<std::string> names_of_measures();
}  // namespace kochmon
