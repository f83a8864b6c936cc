// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace kochmon
{
/// Of a group: how many there are, and how many of them have what the rate counts.
struct RateCounts
{
    std::int64_t all = 0;
    std::int64_t with = 0;
};

/// A group at two times.
struct GroupAtTwoTimes
{
    RateCounts before;
    RateCounts after;
};

/// What a group adds to the change of the rate of all.
struct KitagawaPart
{
    double share_before = 0.0;  // of all
    double share_after = 0.0;
    double rate_before = 0.0;
    double rate_after = 0.0;
    double composition = 0.0;  // since its share changed
    double rates = 0.0;        // since its own rate changed

    double change() const { return composition + rates; }
};

struct KitagawaParts
{
    std::vector<KitagawaPart> groups;  // in the order in which they were given
    KitagawaPart total;                // shares 1, rates those of all; the sums of the groups
};

/// Takes the change of a rate apart into that of the composition and that of the rates within
/// groups (Kitagawa 1955): sums of (c2 - c1) (r1 + r2) / 2 and of (r2 - r1) (c1 + c2) / 2, without
/// a rest. Each group's composition counts from the mean rate of all, which leaves their sum as it
/// is and says of the growth of a group with a low rate that it lowers the whole. A group that is
/// empty at one time takes its rate from the other, so that it adds to the composition alone.
/// Nobody at one of the times: empty.
KitagawaParts kitagawa(std::span<GroupAtTwoTimes const> groups);
}  // namespace kochmon
