// SPDX-License-Identifier: MIT
#include "analysis/targets/evidence.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "agents/economy/markets.hpp"
#include "agents/law/permit.hpp"
#include "agents/state/month_record.hpp"

namespace kochmon
{
namespace
{
template <class Visit>
void for_each_event(Simulation const& world, Visit visit)
{
    for (Piece const& piece : world.pieces())
        for (Event const& event : piece.diary()) visit(event);
}

bool is_of_first_country(Persons const& persons, std::size_t person)
{
    return origin_country(persons[person].origin) == first_country;
}

std::int64_t departures_for_work(Tally const& tally, std::size_t cell)
{
    return tally.at(Count::departures, cell) - tally.at(Count::departures_to_join, cell) -
           tally.at(Count::departures_to_study, cell);
}
}  // namespace

EvidenceRecorder::EvidenceRecorder(Scenario const& base, std::vector<Paired> paired,
                                   std::vector<Onset> const& onsets)
    : base_(base), paired_(std::move(paired)), onsets_(onsets)
{
    evidence_.paired.resize(paired_.size());
    evidence_.corridor = base.corridor();
}

int EvidenceRecorder::reported() const
{
    return month_.since_1900() - base_.settings().first_reported().since_1900() + 1;
}

void EvidenceRecorder::see(Lockstep const& worlds)
{
    MonthRecord const record = worlds.base().record();
    month_ = record.month;
    see_policies(worlds);
    if (reported() <= target_months) see_overstays(worlds.base());
    if (reported() < 1) return;
    evidence_.months_lived = reported();
    if (reported() <= target_months)
    {
        evidence_.window.add(record.tally);
        if (reported() > cohort_year) evidence_.later_years.add(record.tally);
        see_arrivals(worlds.base());
    }
    see_cohort(worlds.base());
    if (reported() <= cohort_year) see_departures(worlds.base());
}

// Bed and food of the first month at the prices of the month, the permit as the law lists it.
void EvidenceRecorder::see_arrivals(Simulation const& base)
{
    PermitSchemes permits;
    MarketParameters markets;
    read(permits, base_, month_);
    read(markets, base_, month_);
    MonthRecord const record = base.record();
    for (Region const from : base_.corridor().regions_of(first_country))
        for (Place const to : base_.corridor().destinations())
        {
            if (!is_in_main_jurisdiction(to)) continue;
            std::int64_t arrivals = 0;
            for (Sex const sex : {Sex::female, Sex::male})
                arrivals += departures_for_work(record.tally, record.tally.cell(from, to, sex));
            Kopecks const price = permits.of(Scheme::permit).fee_of(to, from) +
                                  record.world.first_bed[index(to)] + markets.food[index(to)];
            evidence_.arrivals_in_main += arrivals;
            evidence_.list_prices += static_cast<double>(arrivals) * price.roubles();
        }
}

// Whether a stay at the start has been overrun before is not known.
void EvidenceRecorder::see_overstays(Simulation const& base)
{
    Persons const& persons = base.population().persons;
    MonthStamp const start = stamp(base_.settings().start);
    if (overstay_of_.empty()) overstay_of_.resize(persons.size(), never);
    for_each_event(base,
                   [&](Event const& event)
                   {
                       MonthStamp const arrival = persons[event.person].arrival;
                       if (event.kind != Count::stays_overrun || arrival < start ||
                           overstay_of_[event.person] == arrival)
                           return;
                       overstay_of_[event.person] = arrival;
                       if (reported() < 1 || !is_of_first_country(persons, event.person)) return;
                       auto const completed = static_cast<std::size_t>(stamp(month_) - arrival - 1);
                       if (completed >= evidence_.overstays.size())
                           evidence_.overstays.resize(completed + 1);
                       ++evidence_.overstays[completed];
                   });
}

void EvidenceRecorder::see_departures(Simulation const& base)
{
    Persons const& persons = base.population().persons;
    std::unordered_set<std::uint32_t> not_for_work;
    for_each_event(
        base,
        [&](Event const& event)
        {
            if (event.kind == Count::departures_to_join || event.kind == Count::departures_to_study)
                not_for_work.insert(event.person);
        });
    for_each_event(base,
                   [&](Event const& event)
                   {
                       if (event.kind == Count::departures &&
                           is_of_first_country(persons, event.person) &&
                           !not_for_work.contains(event.person))
                           cohort_.push_back({.row = event.person, .departed = reported()});
                   });
}

// Who is home at a month's end stays home for the month to come, since departures stand at its end;
// the month after the last of the 108 is too late.
void EvidenceRecorder::see_cohort(Simulation const& base)
{
    Persons const& persons = base.population().persons;
    for (Member& member : cohort_)
    {
        int const months = reported() - member.departed;
        if (months > cohort_months) continue;
        member.came_home =
            member.came_home || (months < cohort_months && persons.at_home(member.row));
        member.died = member.died || persons.nowhere(member.row);
    }
}

/// The first is 1; 0 of what changes nothing.
int EvidenceRecorder::months_since(std::size_t policy) const
{
    auto const& onset = onsets_[policy].month;
    return onset ? month_.since_1900() - onset->since_1900() + 1 : 0;
}

void EvidenceRecorder::see_policies(Lockstep const& worlds)
{
    for (std::size_t at = 0; at < paired_.size(); ++at)
    {
        auto const& [policy, asked] = paired_[at];
        int const since = months_since(policy);
        if (since < asked.first || since > asked.last) continue;
        PairedMonths& months = evidence_.paired[at];
        ++months.lived;
        months.base.add(worlds.base().record().tally);
        months.policy.add(worlds.policy(policy).record().tally);
    }
}

bool EvidenceRecorder::policies_seen(Month month) const
{
    return std::ranges::all_of(paired_,
                               [&](Paired const& one)
                               {
                                   auto const& onset = onsets_[one.policy].month;
                                   return !onset || month >= *onset + one.months.last;
                               });
}

TargetEvidence EvidenceRecorder::evidence() const
{
    TargetEvidence evidence = evidence_;
    if (evidence.months_lived < cohort_year + cohort_months) return evidence;
    DepartureCohort cohort;
    for (Member const& member : cohort_)
    {
        ++cohort.departed;
        if (member.died)
            ++cohort.died;
        else if (!member.came_home)
            ++cohort.never_home;
    }
    evidence.cohort = cohort;
    return evidence;
}
}  // namespace kochmon
