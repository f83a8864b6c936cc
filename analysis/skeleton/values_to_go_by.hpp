// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>

#include "config/scenario.hpp"

namespace kochmon
{
/// Values for the keys of a new corridor: those of another scenario under the keys that mean the
/// same there. Its first country stands for the first, its main jurisdiction for the main one,
/// destinations for those of the same number; for each region the mean of the regions there.
class ValuesToGoBy
{
  public:
    /// `rate`: how much of the first currency one of the first there makes, where `like` has no
    /// rate of it.
    ValuesToGoBy(Scenario const& like, Corridor const& own, std::optional<double> rate = {});
    /// Whether amounts can be turned into the first currency without being told how.
    static bool know_money(Scenario const& like, Corridor const& own);

    /// As a scenario states it: in the first month of that scenario, money in the unit of the
    /// program. Of a key that has nothing like it there: off, none, or the middle of its range.
    std::string value(Declarations::Parameter const& parameter) const;
    /// Whether there is nothing like it.
    bool is_unknown(Declarations::Parameter const& parameter) const;
    /// A table of its rows for the countries and regions of the corridor, as CSV.
    std::string table(Declarations::TableAt const& table) const;

  private:
    using Names = std::map<std::string, std::string>;
    Jurisdiction jurisdiction_there(Jurisdiction own) const;
    void name_jurisdictions();
    std::string path_there(std::string const& own) const;
    std::string words_there(std::string const& part) const;
    std::string share_of_destination(std::string const& path) const;
    std::string known_path_there(std::string const& own) const;
    double mean_of_regions(std::string const& path) const;
    std::string rate_of(CurrencyDeclared const& currency) const;
    CurrencyDeclared const* exchanged_at(std::string const& path) const;
    double number_there(std::string const& path) const;
    Table rows_there(std::string const& table, Country country) const;
    std::string rows_of_regions(Declarations::TableAt const& table, Country country) const;
    std::string rows_of(Declarations::TableAt const& table, Country country) const;

    Scenario const& like_;
    Corridor const& own_;
    double own_money_ = 1.0;  // of the first currency, for one of the first there
    Names countries_;
    std::map<std::string, Country> countries_of_regions_;  // there
    Names jurisdictions_;
    Names destinations_;
};
}  // namespace kochmon
