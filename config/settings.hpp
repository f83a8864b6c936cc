// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "config/diagnostics.hpp"
#include "config/layers.hpp"
#include "config/quantity.hpp"
#include "config/run_settings.hpp"

namespace kochmon
{
/// Reads the name and the keys of `time` and `population` that every scenario has.
class SettingsReader
{
  public:
    SettingsReader(Layers const& layers, Diagnostics& diagnostics)
        : layers_(layers), diagnostics_(diagnostics)
    {
    }
    std::string name() const;
    /// Nothing if a mistake leaves them open.
    std::optional<RunSettings> settings() const;
    /// Known also where other settings are wrong.
    std::optional<Month> start() const;

  private:
    Node const* node(std::string const& path) const;
    std::optional<int> warm_up() const;
    std::optional<std::int64_t> whole(std::string const& path, std::int64_t lowest,
                                      std::int64_t highest) const;
    bool is_full() const;

    Layers const& layers_;
    Diagnostics& diagnostics_;
};

/// Lower-case letters, digits and -, not at its begin: safe as a name of files.
bool is_scenario_name(std::string const& text);
/// A month as `2010-01`, between 1900 and 2199.
Reading<Month> read_month(Node const& node);
/// A whole number of months, as `60 months` or `5 years`.
Reading<int> read_duration(Node const& node, int lowest);

constexpr int longest_run = 2400;  // months
}  // namespace kochmon
