// SPDX-License-Identifier: MIT
// Of life abroad: residence, citizenship, and the state of origin.
#include <algorithm>

#include "agents/options/life_abroad.hpp"

namespace kochmon
{
bool LifeAbroad::record_is_clean(int months) const
{
    MonthStamp const found = persons_.last_found[person_];
    return found == never || society_.month.since_1900() - found > months;
}

Scarce LifeAbroad::residence_sought() const
{
    return status_.work_right == WorkRight::temporary_resident ? Scarce::permanent_residence
                                                               : Scarce::temporary_residence;
}

Kopecks LifeAbroad::residence_fee() const
{
    return residence_sought() == Scarce::permanent_residence
               ? parameters_.residence.permanent_fee[at_]
               : parameters_.residence.temporary_fee[at_];
}

// A close relative who is a citizen there: of the household, or one of those outside it, each as
// likely as an adult of the region.
bool LifeAbroad::has_relative() const
{
    std::uint32_t const household = persons_[person_].household;
    auto const& first = population_.households.first_member;
    for (std::size_t member = first[household]; member < first[household + 1]; ++member)
        if (member != person_ && persons_.abroad(member) &&
            jurisdiction_of(persons_.place[member]) == where_ &&
            persons_[member].work_right == WorkRight::citizen)
            return true;
    MonthDraws const on_arrival(society_.seeds, Month(persons_[person_].arrival));
    double const u = on_arrival.uniform(persons_.subject(person_), block(DecisionPoint::relative));
    std::size_t const region = index(persons_[person_].origin);
    World const& world = society_.world;
    double share = 0.0;  // of the region's adults
    for (Place const place : society_.corridor().destinations())
        if (jurisdiction_of(place) == where_)
            share += world.region_share[region][index(place)] *
                     world.naturalized_share[region][index(place)];
    return parameters_.naturalization_choice.knows_citizen(share, u);
}

ResidenceApplicant LifeAbroad::applicant_for_residence(bool has_relative) const
{
    return {.origin = life_.origin,
            .has_relative = has_relative,
            .has_work_right = status_.work_right != WorkRight::none,
            .lists_are_open = lists_ == Lists::open};
}

Scarce LifeAbroad::residence_list() const
{
    bool const in_quota =
        parameters_.residence.admitted_in_quota(where_, applicant_for_residence(has_relative()))
            .value_or(true);
    return in_quota ? residence_sought() : Scarce::nothing;
}

bool LifeAbroad::is_admitted_to_residence() const
{
    auto const is_admitted = [this](bool has_relative)
    {
        return parameters_.residence
            .admitted_in_quota(where_, applicant_for_residence(has_relative))
            .has_value();
    };
    return is_admitted(true) && is_admitted(has_relative());
}

bool LifeAbroad::may_seek_residence() const
{
    if (!status_.foreign() || status_.work_right == WorkRight::permanent_resident) return false;
    if (!parameters_.residence.open(where_) || believes_in_right()) return false;
    if (residence_sought() == Scarce::permanent_residence &&
        residence_months() < parameters_.residence.months_before_permanent[at_])
        return false;
    return status_.presence_lawful() && status_.papers == Papers::genuine &&
           record_is_clean(parameters_.residence.clean_record[at_]) && has_passport() &&
           means().cover(residence_fee() + living()) && is_admitted_to_residence();
}

double LifeAbroad::value_as_resident() const
{
    int const months = residence_sought() == Scarce::permanent_residence
                           ? static_cast<int>(parameters_.value.horizon(life_.aim))
                           : parameters_.residence.temporary_duration[at_];
    return money(prospects_.resident(residence_fee(), months));
}

Settling LifeAbroad::settling() const
{
    return {.value_now = value_as_foreigner(),
            .value_as_resident = value_as_resident(),
            .attachment = Kopecks(persons_[person_].attachment).roubles()};
}

int LifeAbroad::months_since(MonthStamp since) const
{
    return since == never ? 0 : society_.month.since_1900() - since;
}

int LifeAbroad::residence_months() const
{
    return months_since(persons_[person_].resident_since);
}

// Of what the law may ask for, relatives and an address take draws to know: as if both were there.
Applicant LifeAbroad::applicant_at_best() const
{
    return {.lawful_months = months_since(persons_[person_].lawful_since),
            .residence_months = residence_months(),
            .clean_record = record_is_clean(parameters_.naturalization.clean_record[at_]),
            .has_relative = true,
            .speaks_language = persons_[person_].language != 0,
            .has_profession = persons_[person_].profession != 0,
            .has_address = true};
}

Applicant LifeAbroad::applicant() const
{
    Applicant applicant = applicant_at_best();
    // An address is had for the whole spell, or not.
    MonthDraws const on_arrival(society_.seeds, Month(persons_[person_].arrival));
    double const address =
        on_arrival.uniform(persons_.subject(person_), block(DecisionPoint::address));
    applicant.has_address = address < parameters_.naturalization_choice.with_address.value();
    applicant.has_relative = has_relative();
    return applicant;
}

Kopecks LifeAbroad::citizenship_cost() const
{
    Kopecks const fee = parameters_.naturalization.fee[at_];
    return parameters_.naturalization.dual[at_] ? fee : fee + parameters_.consulate.renunciation();
}

bool LifeAbroad::may_seek_citizenship() const
{
    if (!status_.foreign() || lists_ == Lists::closed) return false;
    if (persons_[person_].queue_end != never || !has_passport()) return false;
    if (!status_.presence_lawful() || status_.papers != Papers::genuine) return false;
    auto const is_admitted = [this](Applicant const& applicant)
    { return parameters_.naturalization.queue(where_, life_.origin, applicant).has_value(); };
    return means().cover(citizenship_cost() + living()) && is_admitted(applicant_at_best()) &&
           is_admitted(applicant());
}

double LifeAbroad::citizenship_queue() const
{
    return parameters_.naturalization.queue(where_, life_.origin, applicant()).value_or(0.0);
}

// Part of the horizon for which a right is sure.
double LifeAbroad::part_secure() const
{
    bool const has_end = status_.work_right == WorkRight::permit ||
                         status_.work_right == WorkRight::temporary_resident || believes_in_right();
    if (!has_end) return status_.work_right == WorkRight::none ? 0.0 : 1.0;
    double const left = persons_[person_].permit_end - stamp(society_.month);
    return std::clamp(left / parameters_.value.horizon(life_.aim), 0.0, 1.0);
}

// Those who hold it have what it is worth beside its money.
double LifeAbroad::worth_of_residence() const
{
    bool const resident = status_.work_right == WorkRight::temporary_resident ||
                          status_.work_right == WorkRight::permanent_resident;
    double const attachment = Kopecks(persons_[person_].attachment).roubles();
    return resident ? parameters_.residence_choice.beside_money(attachment) : 0.0;
}

double LifeAbroad::value_as_foreigner() const
{
    double const secure = part_secure();
    double const now = value_now() + worth_of_residence();
    if (secure == 1.0) return now;
    double const with_right =
        moves_freely()
            ? 1.0
            : society_.world.regular_share[index(persons_[person_].origin)][index(place_)];
    double const later =
        with_right * value_of_law() + (1.0 - with_right) * (money(prospects_.irregular()) - norm());
    return secure * now + (1.0 - secure) * later;
}

// An offer that ends before the queue does is worth nothing.
bool LifeAbroad::offer_outlasts_queue() const
{
    if (persons_[person_].offer_end == never) return false;
    double const paperwork =
        parameters_.naturalization.dual[at_] ? 0.0 : parameters_.consulate.paperwork_delay;
    double const queue = citizenship_queue() + paperwork;
    return persons_[person_].offer_end - stamp(society_.month) >= queue;
}

Citizenship LifeAbroad::citizenship() const
{
    std::size_t const region = index(persons_[person_].origin);
    double const net = offer_outlasts_queue() ? prospects_.citizen_by_offer(citizenship_cost())
                                              : prospects_.citizen(citizenship_cost());
    return {.value_of_money = money(net),
            .naturalized_share = society_.world.naturalized_share[region][index(place_)],
            .attachment = Kopecks(persons_[person_].attachment).roubles(),
            .dual = parameters_.naturalization.dual[at_],
            .unrest = parameters_.unrest.at(persons_[person_].origin)};
}

// On arrival, and when the passport has run out.
bool LifeAbroad::may_see_consulate() const
{
    bool const arrived = persons_[person_].arrival == stamp(society_.month - 1);
    bool const renews = !has_passport() && persons_[person_].passport_ready == never;
    return status_.foreign() && ((arrived && persons_[person_].at_consulate == 0) || renews);
}

double LifeAbroad::benefit_of_consulate() const
{
    ConsulateLaw const& consulate = parameters_.consulate;
    double const horizon = parameters_.value.horizon(life_.aim);
    double const ban = parameters_.sanctions.expected_ban(where_, horizon);
    double const helped =
        life_.perceived_risk * consulate.help.value() * ban * prospects_.forgone();
    if (has_passport()) return helped - consulate.registration_fee.roubles() / horizon;
    Kopecks const fees = consulate.registration_fee + consulate.passport_fee;
    double const law_is_open = std::max(0.0, value_of_law() - value_of_nothing());
    return helped + law_is_open - fees.roubles() / horizon;
}
}  // namespace kochmon
