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
        if (persons_[person_].presence == Presence::prison) return leave_prison();
        if (persons_[person_].work_right == WorkRight::citizen) return;
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
              {.household = persons_[person_].household,
               .person = static_cast<std::uint32_t>(person_),
               .act = act,
               .why = why,
               .place = persons_.place[person_]});
    }

    // After the term the convict is expelled.
    void leave_prison()
    {
        if (persons_[person_].prison_end > now_) return;
        count(Count::released);
        intend(Act::come_home, Why::removed);
    }

    void end_passport()
    {
        if (persons_[person_].passport_ready == now_)
        {
            persons_[person_].passport_ready = never;
            persons_[person_].passport_end =
                stamp(society_.month + society_.parameters.consulate.passport_validity);
            count(Count::passports_renewed);
            event();
        }
        if (persons_[person_].passport_end + 1 == now_) event();
    }

    // Free movement makes every stay lawful and ends the need for permits; when it ends, a
    // permitted stay begins.
    void follow_regime()
    {
        bool const free = society_.parameters.stay.free_movement(where_, persons_[person_].origin);
        WorkRight& right = persons_[person_].work_right;
        bool const was_free = right == WorkRight::free_movement;
        bool const residence_over =
            right == WorkRight::temporary_resident && persons_[person_].permit_end < now_;
        if (residence_over && free) count(Count::residences_ended);
        if (free && (right == WorkRight::none || right == WorkRight::permit || residence_over))
            move_freely();
        else if (!free && was_free)
        {
            lose_right();
            persons_[person_].irregular_because = Irregularity::never_reconsidered;
            begin_stay();
            persons_[person_].stay_end =
                society_.parameters.stay.stay_end(persons_.place[person_], society_.month - 1);
        }
    }

    void move_freely()
    {
        persons_[person_].work_right = WorkRight::free_movement;
        persons_[person_].permit_begin = persons_[person_].permit_end = never;
        persons_[person_].permit_paid = persons_[person_].resident_since = never;
        persons_[person_].papers = Papers::genuine;
        persons_[person_].worked_without_right = 0;
        persons_[person_].irregular_because = Irregularity::never_reconsidered;
        begin_stay();
        if (!persons_.status(person_).presence_lawful())
        {
            persons_[person_].presence = Presence::permitted;
            persons_[person_].lawful_since = now_;
        }
        event();
    }
    // As if entered at the end of last month.
    void begin_stay() { persons_[person_].entry = stamp(society_.month - 1); }

    void begin_permit()
    {
        if (persons_[person_].permit_begin != now_) return;
        persons_[person_].permit_begin = never;
        persons_[person_].work_right = WorkRight::permit;
        persons_[person_].resident_since = never;
        persons_[person_].worked_without_right = 0;
        persons_[person_].irregular_because = Irregularity::never_reconsidered;
    }

    void lose_right()
    {
        lose_work_right(persons_, person_, society_.month);
        event();
    }

    void end_right()
    {
        WorkRight const right = persons_[person_].work_right;
        bool const ends = right == WorkRight::permit || right == WorkRight::temporary_resident;
        if (!ends) return;
        if (persons_[person_].permit_end == now_) event();
        if (persons_[person_].permit_end >= now_) return;
        lose_right();
        remember_lapse();
        count(right == WorkRight::permit ? Count::permits_lapsed : Count::residences_ended);
    }

    // Unless a decision of its last month has said why.
    void remember_lapse()
    {
        Irregularity& because = persons_[person_].irregular_because;
        if (because == Irregularity::never_reconsidered) because = Irregularity::let_lapse;
    }

    // The client of a forger learns it now.
    void end_forged_papers()
    {
        if (persons_[person_].papers == Papers::genuine) return;
        if (persons_[person_].permit_end >= now_) return;
        if (persons_[person_].papers == Papers::forged_unknowingly)
            persons_[person_].irregular_because = Irregularity::deceived;
        persons_[person_].papers = Papers::genuine;
        persons_[person_].permit_end = never;
        event();
    }

    void end_stay()
    {
        if (stay_runs_out()) event();
        if (!overruns_stay(persons_, person_, society_.month)) return;
        count(Count::stays_overrun);
        if (persons_[person_].papers != Papers::forged_unknowingly) event();
    }

    // Its last month is a reason to think.
    bool stay_runs_out() const
    {
        return persons_[person_].stay_end == now_ &&
               persons_[person_].work_right == WorkRight::none &&
               persons_[person_].permit_begin == never &&
               persons_[person_].papers != Papers::forged_unknowingly &&
               persons_.status(person_).presence_lawful();
    }

    // The office decides on who is still within the law.
    void end_queue()
    {
        if (persons_[person_].queue_end == never || persons_[person_].queue_end > now_) return;
        double const u = society_.draws().uniform(persons_.subject(person_),
                                                  block(DecisionPoint::naturalization_approval));
        bool const approved =
            u < society_.parameters.naturalization.approval[index(where_)].value();
        bool const within_law = persons_.status(person_).presence_lawful() &&
                                persons_[person_].papers == Papers::genuine;
        persons_[person_].queue_end = now_;  // no other decision this month
        if (approved && within_law) return intend(Act::become_citizen, Why::own_choice);
        persons_[person_].queue_end = never;
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
        if (is_there) persons[person].fined_again = never;
        if (!purge(persons, person, where, society.month)) continue;
        piece.happened(Count::bans_purged, person, Place::home);
        ++piece.tally.bans.purged[index(persons[person].origin)][index(where)];
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
