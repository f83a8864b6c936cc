// SPDX-License-Identifier: MIT
#include <algorithm>

#include "agents/person_money.hpp"
#include "agents/prospects.hpp"
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
namespace
{
/// One person abroad who reconsiders: stay or return; who stays, with papers or without.
class Reconsidering
{
  public:
    Reconsidering(Society const& society, Population const& population, std::size_t person)
        : society_(society),
          parameters_(society.parameters),
          population_(population),
          persons_(population.persons),
          person_(person),
          place_(persons_.place[person]),
          status_(persons_.status(person)),
          ties_(ties_of(society, population, person)[index(place_)]),
          life_(circumstances())
    {
    }

    std::optional<Intent> decide() const
    {
        bool const may_buy = permit_is_open() && means().cover(needed_for_permit());
        StayOrReturn const choice = choose_stay_or_return(
            parameters_.return_home, value_of_home(), value_of_staying(may_buy),
            society_.noise(subject(), DecisionPoint::return_home));
        if (choice == StayOrReturn::go_home) return intent(Act::come_home);
        if (!may_buy) return std::nullopt;
        StatusPlan const plan =
            choose_status(parameters_.status, value_of_legal(), value_of_irregular(),
                          society_.noise(subject(), DecisionPoint::status_choice));
        if (plan != StatusPlan::permit) return std::nullopt;
        return intent(Act::buy_permit);
    }

  private:
    SubjectKey subject() const { return persons_.subject(person_); }

    Circumstances circumstances() const
    {
        double const chance = status_.employed() ? 1.0 : chance_of_work(parameters_.ties, ties_);
        return {.place = place_,
                .origin = persons_.origin[person_],
                .pay = society_.world.wage[index(place_)] * persons_.wage_factor[person_],
                .chance_of_work = chance,
                .one_off_cost = 0.0,
                .perceived_risk = persons_.perceived_risk[person_],
                .income_at_home =
                    income_at_home(parameters_.markets, persons_.origin[person_],
                                   persons_.wage_job[person_] != 0, persons_.wage_factor[person_])};
    }

    // A permit is for those within the law; who holds one renews it in its last month.
    bool permit_is_open() const
    {
        if (status_.work_right == WorkRight::none) return status_.presence == Presence::permitted;
        return status_.work_right == WorkRight::permit &&
               persons_.permit_end[person_] == stamp(society_.month);
    }

    Kopecks fee() const { return parameters_.permit.fee_of(place_, persons_.origin[person_]); }
    Kopecks needed_for_permit() const { return fee() + parameters_.markets.living(place_); }
    Means means() const
    {
        HouseholdMeans const home = household_means(society_, population_, person_);
        Kopecks const owed = Kopecks(persons_.debt[person_]) + home.debt;
        return {.own = Kopecks(persons_.cash[person_]),
                .purse = home.purse,
                .credit = credit_limit(parameters_.liquidity, ties_, owed)};
    }

    double value_of_home() const
    {
        double const settled_here = status_.foreign() ? 0.0 : parameters_.return_home.settlement;
        return value_of_money(parameters_.value, life_.income_at_home) +
               Kopecks(persons_.attachment[person_]).roubles() - settled_here -
               parameters_.return_home.sunk_cost;
    }
    double value_of_legal() const
    {
        return value_of_money(parameters_.value, prospect(life_, parameters_).legal);
    }
    double value_of_irregular() const
    {
        std::size_t const region = index(persons_.origin[person_]);
        double const norm =
            parameters_.status.norm_cost * society_.world.regular_share[region][index(place_)];
        return value_of_money(parameters_.value, prospect(life_, parameters_).irregular) - norm;
    }
    double value_of_staying(bool may_buy) const
    {
        if (!status_.foreign())
            return value_of_money(parameters_.value, net_of_citizen(life_, parameters_));
        bool const keeps_permit = status_.work_right == WorkRight::permit && !permit_is_open();
        if (keeps_permit) return value_of_legal();
        if (!may_buy) return value_of_irregular();
        return std::max(value_of_legal(), value_of_irregular());
    }

    Intent intent(Act act) const
    {
        bool const permit = act == Act::buy_permit;
        return {.household = persons_.household[person_],
                .person = static_cast<std::uint32_t>(person_),
                .act = act,
                .place = place_,
                .amount = permit ? fee() : Kopecks{},
                .needed = permit ? needed_for_permit() : Kopecks{},
                .credit = permit ? means().credit : Kopecks{}};
    }

    Society const& society_;
    ModelParameters const& parameters_;
    Population const& population_;
    Persons const& persons_;
    std::size_t person_;
    Place place_;
    Status status_;
    double ties_;
    Circumstances life_;
};
}  // namespace

void decide_abroad(Society const& society, Piece& piece)
{
    Persons& persons = piece.population().persons;
    for (std::uint32_t const person : piece.abroad)
    {
        bool const attentive =
            piece.monthly_word(MonthlyLane::attention, person) < society.world.attention_abroad;
        if (!attentive && persons.must_decide[person] == 0) continue;
        if (persons.status(person).held()) continue;
        persons.must_decide[person] = 0;
        if (auto const intent = Reconsidering(society, piece.population(), person).decide())
            piece.tile().intents.push_back(*intent);
    }
}
}  // namespace kochmon::steps
