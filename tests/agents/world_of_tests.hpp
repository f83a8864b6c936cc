// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "agents/loading/load_model.hpp"
#include "agents/model/parameters.hpp"
#include "agents/run/simulation.hpp"
#include "agents/society/society.hpp"
#include "agents/state/month_record.hpp"
#include "agents/synthesis/synthesis.hpp"

#include "tests/corridors/kyrgyz_declarations.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon::tests
{
/// A baseline in five lines: so many agents, so many reported months, what differs.
struct TestWorld
{
    std::string persons = "20000";
    int months = 24;
    std::string warm_up = "0 months";
    std::vector<std::string> set = {};

    Scenario scenario() const
    {
        Overrides overrides{.set = set, .persons = persons, .months = months};
        overrides.set.push_back("time.warm_up=" + warm_up);
        return Scenario::load(std::string(KOCHMON_SOURCE) + "/config/baseline.yaml",
                              kyrgyz_declarations(), overrides);
    }
};

/// The parameters of the baseline in its first month.
inline ModelParameters baseline_parameters(std::vector<std::string> set = {})
{
    Scenario const scenario = TestWorld{.set = std::move(set)}.scenario();
    ModelParameters parameters;
    read(parameters, scenario, scenario.settings().start);
    return parameters;
}

/// Of a world that is put together by hand, in the corridor of the baseline.
inline Society society_of_tests()
{
    static Scenario const scenario = TestWorld{}.scenario();
    Society society;
    society.scenario = &scenario;
    return society;
}

/// The same setting for every destination or jurisdiction.
inline std::vector<std::string> everywhere(std::string const& room, std::string const& rest)
{
    std::vector<std::string> names = kyrgyz_corridor()->jurisdiction_names();
    if (room != "jurisdictions")
    {
        names = kyrgyz_corridor()->place_names();
        names.erase(names.begin());  // home
    }
    std::vector<std::string> set;
    for (std::string const& name : names) set.push_back(room + "." + name + "." + rest);
    return set;
}

/// Sums of every month, reported or not.
struct Sums final : MonthObserver
{
    std::vector<Tally> months;

    void observe(MonthRecord const& record) override { months.push_back(record.tally); }
    std::int64_t flow(Count kind) const
    {
        std::int64_t sum = 0;
        for (Tally const& month : months) sum += month.total(kind);
        return sum;
    }
};

/// Runs a scenario to its end on one thread.
inline Sums run(Scenario const& scenario)
{
    Workers const workers(1);
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
    Sums sums;
    simulation.add(sums);
    simulation.run();
    return sums;
}
}  // namespace kochmon::tests
