// SPDX-License-Identifier: MIT
#include "analysis/panel/tables.hpp"

#include <iterator>

#include <fmt/format.h>

#include "analysis/text/csv_text.hpp"

namespace kochmon
{
namespace
{
char const* truth(bool value)
{
    return value ? "true" : "false";
}

/// The cells that every row begins with.
std::string head_of(std::string const& scenario, PanelOfReplicate const& panel, Life const& life)
{
    return fmt::format("{},{},{}", csv_cell(scenario), panel.replicate, person_name(life.key));
}

void add_person(std::string& csv, Corridor const& corridor, Life const& life)
{
    fmt::format_to(std::back_inserter(csv), ",{},{},{},{},{},{},{}\n",
                   corridor.name_of(life.origin), sex_names[index(life.sex)], life.birth.text(),
                   truth(life.language), truth(life.profession), life.wage_factor,
                   csv_number(life.attachment.roubles()));
}

void add_spell(std::string& csv, Corridor const& corridor, Spell const& spell, Month end)
{
    LifeStatus const& status = spell.status;
    fmt::format_to(std::back_inserter(csv), "{},{},{},{},{},{}", spell.from.text(),
                   spell.until ? spell.until->text() : "", spell.until.value_or(end) - spell.from,
                   truth(spell.entered), truth(!spell.until),
                   spell.arrival == never ? "" : Month(spell.arrival).text());
    fmt::format_to(std::back_inserter(csv), ",{},{},{},{},{},{},{}\n",
                   corridor.name_of(status.place), presence_names[index(status.presence)],
                   work_right_names[index(status.work_right)],
                   contract_names[index(status.contract)], papers_names[index(status.papers)],
                   status.sector ? sector_names[index(*status.sector)] : "",
                   spell.until ? life_event_names[index(spell.end)] : "");
}

void add_event(std::string& csv, Corridor const& corridor, DatedEvent const& event)
{
    Happening const& happening = event.happening;
    fmt::format_to(std::back_inserter(csv), ",{},{},{},{}\n", event.month.text(),
                   life_event_names[index(happening.event)], corridor.name_of(happening.place),
                   happening.detail);
}

/// Calls `visit(head, life, panel)` in the order of the tables.
template <class Visit>
void for_each_life(PanelRecorder const& panel, std::string const& scenario, Visit visit)
{
    for (PanelOfReplicate const& of_replicate : panel.replicates())
        for (Life const& life : of_replicate.lives)
            visit(head_of(scenario, of_replicate, life), life, of_replicate);
}
}  // namespace

std::string person_name(SubjectKey key)
{
    return fmt::format("p{:010}", key.bits());
}

std::string panel_persons_csv(PanelRecorder const& panel, std::string const& scenario)
{
    std::string csv = fmt::format(
        "scenario,replicate,person,origin,sex,birth,{},profession,wage_factor,attachment\n",
        panel.corridor().language());
    for_each_life(panel, scenario,
                  [&](std::string const& head, Life const& life, PanelOfReplicate const&)
                  {
                      csv += head;
                      add_person(csv, panel.corridor(), life);
                  });
    return csv;
}

std::string panel_spells_csv(PanelRecorder const& panel, std::string const& scenario)
{
    std::string csv =
        "scenario,replicate,person,spell,from,until,months,entered,censored,arrival,place,"
        "presence,work_right,contract,papers,sector,end\n";
    for_each_life(panel, scenario,
                  [&](std::string const& head, Life const& life, PanelOfReplicate const& whole)
                  {
                      for (std::size_t at = 0; at < life.spells.size(); ++at)
                      {
                          csv += fmt::format("{},{},", head, at + 1);
                          add_spell(csv, panel.corridor(), life.spells[at], whole.end);
                      }
                  });
    return csv;
}

std::string panel_events_csv(PanelRecorder const& panel, std::string const& scenario)
{
    std::string csv = "scenario,replicate,person,month,event,place,detail\n";
    for_each_life(panel, scenario,
                  [&](std::string const& head, Life const& life, PanelOfReplicate const&)
                  {
                      for (DatedEvent const& event : life.events)
                      {
                          csv += head;
                          add_event(csv, panel.corridor(), event);
                      }
                  });
    return csv;
}
}  // namespace kochmon
