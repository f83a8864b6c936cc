// SPDX-License-Identifier: MIT
#include "tests/story/relations.hpp"
#include "tests/story/switches.hpp"

// Schemes of permits, offences, late pay and little money from home act, and their levers switch
// them off.
namespace kochmon
{
namespace
{
using namespace switches;
using settings::with;
using settings::work_by_households;

Settings permits_of_the_best_paid_alone(std::string const& least_pay)
{
    return {russia("permit.open=false"), russia("patent.open=false"),
            russia("highly_skilled.least_pay=" + least_pay + " RUB/month")};
}

std::vector<Switch> schemes()
{
    Settings const no_best_paid{russia("highly_skilled.open=false")};
    return {
        {"permit",
         Count::permits_granted,
         {},
         tests::everywhere("jurisdictions", "permit.open=false")},
        {"patent", Count::patents_bought, {}, {russia("patent.open=false")}},
        {"patent_without_a_quota", Count::permits_outside_quota, no_best_paid,
         with(no_best_paid, {russia("patent.quota=true")})},
        {"highly_skilled", Count::permits_outside_quota, permits_of_the_best_paid_alone("0"),
         with(permits_of_the_best_paid_alone("0"), no_best_paid)},
        {"least_pay", Count::permits_outside_quota, permits_of_the_best_paid_alone("0"),
         permits_of_the_best_paid_alone("1000000")},
        {"employers", Count::irregular_beyond_permit, no_best_paid,
         with(no_best_paid, {russia("patent.employers=all")})},
        {"work_by_households", Count::irregular_beyond_permit, no_best_paid,
         with(no_best_paid, work_by_households("100 %"))},
    };
}

// Nobody is found by a check, and everybody who is fined twice is barred.
Settings barred_by_offences_alone()
{
    return with(tests::everywhere("destinations", "checks.capacity=0"),
                {russia("criminal.database_check=0 %/month"), russia("repeat_ban.chance=100 %")});
}

std::vector<Switch> offences()
{
    Settings const none{russia("offences.hazard=0 %/month")};
    return {
        {"offences", Count::offences, {}, none},
        {"bans_by_offences", Count::repeat_bans, barred_by_offences_alone(),
         with(barred_by_offences_alone(), none)},
        {"bans_struck_off_in_part",
         Count::bans_purged,
         {russia("amnesty.struck_off=30 %")},
         {russia("amnesty.struck_off=0 %")}},
    };
}

// Those who count on the purse find it given to another member, if it reaches those abroad. (Who
// pays the consulate first may find the own cash gone; nobody does here.)
std::vector<Switch> money()
{
    Settings const no_consulate{"rules.consular.constant=-1000000 RUB/month"};
    return {{"money_sent_abroad", Count::permits_without_purse,
             with(no_consulate, {"rules.liquidity.sent_abroad=100 %"}),
             with(no_consulate, {"rules.liquidity.sent_abroad=0 %"})}};
}

class MechanismOfSchemes : public testing::TestWithParam<Switch>
{
};

// Wages of the months of a run in which nobody has work at first.
std::vector<std::int64_t> wages_of_months(std::string const& first_after)
{
    Settings const set{"start.employed=0 %", "rules.pay.first_after=" + first_after};
    tests::Sums const sums = tests::run(tests::TestWorld{.months = 16, .set = set}.scenario());
    std::vector<std::int64_t> of_months;
    for (Tally const& month : sums.months) of_months.push_back(month.total(Flow::wages));
    return of_months;
}

/// How many times as many leave if wages in Russia are a third higher.
double answer_to_wages(std::string const& pooled)
{
    auto const departures = [&pooled](Settings const& wages)
    {
        tests::Sums const sums =
            relations::run(with(wages, {"rules.value.pooled=" + pooled + " RUB/month"}));
        return static_cast<double>(sums.flow(Count::departures));
    };
    return departures(relations::russian_destinations("wage=20000 RUB/month")) /
           departures(relations::russian_destinations("wage=15000 RUB/month"));
}
}  // namespace

TEST_P(MechanismOfSchemes, acts_when_on_and_not_when_off)
{
    expect_acts(GetParam());
}
INSTANTIATE_TEST_SUITE_P(Permits, MechanismOfSchemes, testing::ValuesIn(schemes()), mechanism_of);
INSTANTIATE_TEST_SUITE_P(Offences, MechanismOfSchemes, testing::ValuesIn(offences()), mechanism_of);
INSTANTIATE_TEST_SUITE_P(Money, MechanismOfSchemes, testing::ValuesIn(money()), mechanism_of);

TEST(MechanismOfSchemes, the_first_pay_comes_after_its_months)
{
    std::size_t const late = 12;
    std::vector<std::int64_t> const at_once = wages_of_months("0 months");
    std::vector<std::int64_t> const after_a_year = wages_of_months("12 months");
    EXPECT_GT(at_once[0], 0);
    for (std::size_t month = 0; month < late; ++month) EXPECT_EQ(after_a_year[month], 0) << month;
    EXPECT_GT(after_a_year[late], at_once[late]) << "what was earned until then comes together";
}

TEST(MechanismOfSchemes, pooled_income_makes_wages_matter_less)
{
    EXPECT_GT(answer_to_wages("0"), 1.0);
    EXPECT_LT(answer_to_wages("50000"), answer_to_wages("0"));
}
}  // namespace kochmon
