// SPDX-License-Identifier: MIT
#include "agents/law/stay.hpp"

#include "agents/vocabulary/jurisdictions.hpp"

namespace kochmon
{
void StayLaw::fields(Fields& field)
{
    for (std::size_t where = 0; where < jurisdiction_count; ++where)
    {
        std::string const at = path_of_law(static_cast<Jurisdiction>(where));
        field(at + ".entry", entry[where],
              {.dimension = Dimension::word,
               .meaning = "Who may enter for work: everybody, or state placements alone",
               .use = Use::lever,
               .words = {"free", "state_quota"}});
        field(at + ".regime", regime[where],
              {.dimension = Dimension::word,
               .meaning = "What makes work lawful: a permit, or free movement with registration "
                          "and a contract",
               .use = Use::lever,
               .words = {"permit", "free_movement"}});
        field(at + ".permitted_stay", permitted_months[where],
              {Dimension::months, {0, 120}, "Stay without a permit after entry", Use::lever});
    }
    for (Jurisdiction const where : unions)
        for (std::size_t country = 0; country < country_count; ++country)
            field(path_of_law(where) + ".union_members." + country_names[country],
                  union_members[index(where)][country],
                  in_force_if(
                      {path_of_law(where) + ".regime", "free_movement"},
                      {.dimension = Dimension::truth,
                       .meaning = "Whether free movement is for who comes from there; who does not "
                                  "needs a permit",
                       .use = Use::lever}));
    for (Jurisdiction const where : full_law)
    {
        std::string const at = path_of_law(where) + ".re_entry";
        field(at + ".open", re_entry[index(where)],
              {.dimension = Dimension::truth,
               .meaning = "Whether who leaves and comes back has a new permitted stay",
               .use = Use::lever});
        field(at + ".cost", re_entry_cost[index(where)],
              in_force_if({at + ".open", "true"}, {Dimension::roubles,
                                                   {0, 1'000'000},
                                                   "Cost of leaving and coming back",
                                                   Use::lever}));
    }
}
}  // namespace kochmon
