// SPDX-License-Identifier: MIT
#include "analysis/life_tables/waits.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "analysis/life_tables/standing.hpp"
#include "analysis/statistics/aalen_johansen.hpp"
#include "analysis/statistics/kaplan_meier.hpp"
#include "analysis/text/csv_text.hpp"

namespace kochmon
{
std::vector<Wait> const& waits()
{
    using enum StayEvent;
    static std::vector<Wait> const all = {
        {{permit, other_right, citizenship, returned, removal, death}, false},
        {{irregularity, citizenship, returned, removal, death}, false},
        {{overstay, citizenship, returned, removal, death}, false},
        {{returned, removal, death}, true},
        {{citizenship, returned, removal, death}, true}};
    return all;
}

namespace
{
/// What a standing abroad brings about.
std::optional<StayEvent> event_of(LegalStanding standing)
{
    switch (standing)
    {
        case LegalStanding::permit:
            return StayEvent::permit;
        case LegalStanding::free_movement:
        case LegalStanding::residence:
            return StayEvent::other_right;
        case LegalStanding::citizen:
            return StayEvent::citizenship;
        case LegalStanding::irregular:
        case LegalStanding::held:
            return StayEvent::irregularity;
        default:
            return std::nullopt;
    }
}

StayEvent event_of(LifeEvent end)
{
    if (end == LifeEvent::death) return StayEvent::death;
    return end == LifeEvent::removal ? StayEvent::removal : StayEvent::returned;
}

std::optional<std::size_t> cause_of(Wait const& wait, std::optional<StayEvent> event)
{
    if (!event) return std::nullopt;
    auto const found = std::ranges::find(wait.causes, *event);
    if (found == wait.causes.end()) return std::nullopt;
    return static_cast<std::size_t>(found - wait.causes.begin());
}

std::optional<std::size_t> cause_of(Wait const& wait, LifeStatus const& status)
{
    bool const is_overstayed = status.presence == Presence::overstayed;
    return wait.event() == StayEvent::overstay && is_overstayed
               ? cause_of(wait, StayEvent::overstay)
               : cause_of(wait, event_of(standing_of(status)));
}

std::size_t months_since(Month arrival, Month month)
{
    return static_cast<std::size_t>(month - arrival);
}

bool arrived_as_citizen(Stay const& stay)
{
    return standing_of(stay.spells.front().status) == LegalStanding::citizen;
}

/// The months at risk end with the first cause.
WaitOutcome outcome_from(std::size_t first, Wait const& wait, Stay const& stay)
{
    for (Spell const& spell : stay.spells)
        if (auto const cause = cause_of(wait, spell.status))
            return {first, months_since(stay.arrival, spell.from), cause};
    if (!stay.is_over) return {first, months_since(stay.arrival, stay.end - 1), std::nullopt};
    return {first, months_since(stay.arrival, stay.end),
            cause_of(wait, event_of(stay.end_event()))};
}
}  // namespace

std::optional<WaitOutcome> outcome_of(Wait const& wait, Stay const& stay)
{
    bool const is_seen = stay.is_seen_from_arrival();
    if (!is_seen && !wait.takes_late_stays) return std::nullopt;
    if (wait.event() != StayEvent::returned && arrived_as_citizen(stay)) return std::nullopt;
    // What happened in the first month in which a late stay was seen came before it was seen.
    std::size_t const first =
        is_seen ? 0 : months_since(stay.arrival, stay.spells.front().from) + 1;
    WaitOutcome const outcome = outcome_from(first, wait, stay);
    return outcome.last < first ? std::nullopt : std::optional(outcome);
}

std::vector<RiskCounts>& WaitCounts::in(LifeGroup const& group)
{
    std::vector<RiskCounts>& of_group = counts_[group];
    for (std::size_t wait = of_group.size(); wait < waits().size(); ++wait)
        of_group.emplace_back(waits()[wait].causes.size());
    return of_group;
}

void WaitCounts::count(Stay const& stay, std::vector<LifeGroup> const& groups)
{
    for (std::size_t at = 0; at < waits().size(); ++at)
        if (auto const outcome = outcome_of(waits()[at], stay))
            for (LifeGroup const& group : groups)
                in(group)[at].add(outcome->first, outcome->last, outcome->cause);
}

void WaitCounts::observe(PanelLife const& life)
{
    for (Stay const& stay : stays_of(life))
    {
        ++(stay.is_seen_from_arrival() ? seen_ : late_);
        count(stay, groups_of(stay, life));
    }
}

RiskCounts WaitCounts::total(std::size_t wait) const
{
    auto const found = counts_.find(LifeGroup{});
    return found == counts_.end() ? RiskCounts(waits()[wait].causes.size()) : found->second[wait];
}

namespace
{
std::string estimate_cells(ShareAtTime const& estimate)
{
    return fmt::format(",{},{}", csv_number(estimate.value), csv_number(estimate.standard_error));
}

void add_rows(std::string& csv, Corridor const& corridor, LifeGroup const& group, Wait const& wait,
              RiskCounts const& counts)
{
    std::vector<std::int64_t> const at_risk = counts.at_risk();
    CompetingRisks const risks = aalen_johansen(counts);
    for (std::size_t cause = 0; cause < counts.causes(); ++cause)
    {
        std::vector<ShareAtTime> const survival = kaplan_meier(counts, cause);
        for (std::size_t month = 0; month < counts.times(); ++month)
        {
            fmt::format_to(std::back_inserter(csv), "{},{},{},{},{},{},{},{}", group.grouping(),
                           group.name(corridor), stay_event_names[index(wait.event())],
                           stay_event_names[index(wait.causes[cause])], month, at_risk[month],
                           counts.events(cause, month), counts.censored(month));
            csv += estimate_cells(survival[month]) + estimate_cells(risks.incidence[cause][month]) +
                   estimate_cells(risks.waiting[month]) + '\n';
        }
    }
}
}  // namespace

std::string life_tables_csv(Corridor const& corridor, WaitCounts const& counts)
{
    std::string csv =
        "by,group,event,cause,months,at_risk,events,censored,survival,survival_se,incidence,"
        "incidence_se,waiting,waiting_se\n";
    for (auto const& [group, of_group] : counts.counts())
        for (std::size_t at = 0; at < of_group.size(); ++at)
            add_rows(csv, corridor, group, waits()[at], of_group[at]);
    return csv;
}
}  // namespace kochmon
