// SPDX-License-Identifier: MIT
#include "agents/law/residence.hpp"

#include <algorithm>

#include "agents/vocabulary/in_force.hpp"

namespace kochmon
{
void ResidencePathLaw::fields(Fields& field, ResidencePath which, Jurisdiction where)
{
    std::size_t const k = index(where);
    std::string const at =
        path_of_law(field.corridor(), where) + ".residence." + residence_path_names[index(which)];
    auto const truth = [&](std::string const& name, bool& value, std::string const& meaning)
    {
        field(at + "." + name, value,
              in_force_if({at + ".open", "true"},
                          {.dimension = Dimension::truth, .meaning = meaning, .use = Use::lever}));
    };
    field(at + ".open", open[k],
          {.dimension = Dimension::truth,
           .meaning = "Whether foreigners may apply for residence by this path",
           .use = Use::lever});
    for (Country const country : field.corridor().countries())
        truth("countries." + field.corridor().name_of(country), countries[k][index(country)],
              "Whether it is open to those who come from there");
    truth("quota", quota[k], "Whether it takes a place in the quota of the destination");
    truth("relative", asks_relative[k],
          "Whether it asks for a close relative who is a citizen there");
    truth("work_right", asks_work_right[k], "Whether it asks for a right to work");
}

void ResidenceLaw::fields(Fields& field)
{
    for (Jurisdiction const where : field.corridor().with_whole_law())
    {
        for (ResidencePath const which : all_residence_paths)
            path[index(which)].fields(field, which, where);
        terms(field, where);
    }
}

void ResidenceLaw::terms(Fields& field, Jurisdiction where)
{
    std::size_t const k = index(where);
    std::string const at = path_of_law(field.corridor(), where) + ".residence";
    Cases const asked = where_residence_is(field.corridor(), where);
    auto const roubles = [&](std::string const& name, Kopecks& value, std::string const& meaning)
    {
        field(at + "." + name, value,
              in_force_if_any(asked, {Dimension::roubles, {0, 10'000'000}, meaning, Use::lever}));
    };
    auto const months =
        [&](std::string const& name, int& value, Range range, std::string const& meaning)
    {
        field(at + "." + name, value,
              in_force_if_any(asked, {Dimension::months, range, meaning, Use::lever}));
    };
    roubles("temporary_fee", temporary_fee[k],
            "Cost of an application for temporary residence, papers included");
    months("temporary_duration", temporary_duration[k], {1, 600},
           "Duration of temporary residence");
    months("months_before_permanent", months_before_permanent[k], {0, 600},
           "Temporary residence that permanent residence asks for");
    roubles("permanent_fee", permanent_fee[k], "Cost of an application for permanent residence");
    months("clean_record", clean_record[k], {0, 600},
           "Months without being found irregular that residence asks for");
}

bool ResidenceLaw::open(Jurisdiction where) const
{
    return std::ranges::any_of(path,
                               [&](ResidencePathLaw const& law) { return law.open[index(where)]; });
}

std::optional<bool> ResidenceLaw::admitted_in_quota(Jurisdiction where,
                                                    ResidenceApplicant const& applicant) const
{
    std::size_t const at = index(where);
    std::optional<bool> in_quota;
    for (ResidencePathLaw const& law : path)
    {
        bool const admits = law.open[at] &&
                            law.countries[at][index(origin_country(applicant.origin))] &&
                            (applicant.has_relative || !law.asks_relative[at]) &&
                            (applicant.has_work_right || !law.asks_work_right[at]) &&
                            (applicant.lists_are_open || !law.quota[at]);
        if (admits) in_quota = in_quota.value_or(true) && law.quota[at];
    }
    return in_quota;
}
}  // namespace kochmon
