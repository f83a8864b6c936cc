// SPDX-License-Identifier: MIT
#include "agents/rules/sectors.hpp"

#include <fmt/format.h>

namespace kochmon
{
namespace
{
void factors(Fields& field, std::string const& room, BySector<double>& values,
             std::string const& meaning)
{
    for (std::size_t k = 0; k < sector_count; ++k)
        field("rules.work." + room + "." + sector_names[k], values[k],
              {Dimension::ratio, {0.01, 20}, meaning});
}
}  // namespace

void SectorParameters::fields(Fields& field)
{
    std::string const speaking = field.corridor().language_title();
    for (std::size_t k = 0; k < sector_count; ++k)
        field("rules.work.sectors." + sector_names[k], size[k],
              {Dimension::share,
               {0, 1},
               fmt::format("Part of the jobs found that are in the sector, for those who speak {}, "
                           "have secondary schooling and no profession",
                           speaking)});
    factors(field, "without_" + field.corridor().language(), without_language,
            fmt::format("Weight of the sector for those who do not speak {}", speaking));
    factors(field, "with_profession", with_profession,
            "Weight of the sector for those who have learnt a profession");
    factors(field, "basic_schooling", basic, "Weight of the sector with basic schooling");
    factors(field, "higher_schooling", higher, "Weight of the sector with higher schooling");
    for (std::size_t k = 0; k < sector_count; ++k)
        field("rules.work.by_households." + sector_names[k], by_households[k],
              {Dimension::share,
               {0, 1},
               "Part of the jobs of the sector that private persons give, for their households"});
}

double SectorParameters::weight(std::size_t sector, Learning const& learning) const
{
    double weight = size[sector];
    if (!learning.language) weight *= without_language[sector];
    if (learning.profession) weight *= with_profession[sector];
    if (learning.schooling == Schooling::basic) weight *= basic[sector];
    if (learning.schooling == Schooling::higher) weight *= higher[sector];
    return weight;
}

BySector<double> SectorParameters::chances(Learning const& learning) const
{
    BySector<double> chances{};
    double sum = 0.0;
    for (std::size_t k = 0; k < sector_count; ++k) sum += chances[k] = weight(k, learning);
    for (double& chance : chances) chance /= sum;
    return chances;
}

double SectorParameters::with_household(BySector<double> const& chances) const
{
    double sum = 0.0;
    for (std::size_t k = 0; k < sector_count; ++k) sum += chances[k] * by_households[k].value();
    return sum;
}

Employer SectorParameters::employer(Sector sector, double u) const
{
    return u < by_households[static_cast<std::size_t>(sector)].value() ? Employer::household
                                                                       : Employer::firm;
}

Sector sector_of(BySector<double> const& chances, double u)
{
    double passed = 0.0;
    for (std::size_t k = 0; k + 1 < sector_count; ++k)
    {
        passed += chances[k];
        if (u < passed) return static_cast<Sector>(k);
    }
    return static_cast<Sector>(sector_count - 1);
}
}  // namespace kochmon
