// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "agents/model/parameters.hpp"
#include "agents/state/population.hpp"

namespace kochmon
{
/// Programmes that help a person once: bits of Persons::helped_by.
enum class Programme : std::uint8_t
{
    return_credit,
    repatriation
};

/// What the state of origin gives and lends to a person abroad who returns by own choice.
struct HelpOnReturn
{
    Kopecks lent;
    Kopecks given;  // of the loan on easy terms, which need not be paid back
    Kopecks grant;  // of repatriation

    /// What it adds to the value of home, RUB/month: what is given, over the horizon.
    double per_month(double horizon) const { return (given + grant).roubles() / horizon; }
};
HelpOnReturn help_on_return(ModelParameters const& parameters, Persons const& persons,
                            std::size_t person, Month month);

bool was_helped(Persons const& persons, std::size_t person, Programme programme);
void remember_help(Persons& persons, std::size_t person, Programme programme);
}  // namespace kochmon
