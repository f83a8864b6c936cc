// SPDX-License-Identifier: MIT
#include "agents/rules/departure.hpp"

namespace kochmon
{
namespace
{
constexpr std::uint32_t nest_go = 0;
constexpr std::uint32_t nest_russia = 1;
}  // namespace

void DepartureParameters::fields(Fields& field)
{
    field("rules.departure.first_trip_hurdle", first_trip_hurdle,
          {Dimension::ratio,
           {0, 10},
           "Expected pay abroad over income here that a first trip needs"});
    field("rules.departure.later_trip_hurdle", later_trip_hurdle,
          {Dimension::ratio, {0, 10}, "The same for later trips"});
    field("rules.departure.noise", noise,
          {Dimension::roubles_per_month, {1, 1'000'000}, "Scale sigma_go of what is not observed"});
    field("rules.departure.going_dissimilarity", going_dissimilarity,
          {Dimension::ratio, {0.05, 1}, "Dissimilarity l of destinations"});
    field("rules.departure.russian_dissimilarity", russian_dissimilarity,
          {Dimension::ratio, {0.05, 1}, "Dissimilarity l_R of Russian destinations, at most l"});
    psychic_cost_fields(field);
}

void DepartureParameters::psychic_cost_fields(Fields& field)
{
    for (std::size_t place = 1; place < place_count; ++place)
        field("destinations." + place_names[place] + ".psychic_cost", psychic_cost[place],
              {Dimension::roubles_per_month,
               {-1'000'000, 1'000'000},
               "What going there weighs beside money, over going to Russia: language, distance, "
               "strangers; nothing for those who are there"});
}

double hurdle(DepartureParameters const& parameters, double income_here, Trip trip)
{
    return income_here *
           (trip == Trip::first ? parameters.first_trip_hurdle : parameters.later_trip_hurdle);
}

bool worth_considering(DepartureParameters const& parameters, Offer const& offer,
                       double income_here, Trip trip)
{
    return offer.open && offer.pay > hurdle(parameters, income_here, trip);
}

std::optional<Place> choose_destination(DepartureParameters const& parameters, Kernel kernel,
                                        double value_of_home, ByPlace<Offer> const& offers,
                                        ChoiceNoise const& noise)
{
    double const s = parameters.noise;
    double const l = dissimilarity(kernel, parameters.going_dissimilarity);
    double const l_russia = dissimilarity(kernel, parameters.russian_dissimilarity);
    double const go = l * noise.nest(nest_go, l);
    double const russia = l_russia * noise.nest(nest_russia, l_russia / l);

    std::optional<Place> best;
    double largest = value_of_home + s * noise.alternative(static_cast<std::uint32_t>(Place::home));
    for (std::size_t at = 1; at < place_count; ++at)
    {
        if (!offers[at].open) continue;
        auto const place = static_cast<Place>(at);
        double const own = noise.alternative(static_cast<std::uint32_t>(at));
        double const unobserved = is_russian(place) ? go + russia + l_russia * own : go + l * own;
        double const worth = offers[at].value + s * unobserved;
        if (worth <= largest) continue;
        largest = worth;
        best = place;
    }
    return best;
}
}  // namespace kochmon
