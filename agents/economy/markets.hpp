// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "engine/quantities.hpp"

#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// What work pays and living costs, at home and abroad.
struct MarketParameters
{
    std::array<double, most_currencies> exchange{};  // rates, by currency; the first has none
    double price_level = 1.0;
    ByRegion<Kopecks> wage_at_home;
    ByRegion<Share> wage_job_share;
    double income_without_wage_job = 0.0;
    ByPlace<Kopecks> wage;       // a month of work without a work right, wage factor 1
    ByPlace<Kopecks> first_bed;  // lodging in the first month
    ByPlace<Kopecks> lodging;    // a share of a flat, later
    ByPlace<Kopecks> food;
    ByPlace<Kopecks> fare;  // one way
    double belief_weight = 0.0;

    void fields(Fields& field);
};
}  // namespace kochmon
