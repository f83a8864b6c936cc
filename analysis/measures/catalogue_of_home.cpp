// SPDX-License-Identifier: MIT
// Of the list of measures: the country of origin, its households and its programmes.
#include <utility>

#include "analysis/measures/catalogue.hpp"

namespace kochmon::detail
{
namespace
{
using enum Breakdown;
using Sums = ByRegion<std::int64_t> HomeAccounts::*;

Amount households(Sums which)
{
    return [which](Tally const& tally, Selection const& selection)
    {
        std::int64_t sum = 0;
        for (Region const region : tally.regions())
            if (selection.holds(region)) sum += (tally.home.*which)[index(region)];
        return sum;
    };
}

Amount of_country(std::int64_t HomeAccounts::*which)
{
    return [which](Tally const& tally, Selection const&) { return tally.home.*which; };
}

std::int64_t sent_to_first_country(Tally const& tally, Selection const&)
{
    return tally.total(Flow::remittances, first_country);
}

void add_households(List& list)
{
    std::vector<Breakdown> const of_regions = {total, origin};
    list.push_back({"households", MeasureKind::stock, "households",
                    "Households with somebody at home at the last turn of the year",
                    households(&HomeAccounts::households), of_regions});
    list.push_back({"households_on_remittances", MeasureKind::stock, "households",
                    "Of them those whose remittances were more than half of all money and farm "
                    "income, remittances included, in the calendar year before",
                    households(&HomeAccounts::on_remittances), of_regions});
    list.push_back({"share_on_remittances", MeasureKind::rate, "share",
                    "Households that lived on remittances in the calendar year before",
                    households(&HomeAccounts::on_remittances), of_regions,
                    "households_on_remittances", "households",
                    households(&HomeAccounts::households)});
}

void add_product(List& list)
{
    list.push_back({"gdp",
                    MeasureKind::money,
                    "money/month",
                    "Product of the first country of origin, moved by remittances to it and the "
                    "capital built with them",
                    of_country(&HomeAccounts::gdp),
                    {total}});
    list.push_back(
        {"capital",
         MeasureKind::money,
         "money",
         "Capital of the first country of origin, built with remittances to it since the "
         "start and not worn out, at month end",
         of_country(&HomeAccounts::capital),
         {total}});
    list.push_back({"remittances_share_of_gdp",
                    MeasureKind::rate,
                    "share",
                    "Remittances to the first country of origin over its product of the month",
                    sent_to_first_country,
                    {total},
                    "remittances",
                    "gdp",
                    of_country(&HomeAccounts::gdp)});
}

void add_programmes(List& list)
{
    auto const flow = [&](char const* name, Count kind, char const* definition)
    {
        list.push_back(
            {name, MeasureKind::flow, "persons/month", definition, counted(kind), in_short});
    };
    flow("return_credits", Count::return_credits,
         "Persons who returned and got a loan on easy terms");
    flow("repatriations", Count::repatriations,
         "Persons naturalized abroad who returned and got a grant");
    flow("learnt_language", Count::learnt_language,
         "Adults at home who learnt Russian at a course");
    flow("learnt_profession", Count::learnt_profession,
         "Adults at home who learnt a profession at a course");
    auto const money = [&](char const* name, Flow kind, char const* definition)
    {
        list.push_back({name,
                        MeasureKind::money,
                        "money/month",
                        definition,
                        paid(kind),
                        {total, origin, destination, jurisdiction, origin_destination}});
    };
    money("remittances_invested", Flow::remittances_invested,
          "Of the money sent home, what households of the first country of origin invest");
    money("return_loans", Flow::return_loans, "Lent on easy terms to who returns, to be paid back");
    money("return_transfers", Flow::return_transfers, "Part of these loans that the state bears");
    money("repatriation_grants", Flow::repatriation_grants,
          "Granted to the naturalized who return");
}

Amount paid_in_all(std::vector<Flow> kinds)
{
    return [kinds = std::move(kinds)](Tally const& tally, Selection const& selection)
    {
        std::int64_t sum = 0;
        for (Flow const kind : kinds) sum += kopecks(tally, kind, selection);
        return sum;
    };
}

// Who bears what status costs: the sums that a policy is judged by, so that their differences have
// intervals of their own.
void add_bearers_of_costs(List& list)
{
    auto const money = [&](char const* name, std::vector<Flow> kinds, char const* definition)
    {
        list.push_back({name,
                        MeasureKind::money,
                        "money/month",
                        definition,
                        paid_in_all(std::move(kinds)),
                        {total, origin, destination, jurisdiction, origin_destination}});
    };
    using enum Flow;
    money("paid_for_status",
          {registration_fees, permit_fees, intermediary_fees, forged_papers, re_entry_costs,
           residence_fees, citizenship_fees, consular_fees, fines},
          "What migrants pay for papers, rights and citizenship and in fines, to whomever");
    money("receipts_of_destinations",
          {registration_fees, permit_fees, residence_fees, citizenship_fees, fines},
          "Of it what the states of destination receive; what checks, custody and removals cost "
          "them is not modelled");
    money("paid_by_state_of_origin", {return_transfers, repatriation_grants},
          "Grants to those who return and the part of their loans that the state of origin bears; "
          "courses are not counted in money");
}
}  // namespace

void add_home(List& list)
{
    add_households(list);
    add_product(list);
    add_programmes(list);
    add_bearers_of_costs(list);
}
}  // namespace kochmon::detail
