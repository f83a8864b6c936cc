// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/contract.hpp"

#include "agents/loading/load_model.hpp"
#include "agents/run/lockstep.hpp"
#include "agents/synthesis/synthesis.hpp"

#include "analysis/targets/definitions.hpp"
#include "analysis/targets/evidence.hpp"
#include "analysis/targets/targets_file.hpp"

#include "tests/analysis/shipped.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon::tests
{
/// A small world of which targets are measured: the baseline from 2009-01, reported from 2010-01.
struct WorldOfTargets
{
    std::vector<std::string> set = {};
    std::string persons = "4000";
    int months = 48;
    std::uint32_t replicate = 0;

    Overrides overrides() const
    {
        Overrides all{.set = {"time.start=2009-01", "time.warm_up=12 months"},
                      .persons = persons,
                      .months = months};
        all.set.insert(all.set.end(), set.begin(), set.end());
        return all;
    }
    Scenario scenario() const { return load_model(config / "baseline.yaml", overrides()); }
    /// Of the policies of the project, or of elsewhere.
    Scenario policy(std::filesystem::path const& file) const
    {
        return load_model(config / "policies" / file, overrides());
    }
};

/// What the recorder tells of the base alone.
inline TargetEvidence evidence_of(Scenario const& base, std::uint32_t replicate = 0)
{
    Workers const workers(1);
    Lockstep worlds(base, {}, synthesize(base), replicate, {workers, {}});
    worlds.keep_diaries();
    EvidenceRecorder recorder(base, {}, {});
    while (!worlds.ended())
    {
        worlds.advance();
        recorder.see(worlds);
    }
    return recorder.evidence();
}

/// Of the targets that are shipped.
inline TargetDefinition const& definition_of(std::string const& id)
{
    static TargetsFile const file = read_targets(config / "targets.yaml", *kyrgyz_corridor());
    auto const found = std::ranges::find(file.targets, id, &Target::id);
    EXPECT(found != file.targets.end());
    return found->definition;
}

/// What a target that is measured against a policy tells reads the first of the pairs.
inline std::optional<double> measured(std::string const& id, TargetEvidence const& evidence,
                                      double weight = 1.0)
{
    PairedMonths const none;
    return definition_of(id).measure(
        evidence, evidence.paired.empty() ? none : evidence.paired.front(), weight);
}
}  // namespace kochmon::tests
