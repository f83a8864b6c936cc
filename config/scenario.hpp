// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/month.hpp"

#include "config/corridor.hpp"
#include "config/declarations.hpp"
#include "config/fields.hpp"
#include "config/overrides.hpp"
#include "config/run_settings.hpp"
#include "config/table.hpp"

namespace kochmon
{
/// A group that a shock names, and where it stands (`file:line:column`): for checks of what only
/// the program knows of groups.
struct GroupOfShock
{
    std::string lever;
    std::string group;
    std::string place;
};

struct ResolvedScenario;

/// A scenario as loaded: baseline, what differs, shocks; checked, and frozen from then on.
class Scenario
{
  public:
    /// Throws ScenarioError with every mistake found (up to 20), one line each:
    /// `file:line:column: path: what is wrong, what was expected, hint`; FileError if a file cannot
    /// be read.
    static Scenario load(std::filesystem::path const& file, Declarations const& declarations,
                         Overrides const& overrides = {});

    std::string const& name() const;
    RunSettings const& settings() const;
    /// Who may go where. Of a program that declares parameters of one.
    Corridor const& corridor() const;
    /// The values of a declared parameter in `month`, shocks applied, one per group cell, in the
    /// unit in which the program reads them. Before the run those of its first month hold, after
    /// it those of the month `settings().end()`.
    std::span<double const> values(std::string const& path, Month month) const;
    /// Whether any value of `month` differs from the month before.
    bool changes_in(Month month) const;
    Table const& table(std::string const& path) const;
    /// Where the value of that month stands, `file:line:column`, which is the last shock that moves
    /// it: for messages of checks that no single value can fail.
    std::string place(std::string const& path, Month month) const;
    /// The same for a check of several values together: the place of the first that a shock moves
    /// or the user wrote; of the first of all where they are as the base has them.
    std::string place_of_any(std::vector<std::string> const& paths, Month month) const;

    /// Every lever that a shock moves, in the order of the file; without a group.
    std::vector<GroupOfShock> levers_of_shocks() const;
    /// Every group that a shock names, in the order of the file.
    std::vector<GroupOfShock> groups_of_shocks() const;

    /// The scenario as YAML: every value with its source, shocks at the end, tables under
    /// `data/NAME.csv`. Loading this text gives the same scenario. `tables`: the folder in the
    /// place of `data`, where two scenarios lie side by side.
    std::string resolved(std::string const& tables = "data") const;
    /// Tables to write beside the resolved scenario: (`data/NAME.csv`, content).
    std::vector<std::pair<std::string, std::string>> data_files(
        std::string const& tables = "data") const;
    /// Every file read, in order, with its content's bytes (for the hashes of run.json).
    std::vector<std::pair<std::filesystem::path, std::string>> const& files_read() const;

    /// All of it, for what this room says about scenarios (explain, difference).
    ResolvedScenario const& content() const { return *content_; }

    ~Scenario();
    Scenario(Scenario&&) noexcept;
    Scenario& operator=(Scenario&&) noexcept;

  private:
    explicit Scenario(std::unique_ptr<ResolvedScenario> content);
    std::unique_ptr<ResolvedScenario> content_;
};

/// Reads every parameter of `parameters` as it stands in `month`.
template <class Parameters>
void read(Parameters& parameters, Scenario const& scenario, Month month)
{
    class OfMonth final : public Fields
    {
      public:
        OfMonth(Scenario const& scenario, Month month)
            : Fields(scenario.corridor()), scenario_(scenario), month_(month)
        {
        }
        void table(std::string const&, TableDeclared const&) override {}

      protected:
        void parameter(std::string const& path, Declared const&, Assign const& assign) override
        {
            assign(scenario_.values(path, month_));
        }

      private:
        Scenario const& scenario_;
        Month month_;
    };
    OfMonth of_month(scenario, month);
    parameters.fields(of_month);
}
}  // namespace kochmon
