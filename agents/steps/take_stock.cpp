// SPDX-License-Identifier: MIT
#include <utility>

#include "agents/steps/conservation.hpp"
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
namespace
{
// Of a country that the run leaves out there is no product. Where the last have died the capital
// that they built is still there.
void close_economies(Society& society)
{
    Tally& now = society.this_month;
    for (Country const country : now.economies())
    {
        EconomyAccounts const& before = society.last_month.home.of(country);
        if (now.total(Count::living, country) == 0 && before.gdp == 0) continue;
        close_month(now.home.of(country), before,
                    {.remittances = Kopecks(now.total(Flow::remittances, country)),
                     .invested = Kopecks(now.total(Flow::remittances_invested, country))},
                    society.parameters.home_economies.of[index(country)], society.weight);
    }
}
}  // namespace

// Adds up the pieces, checks that nobody and nothing was lost, and closes the month's
// savings and the accounts of the countries of origin.
void take_stock(Society& society, std::vector<Piece>& pieces)
{
    society.this_month.clear();
    for (Piece& piece : pieces)
    {
        society.this_month.add(piece.tally, piece.regions());
        piece.tally.clear(piece.regions());
    }
    close_economies(society);
    check_conservation(society.corridor(), society.last_month, society.this_month, society.month);
    // Who draws among the applicants of another world keeps that world's books.
    if (society.in_world_of == nullptr)
        check_quotas(society.corridor(), society.quotas, society.this_month, society.month);
    society.savings.close_month();
    std::swap(society.last_month, society.this_month);
}
}  // namespace kochmon::steps
