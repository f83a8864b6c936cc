// SPDX-License-Identifier: MIT
#include "analysis/design/plan.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include <fmt/format.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "config/corridor_file.hpp"
#include "config/settings.hpp"
#include "config/shipped_files.hpp"
#include "config/strict_map.hpp"

#include "agents/loading/load_model.hpp"

#include "analysis/design/factor_reader.hpp"
#include "analysis/design/plan_keys.hpp"

namespace kochmon
{
namespace
{
constexpr std::int64_t most_replicates_of_a_plan = 100'000;
constexpr std::int64_t most_points_of_a_plan = 1'000'000;
constexpr std::size_t most_factors = 1'000;
constexpr double most_spread = 100.0;

std::vector<std::string> const names_of_designs = {
    "list", "grid", "one_at_a_time", "latin_hypercube", "sobol", "morris", "saltelli"};

bool is_sampled(DesignKind kind)
{
    return kind >= DesignKind::latin_hypercube;
}

class PlanReader
{
  public:
    PlanReader(PlanFolders folders, Diagnostics& diagnostics)
        : folders_(std::move(folders)), diagnostics_(diagnostics)
    {
    }

    SweepPlan read(Node const& root)
    {
        StrictMap const map(root, "", keys_of(PlanMap::plan), diagnostics_);
        plan_.name = map.text("sweep");
        if (!plan_.name.empty() && !is_scenario_name(plan_.name))
            map.report("sweep", {shown(plan_.name) + " is no name of a sweep",
                                 "lower-case letters, digits and -"});
        plan_.overrides.shipped = folders_.shipped;
        plan_.base = folders_.base ? *folders_.base : base_named(map.text("base"));
        if (auto const corridor = corridor_of(plan_.base, plan_.overrides))
            declarations_ = model_declarations(corridor);
        read_run(map);
        read_assumptions(map);
        if (map.has("vary") || plan_.assumptions.branches.empty()) read_factors(map);
        demand_each_once(map);
        read_design(map);
        if (map.has("compare_to"))
            plan_.compares_to_base = map.word("compare_to", {"base", "none"}) == 0;
        read_kept(map);
        return std::move(plan_);
    }

  private:
    /// A file beside the plan, or the name of what comes with the program.
    std::filesystem::path base_named(std::string const& text) const
    {
        std::filesystem::path file = folders_.plan / text;
        std::error_code error;
        if (!folders_.shipped || !is_name_of_shipped(text) || std::filesystem::exists(file, error))
            return file;
        return shipped_scenario(*folders_.shipped, text).value_or(file);
    }

    static std::uint32_t seed(StrictMap const& map, std::string const& key)
    {
        return static_cast<std::uint32_t>(
            map.whole(key, 0, std::numeric_limits<std::uint32_t>::max()));
    }

    void read_run(StrictMap const& map)
    {
        Overrides& overrides = plan_.overrides;
        if (map.has("persons"))
        {
            std::string const text = map.text("persons");
            if (text != "full") map.whole("persons", 1, 1'000'000'000);
            overrides.persons = text;
        }
        if (map.has("months"))
            overrides.months = static_cast<int>(map.whole("months", 1, longest_run));
        if (map.has("seed")) overrides.seed = seed(map, "seed");
        if (map.has("population_seed")) overrides.population_seed = seed(map, "population_seed");
        if (map.has("set"))
            for (Node::Entry const& entry : map.entries("set")) read_fixed(entry);
        plan_.replicates =
            static_cast<std::uint32_t>(map.whole("replicates", 1, most_replicates_of_a_plan));
        plan_.nesting.populations =
            map.has("population_seeds")
                ? static_cast<std::uint32_t>(map.whole("population_seeds", 1, plan_.replicates))
                : plan_.replicates;
    }

    void read_fixed(Node::Entry const& entry)
    {
        if (!entry.value.is_scalar())
            diagnostics_.report(entry.value.place, "set." + entry.key,
                                {described(entry.value) + " instead of a value", "one value"});
        plan_.overrides.set.push_back(entry.key + '=' + entry.value.text);
    }

    void read_factors(StrictMap const& map)
    {
        for (Node::Entry const& entry : map.entries("vary"))
            plan_.factors.push_back(
                FactorReader(declarations_, folders_, diagnostics_).read(entry));
        if (map.has("vary") && (plan_.factors.empty() || plan_.factors.size() > most_factors))
            map.report("vary", {fmt::format("{} factors", plan_.factors.size()),
                                fmt::format("from 1 to {}", most_factors)});
    }

    /// `all`, or branches of the tree of keys.
    void read_assumptions(StrictMap const& map)
    {
        VariedAssumptions& assumptions = plan_.assumptions;
        Node const* const found = map.find("assumptions");
        if (map.has("spread"))
        {
            assumptions.spread = map.number("spread");
            if (found == nullptr || assumptions.spread <= 1.0 || assumptions.spread > most_spread)
                map.report("spread",
                           {"is the factor by which assumptions are divided and multiplied",
                            fmt::format("a number above 1, at most {:.0f}, beside "
                                        "assumptions",
                                        most_spread)});
        }
        if (found == nullptr) return;
        if (found->is_scalar() && found->text == "all")
            assumptions.branches = {std::string()};
        else
            for (Node const& branch : map.list("assumptions")) read_branch(map, branch);
    }

    void read_branch(StrictMap const& map, Node const& branch)
    {
        auto const& known = declarations_.parameters();
        VariedAssumptions const here{.branches = {branch.text}};
        if (std::ranges::none_of(
                known, [&](Declarations::Parameter const& one) { return here.hold(one.path); }))
            map.report("assumptions", {shown(branch.text) + " is no branch of the parameters",
                                       "all, or a list such as [rules, destinations.NAME]"});
        plan_.assumptions.branches.push_back(branch.text);
    }

    /// One value of a point can stand once alone.
    void demand_each_once(StrictMap const& map)
    {
        std::set<std::string> paths;
        for (Factor const& factor : plan_.factors)
            for (std::string const& path : factor.paths)
                if (factor.kind != FactorKind::lever && !paths.insert(path).second)
                    map.report("vary", {path + " is varied by two factors", "each key once"});
    }

    void read_design(StrictMap const& map)
    {
        Design& design = plan_.design;
        design.kind = static_cast<DesignKind>(map.word("design", names_of_designs));
        if (map.has("design_seed")) design.seed = seed(map, "design_seed");
        if (is_sampled(design.kind))
            design.points = static_cast<std::size_t>(map.whole("points", 1, most_points_of_a_plan));
        else if (map.has("points"))
            map.report("points", {"is of sampled designs alone",
                                  "no such key; values say how many points there are"});
        if (!plan_.assumptions.branches.empty() && design.kind != DesignKind::one_at_a_time)
            map.report("design", {"does not go with assumptions", "one_at_a_time"});
        for (Factor const& factor : plan_.factors) demand_values_for(map, factor);
        if (design.kind == DesignKind::list) demand_as_many_values(map);
    }

    void demand_values_for(StrictMap const& map, Factor const& factor) const
    {
        bool const asks_for_steps =
            plan_.design.kind == DesignKind::grid || plan_.design.kind == DesignKind::list;
        if (asks_for_steps && factor.range && factor.range->steps == 0)
            map.report("vary", {factor.name + " has a range without steps",
                                fmt::format("steps: N in it, since the design is a {}",
                                            name(plan_.design.kind))});
    }

    void demand_as_many_values(StrictMap const& map) const
    {
        for (Factor const& factor : plan_.factors)
            if (factor.levels().size() != plan_.factors.front().levels().size())
                return map.report(
                    "vary",
                    {fmt::format("{} has {} values, {} has {}", factor.name, factor.levels().size(),
                                 plan_.factors.front().name, plan_.factors.front().levels().size()),
                     "as many of each factor in a list, the first of all being a point"});
    }

    static std::optional<std::string> joined(StrictMap const& map, std::string const& key)
    {
        if (!map.has(key)) return std::nullopt;
        std::string text;
        for (Node const& one : map.list(key)) text += (text.empty() ? "" : ",") + one.text;
        return text;
    }

    void read_kept(StrictMap const& map)
    {
        Node const* const keep = map.find("keep");
        if (keep == nullptr)
            return map.report("keep", {"is missing", "the measures that the study keeps"});
        StrictMap const kept(*keep, "keep", keys_of(PlanMap::keep), diagnostics_);
        kept.list("measures");
        try
        {
            plan_.keep =
                kept_rows(*declarations_.corridor(), joined(kept, "measures"),
                          joined(kept, "by").value_or("total"),
                          kept.has("months") ? std::optional(kept.text("months")) : std::nullopt);
        }
        catch (UsageError const& error)
        {
            map.report("keep",
                       {error.what(), "measures and breakdowns as docs/glossary.md names them"});
        }
    }

    PlanFolders folders_;
    Diagnostics& diagnostics_;
    Declarations declarations_ = model_declarations(unknown_corridor());  // of its base
    SweepPlan plan_;
};
}  // namespace

std::string const& name(DesignKind kind)
{
    return names_of_designs[static_cast<std::size_t>(kind)];
}

SweepPlan read_sweep_plan(std::filesystem::path const& file,
                          std::optional<CopiesOfStudy> const& copies,
                          std::optional<std::filesystem::path> const& shipped)
{
    PlanFolders folders{.plan = file.parent_path(), .shipped = shipped};
    if (copies)
    {
        folders.sets = copies->sets;
        folders.base = copies->base;
    }
    Diagnostics diagnostics;
    Node const root = read_strict_document(file.string(), diagnostics);
    SweepPlan plan = PlanReader(folders, diagnostics).read(root);
    diagnostics.throw_if_any();
    plan.path = file;
    plan.text = read_whole_file(file);
    return plan;
}

std::vector<std::string> add_assumptions(SweepPlan& plan, Scenario const& base)
{
    std::vector<std::string> left_out;
    if (plan.assumptions.branches.empty()) return left_out;
    std::set<std::string> varied;
    for (Factor const& factor : plan.factors)
        if (factor.kind != FactorKind::lever)
            varied.insert(factor.paths.begin(), factor.paths.end());
    for (Factor& factor : factors_of_assumptions(base, plan.assumptions, left_out))
        if (varied.contains(factor.paths.front()))
            left_out.push_back(factor.paths.front() + ": is varied by a factor of its own");
        else
            plan.factors.push_back(std::move(factor));
    if (plan.factors.empty())
        throw ScenarioError(
            fmt::format("{}: assumptions: none of them is in force in {}; expected "
                        "another branch",
                        plan.path.string(), plan.base.string()));
    return left_out;
}
}  // namespace kochmon
