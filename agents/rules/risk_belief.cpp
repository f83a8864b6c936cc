// SPDX-License-Identifier: MIT
#include "agents/rules/risk_belief.hpp"

#include "engine/contract.hpp"

namespace kochmon
{
void RiskBeliefParameters::fields(Fields& field)
{
    Range const part{0, 1};
    field("rules.risk_belief.initial", initial,
          {Dimension::per_month, part,
           "Chance of a sanction that a person without experience believes in"});
    field("rules.risk_belief.own_detection", own_detection,
          {Dimension::share, part, "Part of the way to certainty after own detection"});
    field("rules.risk_belief.member_detected", member_detected,
          {Dimension::share, part,
           "Part of the way to certainty after the detection of a member of the household"});
    field("rules.risk_belief.news", news,
          {Dimension::share, part,
           "Part w of the way to the share found last month of the region's irregular workers"});
    field("rules.risk_belief.quiet_month", quiet_month,
          {Dimension::share, part, "Part of the belief that a quiet month abroad takes away"});
}

float updated_risk(RiskBeliefParameters const& parameters, float believed, Experience experience)
{
    double const before = believed;
    if (experience == Experience::quiet)
        return static_cast<float>(before * (1.0 - parameters.quiet_month.value()));
    Share const way =
        experience == Experience::detected ? parameters.own_detection : parameters.member_detected;
    return static_cast<float>(before + way.value() * (1.0 - before));
}

void RegionNews::add_month(RiskBeliefParameters const& parameters, ByRegion<double> const& found,
                           ByRegion<bool> const& known)
{
    double const w = parameters.news.value();
    if (months() == 0) last_.fill(parameters.initial.value());
    ByRegion<double> cumulated = cumulated_.back();
    for (std::size_t region = 0; region < most_regions; ++region)
    {
        if (known[region]) last_[region] = found[region];
        cumulated[region] = (1.0 - w) * cumulated[region] + w * last_[region];
    }
    cumulated_.push_back(cumulated);
    faded_.push_back(faded_.back() * (1.0 - w));
}

float RegionNews::heard(Region region, float believed, int heard) const
{
    EXPECT(heard >= 0 && heard <= months());
    auto const from = static_cast<std::size_t>(heard);
    double const before = cumulated_[from][index(region)];
    double const now = cumulated_.back()[index(region)];
    double const faded = faded_[cumulated_.size() - 1 - from];
    return static_cast<float>(faded * (believed - before) + now);
}
}  // namespace kochmon
