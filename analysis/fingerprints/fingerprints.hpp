// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <tuple>
#include <vector>

#include "engine/parallel.hpp"

#include "agents/state/month_record.hpp"

#include "analysis/fingerprints/sketch.hpp"

namespace kochmon
{
/// The persons abroad, each in the state of the present moment: place, status, sector, trips,
/// dates of the stay, the permit and the job, cash, debt, what was sent, the chance of a sanction
/// as the person sees it. What else is known of persons shows in these a little later.
Sketch sketch_of(Persons const& persons, Workers const& workers);

/// Keeps a sketch of every month, warm-up included, so that of a run that is repeated one can tell
/// whose life went another way. The workers must outlive it.
class FingerprintRecorder final : public MonthObserver
{
  public:
    explicit FingerprintRecorder(Workers const& workers) : workers_(workers) {}

    struct Entry
    {
        std::uint32_t replicate = 0;
        Month month;
        Sketch sketch = {};
    };

    using Entries = std::vector<Entry>;  // by replicate, then month

    void observe(MonthRecord const& record) override;
    Entries const& entries() const { return entries_; }
    /// The months up to now, which were told.
    void forget() { entries_.clear(); }
    /// `fingerprints.csv`
    std::string csv() const;

    /// What the next months need.
    template <class Self>
    static auto members(Self& self)
    {
        auto& [workers, entries] = self;
        return std::tie(entries);
    }

  private:
    Workers const& workers_;
    Entries entries_;
};

/// What `csv` has written; nothing if the text is no such table.
std::optional<FingerprintRecorder::Entries> read_fingerprints(std::string const& csv);
}  // namespace kochmon
