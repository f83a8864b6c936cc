// SPDX-License-Identifier: MIT
#include "agents/loading/keys_of_first.hpp"

#include <memory>
#include <sstream>

#include "config/declarations.hpp"

#include "agents/demography/vital_parameters.hpp"
#include "agents/economy/home_economy.hpp"
#include "agents/economy/unrest.hpp"
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

std::optional<Country> concerned_and_left_out(Corridor const& corridor, Origins const& origins,
                                              std::string const& path)
{
    if (!origins.include(first_country) && is_of_first_country(corridor, path))
        return first_country;
    std::istringstream words(path);
    for (std::string word; std::getline(words, word, '.');)
        if (auto const country = origins.left_out(corridor, word)) return country;
    return std::nullopt;
}
}  // namespace kochmon
