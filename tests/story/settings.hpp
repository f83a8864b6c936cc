// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agents/law/naturalization.hpp"
#include "agents/law/residence.hpp"
#include "agents/vocabulary/places.hpp"
#include "agents/vocabulary/status.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

// What a test sets, as `--set` would.
namespace kochmon::settings
{
using Settings = std::vector<std::string>;

/// The country of origin that a test includes beside the first.
inline constexpr Country another_country = countries::tajikistan;

inline std::string russia(std::string const& rest)
{
    return "jurisdictions.russia." + rest;
}

inline Settings with(Settings set, Settings const& more)
{
    set.insert(set.end(), more.begin(), more.end());
    return set;
}

/// No path to citizenship of Russia is open but perhaps one.
inline Settings no_citizenship(std::optional<CitizenshipPath> but = {})
{
    Settings set;
    for (CitizenshipPath const path : all_citizenship_paths)
        set.push_back(russia("naturalization." + citizenship_path_names[index(path)] +
                             ".open=" + (path == but ? "true" : "false")));
    return set;
}

/// Citizenship is worth as much as its money.
inline Settings citizenship_wanted()
{
    return {"rules.naturalization.constant=0 RUB/month"};
}

/// Part of the jobs of every sector that households give.
inline Settings work_by_households(std::string const& part)
{
    Settings set;
    for (std::string const& sector : sector_names)
        set.push_back("rules.work.by_households." + sector + "=" + part);
    return set;
}

/// One path to citizenship alone or none, after a residence within the run of a test, and wanted.
inline Settings citizenship_after_residence(std::optional<CitizenshipPath> path)
{
    return with(no_citizenship(path),
                {russia("naturalization.agreement.residence=3 months"),
                 russia("naturalization.reformed.residence=3 months"),
                 "rules.naturalization.constant=50000 RUB/month",
                 "rules.residence.constant=50000 RUB/month",
                 "destinations.moscow.residence_quota.temporary=100000 persons/year"});
}

/// The same of every scheme of permits, in Russia or in every jurisdiction.
inline Settings russian_permits(std::string const& rest)
{
    Settings set;
    for (std::string const& scheme : scheme_names) set.push_back(russia(scheme + "." + rest));
    return set;
}

inline Settings all_permits(std::string const& rest)
{
    Settings set = tests::everywhere("jurisdictions", "permit." + rest);
    for (Scheme const scheme : all_schemes)
        if (scheme != Scheme::permit)
            set.push_back(russia(scheme_names[index(scheme)] + "." + rest));
    return set;
}

/// No path to residence in Russia is open but perhaps one.
inline Settings no_residence(std::optional<ResidencePath> but = {})
{
    Settings set;
    for (ResidencePath const path : all_residence_paths)
        set.push_back(russia("residence." + residence_path_names[index(path)] +
                             ".open=" + (path == but ? "true" : "false")));
    return set;
}
}  // namespace kochmon::settings
