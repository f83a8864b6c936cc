// SPDX-License-Identifier: MIT
#include "analysis/targets/targets_file.hpp"

#include <algorithm>

#include "analysis/measures/measure.hpp"
#include "analysis/targets/definitions.hpp"
#include "analysis/targets/poorest_fifth.hpp"

namespace kochmon
{
namespace
{
std::vector<std::string> known_targets()
{
    std::vector<std::string> ids;
    for (TargetDefinition const& one : target_definitions()) ids.push_back(one.id);
    return ids;
}

std::vector<std::string> known_measures()
{
    std::vector<std::string> names = {first_departures_of_poorest_fifth};
    for (Measure const& measure : measures()) names.push_back(measure.name);
    return names;
}

class Reader
{
  public:
    Reader(std::filesystem::path const& file, Diagnostics& diagnostics)
        : folder_(file.parent_path()), diagnostics_(diagnostics)
    {
    }

    TargetsFile read(Node const& root)
    {
        TargetsFile file;
        StrictMap const map(root, "", {"schema", "targets", "shocks"}, diagnostics_);
        StrictMap const targets(as_node(map.entries("targets"), root), "targets", known_targets(),
                                diagnostics_);
        for (Node::Entry const& entry : map.entries("targets"))
            file.targets.push_back(target(entry));
        if (map.has("shocks"))
            for (Node::Entry const& entry : map.entries("shocks"))
                file.shocks.push_back(shock(entry));
        return file;
    }

  private:
    static Node as_node(std::vector<Node::Entry> entries, Node const& root)
    {
        return {.kind = Node::Kind::map, .place = root.place, .entries = std::move(entries)};
    }

    Target target(Node::Entry const& entry)
    {
        StrictMap const map(entry.value, "targets." + entry.key,
                            {"what", "value", "band", "source", "policy"}, diagnostics_);
        Target target{.id = entry.key,
                      .what = map.text("what"),
                      .value = map.number_if_any("value"),
                      .band = map.bounds_if_any("band"),
                      .source = map.text("source")};
        if (needs_policy(entry.key)) target.policy = folder_ / map.text("policy");
        return target;
    }

    ShockTest shock(Node::Entry const& entry)
    {
        std::string const at = "shocks." + entry.key;
        StrictMap const map(entry.value, at, {"what", "policy", "answers"}, diagnostics_);
        ShockTest test{.name = entry.key,
                       .what = map.text("what"),
                       .policy = folder_ / map.text("policy"),
                       .answers = {}};
        for (Node::Entry const& one : map.entries("answers"))
            test.answers.push_back(answer(one, at + ".answers."));
        return test;
    }

    ShockAnswer answer(Node::Entry const& entry, std::string const& at)
    {
        StrictMap const map(entry.value, at + entry.key,
                            {"measure", "over", "in", "month", "change", "band"}, diagnostics_);
        std::vector<std::string> const measures = known_measures();
        ShockAnswer answer{.name = entry.key, .measure = measures[map.word("measure", measures)]};
        if (map.has("over")) answer.over = measures[map.word("over", measures)];
        if (map.has("in")) answer.in_russia = map.word("in", {"russia", "total"}) == 0;
        if (map.has("month")) answer.month = static_cast<int>(map.whole("month", 1, longest_shock));
        if (map.has("change"))
            answer.change =
                static_cast<ShockAnswer::Change>(map.word("change", {"relative", "difference"}));
        answer.band = map.bounds_if_any("band");
        return answer;
    }

    std::filesystem::path folder_;
    Diagnostics& diagnostics_;
};
}  // namespace

TargetsFile read_targets(std::filesystem::path const& file)
{
    Diagnostics diagnostics;
    Node const root = read_strict_document(file.string(), diagnostics);
    TargetsFile targets = Reader(file, diagnostics).read(root);
    diagnostics.throw_if_any();
    targets.path = file;
    return targets;
}
}  // namespace kochmon
