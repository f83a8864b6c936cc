// SPDX-License-Identifier: MIT
#include "analysis/replay/watch.hpp"

#include <algorithm>

#include "agents/state/month_record.hpp"

namespace kochmon
{
namespace
{
std::optional<PersonNow> person_now(Persons const& persons, std::uint64_t key)
{
    auto const found = std::ranges::find(persons.key, key);
    if (found == persons.key.end()) return std::nullopt;
    auto const row = static_cast<std::size_t>(found - persons.key.begin());
    return PersonNow{.origin = persons[row].origin,
                     .sex = persons.sex[row],
                     .birth = Month(persons.birth[row]),
                     .place = persons.place[row]};
}

void tell(DifferingLives& lives, Differing const& differing, MonthRecord const& record)
{
    lives.told = record.month;
    for (std::uint64_t const key : differing.keys)
        lives.persons.push_back({SubjectKey(key), person_now(record.population.persons, key)});
}
}  // namespace

FingerprintWatch::FingerprintWatch(FingerprintRecorder::Entries const& then,
                                   FingerprintRecorder const& now)
    : now_(now)
{
    for (FingerprintRecorder::Entry const& entry : then)
        then_[{entry.month, entry.replicate}] = entry.sketch;
}

// Of a replicate that parts as early as an earlier one, or later, nothing need be told; within a
// replicate, later months count until somebody could be told.
bool FingerprintWatch::is_later_than_found(MonthRecord const& record) const
{
    if (!found_) return false;
    if (found_->replicate == record.replicate) return !found_->persons.empty();
    return record.month >= found_->month;
}

void FingerprintWatch::observe(MonthRecord const& record)
{
    auto const then = then_.find({record.month, record.replicate});
    if (then == then_.end() || is_later_than_found(record)) return;
    // A run that keeps chosen rows records no fingerprints; it has none of then either.
    if (now_.entries().empty()) return;
    Sketch const& now = now_.entries().back().sketch;
    if (then->second == now) return;
    Differing const differing = differing_persons(then->second, now);
    if (!found_ || found_->replicate != record.replicate)
        found_ = {.replicate = record.replicate,
                  .month = record.month,
                  .about = differing.about,
                  .exact = differing.exact,
                  .told = record.month,
                  .persons = {}};
    tell(*found_, differing, record);
}
}  // namespace kochmon
