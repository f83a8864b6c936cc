// SPDX-License-Identifier: MIT
#include "agents/rules/return_home.hpp"

namespace kochmon
{
namespace
{
// Numbers of alternatives; other destinations follow, in their order.
constexpr std::uint32_t go_home = 0;
constexpr std::uint32_t stay = 1;
constexpr std::uint32_t first_elsewhere = 1;
constexpr std::uint32_t nest_elsewhere = 0;
}  // namespace

void ReturnParameters::fields(Fields& field)
{
    destinations = field.corridor().destinations();
    field(
        "rules.return_home.sunk_cost", sunk_cost,
        {Dimension::roubles_per_month, {0, 100'000}, "What having come weighs against going back"});
    field("rules.return_home.settlement", settlement,
          {Dimension::roubles_per_month,
           {0, 100'000},
           "What citizenship of the destination takes from the attachment to home"});
    field("rules.return_home.noise", noise,
          {Dimension::roubles_per_month, {1, 1'000'000}, "Scale of what is not observed"});
    field("rules.moving_on.uprooting", uprooting,
          {Dimension::roubles_per_month,
           {0, 1'000'000},
           "What knowing the present place weighs against moving on"});
    field(
        "rules.moving_on.dissimilarity", dissimilarity,
        {Dimension::ratio, {0.05, 1}, "Dissimilarity l of other destinations, for who is abroad"});
    field("rules.moving_on.fare", fare,
          {Dimension::ratio,
           {0, 1000},
           "Fare from one destination to another, relative to that from home"});
}

Place choose_where_to_live(ReturnParameters const& parameters, Kernel kernel,
                           StayOrHome const& values, ByPlace<Offer> const& elsewhere,
                           ChoiceNoise const& noise)
{
    double const s = parameters.noise;
    double const l = dissimilarity(kernel, parameters.dissimilarity);
    double const home = values.home + s * noise.alternative(go_home);
    double largest = values.staying + s * noise.alternative(stay);
    Place chosen = values.here;
    if (home > largest)
    {
        largest = home;
        chosen = Place::home;
    }
    for (Place const place : parameters.destinations)
    {
        Offer const& offer = elsewhere[index(place)];
        if (!offer.open) continue;
        double const own =
            noise.alternative(first_elsewhere + static_cast<std::uint32_t>(index(place)));
        double const unobserved = l * noise.nest(nest_elsewhere, l) + l * own;
        double const worth = offer.value - parameters.uprooting + s * unobserved;
        if (worth <= largest) continue;
        largest = worth;
        chosen = place;
    }
    return chosen;
}
}  // namespace kochmon
