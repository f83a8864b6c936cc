// SPDX-License-Identifier: MIT
#include "tests/story/settings.hpp"
#include "tests/story/switches.hpp"

// Mechanisms of the law.
namespace kochmon
{
namespace
{
using namespace switches;
using settings::all_permits;
using settings::citizenship_after_residence;
using settings::no_citizenship;
using settings::no_residence;
using settings::with;

// No permit ends by itself within the run.
Settings long_permits(std::string const& payment)
{
    return with(with(all_permits("duration=60 months"), all_permits("payment=" + payment)),
                {"start.with_permit=0 %"});
}

Settings no_permit_quota()
{
    return {"destinations.moscow.permit_quota.applies=false",
            "destinations.st_petersburg.permit_quota.applies=false",
            "destinations.rest_of_russia.permit_quota.applies=false"};
}

std::vector<Switch> papers()
{
    return {
        {"contracts", Count::contracts, {}, {"rules.work.contract_offer=0 %/month"}},
        {"registration",
         Count::registrations,
         {},
         tests::everywhere("jurisdictions", "registration.fee=1000000 RUB")},
        {"registration_deadline",
         Count::registration_fines,
         {},
         tests::everywhere("jurisdictions", "registration.deadline.kyrgyzstan=120 months")},
        {"monthly_payment_lapse", Count::permits_lapsed, long_permits("monthly"),
         long_permits("upfront")},
        {"red_tape", Count::applicants_waiting, {}, all_permits("red_tape=0 days")},
        {"intermediaries",
         Count::permits_through_intermediary,
         {},
         {russia("intermediaries.price=10000000 RUB")}},
        {"forgery_by_intermediaries",
         Count::forged_sold,
         {},
         {russia("intermediaries.forged=0 %")}},
        {"forged_cards", Count::forged_bought, {}, {russia("forged_cards.price=10000000 RUB")}},
        {"re_entry", Count::re_entries, {}, {russia("re_entry.open=false")}},
        {"placement",
         Count::placed,
         {"destinations.south_korea.placement.test_passed=100 %"},
         {"destinations.south_korea.placement.test_passed=0 %"}},
        {"agencies",
         Count::placed,
         {"destinations.moscow.placement.places=50000 persons/year",
          "destinations.south_korea.placement.places=0 persons/year"},
         {"destinations.south_korea.placement.places=0 persons/year"}},
        {"free_movement", Count::free_movers, {russia("regime=free_movement")}, {}},
        {"end_of_free_movement",
         Count::re_entries,
         {russia("regime=[{from: 2005-01, value: free_movement}, {from: 2006-01, value: permit}]")},
         {russia("regime=free_movement")}},
        {"permit_quota", Count::permits_refused, {}, no_permit_quota()},
        {"permit_duration",
         Count::permits_lapsed,
         {"start.with_permit=0 %"},
         long_permits("upfront")},
    };
}

std::vector<Switch> sanctions()
{
    // Where cards cost nothing, many show one.
    Settings const no_database{russia("criminal.database_check=0 %/month"),
                               russia("forged_cards.price=0 RUB"),
                               "rules.status.crime_cost=0 RUB/month"};
    Settings no_street = tests::everywhere("destinations", "checks.capacity=0");
    Settings const database{russia("criminal.database_check=4 %/month"),
                            russia("forged_cards.price=0 RUB"),
                            "rules.status.crime_cost=0 RUB/month"};
    Settings acquitted = database;
    acquitted.push_back(russia("criminal.false_suspicion=0 %"));
    return {
        {"street_checks", Count::fines, {}, no_street},
        {"database_checks", Count::convictions, database, no_database},
        {"prison", Count::released, database, no_database},
        {"suspicion",
         Count::acquittals,
         {database[0], russia("criminal.false_suspicion=20 %")},
         acquitted},
        {"custody",
         Count::custody_days,
         {},
         {russia("sanctions.custody=0 days"), russia("criminal.false_suspicion=0 %"),
          "jurisdictions.kazakhstan.sanctions.custody=0 days",
          "jurisdictions.other.sanctions.custody=0 days",
          "jurisdictions.south_korea.sanctions.custody=0 days"}},
        {"exit_bans",
         Count::turned_back,
         {russia("repeat_ban.chance=0 %")},
         {russia("repeat_ban.chance=0 %"), russia("exit_ban.chance=0 %")}},
        {"repeat_bans",
         Count::repeat_bans,
         {russia("repeat_ban.chance=50 %")},
         {russia("repeat_ban.chance=50 %"), russia("repeat_ban.within=0 months")}},
        {"refusal_at_entry", Count::turned_back, {}, {russia("exit_ban.turned_back=0 %")}},
        {"amnesty", Count::permits_by_amnesty, {russia("amnesty.open=true")}, {}},
        {"purge_of_bans", Count::bans_purged, {russia("amnesty.struck_off=100 %")}, {}},
        {"consular_help",
         Count::saved_by_consulate,
         {"home.consulate.help=100 %", "rules.consular.constant=50000 RUB/month"},
         {"home.consulate.help=0 %", "rules.consular.constant=50000 RUB/month"}},
    };
}

// Sanctions of employers bear on those without a right, so nobody has one here.
Settings nobody_has_a_right()
{
    Settings set = with(all_permits("fee=10000000 RUB"), with(no_residence(), no_citizenship()));
    for (std::string const other : {"start.with_permit=0 %", "start.naturalized=0 persons",
                                    "destinations.south_korea.placement.places=0 persons/year",
                                    "jurisdictions.russia.intermediaries.price=10000000 RUB"})
        set.push_back(other);
    return set;
}

// Under free movement only who was found before may be expelled, and only in Russia here.
Settings expulsion_of_repeaters_alone()
{
    Settings set{russia("regime=free_movement"), "law.checks.hazard=10 %/month"};
    for (std::string const other : {"kazakhstan", "south_korea", "other"})
        set.push_back("jurisdictions." + other + ".sanctions.expulsion_share=0 %");
    return set;
}

std::vector<Switch> removals()
{
    return {
        {"deportation",
         Count::deportations,
         {},
         tests::everywhere("jurisdictions", "sanctions.deportation_share=0 %")},
        {"expulsion",
         Count::expulsions,
         {},
         tests::everywhere("jurisdictions", "sanctions.expulsion_share=0 %")},
        {"repeat_offence", Count::expulsions, expulsion_of_repeaters_alone(),
         with(expulsion_of_repeaters_alone(), {russia("sanctions.repeat_factor=0")})},
        {"employer_sanctions", Count::jobs_found, nobody_has_a_right(),
         with(nobody_has_a_right(),
              tests::everywhere("jurisdictions", "employer_sanctions.job_finding=0"))},
    };
}

std::vector<Switch> settling()
{
    Settings const wanted{"rules.naturalization.constant=0 RUB/month"};
    Settings const soon{russia("naturalization.reformed.queue=3 months")};
    Settings const residents = citizenship_after_residence({});
    Settings const agreement = citizenship_after_residence(CitizenshipPath::agreement);
    Settings const reformed = with(citizenship_after_residence(CitizenshipPath::reformed), soon);
    return {
        {"temporary_residence", Count::temporary_residents, {}, no_residence()},
        {"residence_by_quota",
         Count::residence_granted,
         {},
         no_residence(ResidencePath::by_agreement)},
        {"residence_by_agreement",
         Count::residences_outside_quota,
         {},
         no_residence(ResidencePath::by_quota)},
        {"permanent_residence",
         Count::permanent_residents,
         {russia("residence.months_before_permanent=3 months")},
         {russia("residence.months_before_permanent=36 months")}},
        {"simplified_path", Count::naturalizations,
         with(wanted, no_citizenship(CitizenshipPath::simplified)), with(wanted, no_citizenship())},
        {"agreement", Count::naturalizations, agreement, residents},
        {"relatives", Count::naturalizations, agreement,
         with(agreement, {"rules.naturalization.relatives=0", "start.naturalized=0 persons"})},
        {"reformed_path", Count::naturalizations, reformed, residents},
        {"approval", Count::naturalizations, wanted,
         with(wanted, {russia("naturalization.approval=0 %")})},
        {"quota_of_citizenship", Count::citizenship_refused,
         with(wanted, {russia("naturalization.quota.applies=true"),
                       russia("naturalization.quota.places=1000 persons/year")}),
         wanted},
        {"language", Count::naturalizations, reformed, with(reformed, {"population.russian=0 %"})},
        {"profession", Count::naturalizations, reformed,
         with(reformed, {"population.profession=0 %"})},
        {"address", Count::naturalizations, reformed,
         with(reformed, {"rules.naturalization.with_address=0 %"})},
        {"consular_registration",
         Count::consular_registrations,
         {},
         {"rules.consular.constant=-1000000 RUB/month"}},
        {"passports", Count::passports_renewed, {}, {"rules.consular.constant=-1000000 RUB/month"}},
        {"passport_delay",
         Count::passports_renewed,
         {},
         {"home.consulate.passport_delay=120 months"}},
    };
}

class Mechanism : public testing::TestWithParam<Switch>
{
};
}  // namespace

TEST_P(Mechanism, acts_when_on_and_not_when_off)
{
    expect_acts(GetParam());
}
INSTANTIATE_TEST_SUITE_P(Papers, Mechanism, testing::ValuesIn(papers()), mechanism_of);
INSTANTIATE_TEST_SUITE_P(Sanctions, Mechanism, testing::ValuesIn(sanctions()), mechanism_of);
INSTANTIATE_TEST_SUITE_P(Removals, Mechanism, testing::ValuesIn(removals()), mechanism_of);
INSTANTIATE_TEST_SUITE_P(Settling, Mechanism, testing::ValuesIn(settling()), mechanism_of);
}  // namespace kochmon
