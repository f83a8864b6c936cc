// SPDX-License-Identifier: MIT
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
namespace
{
bool is_first(Society const& society)
{
    return society.month == society.scenario->settings().start;
}
}  // namespace

void set_policies(Society& society, std::vector<Piece>&)
{
    if (is_first(society) || society.scenario->changes_in(society.month))
        read(society.parameters, *society.scenario, society.month);
}

void see_what_can_be_seen(Society& society, std::vector<Piece>&)
{
    society.world.month = society.month;
    society.world.income_level =
        income_level(society.parameters.home_economy,
                     is_first(society) ? nullptr : &society.last_month.home, society.weight);
    see_world(society.world, society.parameters, society.last_month.stocks, society.weight);
}
}  // namespace kochmon::steps
