// SPDX-License-Identifier: MIT
#include "analysis/targets/poorest_fifth.hpp"

#include <algorithm>

#include "agents/economy/household_money.hpp"
#include "agents/programmes/departure_credit.hpp"

namespace kochmon
{
namespace
{
/// Kopecks: what the programme for poor households looks at, accounts settled until now.
std::vector<std::pair<std::int64_t, std::size_t>> means_of_households(Simulation const& world)
{
    Society const& society = world.society();
    Households const& households = world.population().households;
    std::vector<std::pair<std::int64_t, std::size_t>> means;
    for (std::size_t household = 0; household < households.size(); ++household)
    {
        Region const region = households.region[household];
        if (origin_country(region) != first_country) continue;
        Kopecks const income =
            income_of_household(households, household, society.parameters.markets,
                                society.world.income_level[index(region)]);
        Kopecks const cash =
            settled(households, household, society.savings, society.parameters.liquidity).cash;
        Kopecks const all = cash + income * months_of_income_tested;
        means.emplace_back(all.count(), household);
    }
    return means;
}
}  // namespace

PoorestFifth::PoorestFifth(Simulation const& world)
{
    Persons const& persons = world.population().persons;
    Households const& households = world.population().households;
    auto means = means_of_households(world);
    auto const fifth = means.begin() + static_cast<std::ptrdiff_t>(means.size() / 5);
    std::nth_element(means.begin(), fifth, means.end());
    poor_.resize(persons.size());
    for (auto next = means.begin(); next != fifth; ++next)
        for (std::size_t row = households.first_member[next->second];
             row < households.first_member[next->second + 1]; ++row)
            poor_[row] = persons[row].trips == 0 ? 1 : 0;
}

std::int64_t PoorestFifth::first_departures(Simulation const& world,
                                            std::vector<std::uint8_t>& departed) const
{
    if (departed.empty()) departed.resize(poor_.size());
    std::int64_t first = 0;
    for (Piece const& piece : world.pieces())
        for (Event const& event : piece.diary())
        {
            if (event.kind != Count::departures || poor_[event.person] == 0) continue;
            first += departed[event.person] == 0 ? 1 : 0;
            departed[event.person] = 1;
        }
    return first;
}
}  // namespace kochmon
