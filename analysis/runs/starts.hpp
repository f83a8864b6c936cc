// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "agents/run/lockstep.hpp"
#include "agents/synthesis/synthesis.hpp"

namespace kochmon
{
/// The starts of a base and of the policies beside it, of one synthetic population at a time:
/// another takes its place.
class Starts
{
  public:
    /// The scenarios must outlive it. What makes a population throws SynthesisStopped.
    Starts(Scenario const& base, std::vector<Scenario> const& policies,
           Course::RuleAlone rule_alone, StopAsked stop_asked = {});
    /// Of courses whose starts are still to be made.
    Starts(Scenario const& base, std::vector<Course> courses, StopAsked stop_asked = {});

    /// The base alone: enough to know how many bytes worlds take.
    void make_base(std::uint32_t population, Workers const& workers);
    /// Nothing is made that is there already.
    void make(std::uint32_t population, Workers const& workers);
    void give_up();

    Scenario const& scenario() const { return base_; }
    Population const& of_base() const { return start_; }
    std::vector<Course> const& courses() const { return courses_; }
    std::vector<Onset> onsets() const;
    /// How many policies have a start of their own.
    std::size_t own() const;

  private:
    StopAsked stop_asked_;
    Scenario const& base_;
    bool has_base_ = false;
    bool has_all_ = false;
    std::vector<Course> courses_;
    Population start_;
    std::vector<Population> starts_;  // of policies
};
}  // namespace kochmon
