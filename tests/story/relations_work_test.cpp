// SPDX-License-Identifier: MIT
#include "tests/corridors/kyrgyzstan.hpp"
#include "tests/story/relations.hpp"

// Relations of work: exploitation, markets, vacancies, and jobs for citizens.
namespace kochmon
{
namespace
{
using namespace relations;

Settings no_exploitation()
{
    return {"rules.exploitation.hazard=0 %/month"};
}
Settings no_offers()
{
    return {"rules.citizen_offer.hazard=0 %/month"};
}
Settings no_elasticity()
{
    return {"markets.wage_elasticity=0", "markets.lodging_elasticity=0"};
}
Settings nobody_has_a_contract()
{
    return joined({no_offers(),
                   {"rules.work.contract_offer=0 %/month", "start.with_contract=0 %",
                    "destinations.south_korea.placement.places=0 persons/year"}});
}

Settings eager_citizens()
{
    return {"start.with_permit=100 %"};
}

// A wage for every destination, and one for every sector.
Settings wages(std::array<int, 6> const& of_places, double of_sectors)
{
    Settings set;
    for (Place const place : kyrgyz_corridor()->destinations())
        set.push_back("destinations." + kyrgyz_corridor()->name_of(place) +
                      ".wage=" + std::to_string(of_places[index(place) - 1]) + " RUB/month");
    for (std::string const& sector : sector_names)
        set.push_back("markets.sectors." + sector + ".wage=" + std::to_string(of_sectors));
    return set;
}

std::vector<Same> same_work()
{
    std::array<int, 6> const low{10'000, 9'000, 8'000, 7'000, 20'000, 9'000};
    std::array<int, 6> const high{20'000, 18'000, 16'000, 14'000, 40'000, 18'000};
    std::string const worth = "rules.exploitation.worth.";
    return {
        {"twice_the_wage_of_sectors_is_twice_that_of_destinations", wages(low, 2.0),
         wages(high, 1.0), wages(low, 1.0), wages(high, 1.0)},
        irrelevant({"pay_withheld_by_nobody",
                    no_exploitation(),
                    {worth + "pay_withheld=0 %"},
                    {worth + "pay_withheld=100 %"}}),
        irrelevant({"worth_of_overtime_that_nobody_does",
                    no_exploitation(),
                    {worth + "overtime=0 %"},
                    {worth + "overtime=100 %"}}),
        irrelevant({"complaints_without_a_contract",
                    nobody_has_a_contract(),
                    {"rules.exploitation.complaints.upheld=0 %"},
                    {"rules.exploitation.complaints.upheld=100 %"}}),
        irrelevant({"premium_of_jobs_that_are_not_offered",
                    no_offers(),
                    {"rules.citizen_offer.premium=0"},
                    {"rules.citizen_offer.premium=2"},
                    eager_citizens()}),
        irrelevant({"workers_of_other_origins_without_elasticity", no_elasticity(),
                    all_destinations("labour.other=0 persons"),
                    all_destinations("labour.other=5000000 persons")}),
        irrelevant({"reference_of_labour_without_elasticity", no_elasticity(),
                    all_destinations("labour.reference=1000 persons"),
                    all_destinations("labour.reference=5000000 persons")}),
    };
}

std::vector<Never> never_at_work()
{
    return {
        {.name = "no_exploitation_without_hazard",
         .law = no_exploitation(),
         .counts = {Count::unpaid_overtime, Count::pay_withheld, Count::other_work,
                    Count::exploited_irregular, Count::exploited_within_year},
         .flows = {Flow::pay_withheld},
         .instead = {Count::jobs_found}},
        {.name = "no_pay_recovered_without_complaints",
         .law = {"rules.exploitation.complaints.made=0 %"},
         .counts = {Count::complaints, Count::complaints_upheld},
         .flows = {Flow::pay_recovered},
         .usual = {"rules.exploitation.hazard=50 %/month", "start.with_permit=100 %"},
         .instead = {Count::pay_withheld}},
        {.name = "no_complaint_without_a_contract",
         .law = nobody_has_a_contract(),
         .counts = {Count::complaints},
         .usual = {"rules.exploitation.hazard=50 %/month", "start.with_permit=100 %"},
         .instead = {Count::pay_withheld}},
        {.name = "nobody_takes_a_job_that_is_not_offered",
         .law = joined({eager_citizens(), no_offers()}),
         .counts = {Count::offers_to_citizens, Count::offers_taken},
         .usual = joined({eager_citizens(), {"rules.citizen_offer.hazard=10 %/month"}}),
         .instead = {Count::naturalizations}},
        {.name = "no_work_without_vacancies_or_placement",
         .law = joined({all_destinations("vacancies=0"),
                        {"start.employed=0 %"},
                        all_destinations("placement.places=0 persons/year")}),
         .counts = {Count::jobs_found, Count::jobs_lost, Count::unpaid_overtime},
         .flows = {Flow::wages},
         .instead = {Count::searching}},
    };
}

std::vector<Less> less_at_work()
{
    auto const flow = [](Count kind)
    { return [kind](Sums const& sums) { return sums.flow(kind); }; };
    Settings const citizens = eager_citizens();
    Settings const often{"rules.citizen_offer.hazard=10 %/month"};
    Settings const lasting{"rules.citizen_offer.open=24 months"};
    Settings const offered = joined({often, lasting});
    return {
        {"a_half_of_the_vacancies_is_fewer_jobs_found",
         all_destinations("vacancies=0.5"),
         {},
         flow(Count::jobs_found)},
        {"new_jobs_as_safe_as_old_ones_are_lost_less",
         {"rules.work.new_job_loss=1"},
         {"rules.work.new_job_loss=4"},
         flow(Count::jobs_lost)},
        {"ties_protect",
         {"rules.exploitation.factors.many_ties=0"},
         {"rules.exploitation.factors.many_ties=1"},
         flow(Count::pay_withheld)},
        {"without_debt_no_weakness_of_debtors",
         {"rules.exploitation.factors.debt=0"},
         {"rules.exploitation.factors.debt=3"},
         flow(Count::unpaid_overtime)},
        {"clients_of_intermediaries_are_left_alone",
         {"rules.exploitation.factors.intermediary=0"},
         {"rules.exploitation.factors.intermediary=5"},
         flow(Count::unpaid_overtime)},
        {"russian_protects",
         {"rules.exploitation.factors.russian=0"},
         {"rules.exploitation.factors.russian=1"},
         flow(Count::unpaid_overtime)},
        {"time_in_the_job_protects",
         {"rules.exploitation.factors.new_job=1"},
         {"rules.exploitation.factors.new_job=4"},
         flow(Count::unpaid_overtime)},
        {"offers_soon_withdrawn_are_taken_less",
         joined({citizens, often, {"rules.citizen_offer.open=0 months"}}),
         joined({citizens, offered}), flow(Count::offers_taken)},
        {"offers_that_pay_nothing_more_naturalize_fewer",
         joined({citizens, offered, {"rules.citizen_offer.premium=0"}}),
         joined({citizens, offered, {"rules.citizen_offer.premium=2"}}),
         flow(Count::citizenship_sought)},
    };
}

class MetamorphicSameWork : public testing::TestWithParam<Same>
{
};
class MetamorphicNeverWork : public testing::TestWithParam<Never>
{
};
class MetamorphicLessWork : public testing::TestWithParam<Less>
{
};

// Who has work at the end of the first month.
std::vector<bool> at_work(Settings const& set)
{
    Scenario const scenario = tests::TestWorld{.months = 1, .set = set}.scenario();
    Workers const workers(1);
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
    simulation.advance();
    std::vector<bool> work;
    for (Person const& person : simulation.population().persons.records)
        work.push_back(person.contract != Contract::none);
    return work;
}

struct Purses
{
    std::vector<std::int32_t> of_persons;
    std::vector<std::int64_t> of_households;
    std::int64_t exploited = 0;

    bool same_money_as(Purses const& other) const
    {
        return of_persons == other.of_persons && of_households == other.of_households;
    }
};

Purses purses(Settings const& set)
{
    Scenario const scenario = world(set).scenario();
    Workers const workers(1);
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
    Sums sums;
    simulation.add(sums);
    simulation.run();
    Population const& population = simulation.population();
    return {population.persons.column(&Person::cash), population.households.cash,
            sums.flow(Count::pay_withheld)};
}

World last_world(Settings const& set)
{
    Scenario const scenario = world(set).scenario();
    Workers const workers(1);
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
    simulation.run();
    return simulation.society().world;
}
}  // namespace

TEST_P(MetamorphicSameWork, gives_the_same_months)
{
    expect(GetParam());
}
TEST_P(MetamorphicNeverWork, never_happens)
{
    expect(GetParam());
}
TEST_P(MetamorphicLessWork, happens_less)
{
    expect(GetParam());
}
INSTANTIATE_TEST_SUITE_P(Work, MetamorphicSameWork, testing::ValuesIn(same_work()), name_of<Same>);
INSTANTIATE_TEST_SUITE_P(Work, MetamorphicNeverWork, testing::ValuesIn(never_at_work()),
                         name_of<Never>);
INSTANTIATE_TEST_SUITE_P(Work, MetamorphicLessWork, testing::ValuesIn(less_at_work()),
                         name_of<Less>);

TEST(MetamorphicWork, more_vacancies_take_no_job_from_anybody_in_the_first_month)
{
    std::vector<bool> const usual = at_work({});
    std::vector<bool> const many = at_work(all_destinations("vacancies=1.5"));
    int more = 0;
    for (std::size_t row = 0; row < usual.size(); ++row)
    {
        EXPECT_GE(many[row], usual[row]);
        more += many[row] && !usual[row] ? 1 : 0;
    }
    EXPECT_GT(more, 0);
}

// Exploitation is an event; where all decide every month it changes nothing else.
TEST(MetamorphicWork, exploitation_that_costs_nothing_leaves_every_purse_alone)
{
    Settings const attentive{"rules.attention.abroad=100 %/month"};
    Settings const costless{"rules.exploitation.worth.overtime=0 %",
                            "rules.exploitation.worth.pay_withheld=0 %",
                            "rules.exploitation.worth.other_work=0 %"};
    Purses const without = purses(joined({attentive, no_exploitation()}));
    Purses const without_cost = purses(joined({attentive, costless}));
    EXPECT_GT(without_cost.exploited, 0);
    EXPECT_TRUE(without_cost.same_money_as(without));
    EXPECT_FALSE(purses(attentive).same_money_as(without));
}

TEST(MetamorphicWork, without_elasticity_wages_and_lodging_are_those_of_the_scenario)
{
    MarketParameters const markets = tests::baseline_parameters().markets;
    World const off = last_world(no_elasticity());
    World const on = last_world({});
    for (Place const place : kyrgyz_corridor()->destinations())
    {
        EXPECT_EQ(off.wage[index(place)], markets.wage[index(place)].roubles());
        EXPECT_EQ(off.believed_wage[index(place)], markets.wage[index(place)].roubles());
        EXPECT_EQ(off.first_bed[index(place)], markets.first_bed[index(place)]);
        EXPECT_EQ(off.living[index(place)],
                  markets.lodging[index(place)] + markets.food[index(place)]);
    }
    EXPECT_NE(on.wage[index(destinations::moscow)], off.wage[index(destinations::moscow)]);
    EXPECT_NE(on.living[index(destinations::moscow)], off.living[index(destinations::moscow)]);
}

TEST(MetamorphicWork, more_workers_of_other_origins_lower_wages_and_raise_lodging)
{
    World const usual = last_world({});
    World const many = last_world({"destinations.moscow.labour.other=3000000 persons"});
    std::size_t const moscow = index(destinations::moscow);
    EXPECT_LT(many.wage[moscow], usual.wage[moscow]);
    EXPECT_LT(many.believed_wage[moscow], usual.believed_wage[moscow]);
    EXPECT_GT(many.living[moscow], usual.living[moscow]);
    EXPECT_GT(many.first_bed[moscow], usual.first_bed[moscow]);
}

TEST(MetamorphicWork, who_becomes_a_citizen_while_an_offer_is_open_takes_the_job)
{
    int taken = 0;
    int refused = 0;
    Settings const set = joined({eager_citizens(), {"rules.citizen_offer.hazard=5 %/month"}});
    follow(set,
           [&](Persons const& before, Persons const& now, std::size_t row, Month month)
           {
               bool const citizen = now[row].work_right == WorkRight::citizen;
               bool const sworn_in = citizen && before[row].work_right != WorkRight::citizen;
               if (sworn_in && before[row].offer_end >= stamp(month))
               {
                   ++taken;
                   EXPECT_NE(now[row].citizens_job, 0);
                   EXPECT_EQ(now[row].job_start, stamp(month + 1));
               }
               refused += sworn_in && now[row].citizens_job == 0 ? 1 : 0;
               bool const has_job = now[row].citizens_job != 0;
               EXPECT_TRUE(!has_job || (citizen && now[row].contract == Contract::formal));
           });
    EXPECT_GT(taken, 20);
    EXPECT_GT(refused, 20);
}

TEST(MetamorphicWork, a_job_has_a_begin_and_who_has_none_has_not)
{
    int begun = 0;
    follow({},
           [&](Persons const& before, Persons const& now, std::size_t row, Month month)
           {
               bool const works = now[row].contract != Contract::none;
               EXPECT_EQ(works, now[row].job_start != never);
               if (!works) return;
               EXPECT_LE(now[row].job_start, stamp(month + 1));
               EXPECT_GE(now[row].job_start, now[row].arrival);
               if (before[row].contract != Contract::none) return;
               ++begun;
               EXPECT_GE(now[row].job_start, stamp(month));
           });
    EXPECT_GT(begun, 500);
}
}  // namespace kochmon
