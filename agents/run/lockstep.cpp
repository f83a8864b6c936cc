// SPDX-License-Identifier: MIT
#include "agents/run/lockstep.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "config/difference.hpp"
#include "config/resolved.hpp"

#include "agents/demography/vital_parameters.hpp"
#include "agents/synthesis/synthesis.hpp"

namespace kochmon
{
namespace
{
void demand(bool alike, std::string const& key, Scenario const& base, Scenario const& policy)
{
    if (alike) return;
    throw ScenarioError(fmt::format(
        "{}: differs between {} and {}; persons can be compared only if both have the same people, "
        "luck and months, so lay the policy over that base and leave this key to it",
        key, base.name(), policy.name()));
}

void demand_same_run(Scenario const& base, Scenario const& policy)
{
    // Others have other people, whose numbers mean nothing here.
    demand(base.content().corridor == policy.content().corridor, "corridor", base, policy);
    RunSettings const& left = base.settings();
    RunSettings const& right = policy.settings();
    auto const population_seed = [](RunSettings const& run)
    { return run.population_seed.value_or(run.seed); };
    demand(left.start == right.start, "time.start", base, policy);
    demand(left.warm_up == right.warm_up, "time.warm_up", base, policy);
    demand(left.months == right.months, "time.months", base, policy);
    demand(left.persons == right.persons, "population.persons", base, policy);
    demand(left.seed == right.seed, "population.seed", base, policy);
    demand(population_seed(left) == population_seed(right), "population.population_seed", base,
           policy);
}
// Keys are numbers over the cells of the census: in another census they are other people's.
bool tells_who_people_are(std::string const& path)
{
    return path == "population.age_sex" || path == "population.regions" ||
           path.ends_with(".household_size") || path.ends_with(".included");
}

bool is_later(Onset const& onset, Onset const& than)
{
    return than.own_start || !onset.month || *onset.month > *than.month;
}

std::vector<std::uint64_t> const& rows_of(Simulation const& world)
{
    return world.population().persons.key;
}
}  // namespace

Onset onset_of(Scenario const& base, Scenario const& policy)
{
    demand_same_run(base, policy);
    Declarations const vital =
        declarations_of<VitalParameters>(base.content().declarations.corridor());
    Declarations const beginning =
        declarations_of<StartParameters>(base.content().declarations.corridor());
    auto const moves_start = [&](std::string const& path)
    { return vital.find(path) != nullptr || beginning.find(path) != nullptr; };
    Onset onset;
    onset.own_start = start_conditions(base) != start_conditions(policy);
    for (auto const& [path, month] : first_differences(base, policy))
    {
        demand(!tells_who_people_are(path), path, base, policy);
        onset.month = std::min(month, onset.month.value_or(month));
        onset.own_start = onset.own_start || moves_start(path);
    }
    return onset;
}

std::vector<Course> courses_of_longest_stems(Scenario const& base,
                                             std::span<Scenario const* const> policies)
{
    std::vector<Course> courses;
    courses.reserve(policies.size());
    for (std::size_t k = 0; k < policies.size(); ++k)
    {
        Course course{.policy = policies[k],
                      .onset = onset_of(base, *policies[k]),
                      .rule_alone = Course::RuleAlone::left_out};
        for (std::size_t stem = 0; stem < k && course.onset.month; ++stem)
        {
            Onset const onset = onset_of(*policies[stem], *policies[k]);
            if (onset.own_start || !is_later(onset, course.onset)) continue;
            course.onset = onset;
            course.stem = stem;
        }
        courses.push_back(course);
    }
    return courses;
}

Lockstep::Lockstep(Scenario const& base, std::span<Course const> courses, Population const& start,
                   std::uint32_t replicate, Execution const& execution)
    : execution_(execution),
      replicate_(replicate),
      month_(base.settings().start),
      end_(base.settings().end()),
      base_(std::make_unique<Simulation>(base, start, replicate, execution))
{
    for (Course const& course : courses) branches_.push_back({.course = course});
}

Simulation const& Lockstep::stem_of(Course const& course) const
{
    return course.stem ? policy(*course.stem) : *base_;
}

std::unique_ptr<Simulation> Lockstep::world_of(Course const& course) const
{
    auto world = course.onset.own_start ? std::make_unique<Simulation>(
                                              *course.policy, *course.start, replicate_, execution_)
                                        : stem_of(course).branch(*course.policy);
    if (diaries_) world->keep_diary();
    return world;
}

bool Lockstep::begins(Branch const& branch) const
{
    if (branch.policy) return false;
    return branch.course.onset.own_start || branch.course.onset.month == month();
}

void Lockstep::begin(Branch& branch)
{
    branch.policy = world_of(branch.course);
    if (branch.course.rule_alone == Course::RuleAlone::left_out) return;
    branch.rule_alone = world_of(branch.course);
    branch.rule_alone->live_in_world_of(*base_);
}

bool Lockstep::is_base_needed() const
{
    if (is_base_asked_for_ || branches_.empty()) return true;
    for (std::size_t k = 0; k < branches_.size(); ++k)
        if (branches_[k].rule_alone || &policy(k) == base_.get()) return true;
    return false;
}

std::vector<Simulation*> Lockstep::worlds() const
{
    std::vector<Simulation*> worlds;
    worlds.reserve(1 + 2 * branches_.size());
    if (is_base_needed()) worlds.push_back(base_.get());
    for (Branch const& branch : branches_)
    {
        if (branch.policy) worlds.push_back(branch.policy.get());
        if (branch.rule_alone) worlds.push_back(branch.rule_alone.get());
    }
    return worlds;
}

// Each from the first world of the same rows.
void Lockstep::share_luck() const
{
    std::vector<Simulation*> leaders;
    for (Simulation* const world : worlds())
    {
        auto const leader = std::ranges::find_if(
            leaders, [&](Simulation const* other) { return rows_of(*other) == rows_of(*world); });
        if (leader != leaders.end())
        {
            world->share_luck_of(**leader);
            continue;
        }
        world->draw_own_luck();
        leaders.push_back(world);
    }
}

void Lockstep::advance()
{
    for (Branch& branch : branches_)
        if (begins(branch)) begin(branch);
    std::vector<Simulation*> const present = worlds();
    if (present != sharing_luck_) share_luck();
    sharing_luck_ = present;
    Simulation::advance_together(present);
    month_ = month_ + 1;
}

void Lockstep::keep_diaries()
{
    diaries_ = true;
    base_->keep_diary();
    for (Branch& branch : branches_)
    {
        if (branch.policy) branch.policy->keep_diary();
        if (branch.rule_alone) branch.rule_alone->keep_diary();
    }
}

Simulation const& Lockstep::policy(std::size_t k) const
{
    return branches_[k].policy ? *branches_[k].policy : stem_of(branches_[k].course);
}

Simulation const& Lockstep::rule_alone(std::size_t k) const
{
    return branches_[k].rule_alone ? *branches_[k].rule_alone : *base_;
}

std::size_t Lockstep::bytes() const
{
    std::size_t bytes = base_->population().bytes();
    for (Branch const& branch : branches_)
    {
        if (branch.policy) bytes += branch.policy->population().bytes();
        if (branch.rule_alone) bytes += branch.rule_alone->population().bytes();
    }
    return bytes;
}
}  // namespace kochmon
