// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/month.hpp"

#include "config/declarations.hpp"
#include "config/keyed.hpp"
#include "config/outline.hpp"
#include "config/quantity.hpp"

namespace kochmon
{
/// A dated change of a lever, for all or for some groups of persons.
struct Shock
{
    enum class Kind
    {
        set,
        scale,
        add
    };
    struct Group
    {
        std::size_t dimension = 0;        // in Declared::groups
        std::vector<std::size_t> chosen;  // in GroupDimension::names, ascending
    };

    std::size_t parameter = 0;  // in Declarations::parameters()
    Kind kind = Kind::set;
    Value amount;
    Month from;
    std::optional<Month> until = {};  // first month in which it no longer holds
    int ramp = 1;                     // months
    std::vector<Group> groups = {};   // none: all cells
    std::string source = {};
    FilePlace place;  // of the amount

    /// Whether both hold in some month.
    bool meets(Shock const& other) const;
    /// Part of the change in force, 0..1. A ramp of r months takes the k-th month from `from`
    /// (k = 0, 1, ...) to (k + 1) / r; `until` ends the shock at once.
    double weight(Month month) const;
    /// Whether the cell of that number is meant; cells run with the last dimension fastest.
    bool covers(std::size_t cell, std::vector<GroupDimension> const& dimensions) const;
};

/// Reads the list `shocks`; reports what is wrong and leaves such shocks out.
class ShockReader
{
  public:
    /// `packaged`: the files of packages (JoinedShocks).
    ShockReader(Declarations const& declarations, std::optional<Month> start,
                std::vector<int> packaged, Diagnostics& diagnostics)
        : declarations_(declarations),
          start_(start),
          packaged_(std::move(packaged)),
          diagnostics_(diagnostics)
    {
    }
    std::vector<Shock> read(Node const& list) const;

  private:
    std::optional<Shock> shock(Node const& node) const;
    void demand_order(std::vector<Shock> const& shocks) const;
    bool is_ambiguous(Shock const& one, Shock const& other) const;
    void report_ambiguous(Shock const& one, Shock const& other) const;
    std::string place_text(FilePlace place, FilePlace from) const;
    bool share_a_cell(Shock const& one, Shock const& other) const;
    std::optional<std::size_t> lever(Node const& node) const;
    bool read_amount(Keyed const& keyed, Shock& shock) const;
    std::optional<Value> amount(Node const& node, Shock const& shock) const;
    bool read_months(Keyed const& keyed, Shock& shock) const;
    bool read_ramp(Keyed const& keyed, Shock& shock) const;
    std::optional<Month> month(Node const* node, std::string const& path) const;
    bool read_groups(Node const* node, Shock& shock) const;
    std::optional<Shock::Group> group(Node::Entry const& entry, Shock const& shock) const;
    std::optional<std::size_t> group_name(Node const& node, GroupDimension const& dimension,
                                          std::string const& path) const;

    Declarations const& declarations_;
    std::optional<Month> start_;
    std::vector<int> packaged_;
    Diagnostics& diagnostics_;
};
}  // namespace kochmon
