// SPDX-License-Identifier: MIT
#include "agents/vocabulary/in_force.hpp"

#include <string>

namespace kochmon
{
namespace
{
/// A case for each country of origin: what is set, and that the run holds persons of it.
template <class Settings>
Cases for_some_country(Corridor const& corridor, Settings const& settings)
{
    Cases cases;
    for (Country const country : corridor.countries())
    {
        cases.push_back(settings(corridor.name_of(country)));
        cases.back().push_back({path_of_origin(corridor, country) + "included", "true"});
    }
    return cases;
}
}  // namespace

Cases where_permits_are(Corridor const& corridor, Jurisdiction where)
{
    std::string const at = path_of_law(corridor, where);
    Cases cases;
    if (corridor.unions().holds(where))
        cases = for_some_country(corridor,
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

Cases where_naturalization_is(Corridor const& corridor, Jurisdiction where)
{
    std::string const at = path_of_law(corridor, where) + ".naturalization.";
    return {{{at + "simplified.open", "true"}},
            {{at + "agreement.open", "true"}},
            {{at + "reformed.open", "true"}}};
}

Cases where_residence_is(Corridor const& corridor, Jurisdiction where)
{
    std::string const at = path_of_law(corridor, where) + ".residence.";
    return {{{at + "by_quota.open", "true"}}, {{at + "by_agreement.open", "true"}}};
}
}  // namespace kochmon
