// SPDX-License-Identifier: MIT
#include "analysis/targets/definitions.hpp"

#include <algorithm>
#include <array>

#include "engine/error.hpp"

#include "analysis/measures/measure.hpp"

namespace kochmon
{
namespace
{
using Value = std::optional<double>;

// Names of the corridor of the article, by which its targets are defined.
constexpr char south[] = "south";
constexpr char osh_area[] = "osh_area";

Regions group(TargetEvidence const& evidence, char const* name)
{
    return evidence.corridor.group(name).value_or(Regions());
}

Value ratio(double above, double below)
{
    if (below == 0.0) return std::nullopt;
    return above / below;
}

Value ratio(std::int64_t above, std::int64_t below)
{
    return ratio(static_cast<double>(above), static_cast<double>(below));
}

/// Agents of the first country in a jurisdiction, a place or anywhere.
std::int64_t counted(Tally const& tally, Count kind, Selection selection = {})
{
    selection.country = first_country;
    return agents(tally, kind, selection);
}

std::int64_t from(Regions const& regions, Tally const& tally, Count kind, Selection selection = {})
{
    std::int64_t sum = 0;
    for (Region const region : regions)
    {
        selection.origin = region;
        sum += counted(tally, kind, selection);
    }
    return sum;
}

std::int64_t for_work(Regions const& regions, Tally const& tally)
{
    return from(regions, tally, Count::departures) -
           from(regions, tally, Count::departures_to_join) -
           from(regions, tally, Count::departures_to_study);
}

std::int64_t all_for_work(Tally const& tally)
{
    return counted(tally, Count::departures) - counted(tally, Count::departures_to_join) -
           counted(tally, Count::departures_to_study);
}

Selection in(TargetEvidence const& evidence, char const* jurisdiction)
{
    return {.jurisdiction = evidence.corridor.jurisdiction_named(jurisdiction)};
}

double years(TargetEvidence const& evidence)
{
    return std::min(evidence.months_lived, target_months) / 12.0;
}

Value irregular_share(TargetEvidence const& evidence, double)
{
    Selection const russia = in(evidence, "russia");
    std::int64_t const all = counted(evidence.window, Count::foreign_workers, russia);
    return ratio(all - counted(evidence.window, Count::regular_workers, russia), all);
}

Value southern_share(TargetEvidence const& evidence, double)
{
    return ratio(from(group(evidence, south), evidence.window, Count::abroad),
                 counted(evidence.window, Count::abroad));
}

Value departures_a_year(TargetEvidence const& evidence, double weight)
{
    return ratio(static_cast<double>(for_work(group(evidence, osh_area), evidence.window)) * weight,
                 years(evidence));
}

std::int64_t departures(TargetEvidence const& evidence, Selection const& selection = {})
{
    return from(group(evidence, osh_area), evidence.window, Count::departures, selection);
}

auto share_of_departures(char const* where)
{
    return [where](TargetEvidence const& evidence, double)
    { return ratio(departures(evidence, in(evidence, where)), departures(evidence)); };
}

// Everywhere but Russia and Kazakhstan.
Value share_elsewhere(TargetEvidence const& evidence, double)
{
    std::int64_t const all = departures(evidence);
    return ratio(all - departures(evidence, in(evidence, "russia")) -
                     departures(evidence, in(evidence, "kazakhstan")),
                 all);
}

Value share_for_work(TargetEvidence const& evidence, double)
{
    return ratio(all_for_work(evidence.window), counted(evidence.window, Count::departures));
}

Value naturalized_per_departure(TargetEvidence const& evidence, double)
{
    return ratio(from(group(evidence, osh_area), evidence.window, Count::naturalizations),
                 departures(evidence));
}

Value never_home(TargetEvidence const& evidence, double)
{
    if (!evidence.cohort) return std::nullopt;
    return ratio(evidence.cohort->never_home, evidence.cohort->departed - evidence.cohort->died);
}

Value more_applications(TargetEvidence const& evidence, double)
{
    if (evidence.unrest.lived < unrest_months) return std::nullopt;
    Value const more = ratio(counted(evidence.unrest.policy, Count::citizenship_sought),
                             counted(evidence.unrest.base, Count::citizenship_sought));
    return more ? Value(*more - 1.0) : more;
}

Value remittances_over_gdp(TargetEvidence const& evidence, double)
{
    return ratio(evidence.window.total(Flow::remittances, first_country),
                 evidence.window.home.of(first_country).gdp);
}

Value living_on_remittances(TargetEvidence const& evidence, double)
{
    HomeAccounts const& home = evidence.later_years.home;
    std::int64_t households = 0;
    std::int64_t on_remittances = 0;
    for (Region const region : group(evidence, south))
    {
        households += home.households[index(region)];
        on_remittances += home.on_remittances[index(region)];
    }
    return ratio(on_remittances, households);
}

Value persons_abroad(TargetEvidence const& evidence, double weight)
{
    return ratio(static_cast<double>(counted(evidence.window, Count::abroad)) * weight,
                 12.0 * years(evidence));
}

Value entry_price(TargetEvidence const& evidence, double)
{
    return ratio(evidence.list_prices, static_cast<double>(evidence.arrivals_in_main));
}

Value median_month_of_overstay(TargetEvidence const& evidence, double)
{
    std::int64_t all = 0;
    for (std::int64_t const persons : evidence.overstays) all += persons;
    if (all == 0) return std::nullopt;
    std::int64_t passed = 0;
    std::size_t month = 0;
    while (2 * (passed + evidence.overstays[month]) < all) passed += evidence.overstays[month++];
    return static_cast<double>(month);
}

Value overstayed_within_half_a_year(TargetEvidence const& evidence, double)
{
    std::int64_t all = 0;
    std::int64_t early = 0;
    for (std::size_t month = 0; month < evidence.overstays.size(); ++month)
    {
        all += evidence.overstays[month];
        if (month < 6) early += evidence.overstays[month];
    }
    return ratio(early, all);
}

Value exploited(TargetEvidence const& evidence, double)
{
    std::int64_t const irregular = counted(evidence.window, Count::foreign_workers) -
                                   counted(evidence.window, Count::regular_workers);
    return ratio(counted(evidence.window, Count::exploited_within_year), irregular);
}

// 1 if unpaid overtime is met more often than pay withheld, and this more often than other work.
Value exploitation_ranks(TargetEvidence const& evidence, double)
{
    std::int64_t const overtime = counted(evidence.window, Count::unpaid_overtime);
    std::int64_t const withheld = counted(evidence.window, Count::pay_withheld);
    std::int64_t const other = counted(evidence.window, Count::other_work);
    if (overtime + withheld + other == 0) return std::nullopt;
    return overtime > withheld && withheld > other ? 1.0 : 0.0;
}

Value placed(TargetEvidence const& evidence, double)
{
    return ratio(counted(evidence.window, Count::placed),
                 counted(evidence.window, Count::departures));
}

Selection in_st_petersburg(TargetEvidence const& evidence)
{
    return {.place = evidence.corridor.place_named("st_petersburg")};
}

Value number_in_st_petersburg(TargetEvidence const& evidence, double)
{
    Value const number =
        ratio(counted(evidence.quota.policy, Count::abroad, in_st_petersburg(evidence)),
              counted(evidence.quota.base, Count::abroad, in_st_petersburg(evidence)));
    return number ? Value(*number - 1.0) : number;
}

Value legality_in_st_petersburg(TargetEvidence const& evidence, double)
{
    auto const legality = [&](Tally const& tally)
    {
        return ratio(counted(tally, Count::regular_workers, in_st_petersburg(evidence)),
                     counted(tally, Count::foreign_workers, in_st_petersburg(evidence)));
    };
    Value const base = legality(evidence.quota.base);
    Value const policy = legality(evidence.quota.policy);
    return base && policy ? Value(*policy - *base) : std::nullopt;
}

using Definitions = std::vector<TargetDefinition>;

constexpr int longest = cohort_year + cohort_months;
constexpr int quota_months = 36;

void add_levels(Definitions& all)
{
    all.push_back({"C1", "irregular over foreign workers in Russia, person-months", "share",
                   irregular_share});
    all.push_back({"C2",
                   "persons abroad from Batken, Osh, Osh city and Jalal-Abad over all abroad, "
                   "person-months",
                   "share", southern_share});
    all.push_back({"C3", "departures for work from Osh and Osh city a year", "persons/year",
                   departures_a_year});
    all.push_back({"C4_russia", "of all departures from Osh and Osh city: to Russia", "share",
                   share_of_departures("russia")});
    all.push_back(
        {"C4_kazakhstan", "of these: to Kazakhstan", "share", share_of_departures("kazakhstan")});
    all.push_back({"C4_other", "of these: elsewhere", "share", share_elsewhere});
    all.push_back({"C5", "departures for work over all departures", "share", share_for_work});
    all.push_back({"C6", "naturalizations over departures, persons from Osh and Osh city", "share",
                   naturalized_per_departure});
    all.push_back({"C7",
                   "of who departed for work in the first 12 reported months and lives 108 months "
                   "later: no full month of these at home",
                   "share", never_home, longest});
    all.push_back({"C8",
                   "applications for citizenship in the 12 months from the unrest on, over those "
                   "without it, less 1",
                   "share", more_applications, 18, 2});
}

void add_money_and_stay(Definitions& all)
{
    all.push_back({"C9", "remittances over GDP", "share", remittances_over_gdp});
    all.push_back({"C10",
                   "southern households that lived on remittances in the calendar year before, "
                   "months 13-48",
                   "share", living_on_remittances});
    all.push_back({"C11", "persons abroad, mean", "persons", persons_abroad});
    all.push_back({"C12",
                   "permit, first bed and food by list price, mean over departures for work to "
                   "Russia",
                   "RUB", entry_price});
    all.push_back({"C13",
                   "completed months from the arrival abroad until the lawful stay is lost for "
                   "the first time, median of these losses",
                   "months", median_month_of_overstay});
    all.push_back({"C13_early", "of these losses: within six months", "share",
                   overstayed_within_half_a_year});
    all.push_back(
        {"C14", "irregular workers who met exploitation within 12 months", "share", exploited});
    all.push_back({"C14_rank",
                   "1: unpaid overtime is more frequent than pay withheld, and this than other "
                   "work",
                   "", exploitation_ranks});
    all.push_back({"C15", "departures by placement over all departures", "share", placed});
    all.push_back({"C16",
                   "persons in St Petersburg in the 36th month of the quota cut, over those "
                   "without it, less 1",
                   "share", number_in_st_petersburg, quota_months, 2});
    all.push_back(
        {target_of_legality,
         "regular among foreign workers there in that month, less the share without the cut (the "
         "article is about those who work irregularly)",
         "share", legality_in_st_petersburg, quota_months, 2});
}
}  // namespace

std::vector<TargetDefinition> const& target_definitions()
{
    static Definitions const all = []
    {
        Definitions list;
        add_levels(list);
        add_money_and_stay(list);
        return list;
    }();
    return all;
}

TargetDefinition const& target_definition(std::string const& id)
{
    Definitions const& all = target_definitions();
    auto const found = std::ranges::find(all, id, &TargetDefinition::id);
    if (found == all.end()) throw UsageError(id + ": no target of that name");
    return *found;
}

bool needs_policy(std::string const& id)
{
    return id == target_of_unrest || id == target_of_quota;
}
}  // namespace kochmon
