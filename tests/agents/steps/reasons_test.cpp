// SPDX-License-Identifier: MIT
#include "agents/steps/reasons.hpp"

#include <gtest/gtest.h>

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyz_tally.hpp"

// Lives without a permit cost nothing here, so that means close the ways into the law alone; nobody
// lends and no household gives, so that cash is all there is.
namespace kochmon::steps
{
namespace
{
std::vector<std::string> only_law_costs()
{
    // Without fear and with much chance many want no permit.
    std::vector<std::string> set = {"rules.status.fear=0 RUB/month",
                                    "rules.status.noise=4670 RUB/month",
                                    "rules.liquidity.credit=0 RUB",
                                    "rules.liquidity.purse_share=0 %",
                                    "jurisdictions.russia.forged_cards.price=0 RUB",
                                    "jurisdictions.russia.re_entry.cost=0 RUB"};
    for (std::string const& fee : tests::everywhere("jurisdictions", "registration.fee=0 RUB"))
        set.push_back(fee);
    return set;
}

class ReasonLeft : public testing::Test
{
  protected:
    ReasonLeft()
        : scenario_(
              tests::TestWorld{.persons = "5000", .months = 6, .set = only_law_costs()}.scenario()),
          simulation_(scenario_, synthesize(scenario_), 0, {workers_, {}}),
          persons(simulation_.population().persons)
    {
        for (int month = 0; month < 5; ++month) simulation_.advance();
    }

    Society const& society() const { return simulation_.society(); }
    ChoiceNoise noise(std::size_t person) const
    {
        return society().noise(persons.subject(person), DecisionPoint::status_choice);
    }
    LifeAbroad life(std::size_t person) const
    {
        return {society(), simulation_.population(), person, Lists::open};
    }
    StatusPlan choice(std::size_t person) const
    {
        return choose_status(society().parameters.status, society().parameters.value.kernel,
                             life(person).status_offers(), noise(person));
    }
    std::optional<Irregularity> reason(std::size_t person) const
    {
        StatusOffers const offers = life(person).status_offers();
        StatusChoice choice(society().parameters.status, society().parameters.value.kernel,
                            noise(person));
        choice.offer(offers);
        return reason_left(life(person), {offers, choice.chosen(), choice});
    }
    // Whether the choice leads into the law: a patent does where it is for the work.
    bool chooses_law(std::size_t person) const
    {
        return life(person).ways_into_law().is_open(choice(person));
    }
    // Or whether the choice is a permit for the sake of the stay alone.
    bool chooses_stay(std::size_t person) const
    {
        return is_by_oneself(choice(person)) && !chooses_law(person);
    }
    // Those who choose a status and to whom a permit is open but for its price.
    std::vector<std::size_t> deciding() const
    {
        std::vector<std::size_t> found;
        for (std::size_t person = 0; person < persons.size(); ++person)
            if (persons.abroad(person) && !persons.status(person).held() &&
                life(person).chooses_status() &&
                life(person).ways_into_law().is_open(StatusPlan::permit))
                found.push_back(person);
        return found;
    }

    Workers workers_{1};
    Scenario scenario_;
    Simulation simulation_;
    Persons& persons;
};
}  // namespace

TEST_F(ReasonLeft, who_would_choose_a_permit_with_money_and_has_none_could_not_pay)
{
    int could_not_pay = 0;
    int did_not_want = 0;
    for (std::size_t const person : deciding())
    {
        persons[person].cash = 100'000'000;
        if (chooses_stay(person)) continue;
        bool const wants_in = chooses_law(person);
        auto const left_to_the_rich = reason(person);
        persons[person].cash = 0;
        bool const right_ends = life(person).right_ends();
        ASSERT_FALSE(chooses_law(person));
        auto const without = right_ends ? Irregularity::let_lapse : Irregularity::did_not_want;
        EXPECT_EQ(left_to_the_rich, wants_in ? std::nullopt : std::optional(without));
        EXPECT_EQ(reason(person), wants_in ? Irregularity::could_not_pay : without);
        ++(wants_in ? could_not_pay : did_not_want);
    }
    EXPECT_GT(could_not_pay, 10);
    EXPECT_GT(did_not_want, 10);
}

TEST_F(ReasonLeft, is_nothing_new_where_no_way_into_the_law_was_open)
{
    int overstayed = 0;
    for (std::size_t const person : deciding())
    {
        if (persons[person].work_right != WorkRight::none) continue;
        persons[person].presence = Presence::overstayed;
        persons[person].cash = 0;
        EXPECT_EQ(reason(person), std::nullopt);
        persons[person].cash = 100'000'000;
        EXPECT_EQ(reason(person), std::nullopt);
        ++overstayed;
    }
    EXPECT_GT(overstayed, 10);
}

TEST_F(ReasonLeft, in_the_last_month_of_a_right_it_is_let_lapse)
{
    int lapsing = 0;
    for (std::size_t const person : deciding())
    {
        persons[person].cash = 100'000'000;
        if (chooses_law(person)) continue;
        persons[person].work_right = WorkRight::permit;
        persons[person].presence = Presence::registered;
        persons[person].papers = Papers::genuine;
        persons[person].permit_end = stamp(society().month);
        if (chooses_law(person)) continue;
        EXPECT_EQ(reason(person), Irregularity::let_lapse);
        ++lapsing;
    }
    EXPECT_GT(lapsing, 10);
}

// What irregular workers are at the end of some months, under levers that leave one reason or none.
namespace
{
struct Reasons
{
    std::int64_t of(Count kind) const { return last.total(kind); }
    std::int64_t irregular() const
    {
        return of(Count::foreign_workers) - of(Count::regular_workers);
    }
    Tally last = kyrgyz_tally();
};

Reasons reasons_after(int months, std::vector<std::string> set)
{
    return {
        tests::run(
            tests::TestWorld{.persons = "8000", .months = months, .set = std::move(set)}.scenario())
            .months.back()};
}

std::vector<std::string> joined(std::vector<std::string> set, std::vector<std::string> const& more)
{
    set.insert(set.end(), more.begin(), more.end());
    return set;
}

std::vector<std::string> in_russia(std::string const& rest)
{
    return {"destinations.moscow." + rest, "destinations.st_petersburg." + rest,
            "destinations.rest_of_russia." + rest};
}

std::vector<std::string> free_movement()
{
    return joined(tests::everywhere("jurisdictions", "regime=free_movement"),
                  {"rules.work.contract_offer=0 %/month"});
}
}  // namespace

TEST(Reasons, a_quota_without_places_refuses_and_none_refuses_nobody)
{
    Reasons const closed = reasons_after(8, in_russia("permit_quota.places=0 persons/year"));
    Reasons const open = reasons_after(8, in_russia("permit_quota.applies=false"));
    EXPECT_GT(closed.of(Count::irregular_refused_by_quota), closed.irregular() / 20);
    EXPECT_EQ(open.of(Count::irregular_refused_by_quota), 0);
}

TEST(Reasons, a_permit_that_is_worth_its_price_but_dear_at_once_cannot_be_paid)
{
    auto const dear = [](std::string const& fee)
    {
        return joined(in_russia("permit_quota.applies=false"),
                      {"jurisdictions.russia.permit.fee=" + fee + " RUB",
                       "jurisdictions.russia.permit.duration=60 months",
                       "jurisdictions.russia.intermediaries.price=500000 RUB",
                       "rules.liquidity.credit=0 RUB", "rules.liquidity.purse_share=0 %"});
    };
    Reasons const at_once = reasons_after(8, dear("120000"));
    Reasons const cheap = reasons_after(8, dear("0"));
    EXPECT_GT(at_once.of(Count::irregular_could_not_pay), at_once.irregular() / 10);
    EXPECT_LT(cheap.of(Count::irregular_could_not_pay),
              at_once.of(Count::irregular_could_not_pay) / 2);
}

TEST(Reasons, intermediaries_who_forge_deceive)
{
    std::string const forged = "jurisdictions.russia.intermediaries.forged=";
    EXPECT_GT(reasons_after(8, {forged + "100 %"}).of(Count::irregular_deceived), 0);
    EXPECT_EQ(reasons_after(8, {forged + "0 %"}).of(Count::irregular_deceived), 0);
}

TEST(Reasons, who_pays_no_attention_has_not_reconsidered)
{
    Reasons const inattentive = reasons_after(2, {"rules.attention.abroad=0 %/month"});
    Reasons const attentive = reasons_after(2, {"rules.attention.abroad=100 %/month"});
    EXPECT_GT(inattentive.of(Count::irregular_never_reconsidered),
              attentive.of(Count::irregular_never_reconsidered));
}

TEST(Reasons, free_movement_leaves_the_contract_and_the_registration_alone)
{
    Reasons const free = reasons_after(8, free_movement());
    EXPECT_GT(free.of(Count::irregular_no_contract), free.irregular() / 2);
    for (Count const of_permits :
         {Count::irregular_refused_by_quota, Count::irregular_let_lapse, Count::irregular_banned,
          Count::irregular_deceived, Count::irregular_awaiting_permit})
        EXPECT_EQ(free.of(of_permits), 0) << index(of_permits);
}

TEST(Reasons, under_free_movement_the_price_of_registration_is_what_cannot_be_paid)
{
    auto const registered_for = [](std::string const& fee)
    {
        return joined(joined(free_movement(),
                             {"rules.liquidity.credit=0 RUB", "rules.liquidity.purse_share=0 %"}),
                      tests::everywhere("jurisdictions", "registration.fee=" + fee + " RUB"));
    };
    EXPECT_EQ(reasons_after(8, registered_for("0")).of(Count::irregular_could_not_pay), 0);
    EXPECT_GT(reasons_after(8, registered_for("30000")).of(Count::irregular_could_not_pay), 0);
}

TEST(Reasons, entry_closed_to_those_fined_again_makes_banned)
{
    auto const closed = [](std::string const& chance)
    {
        return reasons_after(
            18, {"law.checks.hazard=20 %/month", "jurisdictions.russia.repeat_ban.chance=" + chance,
                 "jurisdictions.russia.exit_ban.chance=0 %"});
    };
    EXPECT_GT(closed("100 %").of(Count::irregular_banned),
              closed("0 %").of(Count::irregular_banned));
    EXPECT_EQ(closed("0 %").of(Count::irregular_banned), 0);
}

TEST(Reasons, red_tape_keeps_waiting)
{
    std::string const delay = "jurisdictions.russia.permit.red_tape=";
    EXPECT_GT(reasons_after(8, {delay + "75 days"}).of(Count::irregular_awaiting_permit), 0);
    std::vector<std::string> const at_once =
        joined(tests::everywhere("jurisdictions", "permit.red_tape=0 days"),
               {"jurisdictions.russia.patent.red_tape=0 days",
                "jurisdictions.russia.highly_skilled.red_tape=0 days"});
    EXPECT_EQ(reasons_after(8, at_once).of(Count::irregular_awaiting_permit), 0);
}

TEST(Reasons, a_permit_that_cannot_be_paid_on_lapses_for_want_of_money)
{
    auto const with_credit = [](std::string const& credit)
    {
        return joined(in_russia("permit_quota.applies=false"),
                      {"jurisdictions.russia.permit.payment=monthly",
                       "jurisdictions.russia.permit.duration=60 months",
                       "rules.liquidity.credit=" + credit + " RUB"});
    };
    EXPECT_GT(reasons_after(8, with_credit("0")).of(Count::irregular_could_not_pay),
              3 * reasons_after(8, with_credit("1000000")).of(Count::irregular_could_not_pay));
}

TEST(Reasons, a_patent_for_households_leaves_some_beyond_it_and_one_for_all_nobody)
{
    auto const patent_for = [](std::string const& employers)
    {
        return reasons_after(8, {"jurisdictions.russia.patent.employers=" + employers,
                                 "jurisdictions.russia.highly_skilled.open=false"})
            .of(Count::irregular_beyond_permit);
    };
    EXPECT_GT(patent_for("households"), 0);
    EXPECT_EQ(patent_for("all"), 0);
}

TEST(Reasons, short_permits_are_let_lapse)
{
    auto const of_months = [](std::string const& duration)
    { return reasons_after(10, {"jurisdictions.russia.permit.duration=" + duration + " months"}); };
    EXPECT_GT(of_months("3").of(Count::irregular_let_lapse),
              of_months("60").of(Count::irregular_let_lapse));
}

// The reasons tell of decisions and take part in none: whatever stood there before, lives are the
// same.
TEST(Reasons, no_life_depends_on_them)
{
    Scenario const scenario = tests::TestWorld{.persons = "5000", .months = 12}.scenario();
    Workers const workers(1);
    Population other = synthesize(scenario);
    for (Person& person : other.persons.records) person.irregular_because = Irregularity::let_lapse;
    Simulation told(scenario, synthesize(scenario), 0, {workers, {}});
    Simulation other_told(scenario, std::move(other), 0, {workers, {}});
    told.run();
    other_told.run();
    EXPECT_EQ(told.population().persons.column(&Person::cash),
              other_told.population().persons.column(&Person::cash));
    EXPECT_EQ(told.population().persons.column(&Person::presence),
              other_told.population().persons.column(&Person::presence));
    EXPECT_EQ(told.population().persons.column(&Person::perceived_risk),
              other_told.population().persons.column(&Person::perceived_risk));
    EXPECT_EQ(told.population().persons.must_decide, other_told.population().persons.must_decide);
    EXPECT_NE(told.population().persons.column(&Person::irregular_because),
              other_told.population().persons.column(&Person::irregular_because));
}
}  // namespace kochmon::steps
