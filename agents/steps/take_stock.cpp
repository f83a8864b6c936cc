// SPDX-License-Identifier: MIT
#include "agents/steps/conservation.hpp"
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
// Adds up the pieces, checks that nobody and nothing was lost, and closes the month's
// savings and the accounts of the home country.
void take_stock(Society& society, std::vector<Piece>& pieces)
{
    society.this_month.clear();
    for (Piece& piece : pieces)
    {
        society.this_month.add(piece.tally);
        piece.tally.clear();
    }
    auto const to_first_country = [&](Flow kind)
    { return Kopecks(society.this_month.total(kind, first_country)); };
    close_month(society.this_month.home, society.last_month.home,
                {.remittances = to_first_country(Flow::remittances),
                 .invested = to_first_country(Flow::remittances_invested)},
                society.parameters.home_economy, society.weight);
    check_conservation(society.corridor(), society.last_month, society.this_month, society.month);
    // Who draws among the applicants of another world keeps that world's books.
    if (society.in_world_of == nullptr)
        check_quotas(society.corridor(), society.quotas, society.this_month, society.month);
    society.savings.close_month();
    society.last_month = society.this_month;
}
}  // namespace kochmon::steps
