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
          {Dimension::ratio, {0.05, 1}, "Dissimilarity l of the plans without a permit"});
    field("rules.status.fear", fear,
          {Dimension::roubles_per_month,
           {0, 100'000},
           "What harsh treatment outside the law costs apart from money"});
    field("rules.status.norm_cost", norm_cost,
          {Dimension::roubles_per_month,
           {0, 100'000},
           "What irregularity costs among people who are all regular"});
    field("rules.status.crime_cost", crime_cost,
          {Dimension::roubles_per_month,
           {0, 1'000'000},
           "What the knowing use of forged papers costs apart from its risk"});
}

double StatusOffers::best() const
{
    double best = -std::numeric_limits<double>::infinity();
    for (std::size_t plan = 0; plan < status_plans; ++plan)
        if (open[plan]) best = std::max(best, value[plan]);
    return best;
}

StatusChoice::StatusChoice(StatusParameters const& parameters, Kernel kernel,
                           ChoiceNoise const& noise)
    : nests_(nests_of(parameters, kernel)), contest_(noise, parameters.noise)
{
    auto const [l_without, l_with] = nests_;
    contest_.add_nest(nest_without, l_without, l_without);
    contest_.add_nest(nest_by_oneself, l_with, l_with);
}

void StatusChoice::offer(std::uint32_t number, double value)
{
    auto const [l_without, l_with] = nests_;
    auto const plan = static_cast<StatusPlan>(number);
    if (is_without_permit(plan))
        contest_.enter(number, value, Contest::Within::first, l_without);
    else if (is_by_oneself(plan))
        contest_.enter(number, value, Contest::Within::second, l_with);
    else
        contest_.enter(number, value);
}

void StatusChoice::offer(StatusOffers const& offers)
{
    for (std::uint32_t number = 0; number < status_plans; ++number)
    {
        if (!offers.open[number] || offered_[number]) continue;
        offer(number, offers.value[number]);
        offered_[number] = true;
    }
}

StatusPlan choose_status(StatusParameters const& parameters, Kernel kernel,
                         StatusOffers const& offers, ChoiceNoise const& noise)
{
    StatusChoice choice(parameters, kernel, noise);
    choice.offer(offers);
    return choice.chosen();
}

std::array<double, 2> nests_of(StatusParameters const& parameters, Kernel kernel)
{
    return {dissimilarity(kernel, parameters.without_dissimilarity),
            dissimilarity(kernel, parameters.with_dissimilarity)};
}
}  // namespace kochmon
