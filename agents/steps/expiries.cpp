// SPDX-License-Identifier: MIT
#include "agents/law/bans.hpp"
#include "agents/law/rights.hpp"
#include "agents/steps/applications.hpp"
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
namespace
{
/// What ends this month in the life of one person abroad, or begins.
class Expiries
{
  public:
    Expiries(Society const& society, Piece& piece, std::size_t person)
        : society_(society),
          piece_(piece),
          persons_(piece.population().persons),
          person_(person),
          now_(stamp(society.month)),
          where_(jurisdiction_of(persons_.place[person]))
    {
    }

    void let_end()
    {
        if (persons_.presence[person_] == Presence::prison) return leave_prison();
        if (persons_.work_right[person_] == WorkRight::citizen) return;
        end_passport();
        follow_regime();
        begin_permit();
        end_right();
        end_forged_papers();
        end_stay();
        end_queue();
    }

  private:
    void count(Count kind) { piece_.happened(kind, person_); }
    void event() { persons_.must_decide[person_] = 1; }
    void intend(Act act, Why why)
    {
        enter(society_, piece_,
              {.household = persons_.household[person_],
               .person = static_cast<std::uint32_t>(person_),
               .act = act,
               .why = why,
               .place = persons_.place[person_]});
    }

    // After the term the convict is expelled.
    void leave_prison()
    {
        if (persons_.prison_end[person_] > now_) return;
        count(Count::released);
        intend(Act::come_home, Why::removed);
    }

    void end_passport()
    {
        if (persons_.passport_ready[person_] == now_)
        {
            persons_.passport_ready[person_] = never;
            persons_.passport_end[person_] =
                stamp(society_.month + society_.parameters.consulate.passport_validity);
            count(Count::passports_renewed);
            event();
        }
        if (persons_.passport_end[person_] + 1 == now_) event();
    }

    // Free movement makes every stay lawful and ends the need for permits; when it ends, a
    // permitted stay begins.
    void follow_regime()
    {
        bool const free = society_.parameters.stay.free_movement(where_, persons_.origin[person_]);
        WorkRight& right = persons_.work_right[person_];
        bool const was_free = right == WorkRight::free_movement;
        bool const residence_over =
            right == WorkRight::temporary_resident && persons_.permit_end[person_] < now_;
        if (residence_over && free) count(Count::residences_ended);
        if (free && (right == WorkRight::none || right == WorkRight::permit || residence_over))
            move_freely();
        else if (!free && was_free)
        {
            lose_right();
            persons_.irregular_because[person_] = Irregularity::never_reconsidered;
            begin_stay();
            persons_.stay_end[person_] =
                society_.parameters.stay.stay_end(persons_.place[person_], society_.month - 1);
        }
    }

    void move_freely()
    {
        persons_.work_right[person_] = WorkRight::free_movement;
        persons_.permit_begin[person_] = persons_.permit_end[person_] = never;
        persons_.permit_paid[person_] = persons_.resident_since[person_] = never;
        persons_.papers[person_] = Papers::genuine;
        persons_.worked_without_right[person_] = 0;
        persons_.irregular_because[person_] = Irregularity::never_reconsidered;
        begin_stay();
        if (!persons_.status(person_).presence_lawful())
        {
            persons_.presence[person_] = Presence::permitted;
            persons_.lawful_since[person_] = now_;
        }
        event();
    }
    // As if entered at the end of last month.
    void begin_stay() { persons_.entry[person_] = stamp(society_.month - 1); }

    void begin_permit()
    {
        if (persons_.permit_begin[person_] != now_) return;
        persons_.permit_begin[person_] = never;
        persons_.work_right[person_] = WorkRight::permit;
        persons_.resident_since[person_] = never;
        persons_.worked_without_right[person_] = 0;
        persons_.irregular_because[person_] = Irregularity::never_reconsidered;
    }

    void lose_right()
    {
        lose_work_right(persons_, person_, society_.month);
        event();
    }

    void end_right()
    {
        WorkRight const right = persons_.work_right[person_];
        bool const ends = right == WorkRight::permit || right == WorkRight::temporary_resident;
        if (!ends) return;
        if (persons_.permit_end[person_] == now_) event();
        if (persons_.permit_end[person_] >= now_) return;
        lose_right();
        remember_lapse();
        count(right == WorkRight::permit ? Count::permits_lapsed : Count::residences_ended);
    }

    // Unless a decision of its last month has said why.
    void remember_lapse()
    {
        Irregularity& because = persons_.irregular_because[person_];
        if (because == Irregularity::never_reconsidered) because = Irregularity::let_lapse;
    }

    // The client of a forger learns it now.
    void end_forged_papers()
    {
        if (persons_.papers[person_] == Papers::genuine) return;
        if (persons_.permit_end[person_] >= now_) return;
        if (persons_.papers[person_] == Papers::forged_unknowingly)
            persons_.irregular_because[person_] = Irregularity::deceived;
        persons_.papers[person_] = Papers::genuine;
        persons_.permit_end[person_] = never;
        event();
    }

    void end_stay()
    {
        if (stay_runs_out()) event();
        if (!overruns_stay(persons_, person_, society_.month)) return;
        count(Count::stays_overrun);
        if (persons_.papers[person_] != Papers::forged_unknowingly) event();
    }

    // Its last month is a reason to think.
    bool stay_runs_out() const
    {
        return persons_.stay_end[person_] == now_ &&
               persons_.work_right[person_] == WorkRight::none &&
               persons_.permit_begin[person_] == never &&
               persons_.papers[person_] != Papers::forged_unknowingly &&
               persons_.status(person_).presence_lawful();
    }

    // The office decides on who is still within the law.
    void end_queue()
    {
        if (persons_.queue_end[person_] == never || persons_.queue_end[person_] > now_) return;
        double const u = society_.draws().uniform(persons_.subject(person_),
                                                  block(DecisionPoint::naturalization_approval));
        bool const approved =
            u < society_.parameters.naturalization.approval[index(where_)].value();
        bool const within_law = persons_.status(person_).presence_lawful() &&
                                persons_.papers[person_] == Papers::genuine;
        persons_.queue_end[person_] = now_;  // no other decision this month
        if (approved && within_law) return intend(Act::become_citizen, Why::own_choice);
        persons_.queue_end[person_] = never;
        count(Count::citizenship_denied);
        event();
    }

    Society const& society_;
    Piece& piece_;
    Persons& persons_;
    std::size_t person_;
    MonthStamp now_;
    Jurisdiction where_;
};

// An amnesty may strike bans off the list, or all.
void purge_bans(Society const& society, Piece& piece, Jurisdiction where)
{
    Probability const struck_off = society.parameters.amnesty.struck_off[index(where)];
    if (struck_off.value() == 0.0) return;
    Persons& persons = piece.population().persons;
    Tile const& tile = piece.tile();
    for (std::size_t person = tile.first_person; person < tile.last_person; ++person)
    {
        bool const is_there =
            persons.abroad(person) && jurisdiction_of(persons.place[person]) == where;
        bool const may_be_listed = persons.banned(person, where, society.month);
        if (!is_there && !may_be_listed) continue;
        double const u =
            society.draws().uniform(persons.subject(person), block(DecisionPoint::struck_off),
                                    static_cast<std::uint32_t>(index(where)));
        if (!struck_off.happens(u)) continue;
        if (is_there) persons.fined_again[person] = never;
        if (!purge(persons, person, where, society.month)) continue;
        piece.happened(Count::bans_purged, person, Place::home);
        ++piece.tally.bans.purged[index(persons.origin[person])][index(where)];
    }
}
}  // namespace

// Passports, permits, forged cards, permitted stays, queues, prison terms and bans end [F6, F7].
void let_terms_expire(Society const& society, Piece& piece)
{
    for (Jurisdiction const where : society.corridor().with_whole_law())
        purge_bans(society, piece, where);
    for (std::uint32_t const person : piece.abroad) Expiries(society, piece, person).let_end();
}
}  // namespace kochmon::steps
