// SPDX-License-Identifier: MIT
#include "agents/rules/return_home.hpp"

#include "engine/contest.hpp"

namespace kochmon
{
namespace
{
// Numbers of alternatives; other destinations follow, in their order.
constexpr std::uint32_t go_home = 0;
constexpr std::uint32_t stay = 1;
constexpr std::uint32_t first_elsewhere = 1;
constexpr std::uint32_t nest_elsewhere = 0;

std::uint32_t number_elsewhere(Place place)
{
    return first_elsewhere + static_cast<std::uint32_t>(index(place));
}
}  // namespace

void ReturnParameters::fields(Fields& field)
{
    destinations = field.corridor().destinations();
    field("rules.return_home.sunk_cost", sunk_cost,
          {Dimension::roubles_per_month,
           {0, 100'000},
           "Sunk cost of having come, which weighs against going back"});
    field("rules.return_home.settlement", settlement,
          {Dimension::roubles_per_month,
           {0, 100'000},
           "What citizenship of the destination takes from the attachment to home"});
    field("rules.return_home.noise", noise,
          {Dimension::roubles_per_month, {1, 1'000'000}, "Scale of what is not observed"});
    field("rules.moving_on.uprooting", uprooting,
          {Dimension::roubles_per_month,
           {0, 1'000'000},
           "What knowing the present place is worth against moving on"});
    field("rules.moving_on.dissimilarity", dissimilarity,
          {Dimension::ratio, {0.05, 1}, "Dissimilarity l of other destinations, for those abroad"});
    field("rules.moving_on.fare", fare,
          {Dimension::ratio,
           {0, 1000},
           "Fare from one destination to another, relative to that from home"});
}

Place choose_where_to_live(ReturnParameters const& parameters, Kernel kernel,
                           StayOrHome const& values, OffersOf* elsewhere, ChoiceNoise const& noise)
{
    double const l = nest_of(parameters, kernel);
    Contest contest(noise, parameters.noise);
    contest.enter(stay, values.staying);
    contest.enter(go_home, values.home);
    if (elsewhere != nullptr) contest.add_nest(nest_elsewhere, l, l);
    for (Place const place : parameters.destinations)
    {
        if (elsewhere == nullptr || place == values.here) continue;
        auto const most = elsewhere->most_value(place);
        if (!most || !contest.may_win(number_elsewhere(place), *most - parameters.uprooting,
                                      Contest::Within::first, l))
            continue;
        Offer const offer = elsewhere->offer(place);
        if (offer.open)
            contest.enter(number_elsewhere(place), offer.value - parameters.uprooting,
                          Contest::Within::first, l);
    }
    std::uint32_t const chosen = contest.winner();
    if (chosen == go_home) return Place::home;
    for (Place const place : parameters.destinations)
        if (number_elsewhere(place) == chosen) return place;
    return values.here;
}

Place choose_where_to_live(ReturnParameters const& parameters, Kernel kernel,
                           StayOrHome const& values, ByPlace<Offer> const& elsewhere,
                           ChoiceNoise const& noise)
{
    KnownOffers known(elsewhere);
    return choose_where_to_live(parameters, kernel, values, &known, noise);
}

double nest_of(ReturnParameters const& parameters, Kernel kernel)
{
    return dissimilarity(kernel, parameters.dissimilarity);
}
}  // namespace kochmon
