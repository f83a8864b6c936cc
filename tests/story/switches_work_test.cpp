// SPDX-License-Identifier: MIT
#include "tests/story/relations.hpp"
#include "tests/story/settings.hpp"
#include "tests/story/switches.hpp"

// Every mechanism of work acts, and its own parameter switches it off.
namespace kochmon
{
namespace
{
using namespace relations;
using settings::with;
using switches::mechanism_of;
using switches::Switch;

// Many regular workers with a contract.
Settings contracts()
{
    return {"rules.work.contract_offer=50 %/month", "start.with_permit=100 %",
            "rules.exploitation.hazard=50 %/month"};
}

Settings eager_citizens_with_offers()
{
    return {"rules.naturalization.constant=0 RUB/month", "start.with_permit=100 %",
            "rules.citizen_offer.hazard=10 %/month"};
}

std::vector<Switch> exploitation()
{
    Settings const none{"rules.exploitation.hazard=0 %/month"};
    return {
        {"overtime", Count::unpaid_overtime, {}, none},
        {"pay_withheld", Count::pay_withheld, {}, none},
        {"other_work", Count::other_work, {}, none},
        {"kind_overtime", Count::unpaid_overtime, {}, {"rules.exploitation.kinds.overtime=0 %"}},
        {"kind_pay_withheld",
         Count::pay_withheld,
         {},
         {"rules.exploitation.kinds.pay_withheld=0 %"}},
        {"kind_other_work", Count::other_work, {}, {"rules.exploitation.kinds.overtime=78 %"}},
        {"memory_of_exploitation", Count::exploited_within_year, {}, none},
        {"complaints", Count::complaints, contracts(),
         with(contracts(), {"rules.exploitation.complaints.made=0 %"})},
        {"complaints_upheld", Count::complaints_upheld, contracts(),
         with(contracts(), {"rules.exploitation.complaints.upheld=0 %"})},
        {"exploitation_of_the_irregular_alone", Count::complaints, contracts(),
         with(contracts(),
              {"rules.exploitation.factors.regular=0", "rules.exploitation.factors.citizen=0"})},
        {"exploitation_without_contract_alone", Count::complaints, contracts(),
         with(contracts(), {"rules.exploitation.factors.contract=0"})},
    };
}

std::vector<Switch> jobs()
{
    return {
        {"vacancies", Count::jobs_found, {}, all_destinations("vacancies=0")},
        {"offers_to_citizens",
         Count::offers_to_citizens,
         {},
         {"rules.citizen_offer.hazard=0 %/month"}},
        {"offers_ask_for_russian", Count::offers_to_citizens, {}, {"population.russian=0 %"}},
        {"offers_ask_for_learning",
         Count::offers_to_citizens,
         {},
         {"population.profession=0 %", "population.schooling.secondary=0 %",
          "population.schooling.higher=0 %"}},
        {"offers_taken", Count::offers_taken, eager_citizens_with_offers(),
         with(eager_citizens_with_offers(), settings::no_citizenship())},
    };
}

class MechanismOfWork : public testing::TestWithParam<Switch>
{
};

// Wages of the first month: everybody is where the start put them, so a premium acts alone.
std::int64_t first_wages(Settings const& set)
{
    Scenario const scenario = tests::TestWorld{.months = 1, .set = set}.scenario();
    return tests::run(scenario).months.front().total(Flow::wages);
}

struct Premium
{
    std::string name;
    Settings off;
};

void PrintTo(Premium const& tested, std::ostream* out)
{
    *out << tested.name;
}

class PremiumOfWork : public testing::TestWithParam<Premium>
{
};

std::vector<Premium> premiums()
{
    return {{"russian", {"rules.pay.russian_premium=0"}},
            {"profession_in_construction", {"rules.pay.profession_premium.construction=0"}},
            {"profession_in_hospitals", {"rules.pay.profession_premium.hospitals=0"}},
            {"tenure", {"rules.pay.tenure_growth=0"}},
            {"tenure_limit", {"rules.pay.tenure_limit=1"}},
            {"contract", {"rules.pay.contract_premium=0"}},
            {"right", {"rules.work.regular_premium=0"}},
            {"citizenship", {"rules.work.citizen_premium=0"}},
            {"sector", {"markets.sectors.construction.wage=0.9"}}};
}

std::int64_t workers_in(Settings const& set, std::size_t group)
{
    Scenario const scenario = tests::TestWorld{.months = 1, .set = set}.scenario();
    return tests::run(scenario).months.front().foreign_by_profile[group];
}

std::size_t group_named(Profile profile, std::string const& name)
{
    std::size_t const begin = profile_begins[index(profile)];
    std::size_t group = begin;
    while (profile_group_names[group] != name) ++group;
    return group;
}
}  // namespace

TEST_P(MechanismOfWork, acts_when_on_and_not_when_off)
{
    EXPECT_GT(run(GetParam().on).flow(GetParam().counted), 0);
    EXPECT_EQ(run(GetParam().off).flow(GetParam().counted), 0);
}
INSTANTIATE_TEST_SUITE_P(Exploitation, MechanismOfWork, testing::ValuesIn(exploitation()),
                         mechanism_of);
INSTANTIATE_TEST_SUITE_P(Jobs, MechanismOfWork, testing::ValuesIn(jobs()), mechanism_of);

TEST_P(PremiumOfWork, is_paid_when_on_and_not_when_off)
{
    EXPECT_GT(first_wages({}), first_wages(GetParam().off));
}
INSTANTIATE_TEST_SUITE_P(Pay, PremiumOfWork, testing::ValuesIn(premiums()), name_of<Premium>);

TEST(MechanismOfWork, schooling_and_russian_tell_workers_apart)
{
    std::size_t const higher = group_named(Profile::schooling, "higher");
    EXPECT_GT(workers_in({}, higher), 0);
    EXPECT_EQ(workers_in({"population.schooling.higher=0 %"}, higher), 0);
    std::size_t const secondary = group_named(Profile::schooling, "secondary");
    EXPECT_GT(workers_in({}, secondary), workers_in({}, higher));
    std::size_t const russian = group_named(Profile::language, "with");
    EXPECT_GT(workers_in({}, russian), 0);
    EXPECT_EQ(workers_in({"population.russian=0 %"}, russian), 0);
}

TEST(MechanismOfWork, learning_leads_to_other_sectors)
{
    std::size_t const hospitals = group_named(Profile::sector, "hospitals");
    std::int64_t const all_speak = workers_in({"population.russian=100 %"}, hospitals);
    EXPECT_GT(all_speak, workers_in({"population.russian=0 %"}, hospitals));
    EXPECT_GT(workers_in({"population.profession=100 %"}, hospitals),
              workers_in({"population.profession=0 %"}, hospitals));
    EXPECT_GT(
        workers_in({"population.schooling.secondary=0 %", "population.schooling.higher=100 %"},
                   hospitals),
        workers_in({"population.schooling.secondary=0 %", "population.schooling.higher=0 %"},
                   hospitals));
}
}  // namespace kochmon
