// SPDX-License-Identifier: MIT
#include "agents/conservation.hpp"

#include <fmt/format.h>

#include "engine/error.hpp"

namespace kochmon
{
namespace
{
void demand_equal(std::int64_t held, std::int64_t expected, std::string const& what, Month month)
{
    if (held == expected) return;
    throw InvariantError(
        fmt::format("{} in {}: {} held, but {} by last month's stock and the "
                    "month's flows; the figures of this run must not be used, "
                    "please report it",
                    what, month.text(), held, expected));
}

std::int64_t persons_at(Tally const& tally, Count kind, std::size_t region, std::size_t place)
{
    auto const at = [&](Sex sex)
    {
        return tally.at(kind,
                        Tally::cell(static_cast<Region>(region), static_cast<Place>(place), sex));
    };
    return at(Sex::female) + at(Sex::male);
}

std::int64_t left(Tally const& month, std::size_t region, std::size_t place)
{
    return persons_at(month, Count::returns, region, place) +
           persons_at(month, Count::deportations, region, place) +
           persons_at(month, Count::expulsions, region, place);
}

void check_region(Tally const& before, Tally const& now, std::size_t region, Month month)
{
    std::int64_t home = persons_at(before, Count::living, region, index(Place::home));
    for (std::size_t place = 1; place < place_count; ++place)
    {
        std::int64_t const came = persons_at(now, Count::departures, region, place);
        std::int64_t const went = left(now, region, place);
        std::int64_t const was = persons_at(before, Count::living, region, place);
        demand_equal(persons_at(now, Count::living, region, place), was + came - went,
                     "persons from " + region_names[region] + " at " + place_names[place], month);
        home += went - came;
    }
    demand_equal(persons_at(now, Count::living, region, index(Place::home)), home,
                 "persons at home in " + region_names[region], month);
}
}  // namespace

void check_conservation(Tally const& last_month, Tally const& this_month, Month month)
{
    for (std::size_t region = 0; region < region_count; ++region)
        check_region(last_month, this_month, region, month);
    auto const flow = [&](Flow kind) { return this_month.total(kind); };
    std::int64_t const received = flow(Flow::wages) + flow(Flow::home_savings) + flow(Flow::credit);
    std::int64_t const spent = flow(Flow::living) + flow(Flow::better_living) +
                               flow(Flow::home_spending) + flow(Flow::fares) +
                               flow(Flow::registration_fees) + flow(Flow::permit_fees) +
                               flow(Flow::fines) + flow(Flow::pay_lost) +
                               flow(Flow::remittances_spent) + flow(Flow::repaid);
    demand_equal(this_month.holdings().cash, last_month.holdings().cash + received - spent,
                 "cash in kopecks", month);
    demand_equal(this_month.holdings().debt,
                 last_month.holdings().debt + flow(Flow::credit) + flow(Flow::interest) -
                     flow(Flow::repaid) - flow(Flow::written_off),
                 "debt in kopecks", month);
}
}  // namespace kochmon
