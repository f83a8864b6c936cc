// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "config/declarations.hpp"
#include "config/scenario.hpp"

namespace kochmon::sample
{
enum class Kernel
{
    diminishing_nested,
    linear_flat
};

/// One parameter of every dimension and use, as a rule or a law would declare them.
struct Parameters
{
    double soms_per_rouble = 0;
    double roubles_per_dollar = 0;
    Kopecks fee;
    std::int64_t salary = 0;
    double duration = 0;
    std::array<Share, 6> compliance;
    HazardPerMonth check;
    std::int64_t quota = 0;
    std::int64_t arrivals = 0;
    bool free_movement = false;
    Kernel kernel = Kernel::linear_flat;
    double horizon = 0;
    double elasticity = 0;
    Kopecks hostel;
    double household_size = 0;

    void fields(Fields& field);
};

/// Of a corridor that names currencies and nothing else: RUB of 2012, KGS, USD.
std::shared_ptr<Corridor const> const& money();
Declarations declarations();
/// A scenario that states all of them, without mistakes.
extern char const* const complete;
/// The table that it names, `data/pyramid.csv`.
extern char const* const pyramid;

/// A folder of its own for each test, with the table in it; removed at the end.
class Folder
{
  public:
    Folder();
    ~Folder();
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    std::filesystem::path write(std::string const& name, std::string const& text) const;
    std::filesystem::path const& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

/// `complete` with one piece of text replaced; the piece must be there.
std::string with(std::string const& piece, std::string const& instead,
                 std::string const& text = complete);
/// Loads the text as `s.yaml` of a folder of its own.
Scenario load(std::string const& text, Overrides const& overrides = {});
/// The lines of the ScenarioError that loading gives, without the folder; empty if it is accepted.
std::vector<std::string> mistakes(std::string const& text, Overrides const& overrides = {});
std::vector<std::string> mistakes_of(std::filesystem::path const& file,
                                     Overrides const& overrides = {});
/// The first value of a parameter in a month such as "2010-01".
double value(Scenario const& scenario, std::string const& path, std::string const& month);
}  // namespace kochmon::sample
