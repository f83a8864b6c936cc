// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyz_tally.hpp"
#include "tests/story/settings.hpp"

// Metamorphic relations of the law: what two runs, or one run under an extreme law, must have in
// common whatever the numbers are. Each also says where the mechanism acts, so that none is empty.
namespace kochmon::relations
{
using settings::russia;
using settings::Settings;
using tests::everywhere;
using tests::Sums;

inline Settings all_jurisdictions(std::string const& rest)
{
    return everywhere("jurisdictions", rest);
}

inline Settings all_destinations(std::string const& rest)
{
    return everywhere("destinations", rest);
}

/// The same setting for every Russian destination.
inline Settings russian_destinations(std::string const& rest)
{
    Settings set;
    for (Place const place : kyrgyz_corridor()->destinations())
        if (is_in_main_jurisdiction(place))
            set.push_back("destinations." + kyrgyz_corridor()->name_of(place) + "." + rest);
    return set;
}

inline Settings joined(std::initializer_list<Settings> parts)
{
    Settings set;
    for (Settings const& part : parts) set.insert(set.end(), part.begin(), part.end());
    return set;
}

/// Nothing that runs from one region to another: networks, markets, crowding, lists, news, product.
inline Settings channels_off()
{
    return joined(
        {russian_destinations("permit_quota.applies=false"),
         settings::no_residence(),
         {"rules.ties.region_weight=0", "markets.wage_elasticity=0", "markets.lodging_elasticity=0",
          "law.checks.crowding=0", "rules.risk_belief.news=0 %", "home.income_elasticity=0",
          "destinations.south_korea.placement.places=0 persons/year"}});
}

inline tests::TestWorld world(Settings const& set)
{
    return {.months = 30, .set = set};
}

inline Sums run(Settings const& set)
{
    return tests::run(world(set).scenario());
}

/// Two laws that must give the same months, and two that must not, though they differ in the same
/// lever.
struct Same
{
    std::string name;
    Settings one;
    Settings other;
    Settings unlike_one;
    Settings unlike_other;
    std::optional<Count> but_for{};  // the one count that may differ
};

/// A lever without effect under a law, though with one in another world.
struct Irrelevance
{
    std::string lever;
    Settings law;
    Settings low;
    Settings high;
    Settings lively = {};
};

inline Same irrelevant(Irrelevance const& it)
{
    return {it.lever, joined({it.law, it.low}), joined({it.law, it.high}),
            joined({it.lively, it.low}), joined({it.lively, it.high})};
}

/// What never happens under a law, though it does in the usual world.
struct Never
{
    std::string name;
    Settings law;
    std::vector<Count> counts = {};
    std::vector<Flow> flows = {};
    Settings usual = {};
    std::vector<Count> instead = {};  // happens under the same law
    std::function<bool(Place)> where = [](Place) { return true; };
};

/// A law under which something happens not more than under another, and in truth less.
struct Less
{
    std::string name;
    Settings law;
    Settings other = {};
    std::function<std::int64_t(Sums const&)> measure;
};

inline std::int64_t counted(Tally const& month, Count kind, std::function<bool(Place)> const& where)
{
    std::int64_t sum = 0;
    for (Region const region : kyrgyz_corridor()->regions())
        for (Place const place : kyrgyz_corridor()->places())
            for (Sex const sex : {Sex::female, Sex::male})
                if (where(place)) sum += month.at(kind, kyrgyz_cell(region, place, sex));
    return sum;
}

inline std::int64_t counted(Sums const& sums, Count kind, std::function<bool(Place)> const& where)
{
    std::int64_t sum = 0;
    for (Tally const& month : sums.months) sum += counted(month, kind, where);
    return sum;
}

inline std::int64_t flowed(Sums const& sums, Flow kind)
{
    std::int64_t sum = 0;
    for (Tally const& month : sums.months) sum += month.total(kind);
    return sum;
}

inline Tally with_count_of(Tally month, Tally const& other, Count kind)
{
    for (std::size_t cell = 0; cell < kyrgyz_tally().cells(); ++cell)
        month.count(kind, cell, other.at(kind, cell) - month.at(kind, cell));
    return month;
}

/// Months from the first on that are the same in both runs.
inline std::size_t months_alike(Sums const& one, Sums const& other, std::optional<Count> but_for)
{
    std::size_t month = 0;
    while (month < one.months.size() && month < other.months.size())
    {
        Tally const& a = one.months[month];
        Tally const& b = other.months[month];
        if (!((but_for ? with_count_of(a, b, *but_for) : a) == b)) break;
        ++month;
    }
    return month;
}

inline void expect(Same const& same)
{
    Sums const one = run(same.one);
    EXPECT_EQ(months_alike(one, run(same.other), same.but_for), one.months.size());
    Sums const unlike = run(same.unlike_one);
    EXPECT_LT(months_alike(unlike, run(same.unlike_other), same.but_for), unlike.months.size())
        << "the lever must act somewhere";
}

inline void expect(Never const& never)
{
    Sums const under_law = run(never.law);
    Sums const usual = run(never.usual);
    for (Count const kind : never.counts)
    {
        EXPECT_EQ(counted(under_law, kind, never.where), 0) << "count " << index(kind);
        EXPECT_GT(counted(usual, kind, never.where), 0) << "never anyway: count " << index(kind);
    }
    for (Flow const kind : never.flows)
    {
        EXPECT_EQ(flowed(under_law, kind), 0) << "flow " << index(kind);
        EXPECT_GT(flowed(usual, kind), 0) << "never anyway: flow " << index(kind);
    }
    for (Count const kind : never.instead)
        EXPECT_GT(counted(under_law, kind, never.where), 0) << "count " << index(kind);
}

inline void expect(Less const& less)
{
    std::int64_t const under_law = less.measure(run(less.law));
    std::int64_t const other = less.measure(run(less.other));
    EXPECT_LT(under_law, other);
}

/// Calls `look(before, now, row, month)` for every person and month of a run.
template <class Look>
void follow(Settings const& set, Look look)
{
    Scenario const scenario = world(set).scenario();
    Workers const workers(1);
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
    while (!simulation.ended())
    {
        Persons const before = simulation.population().persons;
        Month const month = simulation.month();
        simulation.advance();
        Persons const& now = simulation.population().persons;
        for (std::size_t row = 0; row < now.size(); ++row) look(before, now, row, month);
    }
}

template <class Relation>
std::string name_of(testing::TestParamInfo<Relation> const& tested)
{
    return tested.param.name;
}

inline void PrintTo(Same const& same, std::ostream* out)
{
    *out << same.name;
}

inline void PrintTo(Never const& never, std::ostream* out)
{
    *out << never.name;
}

inline void PrintTo(Less const& less, std::ostream* out)
{
    *out << less.name;
}
}  // namespace kochmon::relations
