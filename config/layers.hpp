// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "config/files.hpp"
#include "config/node.hpp"
#include "config/outline.hpp"
#include "config/overrides.hpp"

namespace kochmon
{
/// What a scenario says under one path, after a file has replaced what its base says.
struct Leaf
{
    Node node;
    FilePlace key;
    std::filesystem::path folder;  // of the file in which it stands
};

/// A scenario file laid over its base, that over its own, and the command line over all.
class Layers
{
  public:
    Layers(Outline const& outline, Files& files, Diagnostics& diagnostics)
        : outline_(outline), files_(files), diagnostics_(diagnostics)
    {
    }
    void read_overrides(Overrides const& overrides, std::filesystem::path const& folder);
    /// `base` stands in for the one that the file names, which is then not read, or that a policy
    /// does not name.
    void read_files(std::filesystem::path const& file,
                    std::optional<std::filesystem::path> const& base = {});
    /// Reports every key that no layer has.
    void report_missing() const;

    /// The numbers of what the user wrote: the files over the base of all, and what stands on the
    /// command line.
    std::vector<int> const& own_files() const { return own_files_; }
    /// JoinedShocks::packaged.
    std::vector<int> const& packaged() const { return packaged_; }
    /// ResolvedScenario::base_not_read.
    std::optional<std::filesystem::path> const& base_not_read() const { return base_not_read_; }

    /// nullptr if no layer has it.
    Leaf const* find(std::string const& path) const;

  private:
    void read_override(std::string const& text, std::filesystem::path const& folder, int file);
    void set(std::string const& path, Leaf const& leaf);
    TextFile const* read_file(TextFile const& file, bool is_base,
                              std::optional<std::filesystem::path> const& base = {});
    void refuse_shocks(Node const& base);
    void join_policies(Node const& root, TextFile const& file);
    void check_head(Node const& root);
    TextFile const* base_of(Node const& root, TextFile const& file,
                            std::optional<std::filesystem::path> const& instead);
    TextFile const* base_instead(Node const& base, TextFile const& file,
                                 std::filesystem::path const& instead);
    void walk(Node const& map, Branch const& branch, TextFile const& file);
    void enter(Node::Entry const& entry, Branch const& branch, TextFile const& file);
    void report_unknown(Node::Entry const& entry, Node const& map, Branch const& group);
    bool report_dotted(Node::Entry const& entry, std::string const& path);
    bool lacks_base() const;
    void report_missing_base(FilePlace place) const;
    void report_missing_corridor(FilePlace place) const;
    void report_missing_below(Branch const& group, FilePlace place) const;
    bool is_spoiled(std::string const& path) const { return spoiled_.contains(path); }
    bool has_any_below(Branch const& group) const;

    Outline const& outline_;
    Files& files_;
    Diagnostics& diagnostics_;
    std::unordered_map<std::string, Leaf> leaves_;
    std::unordered_map<std::string, FilePlace> maps_;  // in the file that is furthest down
    std::unordered_set<std::string> spoiled_;          // absent by a mistake already reported
    std::vector<std::filesystem::path> chain_;
    std::vector<int> own_files_;
    std::vector<int> packaged_;
    std::optional<std::filesystem::path> shipped_;
    std::optional<std::filesystem::path> base_not_read_;
    bool is_policy_alone_ = false;  // what the first file is
};
}  // namespace kochmon
