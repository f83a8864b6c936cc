// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "agents/loading/check_model.hpp"
#include "agents/loading/load_model.hpp"

#include "tests/corridors/kyrgyz_declarations.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon::tests
{
/// A table of the baseline with its mistakes planted, in a folder of its own.
class ChangedTable
{
  public:
    using Cells = std::vector<std::string>;

    /// `key` as in `population: {regions: ...}`, `name` as in config/data.
    ChangedTable(std::string key, std::string const& name)
        : key_(std::move(key)),
          name_(name),
          folder_(std::filesystem::temp_directory_path() /
                  fmt::format("kochmon-table-{}-{}", getpid(), static_cast<void const*>(this)))
    {
        std::istringstream text(read_whole_file(source() / "config/data" / name));
        for (std::string line; std::getline(text, line);) lines_.push_back(line);
        std::filesystem::create_directories(folder_);
    }
    ChangedTable(ChangedTable const&) = delete;
    ChangedTable& operator=(ChangedTable const&) = delete;
    ~ChangedTable() { std::filesystem::remove_all(folder_); }

    /// Writes `instead` for the beginning of every line that begins so.
    ChangedTable& change(std::string const& begin, std::string const& instead)
    {
        for (std::string& line : lines_)
            if (line.starts_with(begin)) line = instead + line.substr(begin.size());
        return *this;
    }
    ChangedTable& leave_out(std::string const& begin)
    {
        std::erase_if(lines_, [&](std::string const& line) { return line.starts_with(begin); });
        return *this;
    }
    /// Adds a line below the first that begins so.
    ChangedTable& add_below(std::string const& begin, std::string const& added)
    {
        for (auto line = lines_.begin(); line != lines_.end(); ++line)
            if (line->starts_with(begin))
            {
                lines_.insert(line + 1, added);
                return *this;
            }
        return *this;
    }
    /// Multiplies a column of numbers, in the lines that begin so and hold that text.
    ChangedTable& scale(std::size_t column, double factor, int decimals,
                        std::string const& begin = {}, std::string const& held = {})
    {
        for (std::size_t at = 1; at < lines_.size(); ++at)
        {
            if (!lines_[at].starts_with(begin) || lines_[at].find(held) == std::string::npos)
                continue;
            Cells cells;
            std::istringstream line(lines_[at]);
            for (std::string cell; std::getline(line, cell, ',');) cells.push_back(cell);
            cells[column] = fmt::format("{:.{}f}", std::stod(cells[column]) * factor, decimals);
            lines_[at] = fmt::format("{}", fmt::join(cells, ","));
        }
        return *this;
    }

    /// What is told of it, `line:column: what`; empty if it is accepted. `more`: what else differs.
    std::vector<std::string> mistakes(std::string const& more = {}) const
    {
        std::ofstream(folder_ / name_) << fmt::format("{}\n", fmt::join(lines_, "\n"));
        std::ofstream(folder_ / "s.yaml") << fmt::format(
            "schema: 1\nscenario: changed\nbase: {}\npopulation:\n  {}: {{file: {}}}\n{}",
            relative(source() / "config/baseline.yaml", folder_).string(), key_, name_, more);
        std::vector<std::string> lines;
        try
        {
            check_model(
                Scenario::load(folder_ / "s.yaml", kyrgyz_declarations(), {.persons = "4000"}));
        }
        catch (ScenarioError const& error)
        {
            std::string const place = (folder_ / name_).string() + ":";
            std::istringstream text(error.what());
            for (std::string line; std::getline(text, line);)
                lines.push_back(line.starts_with(place) ? line.substr(place.size()) : line);
        }
        return lines;
    }

  private:
    static std::filesystem::path source() { return KOCHMON_SOURCE; }

    std::string key_;
    std::string name_;
    std::filesystem::path folder_;
    std::vector<std::string> lines_;
};
}  // namespace kochmon::tests
