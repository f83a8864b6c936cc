// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "config/corridor.hpp"

#include "analysis/panel/panel.hpp"
#include "analysis/text/csv_lines.hpp"

namespace kochmon
{
/// A person of a panel, read back from its tables.
struct PanelLife
{
    std::uint32_t replicate = 0;
    std::string person;
    Region origin = {};
    Sex sex = Sex::female;
    Month birth;
    std::vector<Spell> spells;  // from the first reported month on, without a gap; one at least
    Month end;                  // the month after the last of the run, or that of the death

    Month begin() const { return spells.front().from; }
    bool died() const { return spells.back().until.has_value(); }
};

/// The lives of a panel, one after the other as its tables hold them (docs/panel.md): a panel of
/// any size takes the memory of one life.
class PanelLives
{
  public:
    /// Throws FileError that names file, line and what was expected, as `next` does.
    PanelLives(std::filesystem::path const& folder, Corridor corridor);

    /// Who died before the first reported month has no spell, and is passed over.
    std::optional<PanelLife> next();
    /// Of the run; known once a life was read.
    std::string const& scenario() const { return scenario_; }
    Corridor const& corridor() const { return corridor_; }

  private:
    void take_spells(PanelLife& life);
    bool is_spell_of(PanelLife const& life) const;

    Corridor corridor_;
    CsvLines persons_;
    CsvLines spells_;
    bool has_spell_;
    std::string scenario_;
};
}  // namespace kochmon
