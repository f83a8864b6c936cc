// SPDX-License-Identifier: MIT
#include "agents/options/labour.hpp"

namespace kochmon
{
int months_in_job(Persons const& persons, std::size_t person, Month month)
{
    if (persons[person].contract == Contract::none) return 0;
    return month.since_1900() - persons[person].job_start;
}

bool has_contract(Persons const& persons, std::size_t person)
{
    return persons[person].contract == Contract::formal;
}

double chance_of_household(Society const& society, Persons const& persons, std::size_t person)
{
    if (persons[person].contract == Contract::none)
        return society.world.in_household[group_of(persons.learning(person))];
    return persons[person].employer == Employer::household ? 1.0 : 0.0;
}

double pay_abroad(Society const& society, Persons const& persons, std::size_t person)
{
    ModelParameters const& parameters = society.parameters;
    Learning const learning = persons.learning(person);
    double const level =
        society.world.wage[index(persons.place[person])] * persons[person].wage_factor;
    if (persons[person].contract == Contract::none)
        return level * society.world.expected_pay[group_of(learning)];
    Sector const sector = persons[person].sector;
    int const months = months_in_job(persons, person, society.month);
    return level * parameters.labour_market.sector_wage[index(sector)] *
           parameters.pay.of_job(sector, learning, months) *
           parameters.citizen_offer.pay_factor(persons[person].citizens_job != 0);
}

double believed_pay(Society const& society, Persons const& persons, std::size_t person, Place place)
{
    return society.world.believed_wage[index(place)] * persons[person].wage_factor *
           society.world.expected_pay[group_of(persons.learning(person))];
}

double chance_of_work_at(ModelParameters const& parameters, Place place, double unmet)
{
    return parameters.labour_market.with_vacancies(place, chance_of_work(parameters.ties, unmet));
}

double weakness_of(Society const& society, Persons const& persons, std::size_t person, double unmet)
{
    ModelParameters const& parameters = society.parameters;
    Weakness const weakness{
        .in_debt = persons[person].debt > 0,
        .speaks_language = persons[person].language != 0,
        .unmet = unmet,
        .newness = parameters.work.newness(months_in_job(persons, person, society.month))};
    return parameters.exploitation.factor_of(weakness);
}

double weakness_at(ModelParameters const& parameters, bool speaks_language, bool on_credit,
                   double unmet)
{
    return parameters.exploitation.factor_of(
        {.in_debt = on_credit, .speaks_language = speaks_language, .unmet = unmet, .newness = 1.0});
}
}  // namespace kochmon
