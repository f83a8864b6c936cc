// SPDX-License-Identifier: MIT
#include "agents/law/naturalization.hpp"

#include <algorithm>

#include "agents/vocabulary/in_force.hpp"

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
}  // namespace

void CitizenshipPathLaw::fields(Fields& field, CitizenshipPath path, Jurisdiction where)
{
    std::size_t const k = index(where);
    std::string const at = path_of_law(field.corridor(), where) + ".naturalization." +
                           citizenship_path_names[index(path)];
    field(at + ".open", open[k], truth("Whether this path to citizenship is open"));
    auto const asked = [&](std::string const& name, auto& value, Declared const& declared) {
        field(at + "." + name, value, in_force_if({at + ".open", "true"}, declared));
    };
    for (Country const country : field.corridor().countries())
        asked("countries." + field.corridor().name_of(country), countries[k][index(country)],
              truth("Whether it is open to those who come from there"));
    asked("lawful_stay", lawful_months[k], months("Unbroken lawful stay that it asks for"));
    asked("residence", residence_months[k],
          months("Residence, temporary or permanent, that it asks for"));
    asked("relative", asks_relative[k],
          truth("Whether it asks for a close relative who is a citizen there"));
    asked("language", asks_language[k], truth("Whether it asks for the language"));
    asked("profession", asks_profession[k], truth("Whether it asks for a profession"));
    asked("address", asks_address[k], truth("Whether it asks for a registered address"));
    asked("queue", queue[k],
          {Dimension::months, {0, 120}, "Time from application to decision", Use::lever});
}

bool CitizenshipPathLaw::admits(Jurisdiction where, Region origin, Applicant const& applicant) const
{
    std::size_t const at = index(where);
    bool const resident = residence_months[at] == 0 || applicant.residence_months > 0;
    return open[at] && countries[at][index(origin_country(origin))] && resident &&
           applicant.lawful_months >= lawful_months[at] &&
           applicant.residence_months >= residence_months[at] &&
           (applicant.has_relative || !asks_relative[at]) &&
           (applicant.speaks_language || !asks_language[at]) &&
           (applicant.has_profession || !asks_profession[at]) &&
           (applicant.has_address || !asks_address[at]);
}

void NaturalizationLaw::fields(Fields& field)
{
    for (Jurisdiction const where : field.corridor().with_whole_law())
    {
        std::size_t const k = index(where);
        std::string const at = path_of_law(field.corridor(), where) + ".naturalization";
        for (CitizenshipPath const which : all_citizenship_paths)
            of(which).fields(field, which, where);
        Cases const anywhere = where_naturalization_is(field.corridor(), where);
        field(at + ".fee", fee[k],
              in_force_if_any(anywhere, {Dimension::roubles,
                                         {0, 10'000'000},
                                         "Cost of an application for citizenship, papers included",
                                         Use::lever}));
        field(at + ".approval", approval[k],
              {Dimension::share, {0, 1}, "Part of the applications approved", Use::lever});
        field(at + ".clean_record", clean_record[k],
              in_force_if_any(anywhere,
                              months("Months without being found irregular that any path asks "
                                     "for")));
        field(at + ".dual_citizenship", dual[k],
              truth("Whether the citizenship of origin may be kept"));
    }
}

std::optional<double> NaturalizationLaw::queue(Jurisdiction where, Region origin,
                                               Applicant const& applicant) const
{
    std::optional<double> shortest;
    if (!applicant.clean_record) return shortest;
    for (CitizenshipPathLaw const& law : path)
        if (law.admits(where, origin, applicant))
            shortest =
                std::min(shortest.value_or(law.queue[index(where)]), law.queue[index(where)]);
    return shortest;
}
}  // namespace kochmon
