// SPDX-License-Identifier: MIT
#include "agents/rules/departure.hpp"

#include <fmt/format.h>

#include "engine/contest.hpp"

namespace kochmon
{
namespace
{
constexpr std::uint32_t nest_go = 0;
constexpr std::uint32_t nest_main = 1;

std::uint32_t number_of(Place place)
{
    return static_cast<std::uint32_t>(index(place));
}
}  // namespace

void DepartureParameters::fields(Fields& field)
{
    destinations = field.corridor().destinations();
    field("rules.departure.first_trip_hurdle", first_trip_hurdle,
          {Dimension::ratio,
           {0, 10},
           "Expected pay abroad, relative to income here, that a first trip needs"});
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
               fmt::format("What going there costs apart from money, beyond going to {}: language, "
                           "distance, strangers; nothing for those who are there",
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
                                        double value_of_home, OffersOf& offers,
                                        ChoiceNoise const& noise)
{
    double const l = dissimilarity(kernel, parameters.going_dissimilarity);
    double const l_main = dissimilarity(kernel, parameters.main_dissimilarity);
    Contest contest(noise, parameters.noise);
    contest.add_nest(nest_go, l, l);
    contest.add_nest(nest_main, l_main / l, l_main);
    contest.enter(number_of(Place::home), value_of_home);
    for (Place const place : parameters.destinations)
    {
        auto const most = offers.most_value(place);
        if (!most) continue;
        bool const is_main = is_in_main_jurisdiction(place);
        auto const within = is_main ? Contest::Within::both : Contest::Within::first;
        double const weight = is_main ? l_main : l;
        if (!contest.may_win(number_of(place), *most, within, weight)) continue;
        Offer const offer = offers.offer(place);
        if (offer.open) contest.enter(number_of(place), offer.value, within, weight);
    }
    std::uint32_t const chosen = contest.winner();
    for (Place const place : parameters.destinations)
        if (number_of(place) == chosen) return place;
    return std::nullopt;
}

std::optional<Place> choose_destination(DepartureParameters const& parameters, Kernel kernel,
                                        double value_of_home, ByPlace<Offer> const& offers,
                                        ChoiceNoise const& noise)
{
    KnownOffers known(offers);
    return choose_destination(parameters, kernel, value_of_home, known, noise);
}

std::array<double, 2> nests_of(DepartureParameters const& parameters, Kernel kernel)
{
    double const l = dissimilarity(kernel, parameters.going_dissimilarity);
    return {l, dissimilarity(kernel, parameters.main_dissimilarity) / l};
}
}  // namespace kochmon
