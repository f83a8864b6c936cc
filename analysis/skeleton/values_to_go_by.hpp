// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "config/scenario.hpp"

namespace kochmon
{
/// Values for the keys of a new corridor: those of another scenario under the keys that mean the
/// same there. Its first country stands for the first, its main jurisdiction for the main one,
/// regions and destinations for those of the same number.
class ValuesToGoBy
{
  public:
    ValuesToGoBy(Scenario const& like, Corridor const& own);

    /// As a scenario states it: in the first month of that scenario, money in the unit of the
    /// program. Of a key that has nothing like it there, the value of its range that is nearest to
    /// 0.
    std::string value(Declarations::Parameter const& parameter) const;
    /// A table of its rows for the countries and regions of the corridor, as CSV.
    std::string table(Declarations::TableAt const& table) const;

  private:
    using Names = std::map<std::string, std::string>;
    void name_jurisdictions();
    std::string path_there(std::string const& own) const;
    std::string words_there(std::string const& part) const;
    std::string share_of_destination(std::string const& path) const;
    double in_own_money(double amount) const;
    double number_there(std::string const& path) const;
    Table rows_there(std::string const& table, Country country) const;
    std::string rows_of_regions(Declarations::TableAt const& table, Country country) const;
    std::string rows_of(Declarations::TableAt const& table, Country country) const;

    Scenario const& like_;
    Corridor const& own_;
    Names countries_;
    Names regions_;
    Names jurisdictions_;
    Names destinations_;
};
}  // namespace kochmon
