// SPDX-License-Identifier: MIT
#include "agents/rules/status_choice.hpp"

#include <algorithm>
#include <limits>

namespace kochmon
{
namespace
{
constexpr std::uint32_t nest_without = 2;
constexpr std::uint32_t nest_by_oneself = 3;

/// What the nest of alternatives adds to their noise, and the weight of their own.
struct Nest
{
    double common = 0.0;
    double own = 1.0;
};
Nest nest_of(Kernel kernel, double dissimilarity_of_it, ChoiceNoise const& noise,
             std::uint32_t number)
{
    double const l = dissimilarity(kernel, dissimilarity_of_it);
    return {l * noise.nest(number, l), l};
}
}  // namespace

void StatusParameters::fields(Fields& field)
{
    field("rules.status.noise", noise,
          {Dimension::roubles_per_month,
           {1, 1'000'000},
           "Scale sigma_status of what is not "
           "observed"});
    field("rules.status.with_dissimilarity", with_dissimilarity,
          {Dimension::ratio, {0.05, 1}, "Dissimilarity l of the permits that one gets by oneself"});
    field("rules.status.without_dissimilarity", without_dissimilarity,
          {Dimension::ratio, {0.05, 1}, "Dissimilarity l of the lives without a permit"});
    field("rules.status.fear", fear,
          {Dimension::roubles_per_month,
           {0, 100'000},
           "What harsh treatment of a life outside the law costs beside money"});
    field("rules.status.norm_cost", norm_cost,
          {Dimension::roubles_per_month,
           {0, 100'000},
           "What irregularity costs among people who are all regular"});
    field("rules.status.crime_cost", crime_cost,
          {Dimension::roubles_per_month,
           {0, 1'000'000},
           "What the knowing use of forged papers costs beside its risk"});
}

double StatusOffers::best() const
{
    double best = -std::numeric_limits<double>::infinity();
    for (std::size_t plan = 0; plan < status_plans; ++plan)
        if (open[plan]) best = std::max(best, value[plan]);
    return best;
}

StatusPlan choose_status(StatusParameters const& parameters, Kernel kernel,
                         StatusOffers const& offers, ChoiceNoise const& noise)
{
    double const s = parameters.noise;
    Nest const without = nest_of(kernel, parameters.without_dissimilarity, noise, nest_without);
    Nest const with = nest_of(kernel, parameters.with_dissimilarity, noise, nest_by_oneself);
    StatusPlan chosen = StatusPlan::nothing;
    double largest = -std::numeric_limits<double>::infinity();
    for (std::uint32_t number = 0; number < status_plans; ++number)
    {
        if (!offers.open[number]) continue;
        auto const plan = static_cast<StatusPlan>(number);
        Nest const nest = is_without_permit(plan) ? without : is_by_oneself(plan) ? with : Nest{};
        double const unobserved = nest.common + nest.own * noise.alternative(number);
        double const worth = offers.value[number] + s * unobserved;
        if (worth <= largest) continue;
        largest = worth;
        chosen = plan;
    }
    return chosen;
}
}  // namespace kochmon
