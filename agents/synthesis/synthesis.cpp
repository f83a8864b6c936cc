// SPDX-License-Identifier: MIT
#include "agents/synthesis/synthesis.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/contract.hpp"
#include "engine/error.hpp"

#include "agents/model/parameters.hpp"
#include "agents/synthesis/apportion.hpp"
#include "agents/synthesis/census.hpp"
#include "agents/synthesis/households.hpp"
#include "agents/synthesis/many_rows.hpp"
#include "agents/vocabulary/decision_points.hpp"

namespace kochmon
{
namespace
{
// Of a country; above them stands its number. A household's key holds 48 bits of its first
// member's.
constexpr int bits_of_running_number = 40;

// Persons of every region by age and sex, so that both margins hold to one agent.
class Census
{
  public:
    Census(Country country, std::vector<AgeSexCell> pyramid, std::vector<double> const& shares,
           std::int64_t agents)
        : pyramid_(std::move(pyramid)), running_number_(first_number(country))
    {
        std::vector<double> weights;
        for (double const share : shares)
            for (AgeSexCell const& cell : pyramid_) weights.push_back(share * cell.persons);
        counts_ = apportion(agents, weights);
    }

    std::vector<Draft> drafts(Region region, Month start, MonthDraws const& draws)
    {
        std::vector<Draft> drafts;
        for (std::size_t cell = 0; cell < pyramid_.size(); ++cell)
            for (std::int64_t k = 0; k < counts_[index(region) * pyramid_.size() + cell]; ++k)
                drafts.push_back(draft(pyramid_[cell], start, draws));
        return drafts;
    }

  private:
    // The numbers of one country do not depend on how many persons another has.
    static std::uint64_t first_number(Country country)
    {
        return static_cast<std::uint64_t>(country) << bits_of_running_number;
    }

    Draft draft(AgeSexCell const& cell, Month start, MonthDraws const& draws)
    {
        SubjectKey const key = SubjectKey::person_of_the_start(running_number_++);
        double const width = 12.0 * (cell.age_to - cell.age_from + 1);
        double const u = draws.uniform(key, block(DecisionPoint::birth_month));
        int const age = 12 * cell.age_from + static_cast<int>(u * width);
        return {.key = key,
                .birth = static_cast<MonthStamp>(start.since_1900() - age),
                .sex = cell.sex};
    }

    std::vector<AgeSexCell> pyramid_;
    std::vector<std::int64_t> counts_;
    std::uint64_t running_number_;
};

void append(Population& population, std::vector<Draft> const& drafts, Region region)
{
    Persons& persons = population.persons;
    Households& households = population.households;
    auto const begins_household = [&](std::size_t next)
    { return next == 0 || drafts[next].household != drafts[next - 1].household; };
    std::size_t formed = 0;
    for (std::size_t next = 0; next < drafts.size(); ++next) formed += begins_household(next);
    std::size_t row = persons.size();
    std::size_t household = households.size();
    persons.resize(row + drafts.size());
    households.resize(household + formed);
    for (std::size_t next = 0; next < drafts.size(); ++next, ++row)
    {
        if (begins_household(next))
        {
            households.region[household] = region;
            households.first_member[household++] = static_cast<std::uint32_t>(row);
        }
        persons.key[row] = drafts[next].key.bits();
        persons[row].household = static_cast<std::uint32_t>(household - 1);
        persons.birth[row] = drafts[next].birth;
        persons[row].origin = region;
        persons.sex[row] = drafts[next].sex;
    }
    households.first_member.back() = static_cast<std::uint32_t>(row);
}

/// Ends a synthesis that is asked to stop.
class Heed
{
  public:
    explicit Heed(StopAsked const& stop_asked) : stop_asked_(stop_asked) {}
    void operator()() const
    {
        if (stop_asked_ && stop_asked_()) throw SynthesisStopped();
    }
    /// Of many rows, now and then.
    void operator()(std::size_t row) const
    {
        constexpr std::size_t rows_between = std::size_t{1} << 16U;
        if (row % rows_between == 0) (*this)();
    }

  private:
    StopAsked const& stop_asked_;
};

/// What countries are made from.
struct Making
{
    Scenario const& scenario;
    ByRegion<double> const& household_size;
    Heed const& heed;
};

void append_country(Population& population, Country country, std::int64_t agents,
                    Making const& making)
{
    Scenario const& scenario = making.scenario;
    RunSettings const& settings = scenario.settings();
    MonthDraws const draws(synthesis_seeds(settings, population.number), Month(0));
    ByRegion<double> const by_region = region_shares_at_start(scenario, country);
    Corridor const& corridor = scenario.corridor();
    std::vector<double> shares;
    for (Region const region : corridor.regions()) shares.push_back(by_region[index(region)]);
    Census census(country, pyramid_at_start(scenario, country), shares, agents);
    for (Region const region : corridor.regions_of(country))
    {
        making.heed();
        std::vector<Draft> drafts = census.drafts(region, settings.start, draws);
        making.heed();
        drafts = form_households(std::move(drafts), making.household_size[index(region)],
                                 settings.start, draws);
        append(population, drafts, region);
    }
}

Country leading_country(Scenario const& scenario, Origins const& origins)
{
    auto const leading = origins.leading(scenario.corridor());
    if (leading) return *leading;
    std::vector<std::string> paths;
    for (Country const country : scenario.corridor().countries())
        paths.push_back(path_of_origin(scenario.corridor(), country) + "included");
    throw ScenarioError(
        fmt::format("{}: origins: no country of origin is included, so the run would have no "
                    "persons; expected {} set to true",
                    scenario.place_of_any(paths, scenario.settings().start), listed(paths, "or")));
}

void append_all(Population& population, Scenario const& scenario, StartParameters const& beginning,
                Heed const& heed)
{
    ByCountry<std::int64_t> const agents = agents_by_country(scenario);
    std::int64_t all = 0;
    for (std::int64_t const of_country : agents) all += of_country;
    population.persons.reserve(static_cast<std::size_t>(all));
    for (Country const country : scenario.corridor().countries())
        if (agents[index(country)] > 0)
            append_country(population, country, agents[index(country)],
                           {scenario, beginning.household_size, heed});
    Country const leading = leading_country(scenario, beginning.origins);
    double const full = persons_in(pyramid_at_start(scenario, leading));
    population.weight = full / static_cast<double>(agents[index(leading)]);
}
}  // namespace

// Populations count down from the last key, replicates up from the first.
Seeds synthesis_seeds(RunSettings const& settings, std::uint32_t number)
{
    EXPECT(number < most_populations);
    return {settings.population_seed.value_or(settings.seed), Seeds::synthesis - number};
}

std::int64_t agents_of(RunSettings const& settings, double full)
{
    std::int64_t const most = round_half_to_even(full);
    std::int64_t const agents = settings.persons.value_or(most);
    if (agents < 1 || agents > most)
        throw ScenarioError(fmt::format(
            "population.persons: {} is out of range, expected 1 to {} or 'full', since every agent "
            "stands for at least one person",
            agents, most));
    return agents;
}

ByCountry<std::int64_t> agents_by_country(Scenario const& scenario)
{
    RunSettings const& settings = scenario.settings();
    Origins origins;
    read(origins, scenario, settings.start);
    auto const full = [&](Country country)
    { return persons_in(pyramid_at_start(scenario, country)); };
    Country const leading = leading_country(scenario, origins);
    double const full_leading = full(leading);
    ByCountry<std::int64_t> agents{};
    agents[index(leading)] = agents_of(settings, full_leading);
    double const weight = full_leading / static_cast<double>(agents[index(leading)]);
    for (Country const country : scenario.corridor().countries())
    {
        if (country == leading || !origins.include(country)) continue;
        agents[index(country)] = round_half_to_even(full(country) / weight);
    }
    return agents;
}

std::int64_t agents_of(Scenario const& scenario)
{
    std::int64_t all = 0;
    for (std::int64_t const agents : agents_by_country(scenario)) all += agents;
    return all;
}

StartConditions start_conditions(Scenario const& scenario)
{
    ModelParameters parameters;
    read(parameters, scenario, scenario.settings().start);
    return StartConditions::of(parameters);
}

Population synthesize(Scenario const& scenario, std::uint32_t number, StopAsked const& stop_asked,
                      Workers const* workers)
{
    Heed const heed(stop_asked);
    Month const start = scenario.settings().start;
    StartParameters beginning;
    read(beginning, scenario, start);
    StartConditions const conditions = start_conditions(scenario);
    MonthDraws const draws(synthesis_seeds(scenario.settings(), number), Month(0));

    Population population;
    population.number = number;
    population.households.resize(0);
    population.persons.ban_end.resize(scenario.corridor().jurisdictions().size());
    append_all(population, scenario, beginning, heed);
    for_each_row(workers, population.persons.size(),
                 [&](std::size_t row)
                 {
                     heed(row);
                     give_traits(population.persons, row,
                                 {beginning.traits, beginning.attachment, conditions, draws});
                 });
    for (Country const country : scenario.corridor().countries())
    {
        heed();
        if (beginning.origins.include(country))
            put_abroad(population, country, beginning.stock[index(country)], conditions,
                       {scenario.corridor(), start, draws});
    }
    give_cash(population, beginning.traits, conditions, {scenario.corridor(), start, draws});
    for_each_row(workers, population.households.size(),
                 [&](std::size_t household)
                 {
                     heed(household);
                     count_earners(population, household, start);
                 });
    return population;
}
}  // namespace kochmon
