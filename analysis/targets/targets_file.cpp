// SPDX-License-Identifier: MIT
#include "analysis/targets/targets_file.hpp"

#include <algorithm>

#include "engine/atomic_file.hpp"

#include "config/suggestion.hpp"

#include "analysis/measures/measure.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t longest_id = 20;

bool is_id(std::string const& id)
{
    auto const is_letter = [](char one)
    { return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z'); };
    return !id.empty() && id.size() <= longest_id && is_letter(id.front()) &&
           std::ranges::all_of(
               id, [&](char one)
               { return is_letter(one) || (one >= '0' && one <= '9') || one == '_'; });
}

std::vector<std::string> names_of_kinds()
{
    std::vector<std::string> names;
    for (TargetKind const& one : target_kinds()) names.push_back(one.name);
    return names;
}

bool is_told_by(Measure const& measure, Breakdown by)
{
    return std::ranges::find(measure.breakdowns, by) != measure.breakdowns.end();
}

std::vector<std::string> names_of(Breakdown by, Corridor const& corridor)
{
    std::vector<std::string> names;
    for (Group const& group : groups(by, corridor)) names.push_back(group.name);
    return names;
}

class Reader
{
  public:
    Reader(std::filesystem::path const& file, Corridor const& corridor, Diagnostics& diagnostics)
        : folder_(file.parent_path()), corridor_(corridor), diagnostics_(diagnostics)
    {
    }

    TargetsFile read(Node const& root)
    {
        TargetsFile file;
        StrictMap const map(root, "", {"schema", "targets", "shocks"}, diagnostics_);
        for (Node::Entry const& entry : map.entries("targets"))
            file.targets.push_back(target(entry));
        demand_some(map, "targets", "one target at least");
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

    Target target(Node::Entry const& entry)
    {
        StrictMap const map(entry.value, "targets." + entry.key,
                            {"what", "measure", "from", "in", "value", "band", "source", "policy"},
                            diagnostics_);
        if (!is_id(entry.key))
            diagnostics_.report(entry.place, "targets." + entry.key,
                                {shown(entry.key) + " is no name of a target",
                                 "a letter, then letters, digits and _, at most 20"});
        Target target{.id = entry.key,
                      .what = map.text("what"),
                      .definition = definition(map),
                      .value = map.number_if_any("value"),
                      .band = map.bounds_if_any("band"),
                      .source = map.text("source")};
        check_share(map, target);
        if (target.value && target.band && !target.band->hold(*target.value))
            map.report("value", {"is not in its band", "a number from band's first to its last"});
        if (target.definition.needs_policy())
            target.policy = folder_ / map.text("policy");
        else if (map.has("policy"))
            map.report("policy", {"goes with no policy", "no such key"});
        return target;
    }

    /// 20 for a share of 20 %.
    static void check_share(StrictMap const& map, Target const& target)
    {
        TargetKind const& kind = *target.definition.kind;
        bool const may_exceed_one =
            kind.name == "remittances_over_gdp" || kind.name == "naturalizations_per_departure";
        if (kind.unit != "share" || kind.of_policy || may_exceed_one) return;
        char const* const key = target.value && *target.value > 1.0      ? "value"
                                : target.band && target.band->low >= 1.0 ? "band"
                                                                         : nullptr;
        if (key != nullptr) map.report(key, {"is no share", "0 to 1, such as 0.2 for 20 %"});
    }

    TargetDefinition definition(StrictMap const& map)
    {
        std::size_t const mistakes = diagnostics_.count();
        TargetKind const& kind = target_kinds()[map.word("measure", names_of_kinds())];
        if (diagnostics_.count() > mistakes) return {.kind = &kind};
        std::string const from = is_asked(map, "from", kind.from) ? group(map) : std::string();
        std::vector<std::string> const in =
            is_asked(map, "in", kind.in) ? destinations(map) : std::vector<std::string>();
        return defined(kind, from, in, corridor_);
    }

    /// Whether the key is there and goes with the measure.
    static bool is_asked(StrictMap const& map, char const* key, Asked asked)
    {
        if (map.has("measure") && asked == Asked::refused && map.has(key))
            map.report(key, {"goes with no measure of this kind", "no such key"});
        return asked != Asked::refused && (asked == Asked::required || map.has(key));
    }

    std::string group(StrictMap const& map)
    {
        std::string name = map.text("from");
        if (name.empty() || !corridor_.is_known()) return {};
        if (corridor_.group(name)) return name;
        map.report("from", {shown(name) + " is no group of regions of the corridor",
                            corridor_.group_names().empty()
                                ? std::string("groups, which the corridor has none of")
                                : "one of " + listed(corridor_.group_names()),
                            did_you_mean(closest(name, corridor_.group_names()))});
        return {};
    }

    /// A name, or a list of names, of jurisdictions and destinations.
    std::vector<std::string> destinations(StrictMap const& map)
    {
        Node const* const found = map.find("in");
        bool const is_list = found != nullptr && found->is_list();
        std::vector<std::string> names;
        if (is_list)
            for (Node const& item : map.list("in"))
                if (item.is_scalar() && !item.text.empty())
                    names.push_back(item.text);
                else
                    map.report("in", {described(item) + " instead of a name", "a name"});
        else
            names.push_back(map.text("in"));
        if (is_list && names.empty()) map.report("in", {"names nothing", "one name at least"});
        Places taken;
        for (std::string const& name : names)
            if (!name.empty() && corridor_.is_known()) take(map, name, taken);
        return names;
    }

    void take(StrictMap const& map, std::string const& name, Places& taken)
    {
        std::vector<std::string> known = corridor_.jurisdiction_names();
        for (Place const place : corridor_.destinations())
            if (!corridor_.jurisdiction_named(corridor_.name_of(place)))
                known.push_back(corridor_.name_of(place));
        Places const places = destinations_named(name, corridor_);
        if (places.size() == 0)
            map.report("in", {shown(name) + " is no jurisdiction or destination of the corridor",
                              "one of " + listed(known), did_you_mean(closest(name, known))});
        for (Place const place : places)
            if (!taken.holds(place))
                taken.add(place);
            else
                map.report("in", {shown(name) + " is in the list already", "each place once"});
    }

    ShockTest shock(Node::Entry const& entry)
    {
        std::string const at = "shocks." + entry.key;
        StrictMap const map(entry.value, at, {"what", "policy", "against", "answers"},
                            diagnostics_);
        ShockTest test{.name = entry.key,
                       .what = map.text("what"),
                       .policy = folder_ / map.text("policy"),
                       .answers = {}};
        if (map.has("against")) test.against = folder_ / map.text("against");
        for (Node::Entry const& one : map.entries("answers"))
            test.answers.push_back(answer(one, at + ".answers."));
        demand_some(map, "answers", "one answer at least");
        return test;
    }

    ShockAnswer answer(Node::Entry const& entry, std::string const& at)
    {
        StrictMap const map(entry.value, at + entry.key,
                            {"measure", "over", "in", "of", "month", "change", "band"},
                            diagnostics_);
        std::size_t const mistakes = diagnostics_.count();
        std::vector<std::string> const measures = names_of_measures();
        std::vector<std::string> all = measures;
        all.emplace_back(first_departures_of_poorest_fifth);
        ShockAnswer answer{.name = entry.key, .measure = all[map.word("measure", all)]};
        if (map.has("over")) answer.over = measures[map.word("over", measures)];
        std::vector<std::string> where = corridor_.jurisdiction_names();
        where.emplace_back("total");
        if (map.has("in") && !corridor_.is_known())  // of a scenario that is not there
            answer.in = map.text("in");
        else
            answer.in = map.has("in") ? where[map.word("in", where)] : where.front();
        answer.where = corridor_.jurisdiction_named(answer.in);
        if (map.has("of")) answer.of = status_group(map, at + entry.key + ".of");
        if (map.has("month")) answer.month = static_cast<int>(map.whole("month", 1, longest_shock));
        if (map.has("change"))
            answer.change =
                static_cast<ShockAnswer::Change>(map.word("change", {"relative", "difference"}));
        answer.band = map.bounds_if_any("band");
        if (diagnostics_.count() == mistakes) check(map, answer);
        return answer;
    }

    StatusGroup status_group(StrictMap const& answer, std::string const& at)
    {
        StrictMap const map(as_node(answer.entries("of"), *answer.find("of")), at,
                            {"presence", "work_right"}, diagnostics_);
        StatusGroup group;
        if (map.has("presence") == map.has("work_right"))
            answer.report("of", {"is not one status", "a presence or a work_right"});
        else if (map.has("presence"))
            group.presence =
                groups(Breakdown::presence,
                       corridor_)[map.word("presence", names_of(Breakdown::presence, corridor_))]
                    .selection.presence;
        else
            group.work_right =
                groups(
                    Breakdown::work_right,
                    corridor_)[map.word("work_right", names_of(Breakdown::work_right, corridor_))]
                    .selection.work_right;
        return group;
    }

    static void check(StrictMap const& map, ShockAnswer const& answer)
    {
        if (!answer.asks_for_poorest_fifth())
            check_measure(map, "measure", answer.measure, answer);
        else
            for (char const* key : {"over", "in", "of"})
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
        else if (answer.where && !is_told_by(*found, Breakdown::jurisdiction))
            map.report(key, {shown(name) + " is not reported by where persons are",
                             "in: total beside it, or another measure"});
        else if (answer.of && !is_told_by(*found, Breakdown::presence))
            map.report(key, {shown(name) + " is not reported by status",
                             "no of beside it, or another measure"});
    }

    std::filesystem::path folder_;
    Corridor const& corridor_;
    Diagnostics& diagnostics_;
};
}  // namespace

std::string const& StatusGroup::name() const
{
    return presence ? presence_names[index(*presence)] : work_right_names[index(*work_right)];
}

std::string ShockAnswer::group() const
{
    std::string place = asks_for_poorest_fifth() ? std::string("total") : in;
    if (!of) return place;
    return where ? place + '+' + of->name() : of->name();
}

TargetsFile read_targets(std::filesystem::path const& file, Corridor const& corridor)
{
    Diagnostics diagnostics;
    Node const root = read_strict_document(file.string(), diagnostics);
    TargetsFile targets = Reader(file, corridor, diagnostics).read(root);
    diagnostics.throw_if_any();
    targets.path = file;
    targets.text = read_whole_file(file);
    return targets;
}
}  // namespace kochmon
