// SPDX-License-Identifier: MIT
#include "agents/law/residence.hpp"

#include "agents/jurisdictions.hpp"

namespace kochmon
{
void ResidenceLaw::fields(Fields& field)
{
    for (Jurisdiction const where : full_law)
    {
        std::size_t const k = index(where);
        std::string const at = path_of_law(where) + ".residence";
        field(at + ".open", open[k],
              {.dimension = Dimension::truth,
               .meaning = "Whether foreigners may apply for residence",
               .use = Use::lever});
        field(at + ".temporary_fee", temporary_fee[k],
              in_force_if({at + ".open", "true"},
                          {Dimension::roubles,
                           {0, 10'000'000},
                           "Cost of an application for temporary residence, papers included",
                           Use::lever}));
        field(at + ".temporary_duration", temporary_duration[k],
              in_force_if(
                  {at + ".open", "true"},
                  {Dimension::months, {1, 600}, "Duration of temporary residence", Use::lever}));
        field(at + ".months_before_permanent", months_before_permanent[k],
              in_force_if({at + ".open", "true"},
                          {Dimension::months,
                           {0, 600},
                           "Temporary residence that permanent residence asks for",
                           Use::lever}));
        field(at + ".permanent_fee", permanent_fee[k],
              in_force_if({at + ".open", "true"}, {Dimension::roubles,
                                                   {0, 10'000'000},
                                                   "Cost of an application for permanent residence",
                                                   Use::lever}));
        field(at + ".clean_record", clean_record[k],
              in_force_if({at + ".open", "true"},
                          {Dimension::months,
                           {0, 600},
                           "Months without being found irregular that residence asks for",
                           Use::lever}));
    }
}
}  // namespace kochmon
