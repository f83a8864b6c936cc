// SPDX-License-Identifier: MIT
#include "tests/story/relations.hpp"

// Every mechanism of the home economy and every programme of the state of origin acts, and its own
// lever switches it off.
namespace kochmon
{
namespace
{
using namespace relations;

struct HomeSwitch
{
    std::string name;
    std::function<std::int64_t(Sums const&)> measure;
    Settings on;
    Settings off;
};

void PrintTo(HomeSwitch const& tested, std::ostream* out)
{
    *out << tested.name;
}

std::function<std::int64_t(Sums const&)> of(Count kind)
{
    return [kind](Sums const& sums) { return sums.flow(kind); };
}

std::function<std::int64_t(Sums const&)> of(Flow kind)
{
    return [kind](Sums const& sums) { return flowed(sums, kind); };
}

std::int64_t on_remittances(Sums const& sums)
{
    std::int64_t households = 0;
    for (std::int64_t const of_region : sums.months.back().home.on_remittances)
        households += of_region;
    return households;
}

// How far the product is ever from what it is with the reference remittances, in kopecks.
std::int64_t moved_product(Sums const& sums)
{
    auto const [least, most] = std::ranges::minmax(
        sums.months, {}, [](Tally const& month) { return month.home.of(first_country).gdp; });
    return most.home.of(first_country).gdp - least.home.of(first_country).gdp;
}

std::int64_t capital(Sums const& sums)
{
    return sums.months.back().home.of(first_country).capital;
}

std::vector<HomeSwitch> switches_of_home()
{
    Settings const idle_capital{"home.capital.yield=0 %/month"};
    Settings const no_multiplier{"home.gdp.multiplier=0"};
    return {
        {"investment", capital, {}, {"home.investment.of_remittances=0 %"}},
        {"investment_as_a_flow",
         of(Flow::remittances_invested),
         {},
         {"home.investment.of_remittances=0 %"}},
        {"wear",
         [](Sums const& sums) { return sums.months.back().home.of(first_country).worn; },
         {},
         {"home.capital.depreciation=0 %/month"}},
        {"multiplier", moved_product, idle_capital, joined({idle_capital, no_multiplier})},
        {"yield", moved_product, no_multiplier, joined({idle_capital, no_multiplier})},
        {"households_on_remittances", on_remittances, {}, {"rules.remittance.of_pay=0 %"}},
        {"return_credit",
         of(Count::return_credits),
         {"home.return_credit.amount=100000 RUB"},
         {"home.return_credit.amount=0 RUB"}},
        {"easy_terms",
         of(Flow::return_transfers),
         {"home.return_credit.amount=100000 RUB"},
         {"home.return_credit.amount=100000 RUB", "home.return_credit.easy=0 %"}},
        {"months_abroad_for_the_credit",
         of(Flow::return_loans),
         {"home.return_credit.amount=100000 RUB"},
         {"home.return_credit.amount=100000 RUB", "home.return_credit.months_abroad=600 months"}},
        {"repatriation",
         of(Flow::repatriation_grants),
         {"home.repatriation.grant=1000000 RUB"},
         {"home.repatriation.grant=0 RUB"}},
        {"language_courses",
         of(Count::learnt_language),
         {"home.courses.language=10 %"},
         {"home.courses.language=0 %", "home.courses.profession=10 %"}},
        {"profession_courses",
         of(Count::learnt_profession),
         {"home.courses.profession=10 %"},
         {"home.courses.profession=0 %", "home.courses.language=10 %"}},
        // Nobody at home has money for the way, so only the programme's credit sends anybody.
        {"departure_credit",
         of(Count::departures),
         {"home.departure_credit.amount=100000 RUB", "home.departure_credit.below=100000000 RUB",
          "rules.liquidity.purse_share=0 %", "rules.liquidity.credit=0 RUB",
          "destinations.kazakhstan.placement.places=0 persons/year",
          "destinations.south_korea.placement.places=0 persons/year"},
         {"home.departure_credit.amount=0 RUB", "rules.liquidity.purse_share=0 %",
          "rules.liquidity.credit=0 RUB",
          "destinations.south_korea.placement.places=0 persons/year"}},
    };
}

class SwitchHome : public testing::TestWithParam<HomeSwitch>
{
};
}  // namespace

TEST_P(SwitchHome, acts_when_on_and_not_when_off)
{
    EXPECT_GT(GetParam().measure(run(GetParam().on)), 0);
    EXPECT_EQ(GetParam().measure(run(GetParam().off)), 0);
}
INSTANTIATE_TEST_SUITE_P(Mechanism, SwitchHome, testing::ValuesIn(switches_of_home()),
                         name_of<HomeSwitch>);
}  // namespace kochmon
