// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>

#include "engine/choice.hpp"

#include "config/fields.hpp"

#include "agents/vocabulary/kernel.hpp"
#include "agents/vocabulary/offer.hpp"
#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// Who leaves for work, and where to [F5, F14, F17, F24].
struct DepartureParameters
{
    double first_trip_hurdle = 1.0;
    double later_trip_hurdle = 1.0;
    double noise = 1.0;                // sigma_go, RUB/month
    double going_dissimilarity = 1.0;  // l, of the nest of all destinations
    double main_dissimilarity = 1.0;   // l_R, of those of the main jurisdiction; l_R <= l
    ByPlace<double> psychic_cost{};    // RUB/month, of going to a strange country
    Places destinations;

    void fields(Fields& field);

  private:
    void psychic_cost_fields(Fields& field);
};

enum class Trip
{
    first,
    later
};

/// What expected pay at a destination must exceed, RUB a month.
double hurdle(DepartureParameters const& parameters, double income_here, Trip trip);
/// A destination enters only if expected pay there exceeds income here times the hurdle: no wage
/// gap, no departures for work. Pay and not what costs leave of it: these are weighed in the value.
bool worth_considering(DepartureParameters const& parameters, Offer const& offer,
                       double income_here, Trip trip);

/// {home}, {go: destinations, those of the main jurisdiction a nest of their own}: the largest of
/// value + noise. Nothing for home. Exact nested logit of three levels, or flat. Offers are asked
/// for in the order of destinations, those alone that may still win.
std::optional<Place> choose_destination(DepartureParameters const& parameters, Kernel kernel,
                                        double value_of_home, OffersOf& offers,
                                        ChoiceNoise const& noise);
/// Of offers that are all known.
std::optional<Place> choose_destination(DepartureParameters const& parameters, Kernel kernel,
                                        double value_of_home, ByPlace<Offer> const& offers,
                                        ChoiceNoise const& noise);
/// Indices of its nests.
std::array<double, 2> nests_of(DepartureParameters const& parameters, Kernel kernel);
}  // namespace kochmon
