// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// Ways to residence, side by side. A path is a row of this list and values in YAML.
enum class ResidencePath : std::uint8_t
{
    by_quota,     // the general way
    by_agreement  // of the four states of 1999
};
inline constexpr std::array<ResidencePath, 2> all_residence_paths = {ResidencePath::by_quota,
                                                                     ResidencePath::by_agreement};
inline std::array<std::string, 2> const residence_path_names = {"by_quota", "by_agreement"};

/// What one path asks for, by jurisdiction; a lawful stay and a passport beside it.
struct ResidencePathLaw
{
    ByJurisdiction<bool> open{};
    ByJurisdiction<ByCountry<bool>> countries{};  // of origin, to which it is open
    ByJurisdiction<bool> quota{};                 // takes a place in the destination's quota
    ByJurisdiction<bool> asks_relative{};         // close, and a citizen there
    ByJurisdiction<bool> asks_work_right{};

    void fields(Fields& field, ResidencePath path, Jurisdiction where);
};

/// What is asked of those who seek residence.
struct ResidenceApplicant
{
    Region origin = {};
    bool has_relative = false;
    bool has_work_right = false;
    bool lists_are_open = true;
};

/// Temporary and permanent residence: work without a permit, and the residence that paths to
/// citizenship ask for. Places are a quota (law/quota).
struct ResidenceLaw
{
    std::array<ResidencePathLaw, 2> path{};
    ByJurisdiction<Kopecks> temporary_fee{};
    ByJurisdiction<int> temporary_duration{};       // months
    ByJurisdiction<int> months_before_permanent{};  // of temporary residence
    ByJurisdiction<Kopecks> permanent_fee{};
    ByJurisdiction<int> clean_record{};  // months without being found irregular

    void fields(Fields& field);

    bool open(Jurisdiction where) const;
    /// Whether an applicant is admitted by some path, and if so whether each that does takes a
    /// place in the quota.
    std::optional<bool> admitted_in_quota(Jurisdiction where,
                                          ResidenceApplicant const& applicant) const;

  private:
    void terms(Fields& field, Jurisdiction where);
};
}  // namespace kochmon
