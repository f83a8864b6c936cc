// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "engine/contract.hpp"

#include "config/currencies.hpp"

namespace kochmon
{
/// How much a corridor may hold. Parameters have room for all of it; counts are laid out for what
/// there is.
inline constexpr std::size_t most_countries = 8;
inline constexpr std::size_t most_regions = 64;
inline constexpr std::size_t most_jurisdictions = 8;
inline constexpr std::size_t most_destinations = 16;
inline constexpr std::size_t most_places = most_destinations + 1;  // with home

/// A country of origin, by its number in the corridor.
enum class Country : std::uint8_t
{
};

/// A region of origin: its number in the corridor, and above it that of its country.
enum class Region : std::uint16_t
{
};

/// Whose law rules at a destination, by its number in the corridor.
enum class Jurisdiction : std::uint8_t
{
};

/// Where a person is: at home, or at a destination: its number in the corridor, and above it that
/// of its jurisdiction. Those who are not born yet, or dead, are nowhere, which is not counted
/// among the places.
enum class Place : std::uint8_t
{
    home = 0,
    nowhere = 0xff
};

constexpr std::size_t index(Country country)
{
    return static_cast<std::size_t>(country);
}
constexpr std::size_t index(Jurisdiction where)
{
    return static_cast<std::size_t>(where);
}
constexpr std::size_t index(Region region)
{
    return static_cast<std::size_t>(region) & 0xffU;
}
constexpr std::size_t index(Place place)
{
    return static_cast<std::size_t>(place) & 0x1fU;
}
constexpr Country origin_country(Region region)
{
    return static_cast<Country>(static_cast<unsigned>(region) >> 8U);
}
constexpr Jurisdiction jurisdiction_of(Place destination)
{
    return static_cast<Jurisdiction>(static_cast<unsigned>(destination) >> 5U);
}
constexpr Region region_in(Country country, std::size_t number)
{
    return static_cast<Region>(index(country) << 8U | number);
}
constexpr Place destination_in(Jurisdiction where, std::size_t number)
{
    return static_cast<Place>(index(where) << 5U | number);
}

/// What it has for itself stands at the top of a scenario, where those of it alone look for it.
inline constexpr auto first_country = Country{};
/// Its citizens are those who are naturalized.
inline constexpr auto main_jurisdiction = Jurisdiction{};
constexpr bool is_in_main_jurisdiction(Place place)
{
    return place != Place::home && jurisdiction_of(place) == main_jurisdiction;
}

/// Where what the jurisdiction has once for all its destinations is kept.
inline constexpr Place first_destination = destination_in(main_jurisdiction, 1);

/// Numbers of a corridor in their order, few enough to be copied.
template <class Id, std::size_t most>
class ListOf
{
  public:
    constexpr auto begin() const { return ids_.begin(); }
    constexpr auto end() const { return ids_.begin() + static_cast<std::ptrdiff_t>(size_); }
    constexpr std::size_t size() const { return size_; }
    constexpr Id operator[](std::size_t number) const { return ids_[number]; }
    constexpr Id back() const { return ids_[size_ - 1]; }
    constexpr bool operator==(ListOf const&) const = default;
    constexpr bool holds(Id id) const { return std::find(begin(), end(), id) != end(); }
    constexpr void add(Id id)
    {
        EXPECT(size_ < most);
        ids_[size_++] = id;
    }

  private:
    std::array<Id, most> ids_{};
    std::size_t size_ = 0;
};
using Countries = ListOf<Country, most_countries>;
using Regions = ListOf<Region, most_regions>;
using Jurisdictions = ListOf<Jurisdiction, most_jurisdictions>;
using Places = ListOf<Place, most_places>;

/// What a country of origin may have for itself, or not.
enum class Own : std::uint8_t
{
    economy,           // a product that remittances move, and incomes that follow it
    unrest_by_region,  // told of each region; otherwise of the country as a whole
    programmes         // of the state of origin, for its people
};
inline constexpr std::array<char const*, 3> own_names = {"economy", "unrest_by_region",
                                                         "programmes"};
constexpr std::size_t index(Own what)
{
    return static_cast<std::size_t>(what);
}

/// Who may go where, and under whose law: countries of origin with their regions, jurisdictions
/// with their destinations, and their money. What there is and in which order comes from a file
/// (config/corridor_file.hpp); everything else of a corridor stands in the scenario.
class Corridor
{
  public:
    Corridor();
    explicit Corridor(std::string name);

    std::string const& name() const { return name_; }
    /// Not the one that stands in for a corridor that no file names.
    bool is_known() const { return !name_.empty(); }

    Countries const& countries() const { return countries_; }
    Regions const& regions() const { return regions_; }
    /// Of one country.
    Regions regions_of(Country country) const;
    Jurisdictions const& jurisdictions() const { return jurisdictions_; }
    /// Home first.
    Places const& places() const { return places_; }
    Places const& destinations() const { return destinations_; }

    bool has(Country country, Own what) const { return having_[index(what)].holds(country); }
    /// In their order.
    Countries const& with(Own what) const { return having_[index(what)]; }

    std::string const& name_of(Country country) const { return country_names_[index(country)]; }
    std::string const& name_of(Region region) const { return region_names_[index(region)]; }
    std::string const& name_of(Jurisdiction where) const
    {
        return jurisdiction_names_[index(where)];
    }
    std::string const& name_of(Place place) const { return place_names_[index(place)]; }
    std::vector<std::string> const& country_names() const { return country_names_; }
    std::vector<std::string> const& region_names() const { return region_names_; }
    std::vector<std::string> const& jurisdiction_names() const { return jurisdiction_names_; }
    /// Home first.
    std::vector<std::string> const& place_names() const { return place_names_; }

    /// Nothing: none has that name.
    std::optional<Country> country_named(std::string const& name) const;
    std::optional<Region> region_named(std::string const& name) const;
    std::optional<Jurisdiction> jurisdiction_named(std::string const& name) const;
    std::optional<Place> place_named(std::string const& name) const;

    /// Jurisdictions whose law is told whole: intermediaries, forged papers, re-entry, exit bans,
    /// amnesty, residence, naturalization. Elsewhere these institutions are closed
    /// (docs/limits.md).
    Jurisdictions const& with_whole_law() const { return with_whole_law_; }
    bool has_whole_law(Jurisdiction where) const { return with_whole_law_.holds(where); }
    /// Where free movement is that of a union of states, which has members [S27]; elsewhere it
    /// would be for everybody.
    Jurisdictions const& unions() const { return unions_; }

    /// Regions that a measure or a target names together; nothing: no group of that name.
    std::optional<Regions> group(std::string const& name) const;
    std::vector<std::string> group_names() const;
    /// A group of a country's regions whose emigrants of the start are a number of their own, such
    /// as those from the south; empty: there is none.
    struct ToldApart
    {
        Regions regions;
        std::string group;  // south
        std::string key;    // of their part among all emigrants: southern
    };
    ToldApart const& told_apart(Country country) const { return told_apart_[index(country)]; }
    bool tells_apart(Country country) const { return told_apart(country).regions.size() > 0; }
    bool is_told_apart(Region region) const
    {
        return told_apart(origin_country(region)).regions.holds(region);
    }

    /// The word by which keys and columns name the language and the destinations of the main
    /// jurisdiction: `russian`.
    std::string const& language() const { return language_; }
    std::string const& adjective() const { return adjective_; }
    /// The same as a text writes them: `Russian`.
    std::string language_title() const;
    std::string adjective_title() const;

    /// In which money is stated.
    Currencies const& currencies() const { return *currencies_; }
    std::shared_ptr<Currencies const> const& shared_currencies() const { return currencies_; }

    /// How a report in that language (config/languages.hpp) names what is in the corridor: as its
    /// file says there, else in English, else as the key does.
    std::string called(std::string const& name, std::string const& language) const;
    /// The main jurisdiction in an English text.
    std::string main_title() const { return called(name_of(main_jurisdiction), "en"); }
    /// Whether the file says how reports name it, or a place or a jurisdiction has that name.
    bool has_name(std::string const& name) const;
    /// Degrees; south and west are negative.
    struct Position
    {
        double east = 0.0;
        double north = 0.0;
    };
    /// Where a map draws a region or a destination; nothing: nowhere.
    std::optional<Position> position(std::string const& name) const;

    // For those who make one: in the order of the numbers. The first country has all that one may
    // have, others programmes, unless it is said what they have.
    Country add_country(std::string name, std::vector<std::string> const& regions);
    void say_what_has(Country country, std::vector<Own> const& own);
    struct Law
    {
        bool is_whole = false;
        bool is_union = false;
    };
    Jurisdiction add_jurisdiction(std::string name, std::vector<std::string> const& destinations,
                                  Law law);
    void add_group(std::string name, Regions const& regions);
    void tell_apart(Country country, std::string group, std::string key);
    void name_language(std::string language, std::string adjective);
    void call(std::string const& name, std::string const& language, std::string text);
    void place_at(std::string const& name, Position position);
    void name_currencies(Currencies currencies)
    {
        currencies_ = std::make_shared<Currencies const>(std::move(currencies));
    }

  private:
    std::string name_;
    Countries countries_;
    std::array<Countries, own_names.size()> having_{};
    Regions regions_;
    Jurisdictions jurisdictions_;
    Jurisdictions with_whole_law_;
    Jurisdictions unions_;
    Places places_;
    Places destinations_;
    std::vector<std::string> country_names_;
    std::vector<std::string> region_names_;
    std::vector<std::string> jurisdiction_names_;
    std::vector<std::string> place_names_;
    std::vector<std::pair<std::string, Regions>> groups_;
    std::array<ToldApart, most_countries> told_apart_{};
    std::string language_;
    std::string adjective_;
    std::map<std::string, std::map<std::string, std::string>> names_in_reports_;
    std::map<std::string, Position> positions_;
    std::shared_ptr<Currencies const> currencies_ = std::make_shared<Currencies const>();
};

/// As a text writes a name: `South Korea` of `south_korea`.
std::string titled(std::string name);
}  // namespace kochmon
