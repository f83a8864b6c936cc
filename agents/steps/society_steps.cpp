// SPDX-License-Identifier: MIT
#include "agents/society/see_world.hpp"
#include "agents/society/set_parameters.hpp"
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
namespace
{
bool is_first(Society const& society)
{
    return society.month == society.scenario->settings().start;
}

// Sanctions of last month over the months that irregular workers spent.
void spread_news(Society& society)
{
    ByRegion<double> found{};
    ByRegion<bool> known{};
    Tally const& last = society.seen_last_month();
    for (Region const region : last.regions())
    {
        auto const total = [&](Count kind) { return last.total(kind, region); };
        std::int64_t const sanctioned = total(Count::fines) + total(Count::deportations) +
                                        total(Count::expulsions) + total(Count::convictions);
        std::int64_t const months = total(Count::irregular_months);
        known[index(region)] = months > 0;
        if (known[index(region)])
            found[index(region)] = static_cast<double>(sanctioned) / static_cast<double>(months);
    }
    society.news.add_month(society.parameters.risk_belief, found, known);
}
}  // namespace

void set_policies(Society& society, std::vector<Piece>&)
{
    if (is_first(society) || society.scenario->changes_in(society.month))
        set_parameters(society, society.month);
}

void see_what_can_be_seen(Society& society, std::vector<Piece>&)
{
    spread_news(society);
    society.world.month = society.month;
    society.world.income_level =
        income_level(society.parameters.home_economies, society.corridor().regions(),
                     is_first(society) ? nullptr : &society.seen_last_month().home, society.weight);
    society.savings.open_month(society.parameters.markets, society.parameters.saving,
                               society.world.income_level);
    see_world(society.world, society.parameters, society.corridor(),
              society.seen_last_month().stocks, society.weight);
}
}  // namespace kochmon::steps
