// SPDX-License-Identifier: MIT
#include "agents/conservation.hpp"
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
// Adds up the pieces, checks that nobody and nothing was lost, and closes the month's savings.
void take_stock(Society& society, std::vector<Piece>& pieces)
{
    society.this_month.clear();
    for (Piece& piece : pieces)
    {
        society.this_month.add(piece.tally);
        piece.tally.clear();
    }
    check_conservation(society.last_month, society.this_month, society.month);
    check_quotas(society.quotas, society.this_month, society.month);
    society.savings.add_month(society.parameters.markets, society.parameters.saving);
    society.last_month = society.this_month;
}
}  // namespace kochmon::steps
