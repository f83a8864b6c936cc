// SPDX-License-Identifier: MIT
#include <utility>

#include "agents/law/bans.hpp"
#include "agents/options/person_money.hpp"
#include "agents/state/jobs.hpp"
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
namespace
{
enum class Check
{
    none,
    on_the_street,
    against_the_database,
    for_an_offence  // of another kind
};

/// One foreigner's month with the police and the courts.
class Encounter
{
  public:
    Encounter(Society const& society, Piece& piece, std::size_t person, std::size_t cell)
        : society_(society),
          parameters_(society.parameters),
          piece_(piece),
          persons_(piece.population().persons),
          person_(person),
          cell_(cell),
          where_(jurisdiction_of(persons_.place[person])),
          status_(persons_.status(person))
    {
    }

    /// Whether the person was sanctioned.
    bool live_through()
    {
        Check const check = met();
        if (check == Check::none) return false;
        if (check == Check::for_an_offence) return commit_offence();
        persons_.must_decide[person_] = 1;
        count(Count::checks);
        if (check == Check::against_the_database) return be_suspected();
        if (status_.regular())
        {
            lose_pay(parameters_.checks.days_lost / 30.0);
            pay_for_late_registration();
            return false;
        }
        be_sanctioned();
        return true;
    }

  private:
    void count(Count kind) { piece_.happened(kind, person_); }
    double uniform(DecisionPoint point, std::uint32_t index = 0) const
    {
        return society_.draws().uniform(persons_.subject(person_), block(point), index);
    }
    bool shows_papers() const
    {
        return society_.corridor().has_whole_law(where_) &&
               (status_.work_right == WorkRight::permit || status_.papers != Papers::genuine);
    }

    // Checks on the street and against the database and offences of other kinds compete.
    Check met() const
    {
        double const at_one = society_.world.check_hazard[index(persons_.place[person_])];
        double const visibility =
            parameters_.checks.visibility_of(status_, persons_[person_].sector);
        HazardPerMonth const street(at_one * visibility);
        HazardPerMonth const database =
            shows_papers() ? parameters_.forgery.database_check[index(where_)] : HazardPerMonth();
        HazardPerMonth const offence =
            status_.foreign() ? parameters_.offences.hazard[index(where_)] : HazardPerMonth();
        HazardPerMonth const any = street + database + offence;
        double const u = piece_.monthly(MonthlyLane::check, person_);
        if (!happens_within_a_month(any, u)) return Check::none;
        double const which = uniform(DecisionPoint::check_kind);
        double const where = which * any.value();
        if (where < street.value()) return Check::on_the_street;
        return where < street.value() + database.value() ? Check::against_the_database
                                                         : Check::for_an_offence;
    }

    void lose_pay(double months)
    {
        if (!status_.employed()) return;
        Kopecks const pay = monthly_pay(society_, persons_, person_);
        charge(piece_, person_, Flow::pay_lost, scaled(pay, months));
    }

    void be_held()
    {
        int const days =
            parameters_.sanctions.custody_days(where_, uniform(DecisionPoint::sanction_kind, 1));
        ENSURE(days <= longest_custody_days);
        count(Count::custody);
        piece_.tally.count(Count::custody_days, cell_, days);
        lose_pay(days / 30.0);
    }

    void pay_for_late_registration()
    {
        if (status_.presence != Presence::permitted) return;
        // Who entered at the end of a month can register at the end of the next one.
        int const months = society_.month.since_1900() - persons_[person_].entry - 1;
        Probability const late =
            parameters_.registration.late(where_, persons_[person_].origin, months);
        if (!late.happens(uniform(DecisionPoint::sanction_kind, 3))) return;
        charge(piece_, person_, Flow::fines, parameters_.registration.fine[index(where_)]);
        count(Count::registration_fines);
    }

    bool record_is_soiled() const
    {
        MonthStamp const found = persons_.last_found[person_];
        return found != never && society_.month.since_1900() - found <=
                                     parameters_.sanctions.record_months[index(where_)];
    }

    void be_fined()
    {
        charge(piece_, person_, Flow::fines, parameters_.sanctions.fine[index(where_)]);
        count(Count::fines);
        pay_for_late_registration();
        enter_in_register();
    }

    // Whatever the status; nothing follows but the fine, and perhaps a ban.
    bool commit_offence()
    {
        charge(piece_, person_, Flow::fines, parameters_.offences.fine[index(where_)]);
        count(Count::offences);
        enter_in_register();
        return false;
    }

    // Russia's, of fines in Russia.
    void enter_in_register()
    {
        if (!society_.corridor().has_whole_law(where_)) return;
        MonthStamp const before =
            std::exchange(persons_[person_].last_offence, stamp(society_.month));
        RepeatBanLaw const& law = parameters_.repeat_bans;
        if (law.repeats(where_, before, society_.month)) be_fined_again(law);
    }

    // Entry is closed without a word; leaving is not asked for.
    void be_fined_again(RepeatBanLaw const& law)
    {
        persons_[person_].fined_again = stamp(society_.month);
        int const months = law.length[index(where_)];
        double const u = uniform(DecisionPoint::sanction_kind, 4);
        if (months == 0 || !law.chance[index(where_)].happens(u)) return;
        count(Count::repeat_bans);
        BanChange const change = ban(persons_, person_, where_, society_.month, months);
        if (change == BanChange::entered) count(Count::bans_entered);
    }

    void be_sanctioned()
    {
        Record const record{
            .soiled = record_is_soiled(),
            .free_movement = parameters_.stay.free_movement(where_, persons_[person_].origin)};
        persons_.last_found[person_] = stamp(society_.month);
        double const u = uniform(DecisionPoint::sanction_kind);
        Sanction const sanction = parameters_.sanctions.sanction(where_, record, u);
        if (sanction == Sanction::fine) return be_fined();
        if (consulate_helps())
        {
            count(Count::saved_by_consulate);
            return be_fined();
        }
        be_held();
        be_barred(parameters_.sanctions.ban_months(where_, sanction));
        count(sanction == Sanction::deportation ? Count::deportations : Count::expulsions);
        persons_[person_].presence = Presence::custody;
        piece_.tile().intents.push_back({.household = persons_[person_].household,
                                         .person = static_cast<std::uint32_t>(person_),
                                         .act = Act::come_home,
                                         .why = Why::removed,
                                         .place = persons_.place[person_]});
    }

    bool consulate_helps() const
    {
        return persons_[person_].at_consulate != 0 &&
               uniform(DecisionPoint::sanction_kind, 2) < parameters_.consulate.help.value();
    }

    void be_barred(int months)
    {
        BanChange const change = ban(persons_, person_, where_, society_.month, months);
        if (change == BanChange::entered) count(Count::bans_entered);
        if (months > 0) learn_ban(persons_, person_, where_);
    }

    // The user of forged papers is convicted; genuine papers free a suspect [F7].
    bool be_suspected()
    {
        if (status_.papers != Papers::genuine)
        {
            be_convicted();
            return true;
        }
        double const suspicion = parameters_.forgery.false_suspicion[index(where_)].value();
        if (uniform(DecisionPoint::check_kind, 1) >= suspicion) return false;
        be_held();
        count(Count::acquittals);
        return false;
    }

    void be_convicted()
    {
        int const term = parameters_.forgery.term(where_, uniform(DecisionPoint::check_kind, 2));
        count(Count::convictions);
        persons_.last_found[person_] = stamp(society_.month);
        persons_[person_].presence = Presence::prison;
        persons_[person_].prison_end = stamp(society_.month + term);
        end_job(persons_, person_);
        persons_[person_].lawful_since = never;
        if (persons_[person_].queue_end != never) count(Count::citizenship_abandoned);
        persons_[person_].queue_end = never;
        be_barred(term + parameters_.sanctions.expulsion_ban[index(where_)]);
    }

    Society const& society_;
    ModelParameters const& parameters_;
    Piece& piece_;
    Persons& persons_;
    std::size_t person_;
    std::size_t cell_;
    Jurisdiction where_;
    Status status_;
};

void count_exposure(Tally& tally, Status const& status, Jurisdiction where, std::size_t cell)
{
    tally.count(Count::months_abroad, cell);
    tally.count_status(Count::months_abroad, where, status);
    if (!status.foreign()) return;
    tally.count(Count::foreigner_months, cell);
    if (!status.regular() && !status.held())
    {
        tally.count(Count::irregular_months, cell);
        tally.count_status(Count::irregular_months, where, status);
    }
    if (status.presence_lawful()) tally.count(Count::lawful_months, cell);
}
}  // namespace

// Checks find irregular workers, who are fined, deported or expelled, and forged papers, whose
// users go to prison; a regular worker loses time.
void meet_checks(Society const& society, Piece& piece)
{
    Persons& persons = piece.population().persons;
    for (std::uint32_t const person : piece.abroad)
    {
        std::size_t const cell =
            piece.tally.cell(persons[person].origin, persons.place[person], persons.sex[person]);
        Status const status = persons.status(person);
        count_exposure(piece.tally, status, jurisdiction_of(persons.place[person]), cell);
        piece.count_stay(StayCount::months, person, society.month);
        if (status.held() || !status.foreign()) continue;
        if (Encounter(society, piece, person, cell).live_through()) piece.found.push_back(person);
    }
}
}  // namespace kochmon::steps
