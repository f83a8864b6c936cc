// SPDX-License-Identifier: MIT
#include "config/units.hpp"

#include <vector>

#include "engine/contract.hpp"

namespace kochmon
{
namespace
{
using Units = std::vector<Unit>;

Units const& units_without_money(Dimension dimension)
{
    static Units const no_unit = {Unit{}};
    static Units const of_ratio = {Unit{}, Unit{.text = "%", .is_percent = true}};
    static Units const of_per_month = {Unit{.text = "1/month"},
                                       Unit{.text = "%/month", .is_percent = true},
                                       Unit{.text = "1/year", .divisor = 12.0},
                                       Unit{.text = "%/year", .divisor = 12.0, .is_percent = true}};
    static Units const of_months = {Unit{.text = "months"}, Unit{.text = "days", .divisor = 30.0},
                                    Unit{.text = "years", .factor = 12.0}};
    static Units const of_persons = {Unit{.text = "persons"}};
    static Units const of_persons_per_year = {Unit{.text = "persons/year"}};
    switch (dimension)
    {
        case Dimension::ratio:
        case Dimension::share:
            return of_ratio;
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
}  // namespace

bool is_money(Dimension dimension)
{
    return dimension == Dimension::roubles || dimension == Dimension::roubles_per_month;
}

std::span<Unit const> units_of(Declared const& declared)
{
    if (!is_money(declared.dimension)) return units_without_money(declared.dimension);
    EXPECT(declared.currencies != nullptr && !declared.currencies->list().empty());
    return declared.dimension == Dimension::roubles ? declared.currencies->amounts()
                                                    : declared.currencies->amounts_per_month();
}

double in_unit(double value, Unit const& unit)
{
    return value * unit.divisor / unit.factor * (unit.is_percent ? 100.0 : 1.0);
}
}  // namespace kochmon
