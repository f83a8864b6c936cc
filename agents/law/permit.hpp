// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/vocabulary/places.hpp"
#include "agents/vocabulary/status.hpp"

namespace kochmon
{
enum class PermitPayment
{
    upfront,
    monthly  // lapses in the first month that is not paid
};

/// One scheme of permits to work [F3]: who may have one, for work with whom, at what price, for how
/// long. Whichever it is, it covers registration.
struct PermitLaw
{
    ByJurisdiction<bool> open{};
    ByJurisdiction<Employers> employers{};
    ByJurisdiction<bool> quota{};             // takes a place in the destination's permit quota
    ByJurisdiction<Kopecks> least_pay{};      // a month, of those who may have one
    ByJurisdiction<ByRegion<Kopecks>> fee{};  // of the whole duration; may differ by origin
    ByJurisdiction<Kopecks> papers{};         // what an application costs beside the fee
    ByJurisdiction<int> duration{};           // months
    ByJurisdiction<PermitPayment> payment{};  // of the fee
    ByJurisdiction<double> red_tape{};        // months from application to permit; days act as d/30

    void fields(Fields& field, Scheme scheme);

    Kopecks fee_of(Place place, Region origin) const;
    /// What it takes a month that the fee buys, fee and papers, RUB.
    double cost_per_month(Place place, Region origin) const;
    /// A month's part of the fee.
    Kopecks monthly_fee(Place place, Region origin) const;
    /// What is paid on the day: papers, and the fee or its first month.
    Kopecks first_payment(Place place, Region origin) const;
    bool monthly(Place place) const
    {
        return payment[index(jurisdiction_of(place))] == PermitPayment::monthly;
    }

  private:
    void terms(Fields& field, Scheme scheme, Jurisdiction where);
    void price(Fields& field, Scheme scheme, Jurisdiction where);
};

/// The schemes side by side. Where the law is not told whole, the permit is the only one.
struct PermitSchemes
{
    ByScheme<PermitLaw> law{};

    void fields(Fields& field);

    PermitLaw const& of(Scheme scheme) const { return law[index(scheme)]; }
    PermitLaw& of(Scheme scheme) { return law[index(scheme)]; }
    bool is_open(Scheme scheme, Jurisdiction where) const { return of(scheme).open[index(where)]; }
};

/// Whole months that an office takes: floor(delay), and one more with the chance of the rest.
int months_of_delay(double delay, double u);
}  // namespace kochmon
