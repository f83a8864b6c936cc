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
    RegionsOf(std::size_t country, ByRegion<std::int64_t> const& adults,
              ByRegion<ByPlace<std::int64_t>> const& adults_at)
        : country_(country), adults_(adults), adults_at_(adults_at)
    {
    }

    void estimate(std::size_t place, ByRegion<ByPlace<double>>& shares) const
    {
        for_regions([&](std::size_t region) { shares[region][place] = seen(region, place); });
        Network const network = network_at(place);
        if (network.regions < 2.0 || network.chance() == 0.0) return;
        double const between = variance_between(network, place);
        for_regions(
            [&](std::size_t region)
            {
                double const by_chance = network.chance() / count(adults_[region]);
                double const own = between / (between + by_chance);
                double& share = shares[region][place];
                share = network.share() + own * (share - network.share());
            });
    }

  private:
    static double count(std::int64_t agents) { return static_cast<double>(agents); }
    double seen(std::size_t region, std::size_t place) const
    {
        return count(adults_at_[region][place]) / count(adults_[region]);
    }

    template <class Visit>
    void for_regions(Visit visit) const
    {
        for (std::size_t region = 0; region < region_count; ++region)
            if (index(origin_country(static_cast<Region>(region))) == country_ &&
                adults_[region] > 0)
                visit(region);
    }

    Network network_at(std::size_t place) const
    {
        Network network;
        for_regions(
            [&](std::size_t region)
            {
                double const adults = count(adults_[region]);
                network.regions += 1.0;
                network.adults += adults;
                network.squares += adults * adults;
                network.away += count(adults_at_[region][place]);
            });
        return network;
    }

    // What regions differ beyond chance, by the method of moments; never below 0.
    double variance_between(Network const& network, std::size_t place) const
    {
        double apart = 0.0;
        for_regions(
            [&](std::size_t region)
            {
                double const difference = seen(region, place) - network.share();
                apart += count(adults_[region]) * difference * difference;
            });
        double const by_chance = (network.regions - 1.0) * network.chance();
        return std::max(0.0,
                        (apart - by_chance) / (network.adults - network.squares / network.adults));
    }

    std::size_t country_;
    ByRegion<std::int64_t> const& adults_;
    ByRegion<ByPlace<std::int64_t>> const& adults_at_;
};
}  // namespace

ByRegion<ByPlace<double>> shares_abroad(ByRegion<std::int64_t> const& adults,
                                        ByRegion<ByPlace<std::int64_t>> const& adults_at)
{
    ByRegion<ByPlace<double>> shares{};
    for (std::size_t country = 0; country < country_count; ++country)
    {
        RegionsOf const regions(country, adults, adults_at);
        for (std::size_t place = 1; place < place_count; ++place) regions.estimate(place, shares);
    }
    return shares;
}
}  // namespace kochmon
