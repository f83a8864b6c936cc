// SPDX-License-Identifier: MIT
#pragma once

#include "agents/society/society.hpp"
#include "agents/state/piece.hpp"

namespace kochmon
{
/// A person abroad pays: cash first, what is missing becomes debt and an event.
void charge(Piece& piece, std::size_t person, Flow kind, Kopecks amount);

/// Enters the service of a debt into the month's flows.
void record(Tally& tally, DebtService const& service, Region region, Place place);

/// What a person's household has for one member this month, as of the end of last month: its cash
/// and income, what its purse gives, and the debt that lenders count.
struct HouseholdMeans
{
    Kopecks cash;
    Kopecks income;  // a month's, at home
    Kopecks purse;
    Kopecks debt;
};
HouseholdMeans household_means(Society const& society, Population const& population,
                               std::size_t person);

/// What a person can pay with now, given ties where the money is needed.
Means means_of(Society const& society, Population const& population, std::size_t person,
               double ties);

/// From one place to another, home among them.
Kopecks fare(ModelParameters const& parameters, Place from, Place to);

/// What registration costs; citizens of the destination need none.
Kopecks registration_fee(ModelParameters const& parameters, Place place, bool citizen);

/// What is paid for being placed, beside the way: the placement and, where one is needed, the
/// permit.
Kopecks price_of_placement(ModelParameters const& parameters, Place place, Region origin);

/// Pay of a month of work in the job now held.
Kopecks monthly_pay(Society const& society, Persons const& persons, std::size_t person);

/// Stores kopecks on a person; the range of 32 bits (21 million RUB) is an invariant.
std::int32_t on_person(Kopecks amount);

/// A person's ties by place, as of the end of last month.
ByPlace<double> ties_of(Society const& society, Population const& population, std::size_t person);
/// The same where the person is.
double ties_here(Society const& society, Population const& population, std::size_t person);
/// The part of the need for ties that these, at a place, leave unmet, of a person of a region.
double unmet_of(Society const& society, Region origin, Place place, double ties);
}  // namespace kochmon
