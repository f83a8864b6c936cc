// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "agents/run/simulation.hpp"

namespace kochmon
{
/// When a policy first differs from its base.
struct Onset
{
    std::optional<Month> month;  // never within the run: nothing
    /// It differs in what the start is made of, or in births and deaths, which are known when a run
    /// begins: then it has a start of its own, and its world is never the base's.
    bool own_start = false;
};
/// The scenarios are to be of the same people, luck and months: run settings, tables of the
/// population, sizes of households, countries of origin. Throws ScenarioError otherwise.
Onset onset_of(Scenario const& base, Scenario const& policy);

/// A policy to be lived through beside its base.
struct Course
{
    enum class RuleAlone
    {
        left_out,
        lived
    };
    Scenario const* policy = nullptr;
    Onset onset;
    Population const* start = nullptr;  // of the policy, if it has a start of its own
    RuleAlone rule_alone = RuleAlone::lived;
    /// An earlier course of which this one is a continuation: then the onset is that from it.
    std::optional<std::size_t> stem = {};
};
/// For each policy the onset from what it agrees with longest, the base or a policy before it, so
/// that what several share runs once. Policies are to be comparable with the base.
std::vector<Course> courses_of_longest_stems(Scenario const& base,
                                             std::span<Scenario const* const> policies);

/// The worlds of one replicate: a base, policies, and for each policy its rule alone, which is
/// lived in the base's world. All step together over one set of draws. Until its onset a policy's
/// world is that of its stem; from then on it is what a separate run would come to, bit for bit.
class Lockstep
{
  public:
    /// The scenarios must outlive it; `start` of the base is copied.
    Lockstep(Scenario const& base, std::span<Course const> courses, Population const& start,
             std::uint32_t replicate, Execution const& execution);

    bool ended() const { return month_ >= end_; }
    Month month() const { return month_; }
    /// Lives through one month in every world.
    void advance();
    /// From now on, and in every branch to come, what happens to persons is written down.
    void keep_diaries();
    /// From now on the base alone is lived; the worlds of the policies are given up.
    void leave_policies() { branches_.clear(); }
    /// The base ends as soon as no policy needs its world any more.
    void leave_base_when_alone() { is_base_asked_for_ = false; }

    Simulation const& base() const { return *base_; }
    /// The world of its stem until the policy's onset.
    Simulation const& policy(std::size_t k) const;
    Simulation const& rule_alone(std::size_t k) const;
    bool parted(std::size_t k) const { return branches_[k].policy != nullptr; }
    std::size_t policies() const { return branches_.size(); }
    /// Bytes of the rows of all worlds.
    std::size_t bytes() const;

  private:
    struct Branch
    {
        Course course;
        std::unique_ptr<Simulation> policy = {};
        std::unique_ptr<Simulation> rule_alone = {};
    };
    bool begins(Branch const& branch) const;
    void begin(Branch& branch);
    std::unique_ptr<Simulation> world_of(Course const& course) const;
    Simulation const& stem_of(Course const& course) const;
    bool is_base_needed() const;
    std::vector<Simulation*> worlds() const;
    void share_luck() const;

    Execution execution_;
    std::uint32_t replicate_;
    Month month_;
    Month end_;
    bool diaries_ = false;
    bool is_base_asked_for_ = true;
    std::vector<Simulation*> sharing_luck_ = {};
    std::unique_ptr<Simulation> base_;
    std::vector<Branch> branches_;
};
}  // namespace kochmon
