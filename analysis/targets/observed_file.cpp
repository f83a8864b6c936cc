// SPDX-License-Identifier: MIT
#include "analysis/targets/observed_file.hpp"

#include <algorithm>

#include "engine/atomic_file.hpp"

namespace kochmon
{
namespace
{
std::vector<std::string> places_of_law(Corridor const& corridor)
{
    std::vector<std::string> names = corridor.jurisdiction_names();
    names.emplace_back("total");
    return names;
}

bool is_told_by_jurisdiction(Measure const& measure)
{
    return std::ranges::find(measure.breakdowns, Breakdown::jurisdiction) !=
           measure.breakdowns.end();
}

/// The keys that say of which time a figure is: one of them.
std::vector<std::string> const& keys_of_time()
{
    static std::vector<std::string> const keys = {"month", "year", "months", "growth"};
    return keys;
}

class ObservationReader
{
  public:
    ObservationReader(Corridor const& corridor, Node::Entry const& entry, Diagnostics& diagnostics)
        : corridor_(corridor),
          id_(entry.key),
          map_(entry.value, "observed." + entry.key,
               {"what", "measure", "in", "month", "year", "months", "growth", "value", "band",
                "source"},
               diagnostics),
          diagnostics_(diagnostics)
    {
    }

    Observation read() const
    {
        std::size_t const mistakes = diagnostics_.count();
        Observation one{.id = id_,
                        .what = map_.text("what"),
                        .measure = &measures()[map_.word("measure", names_of_measures())],
                        .where = where(),
                        .in = map_.text("in"),
                        .time = time(),
                        .value = map_.number("value"),
                        .band = map_.bounds("band"),
                        .source = map_.text("source")};
        if (diagnostics_.count() == mistakes) check(one);
        return one;
    }

  private:
    std::optional<Jurisdiction> where() const
    {
        if (!corridor_.is_known())  // that of a scenario that is not there: said where it is run
            return map_.text("in") == "total" ? std::nullopt : std::optional(main_jurisdiction);
        std::vector<std::string> const names = places_of_law(corridor_);
        return corridor_.jurisdiction_named(names[map_.word("in", names)]);
    }

    ObservedTime time() const
    {
        std::vector<std::string> given;
        for (std::string const& key : keys_of_time())
            if (map_.has(key)) given.push_back(key);
        if (given.size() != 1)
        {
            map_.report(given.empty() ? "month" : given[1],
                        {given.empty() ? "no time is given" : "is a second time",
                         "one of month, year, months, growth"});
            return {};
        }
        if (given[0] == "month") return month();
        if (given[0] == "year") return year();
        return span(given[0],
                    given[0] == "growth" ? ObservedTime::Kind::growth : ObservedTime::Kind::sum);
    }

    ObservedTime month() const
    {
        Month const month = month_in(*map_.find("month"), "month");
        return {ObservedTime::Kind::month_end, month, month};
    }

    ObservedTime year() const
    {
        auto const year = static_cast<int>(map_.whole("year", 1900, 2100));
        return {ObservedTime::Kind::sum, Month::of(year, 1), Month::of(year, 12)};
    }

    ObservedTime span(std::string const& key, ObservedTime::Kind kind) const
    {
        Node const& given = *map_.find(key);
        if (!given.is_list() || given.items.size() != 2)
        {
            map_.report(key, {described(given) + " instead of two months", "[first, last]"});
            return {};
        }
        std::size_t const mistakes = diagnostics_.count();
        ObservedTime const time{kind, month_in(given.items[0], key), month_in(given.items[1], key)};
        if (diagnostics_.count() == mistakes && time.first >= time.last)
            map_.report(key, {"the first month is not before the second", "[first, last]"});
        return time;
    }

    Month month_in(Node const& node, std::string const& key) const
    {
        if (node.is_spoiled()) return {};
        std::optional<Month> const month =
            node.is_scalar() ? Month::parse(node.text) : std::nullopt;
        if (!month) map_.report(key, {described(node) + " is no month", "a month, as 2011-04"});
        return month.value_or(Month());
    }

    // Stocks are of month ends, flows of spans; what is made of a denominator is neither.
    void check(Observation const& one) const
    {
        bool const of_stock = one.time.kind != ObservedTime::Kind::sum;
        MeasureKind const kind = one.measure->kind;
        if (kind == MeasureKind::rate || one.measure->months != 1 ||
            one.measure->factor != nullptr || one.measure->over != nullptr)
            map_.report("measure", {shown(one.measure->name) + " is a rate",
                                    "a stock, a flow, an exposure or an amount of money"});
        else if (of_stock != one.measure->is_of_a_moment())
            map_.report("measure",
                        {shown(one.measure->name) + " is " + (of_stock ? "no stock" : "a stock"),
                         of_stock ? "a stock, or year or months" : "a flow, or month or growth"});
        if (one.where && !is_told_by_jurisdiction(*one.measure))
            map_.report("in", {shown(one.measure->name) + " is not reported by where persons are",
                               "in: total, or another measure"});
        if (!one.band.hold(one.value))
            map_.report("value", {"is not in its band", "a number from band's first to its last"});
    }

    Corridor const& corridor_;
    std::string id_;
    StrictMap map_;
    Diagnostics& diagnostics_;
};
}  // namespace

std::string ObservedTime::text() const
{
    if (kind == Kind::month_end) return first.text();
    bool const is_year = kind == Kind::sum && first.is_january() && last - first == 11;
    return is_year ? std::to_string(first.year()) : first.text() + " to " + last.text();
}

bool holds_observations(std::filesystem::path const& file)
{
    Diagnostics diagnostics;
    Node const root = read_strict_document(file.string(), diagnostics);
    return root.find("observed") != nullptr;
}

ObservedFile read_observed(std::filesystem::path const& file, Corridor const& corridor)
{
    Diagnostics diagnostics;
    Node const root = read_strict_document(file.string(), diagnostics);
    StrictMap const map(root, "", {"schema", "observed"}, diagnostics);
    ObservedFile observed{.path = file, .text = read_whole_file(file), .observations = {}};
    for (Node::Entry const& entry : map.entries("observed"))
        observed.observations.push_back(ObservationReader(corridor, entry, diagnostics).read());
    Node const* const all = map.find("observed");
    if (all != nullptr && all->is_map() && all->entries.empty())
        map.report("observed", {"holds nothing", "one figure at least"});
    diagnostics.throw_if_any();
    return observed;
}
}  // namespace kochmon
