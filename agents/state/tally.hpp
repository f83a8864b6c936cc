// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <tuple>
#include <vector>

#include "agents/state/home_accounts.hpp"
#include "agents/state/scarce_places.hpp"
#include "agents/state/world.hpp"
#include "agents/vocabulary/by_status.hpp"
#include "agents/vocabulary/places.hpp"
#include "agents/vocabulary/profile.hpp"
#include "agents/vocabulary/status.hpp"
#include "agents/vocabulary/stays.hpp"

namespace kochmon
{
/// What is counted in agents. Stocks at month end, flows during the month, exposure in
/// person-months. Where: a stock at the place of the person, a flow at the destination concerned
/// (bans on the list and those that expire, at the place of the person too).
enum class Count : std::uint8_t
{
    // Stocks.
    living,
    abroad,
    foreign_workers,
    regular_workers,
    // Foreign workers, in three steps of legality that mean the same under every regime.
    workers_lawfully_present,
    workers_with_right,
    workers_with_right_and_contract,
    // The naturalized of working age, who stand beside them.
    naturalized_workers,
    naturalized_workers_with_contract,
    naturalized_abroad,
    permit_holders,
    patent_holders,      // of them
    applicants_waiting,  // permits granted that do not count yet
    free_movers,
    temporary_residents,
    permanent_residents,
    without_right,  // foreigners
    permitted,      // lawful presence of foreigners, not registered
    registered,     // lawful presence of foreigners, registered
    overstayed,
    in_prison,
    forged_knowingly,
    forged_unknowingly,
    with_contract,
    searching,
    banned,
    official_irregulars,  // found within 12 months, wherever they are now
    in_citizenship_queue,
    at_consulate,
    passport_expired,
    dual_citizens,
    of_working_age,  // 15-64, wherever they are
                     // Births and deaths.
    births,
    deaths,
    deaths_in_prison,
    // Departures and returns.
    considered_leaving,
    departures,
    placed,                    // departures by placement
    departures_to_join,        // of them, not for work
    departures_to_study,       // of them, not for work
    departures_without_purse,  // wanted to leave, found the purse given to another member
    turned_back,               // at entry, by a ban they did not know of; no departure
    returns,
    sent_back,  // of them, stopped at a border when abroad
    moved_out,  // to another destination
    moved_in,
    // Work.
    jobs_found,
    jobs_lost,
    contracts,
    offers_to_citizens,  // jobs offered on the condition of citizenship
    offers_taken,
    // Exploitation.
    unpaid_overtime,
    pay_withheld,
    other_work,
    exploited_irregular,    // of these cases
    exploited_within_year,  // stock: irregular workers
    complaints,
    complaints_upheld,
    // Checks and sanctions.
    checks,
    fines,
    registration_fines,
    deportations,
    expulsions,
    saved_by_consulate,
    custody,       // persons taken into custody
    custody_days,  // days they spend there
    convictions,
    acquittals,
    released,     // from prison, and expelled
                  // The list of bans; a person counts in each jurisdiction.
    bans_listed,  // stock
    bans_entered,
    repeat_bans,  // fines on which entry is closed
    offences,     // fines for offences of other kinds than work and stay
    bans_expired,
    bans_purged,
    bans_of_the_dead,  // struck from the list
                       // Papers.
    registrations,
    permits_sought,  // applications, each month anew
    permits_granted,
    permits_refused,  // by the quota
    permits_bought,
    patents_bought,         // of them
    permits_outside_quota,  // of them, by schemes without a quota
    permits_without_purse,  // granted and given up, the household's purse being given already
    permits_through_intermediary,
    permits_by_amnesty,
    permits_lapsed,
    forged_bought,  // knowingly
    forged_sold,    // by intermediaries, to clients who do not know
    re_entries,
    stays_overrun,
    // Placement, residence, citizenship: applications = granted + refused.
    placements_sought,
    placements_granted,
    placements_refused,
    placements_unused,  // granted, but the purse was given already, or the border closed
    residence_sought,
    residence_granted,
    residence_refused,
    residences_obtained,
    temporary_residences_obtained,  // of them
    residences_outside_quota,       // of those obtained
    residences_ended,               // temporary ones that ran out
    residence_without_purse,        // granted and not paid for, the purse being given already
    citizenship_sought,
    citizenship_admitted,       // to the queue
    citizenship_refused,        // by the quota
    citizenship_without_purse,  // admitted and not paid for, the purse being given already
    citizenship_queued,         // paid for
    citizenship_abandoned,      // left the queue with the country, for prison or by death
    citizenship_denied,         // at the end of the queue
    naturalizations,
    consular_registrations,
    passports_renewed,  // abroad
                        // Programmes of the state of origin.
    return_credits,
    repatriations,
    learnt_language,
    learnt_profession,
    // Irregular workers by the reason (agents/vocabulary/irregularity.hpp): stocks.
    irregular_could_not_pay,
    irregular_refused_by_quota,
    irregular_let_lapse,
    irregular_did_not_want,
    irregular_no_contract,
    irregular_banned,
    irregular_deceived,
    irregular_never_reconsidered,
    irregular_awaiting_permit,
    irregular_beyond_permit,
    // Exposure, counted when the checks of the month begin.
    months_abroad,
    irregular_months,
    foreigner_months,
    lawful_months  // of foreigners: presence permitted or registered
};
inline constexpr std::size_t count_kinds = static_cast<std::size_t>(Count::lawful_months) + 1;

/// Money of the month in kopecks, of the agents, at the place of the person concerned.
enum class Flow : std::uint8_t
{
    wages,
    home_savings,
    credit,
    interest,
    living,
    better_living,
    fares,
    registration_fees,
    permit_fees,
    intermediary_fees,
    forged_papers,
    re_entry_costs,
    residence_fees,
    citizenship_fees,
    consular_fees,
    fines,
    pay_lost,
    pay_withheld,   // by employers
    pay_recovered,  // of it, by complaint
    repaid,
    written_off,
    home_spending,
    remittances,
    remittances_spent,
    remittances_invested,
    return_loans,      // to who returns, to be paid back
    return_transfers,  // the easy part of these loans
    repatriation_grants
};
inline constexpr std::size_t flow_kinds = static_cast<std::size_t>(Flow::repatriation_grants) + 1;

/// What is told apart by the status in which it happened too (agents/vocabulary/by_status.hpp).
inline constexpr std::array counted_by_status = {
    Count::months_abroad, Count::irregular_months, Count::returns,  Count::sent_back,
    Count::deportations,  Count::expulsions,       Count::released, Count::unpaid_overtime,
    Count::pay_withheld,  Count::other_work};
inline constexpr std::array paid_by_status = {Flow::wages, Flow::remittances};

/// The number of a kind in such a list, or nothing.
template <class Kind, std::size_t size>
constexpr std::optional<std::size_t> place_in(std::array<Kind, size> const& kinds, Kind kind)
{
    for (std::size_t k = 0; k < size; ++k)
        if (kinds[k] == kind) return k;
    return std::nullopt;
}

/// Cash and debt held, kopecks.
struct Holdings
{
    std::int64_t cash = 0;
    std::int64_t debt = 0;

    bool operator==(Holdings const&) const = default;
};

/// The list of bans by whose bans they are, wherever the persons are who may not enter.
struct BansByJurisdiction
{
    ByRegion<ByJurisdiction<std::int64_t>> listed{};  // persons, by origin: a stock
    ByRegion<ByJurisdiction<std::int64_t>> expired{};
    ByRegion<ByJurisdiction<std::int64_t>> purged{};
    ByRegion<ByJurisdiction<std::int64_t>> of_the_dead{};

    bool operator==(BansByJurisdiction const&) const = default;
    void add(BansByJurisdiction const& other);
};

/// Integer sums of one month. Adding tallies in any order gives the same bits.
class Tally
{
  public:
    /// Laid out for nobody: takes the layout of what is added first.
    Tally() = default;
    /// Laid out for the regions and places of a corridor.
    explicit Tally(Corridor const& corridor);

    Regions const& regions() const { return regions_; }
    Places const& places() const { return places_; }
    /// Of countries of origin that have one.
    Countries const& economies() const { return economies_; }

    /// A cell: region of origin, place, sex.
    std::size_t cells() const { return cells_; }
    std::size_t cell(Region region, Place place, Sex sex) const
    {
        return (index(region) * places_.size() + index(place)) * 2 + index(sex);
    }

    void count(Count kind, std::size_t cell, std::int64_t agents = 1)
    {
        counts_[index(kind) * cells_ + cell] += agents;
    }
    void count(StayCount kind, std::size_t year, std::size_t cell, std::int64_t agents = 1)
    {
        stays_[(index(kind) * stay_years + year) * cells_ + cell] += agents;
    }
    void flow(Flow kind, Region region, Place place, Kopecks amount)
    {
        flows_[place_of(kind, region, place)] += amount.count();
    }
    /// Beside the count, of those kinds that are told by status.
    void count_status(Count kind, Jurisdiction where, Status const& status)
    {
        if (auto const k = place_in(counted_by_status, kind))
            counted_by_status_.add(*k, where, status, 1);
    }
    /// Beside the flow, likewise.
    void flow_status(Flow kind, Jurisdiction where, Status const& status, Kopecks amount)
    {
        if (auto const k = place_in(paid_by_status, kind))
            paid_by_status_.add(*k, where, status, amount.count());
    }
    void hold(Holdings const& holdings)
    {
        holdings_.cash += holdings.cash;
        holdings_.debt += holdings.debt;
    }

    std::int64_t at(Count kind, std::size_t cell) const
    {
        return counts_[index(kind) * cells_ + cell];
    }
    /// By completed year since the arrival.
    std::int64_t at(StayCount kind, std::size_t year, std::size_t cell) const
    {
        return stays_[(index(kind) * stay_years + year) * cells_ + cell];
    }
    std::int64_t at(Flow kind, Region region, Place place) const
    {
        return flows_[place_of(kind, region, place)];
    }
    /// Of kinds that are told by status alone.
    std::int64_t by_status(Count kind, StatusPart const& part) const;
    std::int64_t by_status(Flow kind, StatusPart const& part) const;
    std::int64_t total(Count kind) const;
    std::int64_t total(Count kind, Region origin) const;
    std::int64_t total(Count kind, Country origin) const;
    std::int64_t total(Flow kind) const;
    std::int64_t total(Flow kind, Country origin) const;
    Holdings const& holdings() const { return holdings_; }

    Stocks stocks;
    /// Foreign workers, the regular and those with the right to work among them, by the groups of
    /// agents/vocabulary/profile.hpp.
    std::array<std::int64_t, profile_groups> foreign_by_profile{};
    std::array<std::int64_t, profile_groups> regular_by_profile{};
    std::array<std::int64_t, profile_groups> with_right_by_profile{};
    /// Places granted by lot, by kind and desk (agents/law/quota.hpp).
    ByScarce<ByPlace<std::int64_t>> granted{};
    HomeAccounts home;
    BansByJurisdiction bans;

    bool operator==(Tally const&) const = default;

    /// Whether it is laid out as that corridor asks.
    bool fits(Corridor const& corridor) const;
    /// What is written down and read again: all but how it is laid out.
    template <class Self>
    static auto members(Self& self)
    {
        auto& [stocks, foreign, regular, with_right, granted, home, bans, regions, places,
               economies, cells, counts, stays, flows, holdings, by_status, paid] = self;
        return std::tie(stocks, foreign, regular, with_right, granted, home, bans, counts, stays,
                        flows, holdings, by_status, paid);
    }

    void clear();
    void add(Tally const& other);

  private:
    std::size_t place_of(Flow kind, Region region, Place place) const
    {
        return (index(kind) * regions_.size() + index(region)) * places_.size() + index(place);
    }

    Regions regions_;
    Places places_;
    Countries economies_;
    std::size_t cells_ = 0;
    std::vector<std::int64_t> counts_;  // by kind and cell
    std::vector<std::int64_t> stays_;   // by kind, year and cell
    std::vector<std::int64_t> flows_;   // by kind, region and place
    Holdings holdings_;
    ByStatus<counted_by_status.size()> counted_by_status_;
    ByStatus<paid_by_status.size()> paid_by_status_;
};
}  // namespace kochmon
