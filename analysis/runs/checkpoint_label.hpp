// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "engine/month.hpp"

namespace kochmon
{
/// What a checkpoint says of itself without being unpacked.
struct CheckpointLabel
{
    std::string run = {};  // identity_of
    std::uint32_t replicate = 0;
    Month month = {};        // lived last
    std::size_t agents = 0;  // of the start

    std::string text() const;
    /// Nothing if it is no such text.
    static std::optional<CheckpointLabel> of_text(std::string const& text);
};

/// Its name among the parts of an output folder: `000002-checkpoint-2010-05`.
std::string name_of_checkpoint(std::uint32_t replicate, Month month);
/// Of whatever month; nothing: it is no such name.
bool is_checkpoint_of(std::uint32_t replicate, std::string const& name);
/// Of a checkpoint's name.
std::optional<Month> month_of_checkpoint(std::string const& name);
}  // namespace kochmon
