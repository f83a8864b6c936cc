// SPDX-License-Identifier: MIT
#include "analysis/life_tables/legality_parts.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "analysis/life_tables/standing.hpp"
#include "analysis/text/csv_text.hpp"

namespace kochmon
{
std::optional<RatePeriod> RatePeriod::parse(std::string const& text)
{
    if (auto const month = Month::parse(text)) return RatePeriod{*month, *month + 1, text};
    if (auto const january = Month::parse(text + "-01"))
        return RatePeriod{*january, *january + 12, text};
    return std::nullopt;
}

void LegalityCounts::observe(PanelLife const& life)
{
    begin_ = life.begin();
    auto const months = static_cast<std::size_t>(life.end - begin_);
    if (months_.size() < months) months_.resize(months);
    for (Spell const& spell : life.spells)
    {
        Status const law = law_of(spell.status);
        if (spell.status.at_home() || !law.foreign() || law.held()) continue;
        Month const until = spell.until.value_or(life.end);
        for (Month month = spell.from; month < until; month = month + 1) count(life, spell, month);
    }
}

void LegalityCounts::count(PanelLife const& life, Spell const& spell, Month month)
{
    int const age = age_at(month, life.birth);
    if (age < youngest_worker || age > oldest_worker) return;
    bool const may_work = law_of(spell.status).may_work();
    std::array<int, groupings.size()> const values = {
        static_cast<int>(index(spell.status.place)),
        years_abroad_group(month - Month(spell.arrival)).value,
        static_cast<int>(index(life.origin)), age_group(age).value, static_cast<int>(life.sex)};
    OfMonth& of_month = months_[static_cast<std::size_t>(month - begin_)];
    for (Scope const scope : {Scope::everywhere, Scope::main})
    {
        if (scope == Scope::main && !is_in_main_jurisdiction(spell.status.place)) continue;
        for (std::size_t by = 0; by < groupings.size(); ++by)
        {
            RateCounts& counts =
                of_month[static_cast<std::size_t>(scope)][by][static_cast<std::size_t>(values[by])];
            ++counts.all;
            counts.with += may_work ? 1 : 0;
        }
    }
}

RateCounts LegalityCounts::of(Scope scope, LifeGroup const& group, RatePeriod const& period) const
{
    auto const by =
        static_cast<std::size_t>(std::ranges::find(groupings, group.by) - groupings.begin());
    RateCounts sum;
    for (Month month = std::max(period.from, begin()); month < std::min(period.until, end());
         month = month + 1)
    {
        RateCounts const& counts =
            months_[static_cast<std::size_t>(month - begin_)][static_cast<std::size_t>(scope)][by]
                   [static_cast<std::size_t>(group.value)];
        sum.all += counts.all;
        sum.with += counts.with;
    }
    return sum;
}

std::vector<GroupAtTwoTimes> LegalityCounts::at_both(Scope scope, LifeGrouping by,
                                                     RateChange const& change) const
{
    std::vector<GroupAtTwoTimes> groups;
    groups.reserve(most_groups);
    for (int value = 0; value < static_cast<int>(most_groups); ++value)
        groups.push_back(
            {of(scope, {by, value}, change.before), of(scope, {by, value}, change.after)});
    return groups;
}

namespace
{
RatePeriod year_at(Month month)
{
    return RatePeriod::parse(std::to_string(month.year())).value();
}
RatePeriod month_at(Month month)
{
    return {month, month + 1, month.text()};
}
}  // namespace

std::vector<RateChange> usual_changes(LegalityCounts const& counts)
{
    if (counts.begin() >= counts.end()) return {};
    Month const last = counts.end() - 1;
    if (counts.begin().year() == last.year())
        return counts.begin() == last
                   ? std::vector<RateChange>()
                   : std::vector{RateChange{month_at(counts.begin()), month_at(last)}};
    std::vector<RateChange> changes;
    for (Month month = counts.begin(); month.year() < last.year(); month = month + 12)
        changes.push_back({year_at(month), year_at(month + 12)});
    if (changes.size() > 1) changes.push_back({year_at(counts.begin()), year_at(last)});
    return changes;
}

void demand_reported(RateChange const& change, LegalityCounts const& counts)
{
    for (RatePeriod const& period : {change.before, change.after})
        if (period.from >= counts.end() || period.until <= counts.begin())
            throw UsageError(fmt::format(
                "--between {},{}: {} is not in the run; expected months or years from {} to {}",
                change.before.text, change.after.text, period.text, counts.begin().text(),
                (counts.end() - 1).text()));
}

namespace
{
void add_part(std::string& csv, std::string const& head, std::string const& group,
              GroupAtTwoTimes const& counts, KitagawaPart const& part)
{
    fmt::format_to(std::back_inserter(csv), "{},{},{},{},{},{},{},{},{},{},{}\n", head, group,
                   counts.before.all, counts.after.all, csv_number(part.share_before),
                   csv_number(part.share_after), csv_number(part.rate_before),
                   csv_number(part.rate_after), csv_number(part.composition),
                   csv_number(part.rates), csv_number(part.change()));
}

struct ScopeAndGrouping
{
    LegalityCounts::Scope scope;
    LifeGrouping by;
};

std::string name_of(LegalityCounts::Scope scope, Corridor const& corridor)
{
    return scope == LegalityCounts::Scope::everywhere ? std::string("total")
                                                      : corridor.name_of(main_jurisdiction);
}

void add_change(std::string& csv, Corridor const& corridor, LegalityCounts const& counts,
                ScopeAndGrouping of, RateChange const& change)
{
    auto const [scope, by] = of;
    std::vector<GroupAtTwoTimes> const groups = counts.at_both(scope, by, change);
    KitagawaParts const parts = kitagawa(groups);
    if (parts.groups.empty()) return;
    std::string const head =
        fmt::format("{},{},{},{}", name_of(scope, corridor), change.before.text, change.after.text,
                    life_grouping_names[static_cast<std::size_t>(by)]);
    GroupAtTwoTimes all;
    for (std::size_t at = 0; at < groups.size(); ++at)
    {
        if (groups[at].before.all + groups[at].after.all == 0) continue;
        all.before.all += groups[at].before.all;
        all.after.all += groups[at].after.all;
        add_part(csv, head, LifeGroup{by, static_cast<int>(at)}.name(corridor), groups[at],
                 parts.groups[at]);
    }
    add_part(csv, head, "total", all, parts.total);
}
}  // namespace

std::string decomposition_csv(Corridor const& corridor, LegalityCounts const& counts,
                              std::vector<RateChange> const& changes)
{
    std::string csv =
        "in,from,until,by,group,workers_from,workers_until,share_from,share_until,rate_from,"
        "rate_until,composition,rates,change\n";
    for (auto const scope : {LegalityCounts::Scope::everywhere, LegalityCounts::Scope::main})
        for (RateChange const& change : changes)
            for (LifeGrouping const by : LegalityCounts::groupings)
                add_change(csv, corridor, counts, {scope, by}, change);
    return csv;
}
}  // namespace kochmon
