// SPDX-License-Identifier: MIT
#include "agents/loading/load_model.hpp"

#include "tests/corridors/kyrgyz_declarations.hpp"
#include "tests/corridors/kyrgyzstan.hpp"
#include "tests/story/settings.hpp"
#include "tests/story/switches.hpp"

// Another country of origin acts when it is included and not otherwise; so does what the law says
// of one country alone.
namespace kochmon
{
namespace
{
using settings::another_country;
using switches::Settings;
using tests::Sums;

Sums run_of_origins(Settings const& set)
{
    return tests::run(tests::TestWorld{.persons = "4000", .months = 30, .set = set}.scenario());
}

std::int64_t flow(Sums const& sums, Count kind, Country country)
{
    std::int64_t sum = 0;
    for (Tally const& month : sums.months)
        for (Region const region : kyrgyz_corridor()->regions())
            if (origin_country(region) == country) sum += month.total(kind, region);
    return sum;
}

std::string included(bool yes)
{
    return path_of_origin(*kyrgyz_corridor(), another_country) +
           "included=" + (yes ? "true" : "false");
}

// Three countries of origin, and a union of which one of them is a member from September 2015.
Sums after_a_union(std::string const& file)
{
    Overrides const overrides{
        .set = {"time.start=2015-01", "time.warm_up=0 months"}, .persons = "2000", .months = 18};
    return tests::run(Scenario::load(std::string(KOCHMON_SOURCE) + "/config/origins/" + file,
                                     kyrgyz_declarations(), overrides));
}
}  // namespace

TEST(MechanismOfOrigins, another_country_has_persons_when_it_is_included_and_not_otherwise)
{
    Sums const on = run_of_origins({included(true)});
    Sums const off = run_of_origins({included(false)});
    for (Count const kind : {Count::living, Count::abroad, Count::departures, Count::returns,
                             Count::births, Count::deaths, Count::fines})
    {
        EXPECT_GT(flow(on, kind, another_country), 0) << index(kind);
        EXPECT_EQ(flow(off, kind, another_country), 0) << index(kind);
    }
    EXPECT_GT(on.months.back().total(Flow::remittances, another_country), 0);
    EXPECT_EQ(off.months.back().total(Flow::remittances, another_country), 0);
}

TEST(MechanismOfOrigins, an_agreement_opens_the_simplified_path_to_its_country)
{
    Settings const lenient = settings::with(
        {included(true), "rules.naturalization.constant=0 RUB/month"}, settings::no_residence());
    Settings with_agreement = lenient;
    with_agreement.push_back(
        settings::russia("naturalization.simplified.countries.tajikistan=true"));
    EXPECT_EQ(flow(run_of_origins(lenient), Count::citizenship_sought, another_country), 0);
    EXPECT_GT(flow(run_of_origins(lenient), Count::citizenship_sought, first_country), 0);
    EXPECT_GT(flow(run_of_origins(with_agreement), Count::citizenship_sought, another_country), 0);
}

TEST(MechanismOfOrigins, a_union_frees_its_members_alone)
{
    Sums const in_union = after_a_union("union-of-kyrgyzstan.yaml");
    EXPECT_GT(flow(in_union, Count::free_movers, first_country), 0);
    for (Country const outside : {countries::uzbekistan, countries::tajikistan})
    {
        EXPECT_EQ(flow(in_union, Count::free_movers, outside), 0);
        EXPECT_GT(flow(in_union, Count::permits_bought, outside), 0);
    }
    EXPECT_EQ(flow(after_a_union("three-countries.yaml"), Count::free_movers, first_country), 0);
}
}  // namespace kochmon
