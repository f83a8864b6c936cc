// SPDX-License-Identifier: MIT
#pragma once

#include <tuple>
#include <vector>

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// The chance of a sanction in a month, as the person believes it. Starts above the truth.
struct RiskBeliefParameters
{
    Probability initial;
    Share own_detection;
    Share member_detected;
    Share news;
    Share quiet_month;

    void fields(Fields& field);
};

enum class Experience
{
    quiet,
    detected,
    member_detected
};

/// Detection moves the belief part of the way to 1, one's own further than that of a member of the
/// household; a quiet month abroad lets it fade.
float updated_risk(RiskBeliefParameters const& parameters, float believed, Experience experience);

/// What is told in each region about sanctions: every month the share of its irregular workers that
/// was found moves the belief of who listens a part w of the way to it,
///
///     q' = q + w (r - q).
///
/// Kept cumulated, so that who listens after k months needs one step:
///
///     q(j + k) = (1 - w)^k (q(j) - C(j)) + C(j + k),   C(k) = (1 - w) C(k - 1) + w r(k).
class RegionNews
{
  public:
    RegionNews() : cumulated_(1, ByRegion<double>{}), faded_(1, 1.0) {}
    /// `found`: the share of each region; a region of which nothing is known tells what it told
    /// last, at first `initial`.
    void add_month(RiskBeliefParameters const& parameters, ByRegion<double> const& found,
                   ByRegion<bool> const& known);
    /// Months added so far.
    int months() const { return static_cast<int>(cumulated_.size()) - 1; }
    /// A belief held after the news of `heard` months, after those of all months.
    float heard(Region region, float believed, int heard) const;

    template <class Self>
    static auto members(Self& self)
    {
        auto& [cumulated, faded, last] = self;
        return std::tie(cumulated, faded, last);
    }

  private:
    std::vector<ByRegion<double>> cumulated_;  // entry k: after k months
    std::vector<double> faded_;                // entry k: (1 - w)^k
    ByRegion<double> last_{};
};
}  // namespace kochmon
