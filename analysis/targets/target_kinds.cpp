// SPDX-License-Identifier: MIT
#include "analysis/targets/target_kinds.hpp"

#include <algorithm>

#include "analysis/measures/measure.hpp"

namespace kochmon
{
namespace
{
using Value = std::optional<double>;

Value ratio(double above, double below)
{
    if (below == 0.0) return std::nullopt;
    return above / below;
}

Value ratio(std::int64_t above, std::int64_t below)
{
    return ratio(static_cast<double>(above), static_cast<double>(below));
}

Value less_one(Value value)
{
    return value ? Value(*value - 1.0) : value;
}

std::int64_t in_places(Tally const& tally, Count kind, TargetPersons const& persons,
                       Selection selection)
{
    if (!persons.in) return agents(tally, kind, selection);
    std::int64_t sum = 0;
    for (Place const place : *persons.in)
    {
        selection.place = place;
        sum += agents(tally, kind, selection);
    }
    return sum;
}

/// Agents of the first country, or of those regions, at those destinations or anywhere.
std::int64_t counted(Tally const& tally, Count kind, TargetPersons const& persons = {})
{
    if (!persons.from) return in_places(tally, kind, persons, {.country = first_country});
    std::int64_t sum = 0;
    for (Region const region : *persons.from)
        sum += in_places(tally, kind, persons, {.origin = region});
    return sum;
}

std::int64_t departures_for_work(Tally const& tally, TargetPersons const& persons)
{
    return counted(tally, Count::departures, persons) -
           counted(tally, Count::departures_to_join, persons) -
           counted(tally, Count::departures_to_study, persons);
}

double years(TargetEvidence const& evidence)
{
    return std::min(evidence.months_lived, target_months) / 12.0;
}

Value irregular_share(TargetSample const& sample)
{
    Tally const& window = sample.evidence.window;
    std::int64_t const all = counted(window, Count::foreign_workers, sample.persons);
    return ratio(all - counted(window, Count::regular_workers, sample.persons), all);
}

Value share_of_abroad(TargetSample const& sample)
{
    Tally const& window = sample.evidence.window;
    if (!sample.persons.from || sample.persons.from->size() == 0) return std::nullopt;
    TargetPersons const anywhere{.from = {}, .in = sample.persons.in};
    Country const country = origin_country((*sample.persons.from)[0]);
    return ratio(counted(window, Count::abroad, sample.persons),
                 in_places(window, Count::abroad, anywhere, {.country = country}));
}

Value departures_for_work_a_year(TargetSample const& sample)
{
    std::int64_t const departures = departures_for_work(sample.evidence.window, sample.persons);
    return ratio(static_cast<double>(departures) * sample.weight, years(sample.evidence));
}

Value share_of_departures(TargetSample const& sample)
{
    Tally const& window = sample.evidence.window;
    TargetPersons const anywhere{.from = sample.persons.from};
    return ratio(counted(window, Count::departures, sample.persons),
                 counted(window, Count::departures, anywhere));
}

Value share_for_work(TargetSample const& sample)
{
    Tally const& window = sample.evidence.window;
    return ratio(departures_for_work(window, sample.persons),
                 counted(window, Count::departures, sample.persons));
}

Value naturalizations_per_departure(TargetSample const& sample)
{
    Tally const& window = sample.evidence.window;
    return ratio(counted(window, Count::naturalizations, sample.persons),
                 counted(window, Count::departures, sample.persons));
}

Value never_home(TargetSample const& sample)
{
    auto const& cohort = sample.evidence.cohort;
    if (!cohort) return std::nullopt;
    return ratio(cohort->never_home, cohort->departed - cohort->died);
}

Value more_applications(TargetSample const& sample)
{
    if (sample.paired.lived < applications_months) return std::nullopt;
    return less_one(ratio(counted(sample.paired.policy, Count::citizenship_sought, sample.persons),
                          counted(sample.paired.base, Count::citizenship_sought, sample.persons)));
}

Value remittances_over_gdp(TargetSample const& sample)
{
    Tally const& window = sample.evidence.window;
    return ratio(window.total(Flow::remittances, first_country), window.home.of(first_country).gdp);
}

Value households_on_remittances(TargetSample const& sample)
{
    HomeAccounts const& home = sample.evidence.later_years.home;
    Corridor const& corridor = sample.evidence.corridor;
    std::int64_t households = 0;
    std::int64_t on_remittances = 0;
    for (Region const region : sample.persons.from.value_or(corridor.regions_of(first_country)))
    {
        households += home.households[index(region)];
        on_remittances += home.on_remittances[index(region)];
    }
    return ratio(on_remittances, households);
}

Value persons_abroad(TargetSample const& sample)
{
    std::int64_t const months = counted(sample.evidence.window, Count::abroad, sample.persons);
    return ratio(static_cast<double>(months) * sample.weight, 12.0 * years(sample.evidence));
}

Value entry_price(TargetSample const& sample)
{
    return ratio(sample.evidence.list_prices,
                 static_cast<double>(sample.evidence.arrivals_in_main));
}

Value median_month_of_overstay(TargetSample const& sample)
{
    std::vector<std::int64_t> const& overstays = sample.evidence.overstays;
    std::int64_t all = 0;
    for (std::int64_t const persons : overstays) all += persons;
    if (all == 0) return std::nullopt;
    std::int64_t passed = 0;
    std::size_t month = 0;
    while (2 * (passed + overstays[month]) < all) passed += overstays[month++];
    return static_cast<double>(month);
}

Value overstayed_within_half_a_year(TargetSample const& sample)
{
    std::vector<std::int64_t> const& overstays = sample.evidence.overstays;
    std::int64_t all = 0;
    std::int64_t early = 0;
    for (std::size_t month = 0; month < overstays.size(); ++month)
    {
        all += overstays[month];
        if (month < 6) early += overstays[month];
    }
    return ratio(early, all);
}

Value exploited_share(TargetSample const& sample)
{
    Tally const& window = sample.evidence.window;
    std::int64_t const irregular = counted(window, Count::foreign_workers, sample.persons) -
                                   counted(window, Count::regular_workers, sample.persons);
    return ratio(counted(window, Count::exploited_within_year, sample.persons), irregular);
}

Value exploitation_rank(TargetSample const& sample)
{
    Tally const& window = sample.evidence.window;
    std::int64_t const overtime = counted(window, Count::unpaid_overtime, sample.persons);
    std::int64_t const withheld = counted(window, Count::pay_withheld, sample.persons);
    std::int64_t const other = counted(window, Count::other_work, sample.persons);
    if (overtime + withheld + other == 0) return std::nullopt;
    return overtime > withheld && withheld > other ? 1.0 : 0.0;
}

Value placed_share(TargetSample const& sample)
{
    Tally const& window = sample.evidence.window;
    return ratio(counted(window, Count::placed, sample.persons),
                 counted(window, Count::departures, sample.persons));
}

Value change_in_number(TargetSample const& sample)
{
    return less_one(ratio(counted(sample.paired.policy, Count::abroad, sample.persons),
                          counted(sample.paired.base, Count::abroad, sample.persons)));
}

Value change_in_legality(TargetSample const& sample)
{
    auto const legality = [&](Tally const& tally)
    {
        return ratio(counted(tally, Count::regular_workers, sample.persons),
                     counted(tally, Count::foreign_workers, sample.persons));
    };
    Value const base = legality(sample.paired.base);
    Value const policy = legality(sample.paired.policy);
    return base && policy ? Value(*policy - *base) : std::nullopt;
}

using Kinds = std::vector<TargetKind>;
constexpr int longest = cohort_year + cohort_months;
constexpr MonthsOfPolicy first_year{1, applications_months};
constexpr MonthsOfPolicy third_year{change_month, change_month};

void add_moves(Kinds& all)
{
    all.push_back({"share_of_abroad", "persons abroad{from}{in} over all there, person-months",
                   "share", Asked::required, Asked::allowed, share_of_abroad});
    all.push_back({"persons_abroad", "persons abroad{from}{in}, mean", "persons", Asked::allowed,
                   Asked::allowed, persons_abroad});
    all.push_back({"departures_for_work_a_year", "departures for work{from}{to} a year",
                   "persons/year", Asked::allowed, Asked::allowed, departures_for_work_a_year});
    all.push_back({"share_of_departures", "of all departures{from}: those{to}", "share",
                   Asked::allowed, Asked::required, share_of_departures});
    all.push_back({"share_for_work", "departures for work over all departures{from}{to}", "share",
                   Asked::allowed, Asked::allowed, share_for_work});
    all.push_back({"placed_share", "departures by placement over all departures{from}{to}", "share",
                   Asked::allowed, Asked::allowed, placed_share});
    all.push_back({"never_home",
                   "of those who departed for work in the first 12 reported months and are alive "
                   "108 months later: no full month of these at home",
                   "share", Asked::refused, Asked::refused, never_home, longest});
    all.push_back({"naturalizations_per_departure", "naturalizations over departures{from}{in}",
                   "share", Asked::allowed, Asked::allowed, naturalizations_per_departure});
}

void add_work(Kinds& all)
{
    all.push_back({"irregular_share", "irregular over foreign workers{from}{in}, person-months",
                   "share", Asked::allowed, Asked::allowed, irregular_share});
    all.push_back({"median_month_of_overstay",
                   "completed months from the arrival abroad until the lawful stay is lost for "
                   "the first time, median of these losses",
                   "months", Asked::refused, Asked::refused, median_month_of_overstay});
    all.push_back({"overstayed_within_half_a_year",
                   "of first losses of the lawful stay: within six months of the arrival", "share",
                   Asked::refused, Asked::refused, overstayed_within_half_a_year});
    all.push_back({"exploited_share",
                   "irregular workers{from}{in} who met exploitation within 12 months", "share",
                   Asked::allowed, Asked::allowed, exploited_share});
    all.push_back({"exploitation_rank",
                   "1: unpaid overtime is more frequent than pay withheld, and this than other "
                   "work{from}{in}",
                   "", Asked::allowed, Asked::allowed, exploitation_rank});
}

void add_money(Kinds& all)
{
    all.push_back({"remittances_over_gdp", "remittances over GDP", "share", Asked::refused,
                   Asked::refused, remittances_over_gdp});
    all.push_back({"households_on_remittances",
                   "households{from} that lived on remittances in the calendar year before, "
                   "months 13-48",
                   "share", Asked::allowed, Asked::refused, households_on_remittances});
    all.push_back({"entry_price",
                   "permit, first bed and food by list price, mean over departures for work to "
                   "{main}",
                   "money", Asked::refused, Asked::refused, entry_price});
}

void add_answers(Kinds& all)
{
    all.push_back({"more_applications",
                   "applications for citizenship{from}{in} in the first 12 months of the policy, "
                   "over those without it, less 1",
                   "share", Asked::allowed, Asked::allowed, more_applications, 18, first_year});
    all.push_back({"change_in_number",
                   "persons abroad{from}{in} in the 36th month of the policy, over those without "
                   "it, less 1",
                   "share", Asked::allowed, Asked::allowed, change_in_number, change_month,
                   third_year});
    all.push_back({"change_in_legality",
                   "regular among foreign workers{from}{in} in the 36th month of the policy, less "
                   "the share without it (the article is about those who work irregularly)",
                   "share", Asked::allowed, Asked::allowed, change_in_legality, change_month,
                   third_year});
}
}  // namespace

std::vector<TargetKind> const& target_kinds()
{
    static Kinds const all = []
    {
        Kinds list;
        add_moves(list);
        add_work(list);
        add_money(list);
        add_answers(list);
        return list;
    }();
    return all;
}
}  // namespace kochmon
