// SPDX-License-Identifier: MIT
#pragma once

#include "config/fields.hpp"

#include "agents/demography/vital_parameters.hpp"
#include "agents/economy/home_economy.hpp"
#include "agents/economy/household_money.hpp"
#include "agents/economy/labour_market.hpp"
#include "agents/economy/markets.hpp"
#include "agents/economy/unrest.hpp"
#include "agents/law/amnesty.hpp"
#include "agents/law/bans.hpp"
#include "agents/law/checks.hpp"
#include "agents/law/consulate.hpp"
#include "agents/law/employer_sanctions.hpp"
#include "agents/law/forgery.hpp"
#include "agents/law/intermediaries.hpp"
#include "agents/law/naturalization.hpp"
#include "agents/law/offences.hpp"
#include "agents/law/permit.hpp"
#include "agents/law/placement.hpp"
#include "agents/law/quota.hpp"
#include "agents/law/registration.hpp"
#include "agents/law/repeat_bans.hpp"
#include "agents/law/residence.hpp"
#include "agents/law/sanctions.hpp"
#include "agents/law/stay.hpp"
#include "agents/programmes/courses.hpp"
#include "agents/programmes/departure_credit.hpp"
#include "agents/programmes/repatriation.hpp"
#include "agents/programmes/return_credit.hpp"
#include "agents/rules/attention.hpp"
#include "agents/rules/citizen_offer.hpp"
#include "agents/rules/consular_choice.hpp"
#include "agents/rules/departure.hpp"
#include "agents/rules/exploitation.hpp"
#include "agents/rules/joining.hpp"
#include "agents/rules/liquidity.hpp"
#include "agents/rules/naturalization_choice.hpp"
#include "agents/rules/pay.hpp"
#include "agents/rules/remittance.hpp"
#include "agents/rules/residence_choice.hpp"
#include "agents/rules/return_home.hpp"
#include "agents/rules/risk_belief.hpp"
#include "agents/rules/savings_target.hpp"
#include "agents/rules/sectors.hpp"
#include "agents/rules/status_choice.hpp"
#include "agents/rules/ties.hpp"
#include "agents/rules/value.hpp"
#include "agents/rules/work.hpp"

namespace kochmon
{
/// The catalogue of what the model contains, in a fixed order: births and deaths, markets, laws,
/// programmes of the state of origin, decisions.
struct ModelParameters
{
    VitalParameters vital;

    MarketParameters markets;
    LabourMarket labour_market;
    SavingParameters saving;
    HomeEconomies home_economies;
    Unrest unrest;
    StayLaw stay;
    RegistrationLaw registration;
    PermitSchemes permits;
    QuotaLaw quota;
    PlacementLaw placement;
    IntermediaryLaw intermediaries;
    ForgeryLaw forgery;
    CheckLaw checks;
    SanctionLaw sanctions;
    ExitBanLaw exit_bans;
    RepeatBanLaw repeat_bans;
    OffenceLaw offences;
    AmnestyLaw amnesty;
    EmployerSanctionLaw employer_sanctions;
    ResidenceLaw residence;
    NaturalizationLaw naturalization;
    ConsulateLaw consulate;
    ReturnCredit return_credit;
    DepartureCredit departure_credit;
    Courses courses;
    Repatriation repatriation;

    AttentionParameters attention;
    ValueParameters value;
    SavingsTargetParameters savings_target;
    TiesParameters ties;
    LiquidityParameters liquidity;
    DepartureParameters departure;
    ReturnParameters return_home;
    JoiningParameters joining;
    StatusParameters status;
    ResidenceParameters residence_choice;
    NaturalizationParameters naturalization_choice;
    ConsularParameters consular_choice;
    WorkParameters work;
    SectorParameters sectors;
    PayParameters pay;
    ExploitationParameters exploitation;
    CitizenOfferParameters citizen_offer;
    RemittanceParameters remittance;
    RiskBeliefParameters risk_belief;

    void fields(Fields& field);
};
}  // namespace kochmon
