// SPDX-License-Identifier: MIT
#include "agents/society/small_areas.hpp"

#include <algorithm>

namespace kochmon
{
namespace
{
/// A destination as the regions of one country see it.
struct Network
{
    double regions = 0.0;  // that have adults
    double adults = 0.0;
    double squares = 0.0;  // of their numbers, summed over regions
    double away = 0.0;     // adults at the destination

    double share() const { return away / adults; }
    /// Variance of a share that rests on one agent.
    double chance() const { return share() * (1.0 - share()); }
};

class RegionsOf
{
  public:
    RegionsOf(Regions const& regions, ByRegion<std::int64_t> const& adults,
              ByRegion<ByPlace<std::int64_t>> const& adults_at)
        : regions_(regions), adults_(adults), adults_at_(adults_at)
    {
    }

    void estimate(Place place, ByRegion<ByPlace<double>>& shares) const
    {
        for_regions([&](Region region)
                    { shares[index(region)][index(place)] = seen(region, place); });
        Network const network = network_at(place);
        if (network.regions < 2.0 || network.chance() == 0.0) return;
        double const between = variance_between(network, place);
        for_regions(
            [&](Region region)
            {
                double const by_chance = network.chance() / count(adults_[index(region)]);
                double const own = between / (between + by_chance);
                double& share = shares[index(region)][index(place)];
                share = network.share() + own * (share - network.share());
            });
    }

  private:
    static double count(std::int64_t agents) { return static_cast<double>(agents); }
    double seen(Region region, Place place) const
    {
        return count(adults_at_[index(region)][index(place)]) / count(adults_[index(region)]);
    }

    template <class Visit>
    void for_regions(Visit visit) const
    {
        for (Region const region : regions_)
            if (adults_[index(region)] > 0) visit(region);
    }

    Network network_at(Place place) const
    {
        Network network;
        for_regions(
            [&](Region region)
            {
                double const adults = count(adults_[index(region)]);
                network.regions += 1.0;
                network.adults += adults;
                network.squares += adults * adults;
                network.away += count(adults_at_[index(region)][index(place)]);
            });
        return network;
    }

    // What regions differ beyond chance, by the method of moments; never below 0.
    double variance_between(Network const& network, Place place) const
    {
        double apart = 0.0;
        for_regions(
            [&](Region region)
            {
                double const difference = seen(region, place) - network.share();
                apart += count(adults_[index(region)]) * difference * difference;
            });
        double const by_chance = (network.regions - 1.0) * network.chance();
        return std::max(0.0,
                        (apart - by_chance) / (network.adults - network.squares / network.adults));
    }

    Regions regions_;
    ByRegion<std::int64_t> const& adults_;
    ByRegion<ByPlace<std::int64_t>> const& adults_at_;
};
}  // namespace

ByRegion<ByPlace<double>> shares_abroad(Corridor const& corridor,
                                        ByRegion<std::int64_t> const& adults,
                                        ByRegion<ByPlace<std::int64_t>> const& adults_at)
{
    ByRegion<ByPlace<double>> shares{};
    for (Country const country : corridor.countries())
    {
        RegionsOf const regions(corridor.regions_of(country), adults, adults_at);
        for (Place const place : corridor.destinations()) regions.estimate(place, shares);
    }
    return shares;
}
}  // namespace kochmon
