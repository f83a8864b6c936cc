// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/vocabulary/learning.hpp"
#include "agents/vocabulary/status.hpp"

namespace kochmon
{
/// In which sector a job is found: more of the language and more learning lead to shops, hotels,
/// hospitals and construction [F28]. The weight of a sector is its size times the factors of what
/// is known.
struct SectorParameters
{
    BySector<double> size{};              // of the jobs found, adding up to 1
    BySector<double> without_language{};  // factors; 1 for who speaks it
    BySector<double> with_profession{};   // 1 for who has learnt none
    BySector<double> basic{};             // 1 for secondary schooling
    BySector<double> higher{};
    BySector<Share> by_households{};  // of its jobs, that private persons give

    void fields(Fields& field);

    /// Chance of each sector for a job found; they add up to 1.
    BySector<double> chances(Learning const& learning) const;
    /// Chance that such a job is one in a household.
    double with_household(BySector<double> const& chances) const;
    Employer employer(Sector sector, double u) const;

    bool operator==(SectorParameters const&) const = default;

  private:
    double weight(std::size_t sector, Learning const& learning) const;
};

/// The sector of a job found, given the chances of each.
Sector sector_of(BySector<double> const& chances, double u);
}  // namespace kochmon
