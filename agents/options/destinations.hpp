// SPDX-License-Identifier: MIT
#pragma once

#include <limits>
#include <optional>

#include "agents/options/life_abroad.hpp"
#include "agents/options/person_money.hpp"
#include "agents/options/prospects.hpp"

namespace kochmon
{
/// How a destination would be reached: by one's own devices, or placed by the state or an agency.
struct Way
{
    Offer offer;
    bool placed = false;
};

/// What destinations offer to one person, at home or abroad, as of the end of last month: what law
/// and means leave open, and what the better plan there is worth.
class Destinations
{
  public:
    Destinations(Society const& society, Population const& population, std::size_t person,
                 Lists lists);

    /// What is plain about a destination before its ways are valued.
    struct Outlook
    {
        Circumstances life;
        Kopecks cost;
        Kopecks within_reach;
        bool placed = false;  // one may be
        double pay = 0.0;     // of a month by the chance of work
    };
    /// Nothing where law and money leave no way open, nor where no work is expected to pay more
    /// than `more_than`, RUB a month.
    std::optional<Outlook> outlook(
        Place place, double more_than = -std::numeric_limits<double>::infinity()) const;
    /// No way there is worth more, RUB a month; takes a tenth of the instructions of a value.
    double most_value(Outlook const& there) const;
    /// The best way that law and money leave open.
    Way best_way(Outlook const& there) const;
    Way best_way(Place place, double more_than = -std::numeric_limits<double>::infinity()) const;
    /// To leave for a destination, paid for in full before the first pay there.
    Intent intent(Place place, Act act, Why why) const;
    /// Whether law and money let the person go there at all, whatever it is worth.
    bool within_reach(Place place) const;
    /// RUB a month.
    double income_at_home() const { return income_; }
    /// What a person at home has there now.
    double value_of_home() const;

  private:
    Means means(Place place) const;
    double unmet_at(Place place) const;
    Kopecks cost_of(Place place) const;
    Kopecks cost_of(Place place, double unmet) const;
    Kopecks with_placement(Place place, Kopecks cost) const;
    bool within_country(Place place) const;
    bool may_go(Place place) const;
    bool may_become_legal(Place place) const;
    bool entry_is_free(Place place) const;
    bool may_be_placed(Place place) const;
    Circumstances life_at(Place place, Kopecks cost, bool on_credit, double unmet) const;
    Offer offer_of(double net) const;
    Offer offer_to_foreigner(Place place, Prospects const& life, Kopecks left_for_permit) const;

    Society const& society_;
    ModelParameters const& parameters_;
    Persons const& persons_;
    std::size_t person_;
    Lists lists_;
    bool citizen_;
    ByPlace<double> ties_;
    HouseholdMeans household_;
    double income_;
    Kopecks programme_credit_;
};
}  // namespace kochmon
