// SPDX-License-Identifier: MIT
#include "analysis/panel/panel.hpp"

#include "engine/contract.hpp"

#include "agents/state/month_record.hpp"

#include "analysis/panel/chosen.hpp"

namespace kochmon
{
namespace
{
Life life_of(Persons const& persons, std::size_t row)
{
    return {.key = persons.subject(row),
            .origin = persons[row].origin,
            .sex = persons.sex[row],
            .birth = Month(persons.birth[row]),
            .language = persons[row].language != 0,
            .profession = persons[row].profession != 0,
            .wage_factor = persons[row].wage_factor,
            .attachment = Kopecks(persons[row].attachment),
            .spells = {},
            .events = {}};
}

void begin_spell(Life& life, LifeState const& state, Month month, bool entered)
{
    life.spells.push_back({.from = month,
                           .until = {},
                           .entered = entered,
                           .arrival = state.status.at_home() ? never : state.arrival,
                           .status = state.status,
                           .end = LifeEvent::other});
}

void tell_month(Corridor const& corridor, Life& life, LifeState const& before, LifeState const& now,
                Month month)
{
    std::vector<Happening> const events = events_between(corridor, before, now, month);
    for (Happening const& happening : events) life.events.push_back({month, happening});
    bool const same = before.living == now.living && before.status == now.status;
    bool const first = life.spells.empty();
    if (!first && same) return;
    if (!first && before.living)
    {
        life.spells.back().until = month;
        life.spells.back().end =
            now.living ? end_of_spell(events, before.status, now.status) : LifeEvent::death;
    }
    if (now.living) begin_spell(life, now, month, !same);
}
}  // namespace

void PanelRecorder::see_start(MonthRecord const& record)
{
    Persons const& persons = record.population.persons;
    Seeds const synthesis{synthesis_.k0, synthesis_.k1 - record.population.number};
    rows_ = chosen_for_panel(persons, synthesis, persons_);
    PanelOfReplicate panel{.replicate = record.replicate, .end = record.month + 1, .lives = {}};
    last_month_.clear();
    for (std::size_t const row : rows_)
    {
        panel.lives.push_back(life_of(persons, row));
        last_month_.push_back(life_state(persons, row));
    }
    replicates_.push_back(std::move(panel));
}

void PanelRecorder::observe(MonthRecord const& record)
{
    Persons const& persons = record.population.persons;
    PanelOfReplicate& panel = replicates_.back();
    panel.end = record.month + 1;
    for (std::size_t at = 0; at < rows_.size(); ++at)
    {
        Life& life = panel.lives[at];
        ASSERT(persons.subject(rows_[at]) == life.key);  // rows keep their persons
        LifeState const now = life_state(persons, rows_[at]);
        if (record.reported) tell_month(corridor_, life, last_month_[at], now, record.month);
        last_month_[at] = now;
    }
}
}  // namespace kochmon
