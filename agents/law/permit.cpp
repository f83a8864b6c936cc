// SPDX-License-Identifier: MIT
#include "agents/law/permit.hpp"

#include "agents/vocabulary/in_force.hpp"

namespace kochmon
{
namespace
{
std::string path_of_scheme(Corridor const& corridor, Scheme scheme, Jurisdiction where)
{
    return path_of_law(corridor, where) + "." + scheme_names[index(scheme)];
}

Cases where_it_is_open(Corridor const& corridor, Scheme scheme, Jurisdiction where)
{
    return each_with(where_permits_are(corridor, where),
                     {path_of_scheme(corridor, scheme, where) + ".open", "true"});
}
}  // namespace

void PermitLaw::fields(Fields& field, Scheme scheme)
{
    Corridor const& corridor = field.corridor();
    for (Jurisdiction const where : corridor.jurisdictions())
    {
        if (scheme != Scheme::permit && !corridor.has_whole_law(where)) continue;
        terms(field, scheme, where);
        price(field, scheme, where);
    }
}

void PermitLaw::terms(Fields& field, Scheme scheme, Jurisdiction where)
{
    std::size_t const k = index(where);
    std::string const at = path_of_scheme(field.corridor(), scheme, where);
    Cases const asked = where_it_is_open(field.corridor(), scheme, where);
    field(at + ".open", open[k],
          in_force_if_any(where_permits_are(field.corridor(), where),
                          {.dimension = Dimension::truth,
                           .meaning = "Whether such permits are given",
                           .use = Use::lever}));
    field(at + ".employers", employers[k],
          in_force_if_any(asked, {.dimension = Dimension::word,
                                  .meaning = "For whom its holder may work: everybody, firms "
                                             "alone, or households (private persons) alone",
                                  .use = Use::lever,
                                  .words = {"all", "firms", "households"}}));
    field(at + ".quota", quota[k],
          in_force_if_any(asked, {.dimension = Dimension::truth,
                                  .meaning = "Whether it takes a place in the permit quota of the "
                                             "destination",
                                  .use = Use::lever}));
    field(at + ".least_pay", least_pay[k],
          in_force_if_any(asked, {Dimension::roubles_per_month,
                                  {0, 10'000'000},
                                  "Least pay with which a worker may have it",
                                  Use::lever}));
}

void PermitLaw::price(Fields& field, Scheme scheme, Jurisdiction where)
{
    std::size_t const k = index(where);
    std::string const at = path_of_scheme(field.corridor(), scheme, where);
    Cases const asked = where_it_is_open(field.corridor(), scheme, where);
    field(at + ".fee", fee[k],
          in_force_if_any(asked, {Dimension::roubles,
                                  {0, 10'000'000},
                                  "Fee of a permit of this kind for its whole duration",
                                  Use::lever,
                                  {origin_dimension(field.corridor())}}));
    field(at + ".papers", papers[k],
          in_force_if_any(asked, {Dimension::roubles,
                                  {0, 10'000'000},
                                  "What an application costs in addition to the fee, paid with it",
                                  Use::lever}));
    field(at + ".duration", duration[k],
          in_force_if_any(
              asked,
              {Dimension::months, {1, 120}, "Months for which a permit is valid", Use::lever}));
    field(
        at + ".payment", payment[k],
        in_force_if_any(asked, {.dimension = Dimension::word,
                                .meaning = "Whether the fee is paid at once or month by month; an "
                                           "unpaid month lets the permit lapse",
                                .use = Use::lever,
                                .words = {"upfront", "monthly"}}));
    field(at + ".red_tape", red_tape[k],
          in_force_if_any(
              asked, {Dimension::months, {0, 24}, "Time from application to permit", Use::lever}));
}

Kopecks PermitLaw::fee_of(Place place, Region origin) const
{
    return fee[index(jurisdiction_of(place))][index(origin)];
}

double PermitLaw::cost_per_month(Place place, Region origin) const
{
    std::size_t const where = index(jurisdiction_of(place));
    return (fee_of(place, origin) + papers[where]).roubles() / duration[where];
}

Kopecks PermitLaw::monthly_fee(Place place, Region origin) const
{
    return Kopecks::from_roubles(fee_of(place, origin).roubles() /
                                 duration[index(jurisdiction_of(place))]);
}

Kopecks PermitLaw::first_payment(Place place, Region origin) const
{
    Kopecks const now = monthly(place) ? monthly_fee(place, origin) : fee_of(place, origin);
    return papers[index(jurisdiction_of(place))] + now;
}

void PermitSchemes::fields(Fields& field)
{
    for (Scheme const scheme : all_schemes) of(scheme).fields(field, scheme);
}

int months_of_delay(double delay, double u)
{
    auto const whole = static_cast<int>(delay);
    return u < delay - whole ? whole + 1 : whole;
}
}  // namespace kochmon
