// SPDX-License-Identifier: MIT
#include "agents/law/naturalization.hpp"

#include "agents/jurisdictions.hpp"

namespace kochmon
{
namespace
{
void truth(Fields& field, std::string const& path, bool& value, std::string const& meaning)
{
    field(path, value, {.dimension = Dimension::truth, .meaning = meaning, .use = Use::lever});
}

void months(Fields& field, std::string const& path, int& value, std::string const& meaning)
{
    field(path, value, {Dimension::months, {0, 600}, meaning, Use::lever});
}

void queue_field(Fields& field, std::string const& path, double& value)
{
    field(path, value,
          {Dimension::months, {0, 120}, "Time from application to decision", Use::lever});
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
            truth(field, at + ".agreements." + country_names[country], simplified_for[k][country],
                  "Whether the simplified route is open to who comes from there; else the reformed "
                  "one is");
        months(field, at + ".simplified.lawful_stay", lawful_months[k],
               "Lawful stay without a break that the simplified route asks for");
        queue_field(field, at + ".simplified.queue", simplified_queue[k]);
        months(field, at + ".reformed.residence", residence_months[k],
               "Residence that the reformed route asks for");
        queue_field(field, at + ".reformed.queue", reformed_queue[k]);
        truth(field, at + ".reformed.language", asks_language[k],
              "Whether the reformed route asks for the language");
        truth(field, at + ".reformed.profession", asks_profession[k],
              "Whether the reformed route asks for a profession");
        truth(field, at + ".reformed.address", asks_address[k],
              "Whether the reformed route asks for a registered address");
        field(at + ".fee", fee[k],
              {Dimension::roubles,
               {0, 10'000'000},
               "Cost of an application for citizenship, papers included",
               Use::lever});
        field(at + ".approval", approval[k],
              {Dimension::share, {0, 1}, "Part of the applications approved", Use::lever});
        months(field, at + ".clean_record", clean_record[k],
               "Months without being found irregular that either route asks for");
        truth(field, at + ".dual_citizenship", dual[k],
              "Whether the citizenship of origin may be kept");
    }
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
