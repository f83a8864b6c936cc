// SPDX-License-Identifier: MIT
#include "engine/samplers.hpp"

#include "agents/model/parameters.hpp"
#include "agents/synthesis/synthesis.hpp"
#include "agents/vocabulary/decision_points.hpp"

namespace kochmon
{
namespace
{
constexpr std::uint64_t kind_household = 1;  // of subject keys that are not persons

double attachment_of(TraitParameters const& traits, double of_region, Sex sex,
                     PhiloxWords const& words)
{
    double const mean =
        traits.attachment_mean + (sex == Sex::female ? traits.attachment_women : 0.0) + of_region;
    return mean + traits.attachment_spread * standard_normal(uniform(words[0]), uniform(words[1]));
}

void give_person_traits(Persons& persons, std::size_t row, TraitSources const& sources)
{
    std::size_t const region = index(persons[row].origin);
    TraitParameters const& traits = sources.traits[index(origin_country(persons[row].origin))];
    MonthDraws const& draws = sources.draws;
    auto const words = [&](DecisionPoint point)
    { return draws.words(persons.subject(row), block(point), 0); };
    PhiloxWords const wage = words(DecisionPoint::wage_factor);
    double const attachment = attachment_of(traits, sources.attachment[region], persons.sex[row],
                                            words(DecisionPoint::attachment));

    persons[row].wage_factor = static_cast<float>(
        lognormal_of_mean_one(traits.wage_factor_spread, uniform(wage[0]), uniform(wage[1])));
    persons[row].attachment = static_cast<std::int32_t>(Kopecks::from_roubles(attachment).count());
    PhiloxWords const learning = words(DecisionPoint::learning);
    persons[row].language = uniform(learning[0]) < traits.language.value() ? 1 : 0;
    persons[row].profession = uniform(learning[1]) < traits.profession.value() ? 1 : 0;
    double const aim = draws.uniform(persons.subject(row), block(DecisionPoint::aim));
    persons[row].aim = aim < traits.settlers.value() ? Aim::settle : Aim::save;
    persons[row].schooling = traits.schooling(uniform(learning[2]));
}

// Nothing has happened yet in the life of the person.
void leave_blank(Persons& persons, std::size_t row, StartConditions const& conditions)
{
    Person& blank = persons[row];
    blank.presence = Presence::home;
    for (MonthStamp* const date :
         {&blank.arrival, &blank.came, &blank.entry, &blank.permit_paid, &blank.stay_end,
          &blank.lawful_since, &blank.permit_begin, &blank.permit_end, &blank.resident_since,
          &blank.queue_end, &blank.last_offence, &blank.fined_again, &blank.last_removed,
          &blank.prison_end, &blank.passport_end, &blank.passport_ready, &blank.job_start,
          &blank.offer_end, &blank.last_exploited})
        *date = never;
    persons.last_found[row] = never;
    for (auto& ban_end : persons.ban_end) ban_end[row] = never;
    blank.perceived_risk = static_cast<float>(conditions.perceived_risk);
}

void give_household_cash(Population& population, std::size_t household,
                         TraitParameters const& traits, StartConditions const& conditions,
                         SynthesisMoment const& moment)
{
    Persons const& persons = population.persons;
    Households& households = population.households;
    double income = 0.0;
    for (std::size_t row = households.first_member[household];
         row < households.first_member[household + 1]; ++row)
        if (persons.at_home(row) && departure_age.holds(persons.age_in_months(row, moment.start)))
            income += income_at_home(
                conditions.wage_at_home[index(persons[row].origin)] * persons[row].wage_factor,
                persons.wage_job[row] != 0, conditions.income_without_wage_job);
    // The household is named for good by the running number of its first member.
    SubjectKey const key =
        SubjectKey::not_a_person(kind_household, persons.key[households.first_member[household]]);
    PhiloxWords const words = moment.draws.words(key, block(DecisionPoint::household_cash), 0);
    double const factor =
        lognormal_of_mean_one(traits.cash_spread, uniform(words[0]), uniform(words[1]));
    households.cash[household] =
        Kopecks::from_roubles(income * traits.cash_in_months * factor).count();
}
}  // namespace

void give_traits(Persons& persons, std::size_t row, TraitSources const& sources)
{
    double const job = sources.draws.uniform(persons.subject(row), block(DecisionPoint::wage_job));
    double const share = sources.conditions.wage_job_share[index(persons[row].origin)];
    give_person_traits(persons, row, sources);
    persons.wage_job[row] = job < share ? 1 : 0;
    leave_blank(persons, row, sources.conditions);
}

void give_cash(Population& population, ByCountry<TraitParameters> const& traits,
               StartConditions const& conditions, SynthesisMoment const& moment)
{
    for (std::size_t household = 0; household < population.households.size(); ++household)
    {
        Country const country = origin_country(population.households.region[household]);
        give_household_cash(population, household, traits[index(country)], conditions, moment);
    }
}
}  // namespace kochmon
