// SPDX-License-Identifier: MIT
#include "agents/demography/lifetimes.hpp"

#include <array>
#include <cmath>
#include <set>

#include <gtest/gtest.h>

#include "tests/agents/world_of_tests.hpp"

// Cohorts of 200,000 persons against the tables; tolerances are 5 standard errors of a binomial
// share, so that errors of 0.6 percentage points at a share of one half are seen.
namespace kochmon
{
namespace
{
constexpr std::uint64_t cohort = 200'000;
Seeds const luck_of_lifetimes{1, 0};

VitalRates rates_of(int last_year, std::vector<std::string> set = {})
{
    Scenario const scenario = tests::TestWorld{.set = std::move(set)}.scenario();
    return {scenario, {2005, last_year}};
}

MonthSpan months(int first_year, int last_year)
{
    return {Month::of(first_year, 1), Month::of(last_year + 1, 1)};
}

Vital person(std::uint64_t number, Month birth, Sex sex = Sex::female)
{
    return {SubjectKey::person_of_the_start(number), stamp(birth), sex};
}

void expect_share(std::int64_t events, double expected, char const* what)
{
    double const share = static_cast<double>(events) / static_cast<double>(cohort);
    double const error = std::sqrt(expected * (1.0 - expected) / static_cast<double>(cohort));
    EXPECT_NEAR(share, expected, 5.0 * error) << what;
}

std::int64_t deaths(Lifetimes const& lifetimes, Month birth, Sex sex)
{
    std::int64_t deaths = 0;
    for (std::uint64_t number = 0; number < cohort; ++number)
        deaths += lifetimes.death_of(person(number, birth, sex)) != after_the_run;
    return deaths;
}
}  // namespace

TEST(Lifetimes, of_a_cohort_end_in_a_year_by_the_rate_of_its_age)
{
    VitalRates const rates = rates_of(2005);
    Lifetimes const lifetimes(rates, luck_of_lifetimes, months(2005, 2005));
    // Born in January 1945: 60 years old from the first month of the year to the last.
    double const rate = rates.deaths(2005, 60, Sex::male);
    expect_share(deaths(lifetimes, Month::of(1945, 1), Sex::male), 1.0 - std::exp(-rate), "of 60");
    // Born in May 1945: four months at 59, eight at 60, which is in another group of the table.
    double const mixed = (4.0 * rates.deaths(2005, 59, Sex::male) + 8.0 * rate) / 12.0;
    ASSERT_NE(mixed, rate);
    expect_share(deaths(lifetimes, Month::of(1945, 5), Sex::male), 1.0 - std::exp(-mixed),
                 "of 59 and 60");
}

TEST(Lifetimes, of_a_cohort_end_over_the_years_by_the_product_of_survival)
{
    VitalRates const rates = rates_of(2019);
    Lifetimes const lifetimes(rates, luck_of_lifetimes, months(2005, 2019));
    double sum = 0.0;
    for (int year = 2005; year <= 2019; ++year) sum += rates.deaths(year, year - 1945, Sex::female);
    expect_share(deaths(lifetimes, Month::of(1945, 1), Sex::female), 1.0 - std::exp(-sum),
                 "from 60 to 75");
}

TEST(Lifetimes, end_in_every_month_of_a_year_alike)
{
    VitalRates const rates = rates_of(2005);
    Lifetimes const lifetimes(rates, luck_of_lifetimes, months(2005, 2005));
    double const q = 1.0 - std::exp(-rates.deaths(2005, 80, Sex::female));
    std::array<std::int64_t, 12> by_month{};
    for (std::uint64_t number = 0; number < cohort; ++number)
    {
        MonthStamp const death = lifetimes.death_of(person(number, Month::of(1925, 1)));
        if (death != after_the_run) ++by_month[static_cast<std::size_t>(death % 12)];
    }
    for (std::int64_t const deaths : by_month) expect_share(deaths, q / 12.0, "of a month");
}

TEST(Lifetimes, of_the_newborn_end_in_the_months_that_remain_of_the_year)
{
    VitalRates const rates = rates_of(2005);
    Lifetimes const lifetimes(rates, luck_of_lifetimes, months(2005, 2005));
    double const rate = rates.deaths(2005, 0, Sex::male);
    // Born in March: nine months remain.
    std::int64_t died = 0;
    for (std::uint64_t number = 0; number < cohort; ++number)
    {
        MonthStamp const death = lifetimes.death_of(person(number, Month::of(2005, 3), Sex::male));
        if (death == after_the_run) continue;
        ++died;
        ASSERT_GT(death, stamp(Month::of(2005, 3)));
        ASSERT_LE(death, stamp(Month::of(2005, 12)));
    }
    expect_share(died, 1.0 - std::exp(-rate * 9.0 / 12.0), "of March");
    EXPECT_EQ(deaths(lifetimes, Month::of(2005, 12), Sex::male), 0) << "no month remains";
}

TEST(Lifetimes, hold_births_by_the_rate_of_the_mothers_age_and_one_a_year_at_most)
{
    VitalRates const rates = rates_of(2014);
    Lifetimes const lifetimes(rates, luck_of_lifetimes, months(2005, 2014));
    // Born in January 1980: 25 in 2005, 34 in 2014.
    std::array<std::int64_t, 10> by_year{};
    std::array<std::int64_t, 12> by_month{};
    for (std::uint64_t number = 0; number < cohort; ++number)
    {
        std::set<int> years;
        for (MonthStamp const birth :
             lifetimes.births_of(person(number, Month::of(1980, 1)), after_the_run))
        {
            Month const month(birth);
            ASSERT_TRUE(years.insert(month.year()).second) << "two births in a year";
            ++by_year[static_cast<std::size_t>(month.year() - 2005)];
            if (month.year() == 2005) ++by_month[static_cast<std::size_t>(birth % 12)];
        }
    }
    for (int year = 2005; year <= 2014; ++year)
        expect_share(by_year[static_cast<std::size_t>(year - 2005)],
                     rates.births(year, year - 1980), "of a year");
    for (std::int64_t const births : by_month)
        expect_share(births, rates.births(2005, 25) / 12.0, "of a month");
}

TEST(Lifetimes, of_a_woman_who_has_died_hold_no_further_birth)
{
    VitalRates const rates = rates_of(2014, {"population.fertility=3"});
    Lifetimes const lifetimes(rates, luck_of_lifetimes, months(2005, 2014));
    int lost = 0;
    for (std::uint64_t number = 0; number < 5'000; ++number)
    {
        Vital const woman = person(number, Month::of(1980, 7));
        auto const all = lifetimes.births_of(woman, after_the_run);
        MonthStamp const death = stamp(Month::of(2009, 7));
        auto before = all;
        std::erase_if(before, [&](MonthStamp birth) { return birth > death; });
        ASSERT_EQ(lifetimes.births_of(woman, death), before);
        lost += before.size() != all.size();
    }
    EXPECT_GT(lost, 1'000);
}

TEST(Lifetimes, are_the_same_in_every_run_that_holds_their_months)
{
    VitalRates const rates = rates_of(2009);
    Lifetimes const whole(rates, luck_of_lifetimes, months(2005, 2009));
    Lifetimes const late(rates, luck_of_lifetimes, {Month::of(2005, 7), Month::of(2008, 4)});
    int in_both = 0;
    int dropped = 0;
    for (std::uint64_t number = 0; number < 20'000; ++number)
    {
        Vital const man = person(number, Month::of(1935, 10), Sex::male);
        MonthStamp const death = whole.death_of(man);
        if (death < stamp(Month::of(2005, 7)))
        {
            ++dropped;
            continue;
        }
        bool const held = death < stamp(Month::of(2008, 4));
        in_both += held;
        ASSERT_EQ(late.death_of(man), held ? death : after_the_run);
    }
    EXPECT_GT(in_both, 1'000);
    EXPECT_GT(dropped, 300);
}

TEST(Lifetimes, of_another_replicate_are_others)
{
    VitalRates const rates = rates_of(2019);
    Lifetimes const first(rates, {1, 0}, months(2005, 2019));
    Lifetimes const second(rates, {1, 1}, months(2005, 2019));
    int differ = 0;
    for (std::uint64_t number = 0; number < 1'000; ++number)
    {
        Vital const old = person(number, Month::of(1930, 1));
        differ += first.death_of(old) != second.death_of(old);
    }
    EXPECT_GT(differ, 500);
}

TEST(Lifetimes, know_who_was_born_before_1900)
{
    VitalRates const rates = rates_of(2009);
    Lifetimes const lifetimes(rates, luck_of_lifetimes, months(2005, 2009));
    // 105 years old in 2005, of the open group of the table.
    expect_share(deaths(lifetimes, Month::of(1899, 6), Sex::female),
                 1.0 - std::exp(-5.0 * rates.deaths(2005, 105, Sex::female)), "in five years");
}

TEST(Lifetimes, give_children_keys_of_their_own_in_the_range_of_children)
{
    std::set<std::uint64_t> keys;
    std::size_t given = 0;
    for (std::uint64_t number = 0; number < 20'000; ++number)
    {
        SubjectKey const mother = SubjectKey::person_of_the_start(number);
        for (std::uint32_t order = 1; order <= 5; ++order, ++given)
        {
            SubjectKey const child = child_key(mother, order);
            EXPECT_EQ(child.bits() >> 62, 2U);
            keys.insert(child.bits());
            if (order == 1)
            {
                keys.insert(child_key(child, 1).bits());
                ++given;
            }
        }
    }
    EXPECT_EQ(keys.size(), given);
}
}  // namespace kochmon
