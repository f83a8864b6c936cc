// SPDX-License-Identifier: MIT
#include "analysis/serve/last_effects.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "engine/atomic_file.hpp"

#include "config/corridor.hpp"

#include "analysis/text/csv_table.hpp"

namespace kochmon
{
namespace
{
struct ShownMeasure
{
    char const* name;   // with a place for the jurisdiction
    char const* cells;  // of effects.csv, which holds the main jurisdiction alone
};
constexpr std::array shown_measures = {
    ShownMeasure{"Foreign workers in {} with the right to work",
                 ",legality_by_right,jurisdiction,"},
    ShownMeasure{"Naturalizations of a year in {}, per 100 foreigners",
                 ",naturalization_rate,jurisdiction,"},
    ShownMeasure{"Persons abroad", ",abroad,total,total,"},
    ShownMeasure{"Naturalizations", ",naturalizations,total,total,"}};

LastEffect effect_in(CsvTable const& table, std::size_t row, ShownMeasure const& shown)
{
    return {.policy = table.cell(row, "policy"),
            .measure = fmt::format(fmt::runtime(shown.name), titled(table.cell(row, "group"))),
            .unit = table.cell(row, "unit"),
            .month = table.cell(row, "month"),
            .base = table.cell(row, "base"),
            .with_policy = table.cell(row, "with_policy"),
            .difference = table.cell(row, "difference"),
            .low_90 = table.cell(row, "low90"),
            .high_90 = table.cell(row, "high90")};
}

/// The last row of each policy; months are written so that their order is that of texts.
void add_last_rows(std::string const& effects_csv, ShownMeasure const& shown,
                   std::vector<LastEffect>& effects)
{
    CsvTable const table(effects_csv, shown.cells);
    std::vector<LastEffect> found;
    for (std::size_t row = 0; row < table.size(); ++row)
    {
        LastEffect const here = effect_in(table, row, shown);
        auto const there = std::ranges::find(found, here.policy, &LastEffect::policy);
        if (there == found.end())
            found.push_back(here);
        else if (here.month > there->month)
            *there = here;
    }
    effects.insert(effects.end(), found.begin(), found.end());
}
}  // namespace

std::vector<LastEffect> last_effects(std::filesystem::path const& comparison)
{
    std::string const text = read_whole_file(comparison / "effects.csv");
    std::vector<LastEffect> effects;
    for (ShownMeasure const& shown : shown_measures) add_last_rows(text, shown, effects);
    std::ranges::stable_sort(effects, {}, &LastEffect::policy);
    return effects;
}

Json as_json(std::vector<LastEffect> const& effects)
{
    Json rows = Json::array();
    for (LastEffect const& effect : effects)
    {
        Json one = Json::object();
        one["policy"] = effect.policy;
        one["measure"] = effect.measure;
        one["unit"] = effect.unit;
        one["month"] = effect.month;
        one["base"] = effect.base;
        one["with_policy"] = effect.with_policy;
        one["difference"] = effect.difference;
        one["low_90"] = effect.low_90;
        one["high_90"] = effect.high_90;
        rows.push_back(one);
    }
    return rows;
}
}  // namespace kochmon
