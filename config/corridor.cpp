// SPDX-License-Identifier: MIT
#include "config/corridor.hpp"

#include <utility>

#include "config/languages.hpp"

namespace kochmon
{
namespace
{
template <class Id, std::size_t most>
std::optional<Id> named(std::string const& name, ListOf<Id, most> const& ids,
                        std::vector<std::string> const& names)
{
    auto const found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return ids[static_cast<std::size_t>(found - names.begin())];
}
}  // namespace

Corridor::Corridor() : Corridor(std::string()) {}

Corridor::Corridor(std::string name) : name_(std::move(name))
{
    places_.add(Place::home);
    place_names_.emplace_back("home");
}

std::optional<Country> Corridor::country_named(std::string const& name) const
{
    return named(name, countries_, country_names_);
}

std::optional<Region> Corridor::region_named(std::string const& name) const
{
    return named(name, regions_, region_names_);
}

std::optional<Jurisdiction> Corridor::jurisdiction_named(std::string const& name) const
{
    return named(name, jurisdictions_, jurisdiction_names_);
}

std::optional<Place> Corridor::place_named(std::string const& name) const
{
    return named(name, places_, place_names_);
}

Regions Corridor::regions_of(Country country) const
{
    Regions own;
    for (Region const region : regions_)
        if (origin_country(region) == country) own.add(region);
    return own;
}

std::optional<Regions> Corridor::group(std::string const& name) const
{
    for (auto const& [of_group, regions] : groups_)
        if (of_group == name) return regions;
    return std::nullopt;
}

std::vector<std::string> Corridor::group_names() const
{
    std::vector<std::string> names;
    for (auto const& [name, regions] : groups_) names.push_back(name);
    return names;
}

Country Corridor::add_country(std::string name, std::vector<std::string> const& regions)
{
    auto const country = static_cast<Country>(countries_.size());
    countries_.add(country);
    if (country == first_country)
        say_what_has(country, {Own::economy, Own::unrest_by_region, Own::programmes});
    else
        say_what_has(country, {Own::programmes});
    country_names_.push_back(std::move(name));
    for (std::string const& region : regions)
    {
        regions_.add(region_in(country, regions_.size()));
        region_names_.push_back(region);
    }
    return country;
}

void Corridor::say_what_has(Country country, std::vector<Own> const& own)
{
    for (std::size_t what = 0; what < having_.size(); ++what)
    {
        bool const has_it = std::ranges::find(own, static_cast<Own>(what)) != own.end();
        Countries having;
        for (Country const one : countries_)
            if (one == country ? has_it : having_[what].holds(one)) having.add(one);
        having_[what] = having;
    }
}

Jurisdiction Corridor::add_jurisdiction(std::string name,
                                        std::vector<std::string> const& destinations, Law law)
{
    auto const where = static_cast<Jurisdiction>(jurisdictions_.size());
    jurisdictions_.add(where);
    jurisdiction_names_.push_back(std::move(name));
    if (law.is_whole) with_whole_law_.add(where);
    if (law.is_union) unions_.add(where);
    for (std::string const& destination : destinations)
    {
        Place const place = destination_in(where, places_.size());
        places_.add(place);
        destinations_.add(place);
        place_names_.push_back(destination);
    }
    return where;
}

void Corridor::add_group(std::string name, Regions const& regions)
{
    groups_.emplace_back(std::move(name), regions);
}

void Corridor::tell_apart(Country country, std::string of_group, std::string key)
{
    std::optional<Regions> const regions = group(of_group);
    EXPECT(regions.has_value());
    told_apart_[index(country)] = {*regions, std::move(of_group), std::move(key)};
}

std::string Corridor::language_title() const
{
    return titled(language_);
}

std::string Corridor::adjective_title() const
{
    return titled(adjective_);
}

void Corridor::name_language(std::string language, std::string adjective)
{
    language_ = std::move(language);
    adjective_ = std::move(adjective);
}

std::string Corridor::called(std::string const& name, std::string const& language) const
{
    auto const found = names_in_reports_.find(name);
    if (found == names_in_reports_.end()) return titled(name);
    for (std::string const& one : {language, std::string(languages_of_reports.front())})
        if (auto const text = found->second.find(one); text != found->second.end())
            return text->second;
    return titled(name);
}

bool Corridor::has_name(std::string const& name) const
{
    return names_in_reports_.contains(name) || country_named(name) || region_named(name) ||
           jurisdiction_named(name) || (name != "home" && place_named(name));
}

std::optional<Corridor::Position> Corridor::position(std::string const& name) const
{
    auto const found = positions_.find(name);
    if (found == positions_.end()) return std::nullopt;
    return found->second;
}

void Corridor::call(std::string const& name, std::string const& language, std::string text)
{
    names_in_reports_[name][language] = std::move(text);
}

void Corridor::place_at(std::string const& name, Position position)
{
    positions_[name] = position;
}

std::string titled(std::string name)
{
    bool begins = true;
    for (char& letter : name)
    {
        if (begins && letter >= 'a' && letter <= 'z')
            letter = static_cast<char>(letter - 'a' + 'A');
        begins = letter == '_';
        if (begins) letter = ' ';
    }
    return name;
}
}  // namespace kochmon
