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

/// Sum of `of(country)` over the selected countries that have an economy.
template <class Of>
Amount of_economies(Of of)
{
    return [of](Tally const& tally, Selection const& selection)
    {
        std::int64_t sum = 0;
        for (Country const country : tally.economies())
            if (selection.country.value_or(country) == country) sum += of(tally, country);
        return sum;
    };
}

Amount accounted(std::int64_t EconomyAccounts::*which)
{
    return of_economies([which](Tally const& tally, Country country)
                        { return tally.home.of(country).*which; });
}

std::int64_t sent_to(Tally const& tally, Country country)
{
    return tally.total(Flow::remittances, country);
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
                    "Product of the countries of origin that have an economy of their own, moved "
                    "by remittances to them and the capital built with these",
                    accounted(&EconomyAccounts::gdp),
                    {total}});
    list.back().of_economies = true;
    list.push_back({"capital",
                    MeasureKind::money,
                    "money",
                    "Capital of these countries, built with remittances to them since the start "
                    "and not worn out, at month end",
                    accounted(&EconomyAccounts::capital),
                    {total}});
    list.back().of_economies = true;
    list.push_back({"remittances_share_of_gdp",
                    MeasureKind::rate,
                    "share",
                    "Remittances to these countries over their product of the month",
                    of_economies(sent_to),
                    {total},
                    "remittances",
                    "gdp",
                    accounted(&EconomyAccounts::gdp)});
    list.back().of_economies = true;
}

void add_programmes(List& list)
{
    tell(list, Count::return_credits);
    tell(list, Count::repatriations);
    tell(list, Count::learnt_language);
    tell(list, Count::learnt_profession);
    tell(list, Flow::remittances_invested);
    tell(list, Flow::return_loans);
    tell(list, Flow::return_transfers);
    tell(list, Flow::repatriation_grants);
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
          "What migrants pay for papers, rights and citizenship and in fines, to any recipient");
    money("receipts_of_destinations",
          {registration_fees, permit_fees, residence_fees, citizenship_fees, fines},
          "The part of it that the states of destination receive; what checks, custody and "
          "removals cost them is not modelled");
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
