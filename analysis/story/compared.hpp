// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "analysis/page/page.hpp"
#include "analysis/page/result_folder.hpp"
#include "analysis/story/effect_charts.hpp"

namespace kochmon
{
/// A comparison as its folder holds it, and the words in which it is reported.
class Compared
{
  public:
    /// Throws FileError where it keeps none of the headline measures.
    Compared(ResultFolder const& result, Words const& words);

    ResultFolder const& result() const { return result_; }
    Words const& words() const { return words_; }
    std::string base() const;
    std::vector<std::string> const& policies() const { return policies_; }
    std::string const& last_month() const { return last_month_; }
    EffectTable const& effects() const { return effects_; }
    /// The headline measures that were kept.
    std::vector<ToldRows> const& headlines() const { return headlines_; }
    /// Of these measures those that were kept.
    std::vector<ToldRows> rows_of(std::vector<ToldMeasure> const& measures) const;

  private:
    ResultFolder const& result_;
    Words const& words_;
    EffectTable effects_;
    std::vector<ToldRows> headlines_;
    std::vector<std::string> policies_;
    std::string last_month_;
};

/// The question, and the answer in three sentences with numbers and intervals; HTML.
std::string answer_of(Compared const& told);
/// Level and effect of each measure in the last month, policy by policy.
PageTable table_of_effects(Compared const& told, std::vector<ToldRows> const& rows,
                           std::string const& caption);
/// Of each effect in the last month what policies do directly, and what comes of others' decisions;
/// no rows where the comparison did not tell them apart.
PageTable table_of_direct_effects(Compared const& told);
/// Who lives otherwise, and the decision at which lives part; pairs of lives if some were traced.
void tell_lives(Page& page, Compared const& told);
/// Effects by group, and any measure in any group.
void tell_groups(Page& page, Compared const& told);
}  // namespace kochmon
