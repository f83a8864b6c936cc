// SPDX-License-Identifier: MIT
#include "agents/vocabulary/in_force.hpp"

#include <algorithm>
#include <string>

#include "agents/vocabulary/jurisdictions.hpp"

namespace kochmon
{
namespace
{
/// A case for each country of origin: what is set, and that the run holds persons of it.
template <class Settings>
Cases for_some_country(Settings const& settings)
{
    Cases cases;
    for (std::size_t country = 0; country < country_count; ++country)
    {
        cases.push_back(settings(country_names[country]));
        cases.back().push_back(
            {path_of_origin(static_cast<Country>(country)) + "included", "true"});
    }
    return cases;
}
}  // namespace

Cases where_permits_are(Jurisdiction where)
{
    std::string const at = path_of_law(where);
    Cases cases;
    if (std::ranges::find(unions, where) != unions.end())
        cases = for_some_country(
            [&](std::string const& country) -> std::vector<Setting> {
                return {{at + ".regime", "free_movement"},
                        {at + ".union_members." + country, "false"}};
            });
    cases.insert(cases.begin(), {{at + ".regime", "permit"}});
    return cases;
}

Cases each_with(Cases cases, Setting const& setting)
{
    for (std::vector<Setting>& all : cases) all.push_back(setting);
    return cases;
}

Cases where_naturalization_is(Jurisdiction where)
{
    std::string const at = path_of_law(where) + ".naturalization.";
    return {{{at + "simplified.open", "true"}},
            {{at + "agreement.open", "true"}},
            {{at + "reformed.open", "true"}}};
}

Cases where_residence_is(Jurisdiction where)
{
    std::string const at = path_of_law(where) + ".residence.";
    return {{{at + "by_quota.open", "true"}}, {{at + "by_agreement.open", "true"}}};
}
}  // namespace kochmon
