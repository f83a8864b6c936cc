// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <tuple>

#include "engine/month.hpp"
#include "engine/quantities.hpp"

#include "agents/vocabulary/learning.hpp"
#include "agents/vocabulary/places.hpp"
#include "agents/vocabulary/status.hpp"

namespace kochmon
{
/// Head counts at the end of a month, in agents: all that persons can know of each other.
struct Stocks
{
    ByRegion<std::int64_t> adults{};              // aged 16-64, wherever they are
    ByRegion<ByPlace<std::int64_t>> adults_at{};  // of them, by place
    ByRegion<ByPlace<std::int64_t>> foreign_workers{};
    ByRegion<ByPlace<std::int64_t>> regular_workers{};
    ByRegion<ByPlace<std::int64_t>> naturalized{};  // aged 16-64

    bool operator==(Stocks const&) const = default;
    /// Of the first regions, those of the corridor; so is adding.
    void clear(std::size_t regions);
    void add(Stocks const& other, std::size_t regions);
};

/// Income at home as the wages of the scenario say.
constexpr ByRegion<double> everywhere_one()
{
    ByRegion<double> level{};
    for (double& of_region : level) of_region = 1.0;
    return level;
}

/// What can be seen in a month: made from the end of last month, frozen while persons act.
struct World
{
    Month month;
    bool seen_before = false;  // in an earlier month
    double season = 1.0;
    ByPlace<double> wage{};           // RUB/month, worker without a work right, wage factor 1
    ByPlace<double> believed_wage{};  // the same, as people at home believe it
    ByRegion<double> income_level = everywhere_one();  // of income at home (home_economy.hpp)
    ByPlace<Kopecks> first_bed{};                      // lodging in the first month
    ByPlace<Kopecks> living{};                         // lodging and food, a month
    ByLearning<BySector<double>> sector_chance{};      // of a job found
    ByLearning<double> in_household{};                 // chance that it is in a household
    ByLearning<double> expected_pay{};          // of it, relative to the wage of the destination
    ByPlace<double> check_hazard{};             // 1/month at visibility 1
    ByRegion<ByPlace<double>> region_share{};   // of the region's adults, at each place
    ByRegion<ByPlace<double>> regular_share{};  // of the region's foreign workers at each place
    ByRegion<ByPlace<double>> naturalized_share{};  // of the region's adults at each place
    ByRegion<ByPlace<double>> region_ties{};        // of everybody of the region (rules/ties.hpp)
    ByRegion<ByPlace<double>> kinless_ties{};       // all ties of those who have no kin abroad
    ByRegion<ByPlace<double>> kinless_unmet{};      // their part of the need for ties not met
    double kinless_half_way = 0.0;                  // of the rule by which these were worked out
    std::uint64_t attention_at_home = 0;            // thresholds for the draw of lane `attention`
    std::uint64_t attention_abroad = 0;
    std::uint64_t joining_at_home = 0;  // of lane `job`, which nobody at home needs for work

    template <class Self>
    static auto members(Self& self)
    {
        auto& [month, seen_before, season, wage, believed_wage, income_level, first_bed, living,
               sector_chance, in_household, expected_pay, check_hazard, region_share, regular_share,
               naturalized_share, region_ties, kinless_ties, kinless_unmet, kinless_half_way,
               attention_at_home, attention_abroad, joining_at_home] = self;
        return std::tie(month, seen_before, season, wage, believed_wage, income_level, first_bed,
                        living, sector_chance, in_household, expected_pay, check_hazard,
                        region_share, regular_share, naturalized_share, region_ties, kinless_ties,
                        kinless_unmet, kinless_half_way, attention_at_home, attention_abroad,
                        joining_at_home);
    }
};
}  // namespace kochmon
