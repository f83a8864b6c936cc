// SPDX-License-Identifier: MIT
#include "analysis/life_tables/panel_lives.hpp"

#include <algorithm>
#include <charconv>

namespace kochmon
{
namespace
{
/// Columns of panel_persons.csv, in the order in which they are asked for.
enum PersonColumn : std::size_t
{
    person_scenario,
    person_replicate,
    person_name_column,
    person_origin,
    person_sex,
    person_birth
};
std::vector<std::string> person_columns()
{
    return {"scenario", "replicate", "person", "origin", "sex", "birth"};
}

enum SpellColumn : std::size_t
{
    spell_replicate,
    spell_person,
    spell_from,
    spell_months,
    spell_entered,
    spell_censored,
    spell_arrival,
    spell_place,
    spell_presence,
    spell_work_right,
    spell_contract,
    spell_papers,
    spell_end
};
std::vector<std::string> spell_columns()
{
    return {"replicate", "person",   "from",       "months",   "entered", "censored", "arrival",
            "place",     "presence", "work_right", "contract", "papers",  "end"};
}

template <class Enum, class Names>
Enum word_in(CsvLines const& row, std::size_t column, Names const& names)
{
    auto const found = std::ranges::find(names, row.cell(column));
    if (found == names.end()) row.refuse(column, "a word of docs/panel.md");
    return static_cast<Enum>(found - names.begin());
}

Month month_in(CsvLines const& row, std::size_t column)
{
    auto const month = Month::parse(row.cell(column));
    if (!month) row.refuse(column, "a month such as 2010-01");
    return *month;
}

std::uint32_t number_in(CsvLines const& row, std::size_t column, std::uint32_t lowest,
                        std::uint32_t highest)
{
    std::string const& text = row.cell(column);
    std::uint32_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < lowest ||
        number > highest)
        row.refuse(column, "a whole number that kochmon wrote");
    return number;
}

constexpr std::uint32_t longest_spell = 2'400;      // months, the most of a run
constexpr std::uint32_t most_replicates = 100'000;  // of a run
constexpr int longest_stay = 2'400;                 // months

LifeStatus status_in(CsvLines const& row, Corridor const& corridor)
{
    auto const place = corridor.place_named(row.cell(spell_place));
    if (!place) row.refuse(spell_place, "a place of the corridor");
    return {.place = *place,
            .presence = word_in<Presence>(row, spell_presence, presence_names),
            .work_right = word_in<WorkRight>(row, spell_work_right, work_right_names),
            .contract = word_in<Contract>(row, spell_contract, contract_names),
            .papers = word_in<Papers>(row, spell_papers, papers_names)};
}

Spell spell_in(CsvLines const& row, Corridor const& corridor)
{
    Spell spell{.from = month_in(row, spell_from),
                .until = {},
                .entered = row.cell(spell_entered) == "true",
                .arrival = never,
                .status = status_in(row, corridor),
                .end = LifeEvent::other};
    if (!spell.status.at_home())
    {
        Month const arrival = month_in(row, spell_arrival);
        if (arrival > spell.from || spell.from - arrival > longest_stay)
            row.refuse(spell_arrival, "a month before the spell");
        spell.arrival = stamp(arrival);
    }
    if (row.cell(spell_censored) == "true") return spell;
    spell.until = spell.from + static_cast<int>(number_in(row, spell_months, 1, longest_spell));
    spell.end = word_in<LifeEvent>(row, spell_end, life_event_names);
    return spell;
}
}  // namespace

PanelLives::PanelLives(std::filesystem::path const& folder, Corridor corridor)
    : corridor_(std::move(corridor)),
      persons_(folder / "panel_persons.csv", person_columns()),
      spells_(folder / "panel_spells.csv", spell_columns()),
      has_spell_(spells_.next())
{
}

bool PanelLives::is_spell_of(PanelLife const& life) const
{
    return has_spell_ && spells_.cell(spell_person) == life.person &&
           number_in(spells_, spell_replicate, 0, most_replicates) == life.replicate;
}

void PanelLives::take_spells(PanelLife& life)
{
    for (; is_spell_of(life); has_spell_ = spells_.next())
    {
        Spell const spell = spell_in(spells_, corridor_);
        if (!life.spells.empty() && life.spells.back().until != spell.from)
            spells_.refuse(spell_from, "the month in which the spell before ends");
        life.spells.push_back(spell);
        life.end =
            spell.until
                ? *spell.until
                : spell.from + static_cast<int>(number_in(spells_, spell_months, 1, longest_spell));
    }
}

std::optional<PanelLife> PanelLives::next()
{
    while (persons_.next())
    {
        scenario_ = persons_.cell(person_scenario);
        auto const origin = corridor_.region_named(persons_.cell(person_origin));
        if (!origin) persons_.refuse(person_origin, "a region of the corridor");
        PanelLife life{.replicate = number_in(persons_, person_replicate, 0, most_replicates),
                       .person = persons_.cell(person_name_column),
                       .origin = *origin,
                       .sex = word_in<Sex>(persons_, person_sex, sex_names),
                       .birth = month_in(persons_, person_birth),
                       .spells = {},
                       .end = {}};
        take_spells(life);
        if (!life.spells.empty()) return life;
    }
    if (has_spell_) spells_.refuse(spell_person, "a person of panel_persons.csv, in its order");
    return std::nullopt;
}
}  // namespace kochmon
