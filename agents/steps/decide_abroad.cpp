// SPDX-License-Identifier: MIT
#include "engine/contract.hpp"

#include "agents/options/destinations.hpp"
#include "agents/steps/applications.hpp"
#include "agents/steps/decisions.hpp"
#include "agents/steps/reasons.hpp"
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
namespace
{
/// What other destinations offer to one person abroad. Who overstayed, or was fined again, fears
/// every border.
class OffersElsewhere final : public OffersOf
{
  public:
    OffersElsewhere(Destinations const& destinations, LifeAbroad const& life)
        : destinations_(destinations), life_(life)
    {
    }

    std::optional<double> most_value(Place place) override
    {
        there_ = destinations_.outlook(place);
        if (!there_) return std::nullopt;
        return destinations_.most_value(*there_) - fear(place);
    }
    Offer offer(Place place) override
    {
        EXPECT(there_ && there_->life.place == place);
        Offer offer = destinations_.best_way(*there_).offer;
        offer.value -= fear(place);
        return offer;
    }

  private:
    double fear(Place place) const
    {
        return jurisdiction_of(place) == life_.where() ? 0.0 : life_.fear_of_the_border();
    }

    Destinations destinations_;
    LifeAbroad const& life_;
    std::optional<Destinations::Outlook> there_;  // asked for last
};

/// One person abroad who reconsiders: stay or return; on staying, with papers or without; with none
/// to buy, residence or citizenship.
class Reconsidering
{
  public:
    Reconsidering(Society const& society, Piece& piece, std::size_t person, Lists lists)
        : society_(society),
          piece_(piece),
          person_(person),
          life_(society, piece.population(), person, lists)
    {
    }

    void decide()
    {
        bool const chooses_status = life_.chooses_status();
        StatusOffers const offers = chooses_status ? life_.status_offers() : StatusOffers{};
        double const staying = chooses_status ? offers.best() : life_.value_now();
        Place const next = where_to_live(staying);
        if (next == Place::home) return intend({.act = Act::come_home});
        if (next != life_.place()) return move_on(next);
        if (life_.may_see_consulate()) consider_consulate();
        if (chooses_status && choose_plan(offers) != StatusPlan::nothing) return;
        if (life_.may_seek_citizenship() && consider_citizenship()) return;
        if (life_.may_seek_residence()) consider_residence();
    }

  private:
    Persons const& persons() const { return piece_.population().persons; }
    SubjectKey subject() const { return persons().subject(person_); }
    ChoiceNoise noise(DecisionPoint point) const
    {
        return society_.noise(subject(), point).remembered_in(piece_.noise_memory());
    }

    // Who has no work looks at other destinations too.
    Place where_to_live(double staying) const
    {
        std::optional<OffersElsewhere> elsewhere;
        if (life_.may_move_on())
            elsewhere.emplace(Destinations(society_, piece_.population(), person_, Lists::closed),
                              life_);
        return choose_where_to_live(
            society_.parameters.return_home, society_.parameters.value.kernel,
            {.here = life_.place(), .staying = staying, .home = life_.value_of_home()},
            elsewhere ? &*elsewhere : nullptr, noise(DecisionPoint::return_home));
    }

    void move_on(Place next)
    {
        Destinations const destinations(society_, piece_.population(), person_, Lists::closed);
        enter(society_, piece_, destinations.intent(next, Act::move_on, Why::own_choice));
    }

    void intend(Intent intent)
    {
        intent.household = persons()[person_].household;
        intent.person = static_cast<std::uint32_t>(person_);
        intent.place = life_.place();
        intent.credit = life_.means().credit;
        enter(society_, piece_, intent);
    }
    void pay_for(Act act, Kopecks amount)
    {
        intend({.act = act, .amount = amount, .needed = amount});
    }

    StatusPlan choose_plan(StatusOffers const& offers)
    {
        StatusChoice choice(society_.parameters.status, society_.parameters.value.kernel,
                            noise(DecisionPoint::status_choice));
        choice.offer(offers);
        StatusPlan const plan = choice.chosen();
        Irregularity& because = piece_.population().persons[person_].irregular_because;
        because = reason_left(life_, {offers, plan, choice}).value_or(because);
        follow(plan);
        return plan;
    }

    void follow(StatusPlan plan)
    {
        ModelParameters const& law = society_.parameters;
        std::size_t const where = index(life_.where());
        switch (plan)
        {
            case StatusPlan::permit:
                return buy_permit(Scheme::permit);
            case StatusPlan::patent:
                return buy_permit(Scheme::patent);
            case StatusPlan::highly_skilled:
                return buy_permit(Scheme::highly_skilled);
            case StatusPlan::intermediary:
                return see_intermediary();
            case StatusPlan::registered_only:
                return pay_for(Act::register_stay, law.registration.fee[where]);
            case StatusPlan::forged_card:
                return pay_for(Act::buy_forged_card, law.forgery.card_price[where]);
            case StatusPlan::re_entry:
                return pay_for(Act::leave_and_re_enter, law.stay.re_entry_cost[where]);
            case StatusPlan::nothing:
                return;
        }
    }

    void buy_permit(Scheme scheme)
    {
        Kopecks const payment = life_.permit_payment(scheme);
        intend({.act = Act::buy_permit,
                .why = life_.in_amnesty() ? Why::by_amnesty : Why::own_choice,
                .scheme = scheme,
                .amount = payment,
                .needed = payment + life_.living(),
                .list = life_.in_quota(scheme) ? Scarce::permit : Scarce::nothing});
    }

    // Who hands out forged papers needs no place in the quota.
    void see_intermediary()
    {
        IntermediaryLaw const& law = society_.parameters.intermediaries;
        double const u = society_.draws().uniform(subject(), block(DecisionPoint::forgery));
        bool const deceived = law.forges(life_.where(), u);
        Kopecks const price = law.price[index(life_.where())];
        intend({.act = Act::buy_permit,
                .why = deceived ? Why::deceived : Why::by_intermediary,
                .amount = price,
                .needed = price + life_.living(),
                .list = !deceived && life_.in_quota(Scheme::permit) ? Scarce::permit
                                                                    : Scarce::nothing});
    }

    bool consider_citizenship()
    {
        Answer const choice = choose_naturalization(society_.parameters.naturalization_choice,
                                                    life_.value_as_foreigner(), life_.citizenship(),
                                                    noise(DecisionPoint::naturalization_choice));
        if (choice == Answer::no) return false;
        Kopecks const cost = life_.citizenship_cost();
        intend({.act = Act::seek_citizenship,
                .amount = cost,
                .needed = cost + life_.living(),
                .list = Scarce::citizenship,
                .queue = life_.citizenship_queue()});
        return true;
    }

    void consider_residence()
    {
        Answer const choice =
            choose_residence(society_.parameters.residence_choice, life_.settling(),
                             noise(DecisionPoint::residence_choice));
        if (choice == Answer::no) return;
        Kopecks const fee = life_.residence_fee();
        intend({.act = Act::seek_residence,
                .amount = fee,
                .needed = fee + life_.living(),
                .list = life_.residence_list(),
                .permanent = life_.residence_sought() == Scarce::permanent_residence});
    }

    // Who is registered there renews a passport without a second thought.
    void consider_consulate()
    {
        bool const known = persons()[person_].at_consulate != 0;
        Answer const choice = known ? Answer::yes
                                    : choose_consulate(society_.parameters.consular_choice,
                                                       life_.benefit_of_consulate(),
                                                       noise(DecisionPoint::consular_choice));
        if (choice == Answer::no) return;
        ConsulateLaw const& law = society_.parameters.consulate;
        bool const valid = persons().passport_valid(person_, society_.month);
        Kopecks const registration = known ? Kopecks{} : law.registration_fee;
        pay_for(Act::see_consulate, valid ? registration : registration + law.passport_fee);
    }

    Society const& society_;
    Piece& piece_;
    std::size_t person_;
    LifeAbroad life_;
};
}  // namespace

void reconsider(Society const& society, Piece& piece, std::size_t person, Lists lists)
{
    Reconsidering(society, piece, person, lists).decide();
}

void decide_abroad(Society const& society, Piece& piece)
{
    Persons& persons = piece.population().persons;
    for (std::uint32_t const person : piece.abroad)
    {
        bool const attentive =
            piece.monthly_word(MonthlyLane::attention, person) < society.world.attention_abroad;
        if (!attentive && persons.must_decide[person] == 0) continue;
        bool const becomes_citizen = persons[person].queue_end == stamp(society.month);
        if (becomes_citizen || persons.status(person).held()) continue;
        persons.must_decide[person] = 0;
        reconsider(society, piece, person, Lists::open);
    }
}
}  // namespace kochmon::steps
