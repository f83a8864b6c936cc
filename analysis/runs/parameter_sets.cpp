// SPDX-License-Identifier: MIT
#include "analysis/runs/parameter_sets.hpp"

#include <algorithm>
#include <sstream>
#include <utility>

#include <fmt/format.h>

#include "engine/atomic_file.hpp"
#include "engine/contract.hpp"
#include "engine/random.hpp"

#include "config/resolved.hpp"

#include "agents/vocabulary/decision_points.hpp"

#include "analysis/output/output_folder.hpp"
#include "analysis/targets/robustness.hpp"

namespace kochmon
{
namespace
{
constexpr std::uint64_t kind_parameter_set = 3;  // of subjects that are not persons

std::vector<ParameterSet> accepted_in(std::string const& folder)
{
    std::vector<ParameterSet> sets;
    for (TriedSet const& one : accepted_sets_in(folder))
        sets.push_back(read_parameter_set(one.file));
    return sets;
}

std::string digest_of_sets(std::vector<ParameterSet> const& sets)
{
    std::vector<WrittenFile> files;
    files.reserve(sets.size());
    for (ParameterSet const& set : sets)
        files.push_back({"accepted/" + set.file.filename().string(), sha256(set.text)});
    return digest_of(std::move(files));
}
}  // namespace

std::size_t count_accepted(std::string const& folder)
{
    return accepted_sets_in(folder).size();
}

ParameterSets draw_parameter_sets(std::string const& folder, std::size_t count, std::uint32_t seed)
{
    std::vector<ParameterSet> accepted = accepted_in(folder);
    EXPECT(count <= accepted.size());
    ParameterSets sets{
        .folder = folder, .sha256 = digest_of_sets(accepted), .accepted = accepted.size()};
    MonthDraws const draws({seed, Seeds::synthesis}, Month(0));
    std::vector<std::pair<std::uint32_t, std::size_t>> tickets;
    for (std::size_t k = 0; k < accepted.size(); ++k)
        tickets.emplace_back(draws.words(SubjectKey::not_a_person(kind_parameter_set, k),
                                         block(DecisionPoint::parameter_set), 0)[0],
                             k);
    std::ranges::sort(tickets);
    for (std::size_t k = 0; k < count; ++k)
        sets.drawn.push_back(std::move(accepted[tickets[k].second]));
    return sets;
}

Overrides laid_over(Overrides overrides, ParameterSet const& set)
{
    overrides.set.insert(overrides.set.end(), set.values.begin(), set.values.end());
    return overrides;
}

StatedValues const* stated_in(Scenario const& scenario, std::string const& path)
{
    auto const& known = scenario.content().parameter_at;
    auto const found = known.find(path);
    return found == known.end() ? nullptr : &scenario.content().stated[found->second];
}

std::string path_of(ParameterSet const& set)
{
    return "parameters/" + set.file.filename().string();
}

std::string text_beside_scenario(ParameterSet const& set)
{
    std::istringstream lines(set.text);
    std::string text;
    for (std::string line; std::getline(lines, line);)
        text += (line.starts_with("base:") ? "base: ../scenario.yaml" : line) + '\n';
    return text;
}
}  // namespace kochmon
