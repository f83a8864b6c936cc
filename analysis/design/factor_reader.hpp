// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "config/declarations.hpp"
#include "config/strict_map.hpp"

#include "analysis/design/factor.hpp"

namespace kochmon
{
/// To which names of files are relative.
struct PlanFolders
{
    std::filesystem::path plan;
    std::optional<std::filesystem::path> sets = {};     // copies of calibrations, by factor
    std::optional<std::filesystem::path> base = {};     // a copy of the base
    std::optional<std::filesystem::path> shipped = {};  // Overrides::shipped
};

/// Reads the factors of a sweep plan, an entry of `vary` each, as strictly as a scenario is read.
class FactorReader
{
  public:
    FactorReader(Declarations const& declarations, PlanFolders folders, Diagnostics& diagnostics)
        : declarations_(declarations), folders_(std::move(folders)), diagnostics_(diagnostics)
    {
    }
    Factor read(Node::Entry const& entry) const;

  private:
    struct Varied;
    void read_key(StrictMap const& map, Factor& factor) const;
    void read_lever(StrictMap const& map, Factor& factor) const;
    void read_policies(StrictMap const& map, Factor& factor) const;
    void read_sets(StrictMap const& map, Factor& factor) const;
    /// Those that one path or a list of them names; what is none is reported.
    std::vector<Declarations::Parameter const*> parameters(StrictMap const& map,
                                                           std::string const& key,
                                                           Factor& factor) const;
    Declarations::Parameter const* parameter(FilePlace place, std::string const& at,
                                             std::string const& path) const;
    void read_values(Varied const& varied, Factor& factor) const;
    void read_list(Varied const& varied, Factor& factor) const;
    void read_range(Varied const& varied, Factor& factor) const;
    void read_shape(StrictMap const& map, Varied const& varied, ValueRange& range) const;
    void demand_possible_tails(StrictMap const& map, Varied const& varied,
                               ValueRange const& range) const;
    std::optional<double> number(Varied const& varied, Node const& node, std::string& unit) const;
    bool is_possible(Varied const& varied, Node const& node) const;

    Declarations const& declarations_;
    PlanFolders folders_;
    Diagnostics& diagnostics_;
};
}  // namespace kochmon
