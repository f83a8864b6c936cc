// SPDX-License-Identifier: MIT
#include "agents/rules/departure.hpp"

#include <fmt/format.h>

namespace kochmon
{
namespace
{
constexpr std::uint32_t nest_go = 0;
constexpr std::uint32_t nest_main = 1;
}  // namespace

void DepartureParameters::fields(Fields& field)
{
    destinations = field.corridor().destinations();
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
    field(fmt::format("rules.departure.{}_dissimilarity", field.corridor().adjective()),
          main_dissimilarity,
          {Dimension::ratio,
           {0.05, 1},
           fmt::format("Dissimilarity l_R of {} destinations, at most l",
                       field.corridor().adjective_title())});
    psychic_cost_fields(field);
}

void DepartureParameters::psychic_cost_fields(Fields& field)
{
    for (Place const place : field.corridor().destinations())
        field(path_of_destination(field.corridor(), place) + ".psychic_cost",
              psychic_cost[index(place)],
              {Dimension::roubles_per_month,
               {-1'000'000, 1'000'000},
               fmt::format(
                   "What going there weighs beside money, over going to {}: language, distance, "
                   "strangers; nothing for those who are there",
                   field.corridor().main_title())});
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
    double const l_main = dissimilarity(kernel, parameters.main_dissimilarity);
    double const go = l * noise.nest(nest_go, l);
    double const main = l_main * noise.nest(nest_main, l_main / l);

    std::optional<Place> best;
    double largest =
        value_of_home + s * noise.alternative(static_cast<std::uint32_t>(index(Place::home)));
    for (Place const place : parameters.destinations)
    {
        Offer const& offer = offers[index(place)];
        if (!offer.open) continue;
        double const own = noise.alternative(static_cast<std::uint32_t>(index(place)));
        double const unobserved =
            is_in_main_jurisdiction(place) ? go + main + l_main * own : go + l * own;
        double const worth = offer.value + s * unobserved;
        if (worth <= largest) continue;
        largest = worth;
        best = place;
    }
    return best;
}
}  // namespace kochmon
