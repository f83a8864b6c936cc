// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "analysis/measures/measure.hpp"

// The list of measures is written in several files: migrants and money, births and deaths,
// legality, naturalization, work, the law, and the country of origin.
namespace kochmon::detail
{
using List = std::vector<Measure>;

inline std::vector<Breakdown> const in_short = {Breakdown::total, Breakdown::origin,
                                                Breakdown::destination, Breakdown::jurisdiction,
                                                Breakdown::sex};

inline std::vector<Breakdown> const at_destinations = {Breakdown::total,
                                                       Breakdown::origin,
                                                       Breakdown::destination,
                                                       Breakdown::jurisdiction,
                                                       Breakdown::origin_destination,
                                                       Breakdown::sex};

/// And by the profiles of agents/vocabulary/profile.hpp.
inline std::vector<Breakdown> const of_workers = {Breakdown::total,
                                                  Breakdown::origin,
                                                  Breakdown::destination,
                                                  Breakdown::jurisdiction,
                                                  Breakdown::origin_destination,
                                                  Breakdown::sex,
                                                  Breakdown::age,
                                                  Breakdown::sector,
                                                  Breakdown::years_abroad,
                                                  Breakdown::profession,
                                                  Breakdown::schooling,
                                                  Breakdown::language};

/// The same breakdowns, and by the status in which it happened.
inline std::vector<Breakdown> and_by_status(std::vector<Breakdown> breakdowns)
{
    breakdowns.insert(breakdowns.end(),
                      {Breakdown::presence, Breakdown::work_right, Breakdown::jurisdiction_presence,
                       Breakdown::jurisdiction_work_right});
    return breakdowns;
}

inline Amount counted(Count kind)
{
    return [kind](Tally const& tally, Selection const& selection)
    { return agents(tally, kind, selection); };
}

inline Amount paid(Flow kind)
{
    return [kind](Tally const& tally, Selection const& selection)
    { return kopecks(tally, kind, selection); };
}

/// Adds the measure of a count: kind, unit and definition are those of the table of counts
/// (agents/state/counts.def), and the name where none is given.
Measure& tell(List& list, Count kind, std::vector<Breakdown> const& by = in_short,
              std::string const& name = {});
/// And of a flow of money.
Measure& tell(List& list, Flow kind, std::string const& name = {});

/// Departures and moves to places abroad less those who left them, the dead apart.
std::int64_t net_arrivals(Tally const& tally, Selection const& selection);
/// Returns without those of who was turned back at a border when abroad.
std::int64_t returns_by_choice(Tally const& tally, Selection const& selection);

void add_population(List& list);
void add_reasons(List& list);
void add_rates_by_status(List& list);
void add_layers(List& list);
void add_legality(List& list);
void add_naturalization(List& list);
void add_work(List& list);
void add_checks(List& list);
void add_papers(List& list);
void add_settling(List& list);
void add_home(List& list);
}  // namespace kochmon::detail
