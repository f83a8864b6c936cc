// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string>

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// Ways to citizenship, side by side [F10]. A path is a row of this list and values in YAML: who
/// may take it, and what it asks for.
enum class CitizenshipPath : std::uint8_t
{
    simplified,  // by an agreement of two states: a migration card was enough
    agreement,   // of the four states of 1999: for those with relatives who are citizens
    reformed     // the general way: residence, the language, a profession, an address
};
inline constexpr std::array<CitizenshipPath, 3> all_citizenship_paths = {
    CitizenshipPath::simplified, CitizenshipPath::agreement, CitizenshipPath::reformed};
inline std::array<std::string, 3> const citizenship_path_names = {"simplified", "agreement",
                                                                  "reformed"};
template <class Value>
using ByCitizenshipPath = std::array<Value, 3>;

/// What the office knows of an applicant.
struct Applicant
{
    int lawful_months = 0;     // of this stay, without a break
    int residence_months = 0;  // as a resident
    bool clean_record = true;
    bool has_relative = false;  // close, and a citizen there
    bool speaks_language = false;
    bool has_profession = false;
    bool has_address = false;
};

/// What one path asks for, by jurisdiction.
struct CitizenshipPathLaw
{
    ByJurisdiction<bool> open{};
    ByJurisdiction<ByCountry<bool>> countries{};  // of origin, to which it is open
    ByJurisdiction<int> lawful_months{};
    ByJurisdiction<int> residence_months{};
    ByJurisdiction<bool> asks_relative{};
    ByJurisdiction<bool> asks_language{};
    ByJurisdiction<bool> asks_profession{};
    ByJurisdiction<bool> asks_address{};
    ByJurisdiction<double> queue{};  // months from application to decision

    void fields(Fields& field, CitizenshipPath path, Jurisdiction where);

    bool admits(Jurisdiction where, Region origin, Applicant const& applicant) const;
};

struct NaturalizationLaw
{
    ByCitizenshipPath<CitizenshipPathLaw> path{};
    ByJurisdiction<Kopecks> fee{};
    ByJurisdiction<Share> approval{};
    ByJurisdiction<int> clean_record{};  // months without being found irregular
    ByJurisdiction<bool> dual{};         // whether the other citizenship may be kept [F21]

    void fields(Fields& field);

    CitizenshipPathLaw& of(CitizenshipPath which) { return path[index(which)]; }
    CitizenshipPathLaw const& of(CitizenshipPath which) const { return path[index(which)]; }
    /// Months in the shortest queue to which an applicant is admitted, before delays at home;
    /// nothing where no path admits.
    std::optional<double> queue(Jurisdiction where, Region origin,
                                Applicant const& applicant) const;
};
}  // namespace kochmon
