// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/places.hpp"

namespace kochmon
{
enum class PermitPayment
{
    upfront,
    monthly  // lapses in the first month that is not paid
};

/// The work permit or patent [F3]: its fee, its duration, the time the office takes. It covers
/// registration. Scarce where a quota holds (law/quota).
struct PermitLaw
{
    ByJurisdiction<ByRegion<Kopecks>> fee{};  // of the whole duration; may differ by origin
    ByJurisdiction<int> duration{};           // months
    ByJurisdiction<PermitPayment> payment{};
    ByJurisdiction<double> red_tape{};  // months from application to permit; days act as d/30

    void fields(Fields& field);

    Kopecks fee_of(Place place, Region origin) const;
    /// The fee spread over the months it buys, RUB/month.
    double fee_per_month(Place place, Region origin) const;
    /// What is paid on the day: the fee, or its first month.
    Kopecks first_payment(Place place, Region origin) const;
    bool monthly(Place place) const
    {
        return payment[index(jurisdiction_of(place))] == PermitPayment::monthly;
    }
};

/// Whole months that an office takes: floor(delay), and one more with the chance of the rest.
int months_of_delay(double delay, double u);
}  // namespace kochmon
