// SPDX-License-Identifier: MIT
#include "agents/options/life_abroad.hpp"

#include <algorithm>
#include <optional>

#include "agents/options/help_on_return.hpp"

namespace kochmon
{
LifeAbroad::LifeAbroad(Society const& society, Population const& population, std::size_t person,
                       Lists lists)
    : society_(society),
      parameters_(society.parameters),
      population_(population),
      persons_(population.persons),
      person_(person),
      place_(persons_.place[person]),
      where_(jurisdiction_of(place_)),
      at_(index(where_)),
      status_(persons_.status(person)),
      lists_(lists),
      ties_(ties_here(society, population, person)),
      life_(circumstances()),
      prospects_(life_, parameters_)
{
}

Means LifeAbroad::means() const
{
    return means_.of([this] { return means_of(society_, population_, person_, ties_); });
}

Circumstances LifeAbroad::circumstances() const
{
    Region const origin = persons_[person_].origin;
    bool const employed = status_.employed();
    double const unmet = unmet_of(society_, origin, place_, ties_);
    return {.place = place_,
            .origin = origin,
            .pay = pay_abroad(society_, persons_, person_),
            .employed = employed,
            .contract = has_contract(persons_, person_),
            .client = persons_[person_].client != 0,
            .in_household = chance_of_household(society_, persons_, person_),
            .weakness = weakness_of(society_, persons_, person_, unmet),
            .living = living().roubles(),
            .chance_of_work = employed ? 1.0 : chance_of_work_at(parameters_, place_, unmet),
            .one_off_cost = 0.0,
            .perceived_risk = persons_[person_].perceived_risk,
            .income_at_home = income_at_home(
                parameters_.markets, origin, persons_.wage_job[person_] != 0,
                persons_[person_].wage_factor, society_.world.income_level[index(origin)]),
            .aim = persons_[person_].aim};
}

// Unrest takes from it, help on return adds to it, and so does having what one came for.
double LifeAbroad::changed_at_home() const
{
    HelpOnReturn const help = help_on_return(parameters_, persons_, person_, society_.month);
    return help.per_month(parameters_.value.horizon(life_.aim)) -
           parameters_.unrest.at(persons_[person_].origin) +
           parameters_.savings_target.value_of_home(life_.aim, Kopecks(persons_[person_].sent),
                                                    Kopecks(persons_[person_].cash));
}

// What irregularity costs beside money, among one's own people too.
double LifeAbroad::norm() const
{
    std::size_t const region = index(persons_[person_].origin);
    return parameters_.status.cost_of_irregularity(
        society_.world.regular_share[region][index(place_)]);
}

// On an overstayer who leaves the border may set a ban; a deceived client does not know.
BanFeared LifeAbroad::ban_for_overstay() const
{
    bool const deceived = status_.papers == Papers::forged_unknowingly;
    if (status_.presence != Presence::overstayed || deceived) return {};
    int const overstayed = society_.month.since_1900() - persons_[person_].stay_end;
    return {.chance = parameters_.exit_bans.chance[at_].value(),
            .months = parameters_.exit_bans.ban_months(where_, overstayed)};
}

// Who was fined again may be on the list already.
BanFeared LifeAbroad::ban_for_repetition() const
{
    if (!status_.foreign()) return {};
    return {.chance = parameters_.repeat_bans.chance[at_].value(),
            .months = parameters_.repeat_bans.months_left(where_, persons_[person_].fined_again,
                                                          society_.month)};
}

double LifeAbroad::fear_of_the_border() const
{
    double const horizon = parameters_.value.horizon(life_.aim);
    double const months = feared_months(ban_for_overstay(), ban_for_repetition(), horizon);
    return months == 0.0 ? 0.0 : months / horizon * prospects_.forgone();
}

double LifeAbroad::value_of_home() const
{
    double const settled_here = status_.foreign() ? 0.0 : parameters_.return_home.settlement;
    return money(life_.income_at_home) + Kopecks(persons_[person_].attachment).roubles() -
           settled_here - parameters_.return_home.sunk_cost - fear_of_the_border() +
           changed_at_home();
}

bool LifeAbroad::may_move_on() const
{
    bool const bound = status_.work_right == WorkRight::permit ||
                       status_.work_right == WorkRight::temporary_resident ||
                       status_.work_right == WorkRight::permanent_resident;
    bool const waits = believes_in_right() || persons_[person_].queue_end != never;
    return !status_.employed() && !bound && !waits;
}

bool LifeAbroad::right_ends() const
{
    bool const has_end = status_.work_right == WorkRight::permit ||
                         status_.work_right == WorkRight::temporary_resident;
    return has_end && !moves_freely() && persons_[person_].permit_end == stamp(society_.month);
}

bool LifeAbroad::chooses_status() const
{
    if (believes_in_right()) return false;
    if (status_.work_right == WorkRight::none || right_ends()) return true;
    return status_.work_right == WorkRight::free_movement &&
           status_.presence == Presence::permitted;
}

bool LifeAbroad::within_law() const
{
    return status_.presence_lawful() && !moves_freely();
}

bool LifeAbroad::in_amnesty() const
{
    bool const outside_law =
        status_.presence == Presence::overstayed || status_.papers == Papers::forged_knowingly;
    return parameters_.amnesty.open[at_] && outside_law;
}

Kopecks LifeAbroad::permit_payment(Scheme scheme) const
{
    Kopecks const first = parameters_.permits.of(scheme).first_payment(place_, life_.origin);
    return in_amnesty() ? first + parameters_.amnesty.cost[at_] : first;
}

bool LifeAbroad::in_quota(Scheme scheme) const
{
    return parameters_.permits.of(scheme).quota[at_] && !in_amnesty();
}

bool LifeAbroad::permit_is_lawful(Scheme scheme) const
{
    PermitLaw const& law = parameters_.permits.of(scheme);
    bool const asks = within_law() && (lists_ == Lists::open || !law.quota[at_]);
    return prospects_.may_have(scheme) && has_passport() && (asks || in_amnesty());
}

// A permit is for those within the law, or in an amnesty, who can pay and live a month on.
bool LifeAbroad::permit_is_open(Scheme scheme) const
{
    return permit_is_lawful(scheme) && means().cover(permit_payment(scheme) + living());
}

double LifeAbroad::value_with_permit(Scheme scheme, Employers employers) const
{
    return money(prospects_.with_permit(scheme, employers)) -
           (1.0 - prospects_.reach(employers)) * norm();
}

double LifeAbroad::value_with_permit(Scheme scheme) const
{
    return value_with_permit(scheme, parameters_.permits.of(scheme).employers[at_]);
}

// Of the best permit that is given here; where none is, of what one would be worth.
double LifeAbroad::value_of_law() const
{
    if (moves_freely()) return money(prospects_.legal());
    std::optional<double> best;
    for (Scheme const scheme : all_schemes)
    {
        if (!prospects_.may_have(scheme)) continue;
        double const worth = value_with_permit(scheme);
        best = std::max(best.value_or(worth), worth);
    }
    return best ? *best : value_with_permit(Scheme::permit);
}

bool LifeAbroad::intermediary_is_lawful() const
{
    return society_.corridor().has_whole_law(where_) && prospects_.may_have(Scheme::permit) &&
           has_passport() && within_law() && lists_ == Lists::open;
}

bool LifeAbroad::intermediary_is_open() const
{
    return intermediary_is_lawful() &&
           means().cover(parameters_.intermediaries.price[at_] + living());
}

bool LifeAbroad::registration_is_lawful() const
{
    return has_passport() && status_.presence == Presence::permitted;
}

bool LifeAbroad::registration_is_open() const
{
    return registration_is_lawful() && means().cover(parameters_.registration.fee[at_]);
}

bool LifeAbroad::forged_card_is_open() const
{
    return society_.corridor().has_whole_law(where_) && status_.papers == Papers::genuine &&
           status_.work_right == WorkRight::none && !moves_freely() &&
           means().cover(parameters_.forgery.card_price[at_]);
}

// Worth while only when the stay runs out, or has.
bool LifeAbroad::re_entry_is_open() const
{
    return parameters_.stay.re_entry[at_] && status_.work_right == WorkRight::none &&
           !moves_freely() && has_passport() &&
           persons_[person_].stay_end <= stamp(society_.month) &&
           means().cover(parameters_.stay.re_entry_cost[at_]);
}

double LifeAbroad::value_with_forged_card(Kopecks price) const
{
    return money(prospects_.forged_card(price)) - norm() - parameters_.status.crime_cost;
}

double LifeAbroad::value_of_nothing() const
{
    if (status_.papers == Papers::forged_knowingly) return value_with_forged_card(Kopecks{});
    bool const unregistered = status_.presence == Presence::permitted;
    return money(unregistered ? prospects_.nothing() : prospects_.irregular()) - norm();
}

StatusOffers LifeAbroad::status_offers() const
{
    StatusOffers offers;
    offers.offer(StatusPlan::nothing, value_of_nothing());
    for (Scheme const scheme : all_schemes)
        if (permit_is_open(scheme)) offers.offer(plan_of(scheme), value_with_permit(scheme));
    if (intermediary_is_open())
        offers.offer(StatusPlan::intermediary, money(prospects_.through_intermediary()));
    double const norm_of_registered = moves_freely() ? 0.0 : norm();
    if (registration_is_open())
        offers.offer(StatusPlan::registered_only,
                     money(prospects_.registered_only()) - norm_of_registered);
    if (forged_card_is_open())
        offers.offer(StatusPlan::forged_card,
                     value_with_forged_card(parameters_.forgery.card_price[at_]));
    if (re_entry_is_open())
        offers.offer(StatusPlan::re_entry,
                     money(prospects_.re_entry()) - norm() - fear_of_the_border());
    return offers;
}

StatusOffers LifeAbroad::ways_into_law(StatusOffers const& offers) const
{
    StatusOffers ways;
    ways.close(StatusPlan::nothing);
    auto const open = [&](StatusPlan plan, auto const& worth)
    { ways.offer(plan, offers.is_open(plan) ? offers.value_of(plan) : worth()); };
    for (Scheme const scheme : all_schemes)
        if (permit_is_lawful(scheme) && prospects_.reach(scheme) > 0.0)
            open(plan_of(scheme), [&] { return value_with_permit(scheme); });
    if (intermediary_is_lawful())
        open(StatusPlan::intermediary, [&] { return money(prospects_.through_intermediary()); });
    if (moves_freely() && registration_is_lawful())
        open(StatusPlan::registered_only, [&] { return money(prospects_.registered_only()); });
    return ways;
}

// Any plan but nothing ends the decisions: who had a status to choose and comes here has chosen
// that, also where a right holds to the end of this month.
double LifeAbroad::value_now() const
{
    if (chooses_status()) return value_of_nothing();
    switch (status_.work_right)
    {
        case WorkRight::citizen:
            return money(prospects_.citizen(Kopecks{}));
        case WorkRight::temporary_resident:
        case WorkRight::permanent_resident:
            return money(prospects_.resident(Kopecks{}, 1));
        case WorkRight::permit:
            return value_with_permit(persons_[person_].scheme, persons_[person_].permit_for);
        default:  // free movement, or belief in a right
            return money(prospects_.legal());
    }
}
}  // namespace kochmon
