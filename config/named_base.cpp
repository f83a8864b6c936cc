// SPDX-License-Identifier: MIT
#include "config/named_base.hpp"

#include "config/document.hpp"
#include "config/files.hpp"

namespace kochmon
{
std::optional<std::filesystem::path> named_base(std::filesystem::path const& policy,
                                                Overrides const& overrides)
{
    Diagnostics untold;  // said when the scenario is read
    Files files(untold);
    files.look_in(overrides.shipped);
    TextFile const& file = files.read(policy);
    auto const root = parse_document(file.text, file.number, untold);
    if (!root || !root->is_map()) return std::nullopt;
    bool const has_shocks = root->find("shocks") != nullptr || root->find("include") != nullptr ||
                            root->find("policies") != nullptr;
    Node const* const base = root->find("base");
    if (!has_shocks || base == nullptr || !base->is_scalar()) return std::nullopt;
    return files.place_of({.place = base->place,
                           .path = "base",
                           .folder = file.path.parent_path(),
                           .name = base->text,
                           .largest = largest_document,
                           .may_be_shipped = true});
}
}  // namespace kochmon
