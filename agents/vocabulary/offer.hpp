// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// What one destination offers a person at home, RUB a month.
struct Offer
{
    bool open = false;  // entry allowed, not banned, costs within reach
    double pay = 0.0;   // of a month by the chance of work, before all costs
    double value = 0.0;
};

/// What destinations offer to one person, worked out when it is asked for.
class OffersOf
{
  public:
    OffersOf() = default;
    OffersOf(OffersOf const&) = delete;
    OffersOf& operator=(OffersOf const&) = delete;
    virtual ~OffersOf() = default;

    /// No less than the value of the offer of a place, RUB a month; nothing where there is none.
    virtual std::optional<double> most_value(Place place) = 0;
    /// Of the place of which `most_value` was asked last.
    virtual Offer offer(Place place) = 0;
};

/// Offers that are all known.
class KnownOffers final : public OffersOf
{
  public:
    explicit KnownOffers(ByPlace<Offer> const& offers) : offers_(offers) {}
    std::optional<double> most_value(Place place) override
    {
        Offer const& known = offers_[index(place)];
        return known.open ? std::optional(known.value) : std::nullopt;
    }
    Offer offer(Place place) override { return offers_[index(place)]; }

  private:
    ByPlace<Offer> const& offers_;
};
}  // namespace kochmon
