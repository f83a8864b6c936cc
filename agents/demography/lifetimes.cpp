// SPDX-License-Identifier: MIT
#include "agents/demography/lifetimes.hpp"

#include <algorithm>

#include "engine/elementary.hpp"

#include "agents/vocabulary/decision_points.hpp"

namespace kochmon
{
namespace
{
/// A month of birth as calendar year and months of that year before it; also before 1900.
struct Birthday
{
    int year = 0;
    int months_before = 0;

    explicit Birthday(MonthStamp birth)
    {
        int const since_1800 = birth + 1200;
        year = 1800 + since_1800 / 12;
        months_before = since_1800 % 12;
    }
};

/// Mean over the twelve months of a calendar year of a rate by age: the months before that of the
/// birthday are lived at one age, the others at the next.
template <class RateAtAge>
double mean_of_year(Birthday birth, int year, RateAtAge rate)
{
    int const age = year - birth.year;  // from the month of the birthday on
    int const before = birth.months_before;
    if (before == 0) return rate(age);
    return (before * rate(age - 1) + (12 - before) * rate(age)) / 12.0;
}

/// Of so many months up to December, the one in which an event of chance q falls, given u < q.
Month month_of_event(int year, int months, double u, double q)
{
    auto const passed = static_cast<int>(months * (u / q));
    return Month::of(year, 13 - months) + std::min(passed, months - 1);
}
}  // namespace

double Lifetimes::uniform(SubjectKey key, int year, DecisionPoint point) const
{
    return MonthDraws(seeds_, Month::of(year, 1)).uniform(key, block(point));
}

double Lifetimes::mean_deaths(Vital const& person, int year) const
{
    return mean_of_year(Birthday(person.birth), year,
                        [&](int age) { return rates_.deaths(year, age, person.sex); });
}

double Lifetimes::mean_births(Vital const& woman, int year) const
{
    return mean_of_year(Birthday(woman.birth), year,
                        [&](int age) { return rates_.births(year, age); });
}

MonthStamp Lifetimes::death_of(Vital const& person) const
{
    Birthday const birth(person.birth);
    for (int year = std::max(run_.start.year(), birth.year); year <= run_.last_year(); ++year)
    {
        bool const newborn = year == birth.year;
        int const months = newborn ? 11 - birth.months_before : 12;
        double const rate =
            newborn ? rates_.deaths(year, 0, person.sex) : mean_deaths(person, year);
        double const q = 1.0 - elementary::exp(-rate * months / 12.0);
        double const u = uniform(person.key, year, DecisionPoint::death);
        if (u >= q) continue;
        Month const death = month_of_event(year, months, u, q);
        if (run_.holds(death)) return stamp(death);
    }
    return after_the_run;
}

// The rate is one of births, which do not end the time at risk: with at most one a year it is
// itself the chance that gives that rate.
std::vector<MonthStamp> Lifetimes::births_of(Vital const& woman, MonthStamp death) const
{
    std::vector<MonthStamp> births;
    int const first_year = std::max(run_.start.year(), Birthday(woman.birth).year + 1);
    for (int year = first_year; year <= run_.last_year(); ++year)
    {
        if (stamp(Month::of(year, 1)) > death) break;
        double const q = std::min(1.0, mean_births(woman, year));
        if (q == 0.0) continue;
        double const u = uniform(woman.key, year, DecisionPoint::birth);
        if (u >= q) continue;
        Month const birth = month_of_event(year, 12, u, q);
        if (run_.holds(birth) && stamp(birth) <= death) births.push_back(stamp(birth));
    }
    return births;
}

SubjectKey child_key(SubjectKey mother, std::uint32_t birth_order)
{
    return SubjectKey::child_of(mother, block(DecisionPoint::child_key), birth_order);
}
}  // namespace kochmon
