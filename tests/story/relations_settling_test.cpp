// SPDX-License-Identifier: MIT
#include "tests/story/relations.hpp"

// Relations of residence and citizenship.
namespace kochmon
{
namespace
{
using namespace relations;

using settings::citizenship_after_residence;
using settings::citizenship_wanted;
using settings::no_citizenship;
using settings::no_residence;

Settings reformed()
{
    return joined({citizenship_after_residence(CitizenshipPath::reformed),
                   {russia("naturalization.reformed.queue=3 months")}});
}

Settings costless_renunciation()
{
    return {"home.renunciation.fee=0 RUB", "home.renunciation.paperwork_cost=0 RUB",
            "home.renunciation.paperwork_delay=0 months",
            "rules.naturalization.home_passport=0 RUB/month"};
}

// What the reformed path asks for matters to nobody when everybody has it.
Same asked_of_everybody(std::string const& what, std::string const& had)
{
    std::string const lever = "naturalization.reformed." + what;
    return irrelevant({what + "_asked_of_those_who_all_have_it",
                       joined({reformed(), {had}}),
                       {russia(lever + "=true")},
                       {russia(lever + "=false")},
                       reformed()});
}

// The others go on.
Same queue_of_a_closed_path(CitizenshipPath path, Settings const& lively)
{
    std::string const& name = citizenship_path_names[index(path)];
    std::string const at = "naturalization." + name;
    return irrelevant({"queue_of_the_closed_path_" + name,
                       joined({citizenship_wanted(), {russia(at + ".open=false")}}),
                       {russia(at + ".queue=0 months")},
                       {russia(at + ".queue=12 months")},
                       lively});
}

std::vector<Same> same_settling()
{
    Settings const dual{russia("naturalization.dual_citizenship=true")};
    Settings const single{russia("naturalization.dual_citizenship=false")};
    Settings const costless = joined({citizenship_wanted(), costless_renunciation()});
    auto const where_none_is_open =
        [](std::string const& name, std::string const& low, std::string const& high)
    {
        return irrelevant(
            {name, no_citizenship(), {russia(low)}, {russia(high)}, citizenship_wanted()});
    };
    return {
        where_none_is_open("fee_where_no_path_is_open", "naturalization.fee=0 RUB",
                           "naturalization.fee=60000 RUB"),
        where_none_is_open("approval_where_no_path_is_open", "naturalization.approval=0 %",
                           "naturalization.approval=100 %"),
        queue_of_a_closed_path(CitizenshipPath::simplified, citizenship_wanted()),
        queue_of_a_closed_path(CitizenshipPath::agreement,
                               citizenship_after_residence(CitizenshipPath::agreement)),
        queue_of_a_closed_path(CitizenshipPath::reformed,
                               citizenship_after_residence(CitizenshipPath::reformed)),
        {.name = "dual_citizenship_when_renunciation_costs_nothing",
         .one = joined({costless, dual}),
         .other = joined({costless, single}),
         .unlike_one = joined({citizenship_wanted(), dual}),
         .unlike_other = joined({citizenship_wanted(), single}),
         .but_for = Count::dual_citizens},
        asked_of_everybody("language", "population.russian=100 %"),
        asked_of_everybody("profession", "population.profession=100 %"),
        asked_of_everybody("address", "rules.naturalization.with_address=100 %"),
    };
}

std::vector<Never> never_of_settling()
{
    return {
        {.name = "no_citizens_without_approval",
         .law = joined({citizenship_wanted(), {russia("naturalization.approval=0 %")}}),
         .counts = {Count::naturalizations},
         .usual = citizenship_wanted(),
         .instead = {Count::citizenship_denied}},
        {.name = "no_residence_without_places",
         .law = joined({no_residence(ResidencePath::by_quota),
                        russian_destinations("residence_quota.temporary=0 persons/year"),
                        russian_destinations("residence_quota.permanent=0 persons/year")}),
         .counts = {Count::residence_granted, Count::temporary_residents,
                    Count::permanent_residents},
         .usual = {russia("residence.months_before_permanent=3 months")},
         .instead = {Count::residence_refused}},
    };
}

std::vector<Less> fewer_settling()
{
    Settings const wanted =
        joined({citizenship_wanted(), no_citizenship(CitizenshipPath::simplified)});
    auto const naturalized = [](Sums const& sums) { return sums.flow(Count::naturalizations); };
    return {
        {"a_longer_lawful_stay_naturalizes_fewer",
         joined({wanted, {russia("naturalization.simplified.lawful_stay=12 months")}}),
         joined({wanted, {russia("naturalization.simplified.lawful_stay=6 months")}}), naturalized},
        {"the_circular_paperwork_delays_citizens",
         joined({wanted, {"home.renunciation.paperwork_delay=20 months"}}), wanted, naturalized},
        {"a_longer_clean_record_admits_fewer_citizens",
         joined({wanted, {russia("naturalization.clean_record=600 months")}}),
         joined({wanted, {russia("naturalization.clean_record=0 months")}}),
         [](Sums const& sums) { return sums.flow(Count::citizenship_sought); }},
        {"a_longer_clean_record_admits_fewer_residents",
         {russia("residence.clean_record=600 months")},
         {russia("residence.clean_record=0 months")},
         [](Sums const& sums) { return sums.flow(Count::residence_sought); }},
        {"who_works_where_nobody_looks_is_checked_less",
         {"law.checks.visibility.sectors.construction=0"},
         {},
         [](Sums const& sums) { return sums.flow(Count::checks); }}};
}

class MetamorphicSameSettling : public testing::TestWithParam<Same>
{
};
class MetamorphicNeverSettling : public testing::TestWithParam<Never>
{
};
class MetamorphicLessSettling : public testing::TestWithParam<Less>
{
};
}  // namespace

TEST_P(MetamorphicSameSettling, gives_the_same_months)
{
    expect(GetParam());
}
TEST_P(MetamorphicNeverSettling, never_happens)
{
    expect(GetParam());
}
TEST_P(MetamorphicLessSettling, happens_less)
{
    expect(GetParam());
}
INSTANTIATE_TEST_SUITE_P(Settling, MetamorphicSameSettling, testing::ValuesIn(same_settling()),
                         name_of<Same>);
INSTANTIATE_TEST_SUITE_P(Settling, MetamorphicNeverSettling, testing::ValuesIn(never_of_settling()),
                         name_of<Never>);
INSTANTIATE_TEST_SUITE_P(Settling, MetamorphicLessSettling, testing::ValuesIn(fewer_settling()),
                         name_of<Less>);
}  // namespace kochmon
