// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "agents/state/month_record.hpp"

#include "analysis/fingerprints/fingerprints.hpp"

namespace kochmon
{
/// Who a person is, from the rows of the run that is repeated.
struct PersonNow
{
    Region origin = {};
    Sex sex = Sex::female;
    Month birth;
    Place place = Place::home;  // at the end of the month
};

/// A person whose life is not the same in a run and in its repetition.
struct DifferingPerson
{
    SubjectKey key;
    std::optional<PersonNow> now = {};  // nothing: does not live in the repetition
};

/// The first month of a replicate in which lives differ.
struct DifferingLives
{
    std::uint32_t replicate = 0;
    Month month;
    std::uint64_t about = 0;  // persons, in the first month
    bool exact = false;
    Month told;  // the first month in which persons can be told, seldom a later one
    std::vector<DifferingPerson> persons = {};
};

/// Compares the months of a run with its fingerprints of the last time.
class FingerprintWatch final : public MonthObserver
{
  public:
    /// `now`: observes the run before this, and must outlive it.
    FingerprintWatch(FingerprintRecorder::Entries const& then, FingerprintRecorder const& now);
    void observe(MonthRecord const& record) override;
    /// The first in time.
    std::optional<DifferingLives> const& found() const { return found_; }

  private:
    using Moment = std::pair<Month, std::uint32_t>;  // and replicate
    bool is_later_than_found(MonthRecord const& record) const;

    FingerprintRecorder const& now_;
    std::map<Moment, Sketch> then_;
    std::optional<DifferingLives> found_;
};
}  // namespace kochmon
