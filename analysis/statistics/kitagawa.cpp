// SPDX-License-Identifier: MIT
#include "analysis/statistics/kitagawa.hpp"

namespace kochmon
{
namespace
{
double ratio(std::int64_t above, std::int64_t below)
{
    return static_cast<double>(above) / static_cast<double>(below);
}

double rate_or(RateCounts const& counts, double otherwise)
{
    return counts.all == 0 ? otherwise : ratio(counts.with, counts.all);
}

GroupAtTwoTimes sum_of(std::span<GroupAtTwoTimes const> groups)
{
    GroupAtTwoTimes sum;
    for (GroupAtTwoTimes const& group : groups)
    {
        sum.before.all += group.before.all;
        sum.before.with += group.before.with;
        sum.after.all += group.after.all;
        sum.after.with += group.after.with;
    }
    return sum;
}

KitagawaPart part_of(GroupAtTwoTimes const& group, GroupAtTwoTimes const& all)
{
    KitagawaPart part;
    part.share_before = ratio(group.before.all, all.before.all);
    part.share_after = ratio(group.after.all, all.after.all);
    part.rate_before = rate_or(group.before, rate_or(group.after, 0.0));
    part.rate_after = rate_or(group.after, part.rate_before);
    double const mean_of_all =
        (ratio(all.before.with, all.before.all) + ratio(all.after.with, all.after.all)) / 2.0;
    double const mean = (part.rate_before + part.rate_after) / 2.0;
    part.composition = (part.share_after - part.share_before) * (mean - mean_of_all);
    part.rates =
        (part.rate_after - part.rate_before) * (part.share_before + part.share_after) / 2.0;
    return part;
}
}  // namespace

KitagawaParts kitagawa(std::span<GroupAtTwoTimes const> groups)
{
    GroupAtTwoTimes const all = sum_of(groups);
    if (all.before.all == 0 || all.after.all == 0) return {};
    KitagawaParts parts;
    parts.total = {.share_before = 1.0,
                   .share_after = 1.0,
                   .rate_before = ratio(all.before.with, all.before.all),
                   .rate_after = ratio(all.after.with, all.after.all)};
    parts.groups.reserve(groups.size());
    for (GroupAtTwoTimes const& group : groups)
    {
        KitagawaPart const part = part_of(group, all);
        parts.total.composition += part.composition;
        parts.total.rates += part.rates;
        parts.groups.push_back(part);
    }
    return parts;
}
}  // namespace kochmon
