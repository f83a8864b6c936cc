// SPDX-License-Identifier: MIT
#include "agents/rules/pay.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace kochmon
{
void PayParameters::fields(Fields& field)
{
    auto const premium = [&](std::string const& path, double& value, std::string const& meaning) {
        field(path, value, {Dimension::ratio, {-0.5, 1}, meaning});
    };
    premium(fmt::format("rules.pay.{}_premium", field.corridor().language()), language_premium,
            fmt::format("Wage premium of those who speak {}", field.corridor().language_title()));
    for (std::size_t k = 0; k < sector_count; ++k)
        premium("rules.pay.profession_premium." + sector_names[k], profession_premium[k],
                "Wage premium of a profession in the sector");
    field("rules.pay.tenure_growth", tenure_growth,
          {Dimension::ratio, {0, 0.5}, "Growth of pay with each year in the same job"});
    field("rules.pay.tenure_limit", tenure_limit,
          {Dimension::ratio, {0, 40}, "Years in the same job after which pay grows no more"});
    premium("rules.pay.contract_premium", contract_premium, "Wage premium of a contract");
    field("rules.pay.first_after", first_after,
          {Dimension::months,
           {0, 12},
           "Time in a job after which the first pay comes; a worker who loses the job before gets "
           "none"});
    premium("rules.work.regular_premium", regular_premium,
            "Wage premium of workers with a work right");
    premium("rules.work.citizen_premium", citizen_premium, "Further wage premium of citizens");
}

double PayParameters::of_job(Sector sector, Learning const& learning, int months_in_job) const
{
    double const speaks = learning.language ? 1.0 + language_premium : 1.0;
    double const skilled =
        learning.profession ? 1.0 + profession_premium[static_cast<std::size_t>(sector)] : 1.0;
    double const years = std::min(std::max(0, months_in_job) / 12.0, tenure_limit);
    return speaks * skilled * (1.0 + tenure_growth * years);
}

int PayParameters::months_paid(int months_in_job) const
{
    if (months_in_job < first_after) return 0;
    return months_in_job == first_after ? first_after + 1 : 1;
}

double PayParameters::of_status(WorkRight right, double contract) const
{
    if (right == WorkRight::none) return 1.0;
    double const regular = (1.0 + regular_premium) * (1.0 + contract_premium * contract);
    return right == WorkRight::citizen ? regular * (1.0 + citizen_premium) : regular;
}

double PayParameters::most_of_status() const
{
    double const regular = (1.0 + regular_premium) * (1.0 + std::max(0.0, contract_premium));
    return std::max(1.0, regular * (1.0 + std::max(0.0, citizen_premium)));
}
}  // namespace kochmon
