// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "config/corridor.hpp"

#include "agents/state/population.hpp"

#include "analysis/measures/measure.hpp"

namespace kochmon
{
/// By what persons that are compared can be told apart (`--by`).
enum class Trait : std::uint8_t
{
    origin,
    country,
    destination,  // where the person is, home among them; nowhere is who has just died
    status,       // flip_status.hpp
    sex,
    age,
    schooling,
    language,  // of the main jurisdiction; named after it
    profession
};
inline constexpr std::size_t trait_count = 9;

std::string name(Trait trait, Corridor const& corridor);
/// Names of its groups in a fixed order.
std::vector<std::string> groups(Trait trait, Corridor const& corridor);
/// The breakdown of series that it is, if measures have one.
std::optional<Breakdown> breakdown(Trait trait);
/// Which group a person belongs to at the end of `month`.
std::size_t group_of(Trait trait, Persons const& persons, std::size_t row, Month month);

/// The groups of the traits asked for in one row, everybody first.
class Grouping
{
  public:
    /// Of everybody alone.
    Grouping() = default;
    Grouping(std::vector<Trait> traits, Corridor const& corridor);
    /// `origin,sex`: throws UsageError that names the flag.
    static Grouping of_flag(std::string const& text, Corridor const& corridor);

    std::vector<Trait> const& traits() const { return traits_; }
    std::size_t size() const { return cells_; }
    /// What the cell of that number is called: by, group.
    std::string const& by(std::size_t cell) const { return by_[cell]; }
    std::string const& group(std::size_t cell) const { return group_[cell]; }
    /// Calls `visit(cell)` for every cell in which the person is.
    template <class Visit>
    void cells_of(Persons const& persons, std::size_t row, Month month, Visit visit) const
    {
        visit(std::size_t{0});
        for (std::size_t k = 0; k < traits_.size(); ++k)
            visit(begins_[k] + std::min(group_of(traits_[k], persons, row, month), last_[k]));
    }

  private:
    std::vector<Trait> traits_;
    std::vector<std::size_t> begins_;
    std::vector<std::size_t> last_;  // group of each trait: of destinations those who are nowhere
    std::size_t cells_ = 1;
    std::vector<std::string> by_ = {"total"};
    std::vector<std::string> group_ = {"total"};
};
}  // namespace kochmon
