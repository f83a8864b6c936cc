// SPDX-License-Identifier: MIT
#include "analysis/targets/targets_file.hpp"

#include <algorithm>

#include "engine/atomic_file.hpp"

#include "analysis/measures/measure.hpp"
#include "analysis/targets/definitions.hpp"

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

std::vector<std::string> names_of_measures()
{
    std::vector<std::string> names;
    for (Measure const& measure : measures()) names.push_back(measure.name);
    return names;
}

bool is_told_by_jurisdiction(Measure const& measure)
{
    return std::ranges::find(measure.breakdowns, Breakdown::jurisdiction) !=
           measure.breakdowns.end();
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
        demand_some(map, "targets", "one target at least");
        demand_policy_of_quota(targets);
        if (!map.has("shocks")) return file;
        for (Node::Entry const& entry : map.entries("shocks")) file.shocks.push_back(shock(entry));
        demand_some(map, "shocks", "one shock at least, or no such key");
        return file;
    }

  private:
    static Node as_node(std::vector<Node::Entry> entries, Node const& root)
    {
        return {.kind = Node::Kind::map, .place = root.place, .entries = std::move(entries)};
    }

    static void demand_some(StrictMap const& map, std::string const& key, char const* expected)
    {
        Node const* const found = map.find(key);
        if (found != nullptr && found->is_map() && found->entries.empty())
            map.report(key, {"holds nothing", expected});
    }

    static void demand_policy_of_quota(StrictMap const& targets)
    {
        if (targets.has(target_of_legality) && !targets.has(target_of_quota))
            targets.report(target_of_legality, {"is measured under the policy of C16, which is not "
                                                "there",
                                                "C16 beside it"});
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
        if (needs_policy(entry.key))
            target.policy = folder_ / map.text("policy");
        else if (map.has("policy"))
            map.report("policy", {"goes with no policy", "no such key"});
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
        demand_some(map, "answers", "one answer at least");
        return test;
    }

    ShockAnswer answer(Node::Entry const& entry, std::string const& at)
    {
        StrictMap const map(entry.value, at + entry.key,
                            {"measure", "over", "in", "month", "change", "band"}, diagnostics_);
        std::size_t const mistakes = diagnostics_.count();
        std::vector<std::string> const measures = names_of_measures();
        std::vector<std::string> all = measures;
        all.emplace_back(first_departures_of_poorest_fifth);
        ShockAnswer answer{.name = entry.key, .measure = all[map.word("measure", all)]};
        if (map.has("over")) answer.over = measures[map.word("over", measures)];
        if (map.has("in")) answer.in_russia = map.word("in", {"russia", "total"}) == 0;
        if (map.has("month")) answer.month = static_cast<int>(map.whole("month", 1, longest_shock));
        if (map.has("change"))
            answer.change =
                static_cast<ShockAnswer::Change>(map.word("change", {"relative", "difference"}));
        answer.band = map.bounds_if_any("band");
        if (diagnostics_.count() == mistakes) check(map, answer);
        return answer;
    }

    static void check(StrictMap const& map, ShockAnswer const& answer)
    {
        if (!answer.asks_for_poorest_fifth())
            check_measure(map, "measure", answer.measure, answer);
        else
            for (char const* key : {"over", "in"})
                if (map.has(key))
                    map.report(key, {"goes with a measure of the outputs alone", "no such key"});
        if (answer.over) check_measure(map, "over", *answer.over, answer);
    }

    // What is not of one month and one place cannot be asked for so.
    static void check_measure(StrictMap const& map, std::string const& key, std::string const& name,
                              ShockAnswer const& answer)
    {
        auto const found = std::ranges::find(measures(), name, &Measure::name);
        if (found->months != 1 || found->factor != nullptr || found->over != nullptr)
            map.report(key, {shown(name) + " is made of twelve months", "a measure of one month",
                             "ask for one measure over another"});
        else if (answer.over && found->kind == MeasureKind::rate)
            map.report(key, {shown(name) + " is a rate already", "a measure that is none"});
        else if (answer.in_russia && !is_told_by_jurisdiction(*found))
            map.report(key, {shown(name) + " is not told by where persons are",
                             "in: total beside it, or another measure"});
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
    targets.text = read_whole_file(file);
    return targets;
}
}  // namespace kochmon
