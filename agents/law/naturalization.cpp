// SPDX-License-Identifier: MIT
#include "agents/law/naturalization.hpp"

#include "agents/in_force.hpp"
#include "agents/jurisdictions.hpp"

namespace kochmon
{
namespace
{
Declared truth(std::string const& meaning)
{
    return {.dimension = Dimension::truth, .meaning = meaning, .use = Use::lever};
}

Declared months(std::string const& meaning)
{
    return {Dimension::months, {0, 600}, meaning, Use::lever};
}

Declared queue_months()
{
    return {Dimension::months, {0, 120}, "Time from application to decision", Use::lever};
}
}  // namespace

void NaturalizationLaw::fields(Fields& field)
{
    for (Jurisdiction const where : full_law)
    {
        std::size_t const k = index(where);
        std::string const at = path_of_law(where) + ".naturalization";
        field(at + ".route", route[k],
              {.dimension = Dimension::word,
               .meaning = "The route to citizenship that is open",
               .use = Use::lever,
               .words = {"closed", "simplified", "reformed"}});
        for (std::size_t country = 0; country < country_count; ++country)
            field(at + ".agreements." + country_names[country], simplified_for[k][country],
                  in_force_if({at + ".route", "simplified"},
                              truth("Whether the simplified route is open to who comes from there; "
                                    "else the reformed one is")));
        route_fields(field, where);
        field(at + ".fee", fee[k],
              in_force_if_any(where_naturalization_is(where),
                              {Dimension::roubles,
                               {0, 10'000'000},
                               "Cost of an application for citizenship, papers included",
                               Use::lever}));
        field(at + ".approval", approval[k],
              {Dimension::share, {0, 1}, "Part of the applications approved", Use::lever});
        field(at + ".clean_record", clean_record[k],
              in_force_if_any(
                  where_naturalization_is(where),
                  months("Months without being found irregular that either route asks for")));
        field(at + ".dual_citizenship", dual[k],
              truth("Whether the citizenship of origin may be kept"));
    }
}

void NaturalizationLaw::route_fields(Fields& field, Jurisdiction where)
{
    std::size_t const k = index(where);
    std::string const at = path_of_law(where) + ".naturalization";
    auto const simplified = [&](std::string const& name, auto& value, Declared const& declared) {
        field(at + ".simplified." + name, value,
              in_force_if_any(where_simplified(where), declared));
    };
    auto const reformed = [&](std::string const& name, auto& value, Declared const& declared)
    { field(at + ".reformed." + name, value, in_force_if_any(where_reformed(where), declared)); };
    simplified("lawful_stay", lawful_months[k],
               months("Lawful stay without a break that the simplified route asks for"));
    simplified("queue", simplified_queue[k], queue_months());
    reformed("residence", residence_months[k],
             months("Residence that the reformed route asks for"));
    reformed("queue", reformed_queue[k], queue_months());
    reformed("language", asks_language[k],
             truth("Whether the reformed route asks for the language"));
    reformed("profession", asks_profession[k],
             truth("Whether the reformed route asks for a profession"));
    reformed("address", asks_address[k],
             truth("Whether the reformed route asks for a registered address"));
}

Route NaturalizationLaw::route_of(Jurisdiction where, Region origin) const
{
    Route const open = route[index(where)];
    bool const agreed = simplified_for[index(where)][index(origin_country(origin))];
    return open == Route::simplified && !agreed ? Route::reformed : open;
}

bool NaturalizationLaw::may_apply(Jurisdiction where, Region origin,
                                  Applicant const& applicant) const
{
    std::size_t const at = index(where);
    Route const open = route_of(where, origin);
    if (open == Route::closed || !applicant.clean_record) return false;
    if (open == Route::simplified) return applicant.lawful_months >= lawful_months[at];
    return applicant.residence_months >= residence_months[at] && applicant.residence_months > 0 &&
           (applicant.speaks_language || !asks_language[at]) &&
           (applicant.has_profession || !asks_profession[at]) &&
           (applicant.has_address || !asks_address[at]);
}

double NaturalizationLaw::queue(Jurisdiction where, Region origin) const
{
    std::size_t const at = index(where);
    return route_of(where, origin) == Route::simplified ? simplified_queue[at] : reformed_queue[at];
}
}  // namespace kochmon
