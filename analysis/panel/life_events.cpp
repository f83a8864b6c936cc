// SPDX-License-Identifier: MIT
#include "analysis/panel/life_events.hpp"

#include <algorithm>

namespace kochmon
{
namespace
{
/// Compares a row with itself a month ago, and tells what happened in the order of LifeEvent.
class Comparison
{
  public:
    Comparison(Corridor const& corridor, LifeState const& before, LifeState const& now, Month month)
        : corridor_(corridor),
          before_(before),
          now_(now),
          was_(before.status),
          is_(now.status),
          this_month_(stamp(month))
    {
    }

    std::vector<Happening> events()
    {
        if (!before_.living) return events_;
        if (!now_.living)
        {
            tell(LifeEvent::death);
            return events_;
        }
        tell_moves();
        if (!was_.at_home() && !is_.at_home()) tell_life_abroad();
        tell_what_the_state_did();
        tell_passport();
        return events_;
    }

  private:
    void tell(LifeEvent event, Place place, std::string detail = {})
    {
        events_.push_back({event, place, std::move(detail)});
    }
    /// At the destination where the month was lived.
    void tell(LifeEvent event, std::string detail = {})
    {
        tell(event, was_.place, std::move(detail));
    }
    bool removed() const { return now_.last_removed == this_month_; }
    /// A ban that the person did not know of a month ago.
    unsigned bans_learned() const { return now_.known_bans & ~before_.known_bans; }

    // Who is placed arrives with a contract, everybody else in search of work.
    void tell_moves()
    {
        if (was_.at_home() && !is_.at_home())
            tell(LifeEvent::departure, is_.place,
                 is_.contract == Contract::formal ? "placement" : "");
        if (moved_on()) tell(LifeEvent::moved_on, is_.place);
        if (was_.at_home() || !is_.at_home()) return;
        if (removed())
            return tell(LifeEvent::removal,
                        was_.presence == Presence::prison ? "after_prison" : "found");
        tell(LifeEvent::returned, refused_re_entry() ? "turned_back" : "");
    }

    bool moved_on() const { return !was_.at_home() && !is_.at_home() && was_.place != is_.place; }

    // Of a ban set on the way home the person does not know; one known now was told at the border.
    bool refused_re_entry() const
    {
        Jurisdiction const where = jurisdiction_of(was_.place);
        bool const known = (now_.known_bans & 1U << index(where)) != 0;
        return bans_learned() != 0 ||
               (known && now_.ban_end[index(where)] > before_.ban_end[index(where)]);
    }

    void tell_life_abroad()
    {
        tell_presence();
        tell_residence_and_citizenship();
        tell_permit();
        tell_free_movement();
        tell_papers();
        tell_work();
        if (!(was_ == is_) && !is_told()) tell(LifeEvent::other);
    }
    bool is_told() const { return end_of_spell(events_, was_, is_) != LifeEvent::other; }

    bool begins(Presence presence) const
    {
        return is_.presence == presence && was_.presence != presence;
    }
    bool awaits_permit() const
    {
        return now_.permit_begin != never && now_.permit_begin != before_.permit_begin;
    }
    void tell_presence()
    {
        if (begins(Presence::prison)) tell(LifeEvent::conviction);
        if (begins(Presence::overstayed)) tell(LifeEvent::overstay_begun);
        if (now_.entry == this_month_ && !moved_on()) tell(LifeEvent::re_entry);
        // A permit, residence and citizenship register as well, and are told as such.
        bool const by_right =
            is_.work_right != WorkRight::none && is_.work_right != WorkRight::free_movement;
        if (begins(Presence::registered) && !by_right && !awaits_permit())
            tell(LifeEvent::registration);
        if (awaits_permit()) tell(LifeEvent::permit_awaited);
    }

    bool holds(WorkRight right) const { return is_.work_right == right; }
    bool held(WorkRight right) const { return was_.work_right == right; }
    bool ran_out() const { return before_.permit_end < this_month_; }
    bool begins(WorkRight right) const { return holds(right) && !held(right); }
    /// Begins, or begins anew with another end.
    bool obtains(WorkRight right) const
    {
        return holds(right) && (!held(right) || now_.permit_end != before_.permit_end);
    }

    void tell_residence_and_citizenship()
    {
        if (begins(WorkRight::citizen)) tell(LifeEvent::naturalization);
        if (obtains(WorkRight::temporary_resident)) tell(LifeEvent::residence, "temporary");
        if (begins(WorkRight::permanent_resident)) tell(LifeEvent::residence, "permanent");
    }

    // A permit can be renewed in its last month; a new one before or after that follows a lapse.
    bool renews_permit() const
    {
        return held(WorkRight::permit) && before_.permit_end == this_month_;
    }
    void tell_permit()
    {
        if (obtains(WorkRight::permit))
        {
            bool const waited = before_.permit_begin == this_month_;
            tell(LifeEvent::permit_begun, waited            ? "after_waiting"
                                          : renews_permit() ? "renewed"
                                                            : "");
        }
        if (held(WorkRight::permit) && permit_lapsed()) tell(LifeEvent::permit_ended);
        if (held(WorkRight::temporary_resident) && (holds(WorkRight::none) || ran_out()))
            tell(LifeEvent::residence_ended);
    }
    // A change of the regime or a better right replaces a permit that still holds.
    bool permit_lapsed() const
    {
        if (holds(WorkRight::none)) return true;
        if (holds(WorkRight::permit)) return obtains(WorkRight::permit) && !renews_permit();
        return ran_out() && !holds(WorkRight::free_movement);
    }

    void tell_free_movement()
    {
        bool const gone =
            held(WorkRight::free_movement) && (holds(WorkRight::none) || holds(WorkRight::permit));
        if (begins(WorkRight::free_movement)) tell(LifeEvent::free_movement_begun);
        if (gone) tell(LifeEvent::free_movement_ended);
    }

    void tell_papers()
    {
        bool const anew = now_.permit_end != before_.permit_end;
        if (is_.papers != Papers::genuine && (is_.papers != was_.papers || anew))
            tell(LifeEvent::forged_papers,
                 is_.papers == Papers::forged_knowingly ? "knowingly" : "unknowingly");
        if (was_.papers != Papers::genuine && (is_.papers != was_.papers || anew))
            tell(LifeEvent::forged_papers_ended);
    }

    void tell_work()
    {
        if (was_.contract == is_.contract) return;
        if (was_.contract == Contract::none)
            return tell(LifeEvent::job_found, sector_names[index(is_.sector.value())]);
        if (is_.contract == Contract::formal) return tell(LifeEvent::contract);
        if (is_.contract == Contract::informal) return tell(LifeEvent::contract_ended);
        if (is_.presence != Presence::prison) tell(LifeEvent::job_lost);
    }

    void tell_what_the_state_did()
    {
        if (now_.last_found == this_month_)
            tell(LifeEvent::found, begins(Presence::prison) ? "convicted"
                                   : removed()              ? "removed"
                                                            : "fined");
        for (Jurisdiction const where : corridor_.jurisdictions()) tell_ban(where);
        if (was_.at_home() && is_.at_home()) tell_refusal_at_border();
        tell_queue();
        if (now_.at_consulate && !before_.at_consulate) tell(LifeEvent::consular_registration);
    }

    void tell_ban(Jurisdiction where)
    {
        MonthStamp const was = before_.ban_end[index(where)];
        MonthStamp const is = now_.ban_end[index(where)];
        if (is > was) tell(LifeEvent::ban, Month(is).text());
        if (is == never && was >= this_month_)
            tell(LifeEvent::ban_purged, corridor_.name_of(where));
    }

    void tell_refusal_at_border()
    {
        for (Jurisdiction const where : corridor_.jurisdictions())
            if ((bans_learned() & 1U << index(where)) != 0)
                tell(LifeEvent::turned_back, corridor_.name_of(where));
    }

    // Who leaves the country or goes to prison leaves the queue as well.
    void tell_queue()
    {
        bool const left = before_.queue_end != never && now_.queue_end != before_.queue_end;
        bool const remains = !is_.at_home() && is_.presence != Presence::prison;
        bool const denied = left && remains && !begins(WorkRight::citizen);
        bool const sought = now_.queue_end != never && now_.queue_end != before_.queue_end;
        if (sought) tell(LifeEvent::citizenship_sought);
        if (denied) tell(LifeEvent::citizenship_denied);
    }

    void tell_passport()
    {
        bool const expired = before_.passport_end + 1 == this_month_;
        bool const renewed = now_.passport_end > before_.passport_end;
        if (expired && !renewed && !was_.at_home()) tell(LifeEvent::passport_expired);
        if (renewed) tell(LifeEvent::passport_renewed);
    }

    Corridor const& corridor_;
    LifeState const& before_;
    LifeState const& now_;
    LifeStatus const& was_;
    LifeStatus const& is_;
    MonthStamp this_month_;
    std::vector<Happening> events_;
};

/// Whether the layer moved of which an event speaks.
bool moved(LifeEvent event, LifeStatus const& before, LifeStatus const& now)
{
    if (event < LifeEvent::conviction) return true;
    if (event < LifeEvent::naturalization) return before.presence != now.presence;
    if (event < LifeEvent::forged_papers) return before.work_right != now.work_right;
    if (event < LifeEvent::job_found) return before.papers != now.papers;
    return event < LifeEvent::other && before.contract != now.contract;
}
}  // namespace

std::vector<Happening> events_between(Corridor const& corridor, LifeState const& before,
                                      LifeState const& now, Month month)
{
    return Comparison(corridor, before, now, month).events();
}

LifeEvent end_of_spell(std::vector<Happening> const& events, LifeStatus const& before,
                       LifeStatus const& now)
{
    auto const ended = std::ranges::find_if(
        events, [&](Happening const& happening) { return moved(happening.event, before, now); });
    return ended == events.end() ? LifeEvent::other : ended->event;
}
}  // namespace kochmon
