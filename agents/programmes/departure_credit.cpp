// SPDX-License-Identifier: MIT
#include "agents/programmes/departure_credit.hpp"

namespace kochmon
{
void DepartureCredit::fields(Fields& field)
{
    std::vector<std::size_t> const states = with_programmes(field.corridor());
    if (states.empty()) return;
    field.of_cells("home.departure_credit.amount", amount, states,
                   {Dimension::roubles,
                    {0, 10'000'000},
                    "Credit for a departure beyond that of lenders; 0: none",
                    Use::lever,
                    {programme_dimension(field.corridor())}});
    field(
        "home.departure_credit.below", below,
        in_force_if(
            {"home.departure_credit.amount", above_zero},
            {Dimension::roubles,
             {0, 100'000'000},
             "Means (cash and six months' income at home) below which a household's members get it",
             Use::lever}));
}
}  // namespace kochmon
