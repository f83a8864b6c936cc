// SPDX-License-Identifier: MIT
#include "agents/steps/conservation.hpp"

#include <fmt/format.h>

#include "engine/error.hpp"

#include "agents/law/sanctions.hpp"

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

void demand_at_most(std::int64_t held, std::int64_t most, std::string const& what, Month month)
{
    if (held <= most) return;
    throw InvariantError(
        fmt::format("{} in {}: {}, but at most {} can be; the figures of this run "
                    "must not be used, please report it",
                    what, month.text(), held, most));
}

std::int64_t persons_at(Tally const& tally, Count kind, Region region, Place place)
{
    return tally.at(kind, tally.cell(region, place, Sex::female)) +
           tally.at(kind, tally.cell(region, place, Sex::male));
}

std::int64_t left(Tally const& month, Region region, Place place)
{
    return persons_at(month, Count::returns, region, place) +
           persons_at(month, Count::deportations, region, place) +
           persons_at(month, Count::expulsions, region, place) +
           persons_at(month, Count::released, region, place);
}

void check_region(Corridor const& corridor, Tally const& before, Tally const& now, Region region,
                  Month month)
{
    std::int64_t home = persons_at(before, Count::living, region, Place::home) +
                        persons_at(now, Count::births, region, Place::home) -
                        persons_at(now, Count::deaths, region, Place::home);
    for (Place const place : corridor.destinations())
    {
        std::int64_t const came = persons_at(now, Count::departures, region, place);
        std::int64_t const went = left(now, region, place);
        std::int64_t const moved = persons_at(now, Count::moved_in, region, place) -
                                   persons_at(now, Count::moved_out, region, place);
        std::int64_t const was = persons_at(before, Count::living, region, place);
        std::int64_t const died = persons_at(now, Count::deaths, region, place);
        demand_equal(
            persons_at(now, Count::living, region, place), was + came - went + moved - died,
            fmt::format("persons from {} at {}", corridor.name_of(region), corridor.name_of(place)),
            month);
        home += went - came;
    }
    demand_equal(persons_at(now, Count::living, region, Place::home), home,
                 "persons at home in " + corridor.name_of(region), month);
}
// The list of each jurisdiction, by origin: a ban enters it where the person is.
void check_bans(Corridor const& corridor, Tally const& before, Tally const& now, Month month)
{
    for (Region const region : corridor.regions())
    {
        ByJurisdiction<std::int64_t> entered{};
        for (Place const place : corridor.places())
            if (place != Place::home)
                entered[index(jurisdiction_of(place))] +=
                    persons_at(now, Count::bans_entered, region, place);
        for (Jurisdiction const where : corridor.jurisdictions())
        {
            std::size_t const from = index(region);
            std::size_t const by = index(where);
            demand_equal(now.bans.listed[from][by],
                         before.bans.listed[from][by] + entered[by] - now.bans.expired[from][by] -
                             now.bans.purged[from][by] - now.bans.of_the_dead[from][by],
                         fmt::format("bans of {} on persons from {}", corridor.name_of(where),
                                     corridor.name_of(region)),
                         month);
        }
    }
}

// Every application is granted or refused; every stock of the law follows from its flows.
void check_law(Corridor const& corridor, Tally const& before, Tally const& now, Month month)
{
    auto const total = [&](Count kind) { return now.total(kind); };
    demand_equal(total(Count::permits_sought),
                 total(Count::permits_granted) + total(Count::permits_refused),
                 "applications for permits", month);
    demand_equal(total(Count::placements_sought),
                 total(Count::placements_granted) + total(Count::placements_refused),
                 "applications for placement", month);
    demand_equal(total(Count::residence_sought),
                 total(Count::residence_granted) + total(Count::residence_refused),
                 "applications for residence", month);
    demand_equal(total(Count::citizenship_sought),
                 total(Count::citizenship_admitted) + total(Count::citizenship_refused),
                 "applications for citizenship", month);
    demand_equal(total(Count::bans_listed),
                 before.total(Count::bans_listed) + total(Count::bans_entered) -
                     total(Count::bans_expired) - total(Count::bans_purged) -
                     total(Count::bans_of_the_dead),
                 "bans on the list", month);
    check_bans(corridor, before, now, month);
    demand_equal(total(Count::in_prison),
                 before.total(Count::in_prison) + total(Count::convictions) -
                     total(Count::released) - total(Count::deaths_in_prison),
                 "persons in prison", month);
    demand_equal(total(Count::in_citizenship_queue),
                 before.total(Count::in_citizenship_queue) + total(Count::citizenship_queued) -
                     total(Count::naturalizations) - total(Count::citizenship_denied) -
                     total(Count::citizenship_abandoned),
                 "persons in the queue for citizenship", month);
    demand_at_most(total(Count::convictions),
                   before.total(Count::forged_knowingly) + before.total(Count::forged_unknowingly),
                   "convictions of users of forged papers", month);
    demand_at_most(total(Count::sent_back), total(Count::returns),
                   "returns of persons turned back abroad", month);
    demand_at_most(total(Count::sent_back), total(Count::turned_back), "turned back when abroad",
                   month);
    demand_at_most(total(Count::custody_days), longest_custody_days * total(Count::custody),
                   "days in custody", month);
}

// Who complains had pay withheld, and what is recovered was.
void check_work(Tally const& now, Month month)
{
    auto const total = [&](Count kind) { return now.total(kind); };
    demand_at_most(total(Count::complaints), total(Count::pay_withheld), "complaints", month);
    demand_at_most(total(Count::complaints_upheld), total(Count::complaints), "complaints upheld",
                   month);
    demand_at_most(now.total(Flow::pay_recovered), now.total(Flow::pay_withheld),
                   "kopecks of pay recovered", month);
    demand_at_most(
        total(Count::exploited_irregular),
        total(Count::unpaid_overtime) + total(Count::pay_withheld) + total(Count::other_work),
        "irregular workers exploited", month);
    demand_at_most(total(Count::offers_taken), total(Count::naturalizations),
                   "jobs of citizens taken", month);
}

// Who wins a place gets what it is for, or gives it up; who loses does not.
void check_places(Tally const& now, Month month)
{
    auto const total = [&](Count kind) { return now.total(kind); };
    demand_equal(total(Count::permits_granted),
                 total(Count::permits_bought) - total(Count::permits_by_amnesty) -
                     total(Count::permits_outside_quota) + total(Count::permits_without_purse),
                 "permits granted", month);
    demand_equal(total(Count::placements_granted),
                 total(Count::placed) + total(Count::placements_unused), "placements granted",
                 month);
    demand_equal(total(Count::residence_granted),
                 total(Count::residences_obtained) - total(Count::residences_outside_quota) +
                     total(Count::residence_without_purse),
                 "residences granted", month);
    demand_equal(total(Count::citizenship_admitted),
                 total(Count::citizenship_queued) + total(Count::citizenship_without_purse),
                 "applicants for citizenship admitted", month);
}

// Everybody abroad has one presence, and one work right or none.
void check_layers(Tally const& now, Month month)
{
    auto const total = [&](Count kind) { return now.total(kind); };
    std::int64_t const foreigners = total(Count::abroad) - total(Count::naturalized_abroad);
    demand_equal(total(Count::permitted) + total(Count::registered) + total(Count::overstayed) +
                     total(Count::in_prison),
                 foreigners, "foreigners abroad by presence", month);
    demand_equal(total(Count::permit_holders) + total(Count::free_movers) +
                     total(Count::temporary_residents) + total(Count::permanent_residents) +
                     total(Count::without_right),
                 foreigners, "foreigners abroad by work right", month);
}

// Every irregular worker has one reason.
void check_reasons(Tally const& now, Month month)
{
    std::int64_t reasons = 0;
    for (Count const kind :
         {Count::irregular_could_not_pay, Count::irregular_refused_by_quota,
          Count::irregular_let_lapse, Count::irregular_did_not_want, Count::irregular_no_contract,
          Count::irregular_banned, Count::irregular_deceived, Count::irregular_never_reconsidered,
          Count::irregular_awaiting_permit, Count::irregular_beyond_permit})
        reasons += now.total(kind);
    demand_equal(reasons, now.total(Count::foreign_workers) - now.total(Count::regular_workers),
                 "irregular workers by reason", month);
}
}  // namespace

void check_quotas(Corridor const& corridor, QuotaBook const& book, Tally const& this_month,
                  Month month)
{
    for (std::size_t kind = 0; kind < scarce_kinds; ++kind)
        for (Place const place : corridor.destinations())
        {
            auto const scarce = static_cast<Scarce>(kind);
            std::string const what =
                fmt::format("places granted on list {} of {}", kind, corridor.name_of(place));
            demand_equal(this_month.granted[kind][index(place)],
                         book.granted_this_month(scarce, place), what, month);
            if (book.limited(scarce, place))
                demand_at_most(book.granted_this_month(scarce, place),
                               book.open_this_month(scarce, place), what, month);
        }
}

void check_conservation(Corridor const& corridor, Tally const& last_month, Tally const& this_month,
                        Month month)
{
    for (Region const region : corridor.regions())
        check_region(corridor, last_month, this_month, region, month);
    check_law(corridor, last_month, this_month, month);
    check_places(this_month, month);
    check_work(this_month, month);
    check_layers(this_month, month);
    check_reasons(this_month, month);
    check_money(last_month.holdings(), this_month, month);
    for (Country const country : corridor.countries())
        demand_equal(this_month.home.of(country).capital,
                     last_month.home.of(country).capital +
                         this_month.total(Flow::remittances_invested, country) -
                         this_month.home.of(country).worn,
                     "capital in kopecks of " + corridor.name_of(country), month);
}

void check_money(Holdings const& before, Tally const& this_month, Month month)
{
    auto const flow = [&](Flow kind) { return this_month.total(kind); };
    std::int64_t const received = flow(Flow::wages) + flow(Flow::pay_recovered) +
                                  flow(Flow::home_savings) + flow(Flow::credit) +
                                  flow(Flow::return_loans) + flow(Flow::return_transfers) +
                                  flow(Flow::repatriation_grants);
    std::int64_t const spent =
        flow(Flow::living) + flow(Flow::better_living) + flow(Flow::home_spending) +
        flow(Flow::fares) + flow(Flow::registration_fees) + flow(Flow::permit_fees) +
        flow(Flow::intermediary_fees) + flow(Flow::forged_papers) + flow(Flow::re_entry_costs) +
        flow(Flow::residence_fees) + flow(Flow::citizenship_fees) + flow(Flow::consular_fees) +
        flow(Flow::fines) + flow(Flow::pay_lost) + flow(Flow::pay_withheld) +
        flow(Flow::remittances_spent) + flow(Flow::remittances_invested) + flow(Flow::repaid);
    demand_equal(this_month.holdings().cash, before.cash + received - spent, "cash in kopecks",
                 month);
    demand_equal(this_month.holdings().debt,
                 before.debt + flow(Flow::credit) + flow(Flow::return_loans) +
                     flow(Flow::interest) - flow(Flow::repaid) - flow(Flow::written_off),
                 "debt in kopecks", month);
}
}  // namespace kochmon
