// SPDX-License-Identifier: MIT
#include "analysis/fingerprints/fingerprints.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <string_view>

#include <fmt/format.h>

#include "agents/state/month_record.hpp"

#include "analysis/fingerprints/mixer.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t rows_at_once = 65536;
constexpr std::string_view header = "replicate,month,sketch\n";

std::uint64_t joined(std::uint32_t high, std::uint32_t low)
{
    return std::uint64_t{high} << 32 | low;
}

std::uint64_t joined(std::array<MonthStamp, 4> const& dates)
{
    std::uint64_t word = 0;
    for (MonthStamp const date : dates) word = word << 16 | static_cast<std::uint16_t>(date);
    return word;
}

/// Who gives the work, and for work with whom the permit is.
std::uint8_t permit(Persons const& persons, std::size_t row)
{
    return static_cast<std::uint8_t>(static_cast<unsigned>(persons[row].employer) << 4U |
                                     static_cast<unsigned>(persons[row].scheme) << 2U |
                                     static_cast<unsigned>(persons[row].permit_for));
}

std::uint64_t status(Persons const& persons, std::size_t row)
{
    std::uint64_t word = 0;
    for (std::uint8_t const value :
         {static_cast<std::uint8_t>(persons.place[row]),
          static_cast<std::uint8_t>(persons[row].presence),
          static_cast<std::uint8_t>(persons[row].work_right),
          static_cast<std::uint8_t>(persons[row].contract),
          static_cast<std::uint8_t>(persons[row].papers),
          static_cast<std::uint8_t>(persons[row].sector), persons[row].trips, permit(persons, row)})
        word = word << 8 | value;
    return word;
}

/// Odd, so that no change of a word is lost.
constexpr std::array<std::uint64_t, 4> factors = {0x9E3779B97F4A7C15ULL, 0xC2B2AE3D27D4EB4FULL,
                                                  0x165667B19E3779F9ULL, 0xD6E8FEB86659FD93ULL};

// What no decision reads, such as why somebody is irregular, is left out: lives do not part by it.
std::uint64_t state_hash(Persons const& persons, std::size_t row)
{
    std::array<std::uint64_t, factors.size()> const words = {
        status(persons, row),
        joined({persons[row].arrival, persons[row].entry, persons[row].stay_end,
                persons[row].permit_end}),
        joined(static_cast<std::uint32_t>(persons[row].cash),
               static_cast<std::uint32_t>(persons[row].debt)),
        joined(static_cast<std::uint32_t>(persons[row].sent),
               std::bit_cast<std::uint32_t>(persons[row].perceived_risk))};
    std::uint64_t sum = 0;
    for (std::size_t k = 0; k < words.size(); ++k) sum += words[k] * factors[k];
    return mixed(sum);
}

/// Looks at the places first: seven persons of eight are at home.
class Sketching
{
  public:
    explicit Sketching(Persons const& persons) : persons_(persons) {}

    void enter(std::size_t first, std::size_t last)
    {
        list_abroad(first, last);
        for (std::size_t k = 0; k < count_; ++k) keys_[k] = persons_.key[rows_[k]];
        for (std::size_t k = 0; k < count_; ++k) hashes_[k] = state_hash(persons_, rows_[k]);
        for (std::size_t k = 0; k < count_; ++k) sketch_.add(keys_[k], hashes_[k]);
    }
    Sketch const& sketch() const { return sketch_; }

    static constexpr std::size_t most_rows = 8192;  // which stay in cache

  private:
    void list_abroad(std::size_t first, std::size_t last)
    {
        count_ = 0;
        for (std::size_t row = first; row < last; ++row)
        {
            rows_[count_] = static_cast<std::uint32_t>(row);
            count_ += persons_.abroad(row) ? 1U : 0U;
        }
    }

    Persons const& persons_;
    Sketch sketch_;
    std::size_t count_ = 0;
    std::array<std::uint32_t, most_rows> rows_{};
    std::array<std::uint64_t, most_rows> keys_{};
    std::array<std::uint64_t, most_rows> hashes_{};
};

Sketch sketch_of_rows(Persons const& persons, std::size_t first, std::size_t last)
{
    auto const sketching = std::make_unique<Sketching>(persons);
    for (; first < last; first += Sketching::most_rows)
        sketching->enter(first, std::min(first + Sketching::most_rows, last));
    return sketching->sketch();
}

std::optional<FingerprintRecorder::Entry> read_row(std::string_view row)
{
    std::size_t const month_at = row.find(',') + 1;
    std::size_t const sketch_at = row.find(',', month_at) + 1;
    if (month_at == 0 || sketch_at == 0) return std::nullopt;
    FingerprintRecorder::Entry entry;
    char const* const end = row.data() + month_at - 1;
    auto const [rest, error] = std::from_chars(row.data(), end, entry.replicate);
    auto const month = Month::parse(std::string(row.substr(month_at, sketch_at - 1 - month_at)));
    auto const sketch = Sketch::of_text(row.substr(sketch_at));
    if (error != std::errc() || rest != end || !month || !sketch) return std::nullopt;
    entry.month = *month;
    entry.sketch = *sketch;
    return entry;
}
}  // namespace

Sketch sketch_of(Persons const& persons, Workers const& workers)
{
    std::vector<Sketch> sketches((persons.size() + rows_at_once - 1) / rows_at_once);
    workers.for_each(sketches.size(),
                     [&](std::size_t k)
                     {
                         std::size_t const first = k * rows_at_once;
                         std::size_t const last = std::min(first + rows_at_once, persons.size());
                         sketches[k] = sketch_of_rows(persons, first, last);
                     });
    Sketch all;
    for (Sketch const& sketch : sketches) all.add(sketch);
    return all;
}

void FingerprintRecorder::observe(MonthRecord const& record)
{
    entries_.push_back({.replicate = record.replicate,
                        .month = record.month,
                        .sketch = sketch_of(record.population.persons, workers_)});
}

std::string FingerprintRecorder::csv() const
{
    std::string csv(header);
    for (Entry const& entry : entries_)
        csv += fmt::format("{},{},{}\n", entry.replicate, entry.month.text(), entry.sketch.text());
    return csv;
}

std::optional<FingerprintRecorder::Entries> read_fingerprints(std::string const& csv)
{
    if (!csv.starts_with(header)) return std::nullopt;
    FingerprintRecorder::Entries entries;
    std::string_view rest = std::string_view(csv).substr(header.size());
    while (!rest.empty())
    {
        std::size_t const end = rest.find('\n');
        auto const entry = read_row(rest.substr(0, end));
        if (!entry || end == std::string_view::npos) return std::nullopt;
        entries.push_back(*entry);
        rest.remove_prefix(end + 1);
    }
    return entries;
}
}  // namespace kochmon
