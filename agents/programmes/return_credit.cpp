// SPDX-License-Identifier: MIT
#include "agents/programmes/return_credit.hpp"

namespace kochmon
{
void ReturnCredit::fields(Fields& field)
{
    std::vector<std::size_t> const states = with_programmes(field.corridor());
    if (states.empty()) return;
    field.of_cells("home.return_credit.amount", amount, states,
                   {Dimension::roubles,
                    {0, 10'000'000},
                    "Loan on easy terms to those who return by own choice; 0: none",
                    Use::lever,
                    {programme_dimension(field.corridor())}});
    field("home.return_credit.easy", easy,
          in_force_if(
              {"home.return_credit.amount", above_zero},
              {Dimension::share, {0, 1}, "Part of that loan that the state bears", Use::lever}));
    field("home.return_credit.months_abroad", months_abroad,
          in_force_if({"home.return_credit.amount", above_zero},
                      {Dimension::months, {0, 600}, "Least time abroad for the loan", Use::lever}));
}
}  // namespace kochmon
