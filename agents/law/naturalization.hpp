// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/places.hpp"

namespace kochmon
{
/// The two routes to citizenship [F10]: once a migration card or a residence permit was enough;
/// since the reform residence, an address, the language and a profession are asked for. The first
/// rests on agreements with some countries of origin.
enum class Route
{
    closed,
    simplified,
    reformed
};

/// What the office knows of an applicant.
struct Applicant
{
    int lawful_months = 0;     // of this stay, without a break
    int residence_months = 0;  // as a resident
    bool clean_record = true;
    bool speaks_language = false;
    bool has_profession = false;
    bool has_address = false;
};

struct NaturalizationLaw
{
    ByJurisdiction<Route> route{};
    ByJurisdiction<ByCountry<bool>> simplified_for{};  // by country of origin
    ByJurisdiction<int> lawful_months{};               // simplified
    ByJurisdiction<double> simplified_queue{};         // months
    ByJurisdiction<int> residence_months{};            // reformed
    ByJurisdiction<double> reformed_queue{};
    ByJurisdiction<bool> asks_language{};
    ByJurisdiction<bool> asks_profession{};
    ByJurisdiction<bool> asks_address{};
    ByJurisdiction<Kopecks> fee{};
    ByJurisdiction<Share> approval{};
    ByJurisdiction<int> clean_record{};  // months without being found irregular
    ByJurisdiction<bool> dual{};         // whether the other citizenship may be kept [F21]

    void fields(Fields& field);

    /// The route open to persons of an origin: where the simplified one is not for their country,
    /// the reformed one.
    Route route_of(Jurisdiction where, Region origin) const;
    bool may_apply(Jurisdiction where, Region origin, Applicant const& applicant) const;
    /// Months in the queue of the route, before delays at home.
    double queue(Jurisdiction where, Region origin) const;

  private:
    void route_fields(Fields& field, Jurisdiction where);
};
}  // namespace kochmon
