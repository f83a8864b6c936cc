// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "analysis/panel/panel.hpp"

namespace kochmon
{
/// `p0000000123`: a text, since R reads long numbers inexactly.
std::string person_name(SubjectKey key);

/// The panel as three tables (docs/panel.md), by replicate, person and month.
std::string panel_persons_csv(PanelRecorder const& panel, std::string const& scenario);
std::string panel_spells_csv(PanelRecorder const& panel, std::string const& scenario);
std::string panel_events_csv(PanelRecorder const& panel, std::string const& scenario);
}  // namespace kochmon
