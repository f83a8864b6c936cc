// SPDX-License-Identifier: MIT
#include "agents/law/amnesty.hpp"

#include "engine/elementary.hpp"

namespace kochmon
{
void AmnestyLaw::fields(Fields& field)
{
    for (Jurisdiction const where : field.corridor().with_whole_law())
    {
        std::size_t const k = index(where);
        std::string const at = path_of_law(field.corridor(), where) + ".amnesty";
        field(at + ".open", open[k],
              {.dimension = Dimension::truth,
               .meaning = "Whether overstayers and users of forged papers may buy a permit",
               .use = Use::lever});
        field(at + ".cost", cost[k],
              in_force_if_any({{{at + ".open", "true"}}, {{at + ".expected", above_zero}}},
                              {Dimension::roubles,
                               {0, 10'000'000},
                               "Cost of the amnesty, in addition to the permit's fee",
                               Use::lever}));
        field(at + ".struck_off", struck_off[k],
              {Dimension::share,
               {0, 1},
               "Part of the bans on the list that a month strikes off",
               Use::lever});
        field(at + ".expected", expected[k],
              {Dimension::per_month,
               {0, 10},
               "Hazard of an amnesty that irregular people expect",
               Use::lever});
    }
}

double AmnestyLaw::expected_part(Jurisdiction where, double horizon) const
{
    double const ah = expected[index(where)].value() * horizon;
    if (ah < 1e-4) return ah * (0.5 - ah / 6.0);  // 1 - exp cancels there
    return 1.0 - (1.0 - elementary::exp(-ah)) / ah;
}
}  // namespace kochmon
