// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "analysis/story/effect_table.hpp"
#include "analysis/words/words.hpp"

namespace kochmon
{
/// A measure as a reader wants it.
struct ToldMeasure
{
    RowKey key;
    std::string label;  // with whom it is about
    std::string unit;   // after scaling
    double scale = 1.0;
    std::string change;        // the unit of a difference
    std::string of_any_group;  // the label without a place, where the first names one
    std::string per = {};      // of what happens in a period: the unit without it, a text's key
};

/// The measure in the period of the table: what happens in a year is another thing than in a month.
/// `unit`: that of the table, as `persons/year`.
ToldMeasure in_the_period_of(ToldMeasure measure, std::string const& unit, Words const& words);

/// By what policies are judged: the legality rate and the naturalization rate, then stocks and
/// flows, and who bears the costs.
std::vector<ToldMeasure> headline_measures(Words const& words);
/// What migrants earn, send and pay, and to whom.
std::vector<ToldMeasure> money_measures(Words const& words);
/// Checks and what follows from them.
std::vector<ToldMeasure> enforcement_measures(Words const& words);

/// Three digits or so; thousands whole.
std::string in_words(double number);
/// The same with its sign.
std::string signed_words(double number);
}  // namespace kochmon
