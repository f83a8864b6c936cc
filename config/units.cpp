// SPDX-License-Identifier: MIT
#include "config/units.hpp"

#include <array>

namespace kochmon
{
namespace
{
constexpr std::array no_unit = {Unit{""}};
constexpr std::array of_ratio = {Unit{""}, Unit{.text = "%", .is_percent = true}};
constexpr std::array of_roubles = {
    Unit{"RUB"}, Unit{.text = "KGS", .currency = Currency::som},
    Unit{.text = "USD", .currency = Currency::dollar},
    Unit{.text = "nominal RUB", .currency = Currency::nominal_rouble}};
constexpr std::array of_roubles_per_month = {
    Unit{"RUB/month"}, Unit{.text = "KGS/month", .currency = Currency::som},
    Unit{.text = "USD/month", .currency = Currency::dollar},
    Unit{.text = "nominal RUB/month", .currency = Currency::nominal_rouble}};
constexpr std::array of_per_month = {Unit{"1/month"}, Unit{.text = "%/month", .is_percent = true},
                                     Unit{.text = "1/year", .divisor = 12.0},
                                     Unit{.text = "%/year", .divisor = 12.0, .is_percent = true}};
constexpr std::array of_months = {Unit{"months"}, Unit{.text = "days", .divisor = 30.0},
                                  Unit{.text = "years", .factor = 12.0}};
constexpr std::array of_persons = {Unit{"persons"}};
constexpr std::array of_persons_per_year = {Unit{"persons/year"}};
}  // namespace

std::span<Unit const> units_of(Dimension dimension)
{
    switch (dimension)
    {
        case Dimension::ratio:
        case Dimension::share:
            return of_ratio;
        case Dimension::roubles:
            return of_roubles;
        case Dimension::roubles_per_month:
            return of_roubles_per_month;
        case Dimension::per_month:
            return of_per_month;
        case Dimension::months:
            return of_months;
        case Dimension::persons:
            return of_persons;
        case Dimension::persons_per_year:
            return of_persons_per_year;
        default:
            return no_unit;
    }
}

double in_unit(double value, Unit const& unit)
{
    return value * unit.divisor / unit.factor * (unit.is_percent ? 100.0 : 1.0);
}
}  // namespace kochmon
