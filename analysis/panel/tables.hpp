// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "analysis/output_folder.hpp"
#include "analysis/panel/panel.hpp"

namespace kochmon
{
/// The panel as three tables (docs/panel.md), by replicate, person and month.
std::string panel_persons_csv(PanelRecorder const& panel, std::string const& scenario);
std::string panel_spells_csv(PanelRecorder const& panel, std::string const& scenario);
std::string panel_events_csv(PanelRecorder const& panel, std::string const& scenario);

/// Writes them as results, which the digest covers.
void write_panel(OutputFolder& folder, PanelRecorder const& panel, std::string const& scenario);
}  // namespace kochmon
