// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "config/corridor.hpp"

#include "agents/state/month_record.hpp"

#include "analysis/panel/life_events.hpp"

namespace kochmon
{
/// Reported months in a row at whose ends the status and the place of a person were the same.
struct Spell
{
    Month from;
    std::optional<Month> until = {};  // excluded; none: the run ended first
    bool entered = false;             // in a reported month; else it is cut on the left
    MonthStamp arrival = never;       // abroad: month of the departure from home
    LifeStatus status = {};
    LifeEvent end = LifeEvent::other;

    template <class Self>
    static auto members(Self& self)
    {
        auto& [from, until, entered, arrival, status, end] = self;
        return std::tie(from, until, entered, arrival, status, end);
    }
};

struct DatedEvent
{
    Month month;
    Happening happening = {};

    template <class Self>
    static auto members(Self& self)
    {
        auto& [month, happening] = self;
        return std::tie(month, happening);
    }
};

/// One person of the panel: who it is, and what happened in the reported months.
struct Life
{
    SubjectKey key;
    Region origin = {};
    Sex sex = Sex::female;
    Month birth;
    bool language = false;  // speaks that of the main jurisdiction
    bool profession = false;
    float wage_factor = 1.0F;
    Kopecks attachment;  // a month
    std::vector<Spell> spells;
    std::vector<DatedEvent> events;

    template <class Self>
    static auto members(Self& self)
    {
        auto& [key, origin, sex, birth, language, profession, wage_factor, attachment, spells,
               events] = self;
        return std::tie(key, origin, sex, birth, language, profession, wage_factor, attachment,
                        spells, events);
    }
};

/// The panel in one replicate, persons in the order of their keys.
struct PanelOfReplicate
{
    std::uint32_t replicate = 0;
    Month end;  // the month after the last observed
    std::vector<Life> lives;

    template <class Self>
    static auto members(Self& self)
    {
        auto& [replicate, end, lives] = self;
        return std::tie(replicate, end, lives);
    }
};

/// Follows the same persons through every replicate of a population, whatever the scenario.
class PanelRecorder final : public MonthObserver
{
  public:
    /// `synthesis`: the luck of the synthetic population of number 0.
    PanelRecorder(std::size_t persons, Seeds synthesis, Corridor corridor)
        : persons_(persons), synthesis_(synthesis), corridor_(std::move(corridor))
    {
    }
    Corridor const& corridor() const { return corridor_; }

    void see_start(MonthRecord const& record) override;
    void observe(MonthRecord const& record) override;

    std::vector<PanelOfReplicate> const& replicates() const { return replicates_; }
    /// The replicates up to now, which were told.
    void forget() { replicates_.clear(); }

    /// What the next months need.
    template <class Self>
    static auto members(Self& self)
    {
        auto& [persons, synthesis, corridor, replicates, rows, last_month] = self;
        return std::tie(replicates, rows, last_month);
    }

  private:
    std::size_t persons_;
    Seeds synthesis_;
    Corridor corridor_;
    std::vector<PanelOfReplicate> replicates_;
    std::vector<std::size_t> rows_;  // of the persons, in this replicate
    std::vector<LifeState> last_month_;
};
}  // namespace kochmon
