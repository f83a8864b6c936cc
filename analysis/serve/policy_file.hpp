// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/serve/policy_draft.hpp"

namespace kochmon
{
/// A field of the editor: of which change (from 0), and which of it.
struct FieldOfDraft
{
    std::size_t shock = 0;
    std::string field;  // lever, amount, from, until, ramp or groups
    bool operator==(FieldOfDraft const&) const = default;
};

/// A draft as a policy file, whose first line tells whether it was changed since.
struct PolicyText
{
    std::string text;
    std::vector<std::optional<FieldOfDraft>> fields;  // what stands in each line
};

/// `base` as the file names it, relative to its folder. Whatever was typed stands there as one
/// scalar and nothing else.
PolicyText policy_text(PolicyDraft const& draft, std::string const& base);
/// Whether a file is as policy_text made it, so that another version may take its place.
bool is_as_written(std::string const& file_text);

struct MistakeOfDraft
{
    std::optional<FieldOfDraft> field;  // nothing: of the whole
    std::string text;
};
/// What `kochmon validate` told of the file, line by line, at the fields that stand there.
std::vector<MistakeOfDraft> mistakes_at_fields(std::string const& told, std::string const& file,
                                               PolicyText const& written);
}  // namespace kochmon
