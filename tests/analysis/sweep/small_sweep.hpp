// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include <gtest/gtest.h>

#include "tests/analysis/program.hpp"

namespace kochmon::tests
{
/// A small sweep by the real program, in a folder of its own.
class SmallSweep : public testing::Test
{
  protected:
    SmallSweep() { write_grid(""); }

    /// Of ten months; `rest`: from the replicates on.
    void write_plan(std::string const& name, std::string const& rest) const
    {
        put(plan(), "schema: 1\nsweep: " + name +
                        "\nbase: " KOCHMON_SOURCE
                        "/config/baseline.yaml\n"
                        "persons: 2000\nmonths: 6\n"
                        "set: {time.start: 2009-09, time.warm_up: 4 months}\n" +
                        rest);
    }
    /// Four points and the base, two replicates.
    void write_grid(std::string const& more_factors) const
    {
        write_plan(
            "small",
            "replicates: 2\nvary:\n"
            "  fee: {lever: jurisdictions.russia.permit.fee, scale: [0.5, 2], from: 2010-01}\n"
            "  cash: {key: rules.attention.abroad, values: [5 %/month, 12 %/month]}\n" +
                more_factors +
                "design: grid\n"
                "keep: {measures: [abroad, legality_by_right], by: [total], months: last}\n");
    }
    std::filesystem::path plan() const { return place_ / "small.yaml"; }
    std::filesystem::path study(std::string const& name = "study") const { return place_ / name; }
    Outcome sweep(std::string const& name = "study", Arguments more = {}) const
    {
        more.insert(more.begin(), {"sweep", plan().string(), "-o", study(name).string()});
        return kochmon_with(more);
    }
    Outcome resume(std::string const& name = "study") const
    {
        return kochmon_with({"resume", study(name).string()});
    }
    std::map<std::string, std::string> tables(std::string const& name = "study") const
    {
        return texts_in(study(name) / "tables");
    }

    TestFolder place_;
};
}  // namespace kochmon::tests
