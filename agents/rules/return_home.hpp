// SPDX-License-Identifier: MIT
#pragma once

#include "engine/choice.hpp"
#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/vocabulary/kernel.hpp"
#include "agents/vocabulary/offer.hpp"
#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// Stay, move on, or return.
struct ReturnParameters
{
    double sunk_cost = 0.0;      // RUB/month off the value of home
    double settlement = 0.0;     // RUB/month that citizenship takes from the attachment
    double noise = 1.0;          // RUB/month
    double uprooting = 0.0;      // RUB/month off the value of other destinations
    double dissimilarity = 1.0;  // l, of the nest of other destinations
    double fare = 0.0;           // between destinations, relative to that from home
    Places destinations;

    void fields(Fields& field);
};

/// Of a person abroad: staying and home, to be compared with other destinations; RUB a month.
struct StayOrHome
{
    Place here = Place::home;
    double staying = 0.0;
    double home = 0.0;
};

/// {home}, {stay}, {move on: other destinations}: where the person lives next. The largest of
/// value + noise; exact nested logit of two levels. Offers elsewhere are asked for in the order of
/// destinations but the present one, those alone that may still win; none: the person does not look
/// at others.
Place choose_where_to_live(ReturnParameters const& parameters, Kernel kernel,
                           StayOrHome const& values, OffersOf* elsewhere, ChoiceNoise const& noise);
/// Of offers that are all known.
Place choose_where_to_live(ReturnParameters const& parameters, Kernel kernel,
                           StayOrHome const& values, ByPlace<Offer> const& elsewhere,
                           ChoiceNoise const& noise);
/// Index of the nest of other destinations.
double nest_of(ReturnParameters const& parameters, Kernel kernel);
}  // namespace kochmon
