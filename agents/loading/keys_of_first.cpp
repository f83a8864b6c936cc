// SPDX-License-Identifier: MIT
#include "agents/loading/keys_of_first.hpp"

#include <memory>
#include <sstream>

#include "config/declarations.hpp"

#include "agents/demography/vital_parameters.hpp"
#include "agents/economy/home_economy.hpp"
#include "agents/economy/unrest.hpp"
#include "agents/programmes/courses.hpp"
#include "agents/programmes/departure_credit.hpp"
#include "agents/programmes/repatriation.hpp"
#include "agents/programmes/return_credit.hpp"
#include "agents/synthesis/start.hpp"

namespace kochmon
{
namespace
{
/// The same visits that declare them among those of all.
struct OfFirstCountry
{
    TraitParameters traits = {};
    StockParameters stock = {};
    VitalParameters vital = {};
    HomeEconomy economy = {};
    Unrest unrest = {};

    void fields(Fields& field)
    {
        std::string const at = path_of_start(field.corridor(), first_country);
        traits.fields(field, at);
        stock.fields(field, at, first_country);
        vital.declare_boys(field, first_country);
        unrest.fields_of(field, first_country);
        if (!field.corridor().has(first_country, Own::economy)) return;
        vital.declare_growth_need(field, first_country);
        economy.fields(field, at);
    }
};
}  // namespace

std::set<std::string> keys_of_first_country(Corridor const& corridor)
{
    std::set<std::string> keys;
    auto const declarations =
        declarations_of<OfFirstCountry>(std::make_shared<Corridor const>(corridor));
    for (auto const& parameter : declarations.parameters()) keys.insert(parameter.path);
    return keys;
}

bool is_of_first_country(Corridor const& corridor, std::string const& path)
{
    return keys_of_first_country(corridor).contains(path);
}

namespace
{
struct OfProgrammes
{
    Courses courses = {};
    DepartureCredit departure_credit = {};
    ReturnCredit return_credit = {};
    Repatriation repatriation = {};

    void fields(Fields& field)
    {
        courses.fields(field);
        departure_credit.fields(field);
        return_credit.fields(field);
        repatriation.fields(field);
    }
};

/// Of those that have programmes, where the run holds none of them and the key is one of these.
std::optional<Country> with_programmes_left_out(Corridor const& corridor, Origins const& origins,
                                                std::string const& path)
{
    std::optional<Country> left_out;
    for (Country const country : corridor.with(Own::programmes))
    {
        if (origins.include(country)) return std::nullopt;
        left_out = country;
    }
    auto const keys = declarations_of<OfProgrammes>(std::make_shared<Corridor const>(corridor));
    return keys.find(path) != nullptr ? left_out : std::nullopt;
}
}  // namespace

std::optional<Country> concerned_and_left_out(Corridor const& corridor, Origins const& origins,
                                              std::string const& path)
{
    if (!origins.include(first_country) && is_of_first_country(corridor, path))
        return first_country;
    if (auto const country = with_programmes_left_out(corridor, origins, path)) return country;
    std::istringstream words(path);
    std::string before;
    for (std::string word; std::getline(words, word, '.'); before = word)
        // A place may have the name of a country, such as one in which people arrive and depart.
        if (before != "jurisdictions" && before != "destinations")
            if (auto const country = origins.left_out(corridor, word)) return country;
    return std::nullopt;
}
}  // namespace kochmon
