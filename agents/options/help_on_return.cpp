// SPDX-License-Identifier: MIT
#include "agents/options/help_on_return.hpp"

namespace kochmon
{
namespace
{
unsigned bit_of(Programme programme)
{
    return 1U << index(programme);
}
}  // namespace

bool was_helped(Persons const& persons, std::size_t person, Programme programme)
{
    return (persons[person].helped_by & bit_of(programme)) != 0;
}

void remember_help(Persons& persons, std::size_t person, Programme programme)
{
    persons[person].helped_by =
        static_cast<std::uint8_t>(persons[person].helped_by | bit_of(programme));
}

HelpOnReturn help_on_return(ModelParameters const& parameters, Persons const& persons,
                            std::size_t person, Month month)
{
    HelpOnReturn help{};
    Country const country = origin_country(persons[person].origin);
    int const months_abroad = month.since_1900() - persons[person].arrival;
    ReturnCredit const& credit = parameters.return_credit;
    if (credit.open_to(country, months_abroad) &&
        !was_helped(persons, person, Programme::return_credit))
    {
        help.lent = credit.lent(country);
        help.given = credit.given(country);
    }
    bool const naturalized = persons[person].work_right == WorkRight::citizen;
    if (naturalized && !was_helped(persons, person, Programme::repatriation))
        help.grant = parameters.repatriation.grant[index(country)];
    return help;
}
}  // namespace kochmon
