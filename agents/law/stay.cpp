// SPDX-License-Identifier: MIT
#include "agents/law/stay.hpp"

namespace kochmon
{
void StayLaw::fields(Fields& field)
{
    for (Jurisdiction const where : field.corridor().jurisdictions())
    {
        std::string const at = path_of_law(field.corridor(), where);
        field(at + ".entry", entry[index(where)],
              {.dimension = Dimension::word,
               .meaning = "Entry for work: open to everybody, or to those with a state placement",
               .use = Use::lever,
               .words = {"free", "state_quota"}});
        field(at + ".regime", regime[index(where)],
              {.dimension = Dimension::word,
               .meaning = "What makes work lawful: a permit, or free movement with registration "
                          "and a contract",
               .use = Use::lever,
               .words = {"permit", "free_movement"}});
        field(at + ".permitted_stay", permitted_months[index(where)],
              {Dimension::months, {0, 120}, "Stay without a permit after entry", Use::lever});
    }
    for (Jurisdiction const where : field.corridor().unions())
        for (Country const country : field.corridor().countries())
            field(path_of_law(field.corridor(), where) + ".union_members." +
                      field.corridor().name_of(country),
                  union_members[index(where)][index(country)],
                  in_force_if({path_of_law(field.corridor(), where) + ".regime", "free_movement"},
                              {.dimension = Dimension::truth,
                               .meaning = "Whether free movement is for those who come from there; "
                                          "others need a permit",
                               .use = Use::lever}));
    for (Jurisdiction const where : field.corridor().with_whole_law())
    {
        std::string const at = path_of_law(field.corridor(), where) + ".re_entry";
        field(at + ".open", re_entry[index(where)],
              {.dimension = Dimension::truth,
               .meaning = "Whether a person who leaves and comes back has a new permitted stay",
               .use = Use::lever});
        field(at + ".cost", re_entry_cost[index(where)],
              in_force_if({at + ".open", "true"}, {Dimension::roubles,
                                                   {0, 1'000'000},
                                                   "Cost of leaving and coming back",
                                                   Use::lever}));
    }
}
}  // namespace kochmon
