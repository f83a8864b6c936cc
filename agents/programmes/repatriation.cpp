// SPDX-License-Identifier: MIT
#include "agents/programmes/repatriation.hpp"

namespace kochmon
{
void Repatriation::fields(Fields& field)
{
    std::vector<std::size_t> const states = with_programmes(field.corridor());
    if (states.empty()) return;
    field.of_cells("home.repatriation.grant", grant, states,
                   {Dimension::roubles,
                    {0, 10'000'000},
                    "Grant to those who are naturalized abroad and return by own choice; 0: none",
                    Use::lever,
                    {programme_dimension(field.corridor())}});
}
}  // namespace kochmon
