// SPDX-License-Identifier: MIT
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
void set_policies(Society& society, std::vector<Piece>&)
{
    bool const first_month = society.month == society.scenario->settings().start;
    if (first_month || society.scenario->changes_in(society.month))
        read(society.parameters, *society.scenario, society.month);
}

void see_what_can_be_seen(Society& society, std::vector<Piece>&)
{
    society.world.month = society.month;
    see_world(society.world, society.parameters, society.last_month.stocks, society.weight);
}
}  // namespace kochmon::steps
