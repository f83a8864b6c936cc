// SPDX-License-Identifier: MIT
#include "agents/law/forgery.hpp"

#include "agents/vocabulary/in_force.hpp"

namespace kochmon
{
void ForgeryLaw::fields(Fields& field)
{
    for (Jurisdiction const where : field.corridor().with_whole_law())
    {
        std::size_t const k = index(where);
        std::string const at = path_of_law(field.corridor(), where);
        Cases const asked = where_permits_are(field.corridor(), where);
        field(at + ".forged_cards.price", card_price[k],
              in_force_if_any(
                  asked,
                  {Dimension::roubles, {0, 10'000'000}, "Price of a forged card", Use::lever}));
        field(at + ".forged_cards.duration", card_duration[k],
              in_force_if_any(
                  asked,
                  {Dimension::months, {1, 120}, "Months printed on a forged card", Use::lever}));
        field(at + ".criminal.database_check", database_check[k],
              {Dimension::per_month,
               {0, 10},
               "Hazard that shown papers are checked against the database",
               Use::lever});
        field(at + ".criminal.false_suspicion", false_suspicion[k],
              in_force_if({at + ".criminal.database_check", above_zero},
                          {Dimension::share,
                           {0, 1},
                           "Part of the holders of genuine permits who are held after such a check "
                           "until acquitted",
                           Use::lever}));
        field(at + ".criminal.shortest_term", shortest_term[k],
              in_force_if({at + ".criminal.database_check", above_zero},
                          {Dimension::months,
                           {1, 360},
                           "Shortest prison term for forged papers",
                           Use::lever}));
        field(at + ".criminal.longest_term", longest_term[k],
              in_force_if({at + ".criminal.database_check", above_zero},
                          {Dimension::months,
                           {1, 360},
                           "Longest prison term, at least the shortest",
                           Use::lever}));
    }
}

int ForgeryLaw::term(Jurisdiction where, double u) const
{
    int const shortest = shortest_term[index(where)];
    int const terms = longest_term[index(where)] - shortest + 1;
    return shortest + static_cast<int>(u * terms);
}

double ForgeryLaw::mean_term(Jurisdiction where) const
{
    return 0.5 * (shortest_term[index(where)] + longest_term[index(where)]);
}
}  // namespace kochmon
