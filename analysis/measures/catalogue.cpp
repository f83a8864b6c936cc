// SPDX-License-Identifier: MIT
#include "analysis/measures/catalogue.hpp"

#include <utility>

namespace kochmon
{
namespace
{
using enum Breakdown;
using Breakdowns = std::vector<Breakdown>;
using detail::and_by_status;
using detail::at_destinations;
using detail::counted;
using detail::List;
using detail::of_workers;

Breakdowns const of_persons = {total, origin, sex};
Breakdowns const of_regions = {total, origin};
Breakdowns const of_money = {total, origin, destination, jurisdiction, origin_destination};

std::int64_t living_at_home(Tally const& tally, Selection const& selection)
{
    Selection at_home = selection;
    at_home.place = Place::home;
    return agents(tally, Count::living, at_home);
}

std::int64_t adults_at_home(Tally const& tally, Selection const& selection)
{
    std::int64_t adults = 0;
    for (Region const region : tally.regions())
    {
        if (!selection.holds(region)) continue;
        adults += tally.stocks.adults[index(region)];
        for (std::int64_t const abroad : tally.stocks.adults_at[index(region)]) adults -= abroad;
    }
    return adults;
}

std::int64_t irregular(Tally const& tally, Selection const& selection)
{
    return agents(tally, Count::foreign_workers, selection) -
           agents(tally, Count::regular_workers, selection);
}

std::int64_t foreigners_abroad(Tally const& tally, Selection const& selection)
{
    return agents(tally, Count::abroad, selection) -
           agents(tally, Count::naturalized_abroad, selection);
}

std::int64_t removed(Tally const& tally, Selection const& selection)
{
    return agents(tally, Count::deportations, selection) +
           agents(tally, Count::expulsions, selection) + agents(tally, Count::released, selection);
}

void add_stocks(List& list)
{
    auto const stock = [&](char const* name, Amount amount, Breakdowns const& by,
                           char const* definition) {
        list.push_back({name, MeasureKind::stock, "persons", definition, std::move(amount), by});
    };
    stock("persons", counted(Count::living), of_persons, "Persons alive, wherever they are");
    stock("at_home", living_at_home, of_persons, "Persons who live at home");
    stock("adults_at_home", adults_at_home, of_regions, "Persons aged 16-64 who live at home");
    stock("abroad", counted(Count::abroad), at_destinations,
          "Persons who live away from home, naturalized ones included");
    stock("naturalized_abroad", counted(Count::naturalized_abroad), at_destinations,
          "Persons abroad who hold the citizenship of the destination");
    stock("foreigners_abroad", foreigners_abroad, at_destinations,
          "Persons who live away from home without the citizenship of the destination");
    stock("foreign_workers", counted(Count::foreign_workers), of_workers,
          "Foreigners abroad aged 15-64 who work or search for work, not in custody or prison");
    stock("regular_workers", counted(Count::regular_workers), of_workers,
          "Foreign workers whose presence is lawful, papers genuine and work covered by a right; "
          "searchers: no work without a right since the last right began");
    stock("irregular_workers", irregular, of_workers, "Foreign workers who are not regular");
    stock("permit_holders", counted(Count::permit_holders), at_destinations,
          "Persons abroad whose right to work is a permit of any kind");
    stock("patent_holders", counted(Count::patent_holders), at_destinations,
          "Persons abroad whose right to work is a patent");
    stock("overstayed", counted(Count::overstayed), at_destinations,
          "Persons abroad whose lawful stay has run out");
    stock("searching", counted(Count::searching), at_destinations, "Foreign workers without a job");
    stock("banned", counted(Count::banned), of_persons,
          "Persons who may not enter at least one country next month");
}

void add_moves(List& list)
{
    auto const flow = [&](char const* name, Amount amount, Breakdowns const& by,
                          char const* definition) {
        list.push_back(
            {name, MeasureKind::flow, "persons/month", definition, std::move(amount), by});
    };
    flow("considered_leaving", counted(Count::considered_leaving), of_persons,
         "Persons at home who weighed leaving");
    flow("departures", counted(Count::departures), at_destinations,
         "Departures from home to a destination");
    flow("departures_to_join_family", counted(Count::departures_to_join), at_destinations,
         "Departures, not for work, to members of the household abroad");
    flow("departures_to_study", counted(Count::departures_to_study), at_destinations,
         "Departures, not for work, to study");
    flow("departures_without_purse", counted(Count::departures_without_purse), at_destinations,
         "Persons who wanted to leave and lacked the means, the household's purse being given to "
         "another member");
    Breakdowns const by_status = and_by_status(at_destinations);
    flow("returns", counted(Count::returns), by_status,
         "Returns home by own choice, or turned back at a border when abroad");
    flow("returns_by_choice", detail::returns_by_choice, by_status, "Returns home by own choice");
    flow("turned_back_abroad", counted(Count::sent_back), by_status,
         "Persons abroad who left and were turned back at a border, so that they came home");
    flow("moves_out", counted(Count::moved_out), at_destinations,
         "Persons abroad who moved on from the destination to another");
    flow("moves_in", counted(Count::moved_in), at_destinations,
         "Persons abroad who moved on to the destination from another");
    flow("net_arrivals", detail::net_arrivals, at_destinations,
         "Departures and moves to the destination less returns, removals and moves away");
    flow("removals", removed, by_status,
         "Deportations and expulsions, those after a prison term included");
    flow("deportations", counted(Count::deportations), at_destinations,
         "Removals with a ban on entry by the rule of deportation");
    flow("expulsions", counted(Count::expulsions), at_destinations,
         "Removals by the rule of expulsion");
    flow("jobs_found", counted(Count::jobs_found), at_destinations, "Searchers who found a job");
    flow("jobs_lost", counted(Count::jobs_lost), at_destinations, "Workers who lost their job");
}

void add_exposure(List& list)
{
    auto const exposure = [&](char const* name, Count kind, Breakdowns const& by,
                              char const* definition) {
        list.push_back(
            {name, MeasureKind::exposure, "person-months", definition, counted(kind), by});
    };
    exposure("months_abroad", Count::months_abroad, and_by_status(at_destinations),
             "Months lived away from home, counted before the checks of the month");
    exposure("irregular_months", Count::irregular_months, and_by_status(at_destinations),
             "Months of irregular foreign work, searchers included, counted before the checks of "
             "the month");
    exposure("foreigner_months", Count::foreigner_months, at_destinations,
             "Months that foreigners lived abroad, counted before the checks of the month");
    exposure(
        "lawful_months", Count::lawful_months, at_destinations,
        "Months that foreigners lived abroad lawfully, counted before the checks of the month");
}

struct Ratio
{
    char const* numerator;
    Amount above;
    char const* denominator;
    Amount below;
};

void add_rate(List& list, Measure measure, Ratio ratio)
{
    measure.numerator = ratio.numerator;
    measure.denominator = ratio.denominator;
    measure.amount = std::move(ratio.above);
    measure.below = std::move(ratio.below);
    list.push_back(std::move(measure));
}

void add_rates(List& list)
{
    auto const rate = [&](Measure measure, Ratio ratio)
    { add_rate(list, std::move(measure), std::move(ratio)); };
    rate({"regular_share",
          MeasureKind::rate,
          "share",
          "Regular among all foreign workers. What is regular differs by regime (a permit needs no "
          "contract, free movement registration and a contract): across regimes use "
          "legality_by_right",
          {},
          of_workers},
         {"regular_workers", counted(Count::regular_workers), "foreign_workers",
          counted(Count::foreign_workers)});
    rate({"removal_rate",
          MeasureKind::rate,
          "1/month",
          "Removals per person-month of irregular foreign work",
          {},
          at_destinations},
         {"removals", removed, "irregular_months", counted(Count::irregular_months)});
}

void add_other_rates(List& list)
{
    auto const rate = [&](Measure measure, Ratio ratio)
    { add_rate(list, std::move(measure), std::move(ratio)); };
    rate({"official_share",
          MeasureKind::rate,
          "share",
          "Official count of irregulars over the actual number",
          {},
          of_persons},
         {"official_irregulars", counted(Count::official_irregulars), "irregular_workers",
          irregular});
    rate({"departure_rate",
          MeasureKind::rate,
          "1/month",
          "Departures per person aged 16-64 who lives at home at month end",
          {},
          of_regions},
         {"departures", counted(Count::departures), "adults_at_home", adults_at_home});
}

void add_money(List& list)
{
    auto const money = [&](char const* name, Flow kind, char const* definition)
    {
        bool const told_by_status = place_in(paid_by_status, kind).has_value();
        list.push_back({name, MeasureKind::money, "money/month", definition, detail::paid(kind),
                        told_by_status ? and_by_status(of_money) : of_money});
    };
    money("wages", Flow::wages, "Wages earned abroad");
    money("pay_lost", Flow::pay_lost, "Of them lost by checks and custody");
    money("pay_withheld", Flow::pay_withheld, "Of them withheld by employers");
    money("pay_recovered", Flow::pay_recovered, "Of the pay withheld, paid after a complaint");
    money("fares", Flow::fares, "Paid for journeys");
    money("remittances", Flow::remittances, "Money sent home");
    money("living_costs", Flow::living, "Spent on lodging and food abroad");
    money("better_living", Flow::better_living,
          "Spent abroad beyond that, from cash above a limit");
    money("permit_fees", Flow::permit_fees, "Paid for work permits");
    money("registration_fees", Flow::registration_fees, "Paid for registration");
    money("intermediary_fees", Flow::intermediary_fees, "Paid to intermediaries");
    money("forged_papers_paid", Flow::forged_papers, "Paid for forged cards");
    money("re_entry_costs", Flow::re_entry_costs, "Paid for leaving and coming back");
    money("residence_fees", Flow::residence_fees, "Paid for residence");
    money("citizenship_fees", Flow::citizenship_fees,
          "Paid for citizenship, renunciation of the other one included");
    money("consular_fees", Flow::consular_fees, "Paid to consulates");
    money("fines_paid", Flow::fines, "Paid as fines");
    money("credit_taken", Flow::credit, "Borrowed in the month for the way and for living abroad");
}

List catalogue()
{
    List list;
    add_stocks(list);
    detail::add_reasons(list);
    detail::add_population(list);
    add_moves(list);
    detail::add_layers(list);
    detail::add_work(list);
    detail::add_checks(list);
    detail::add_papers(list);
    detail::add_settling(list);
    add_exposure(list);
    add_rates(list);
    detail::add_legality(list);
    detail::add_naturalization(list);
    add_other_rates(list);
    detail::add_rates_by_status(list);
    add_money(list);
    detail::add_home(list);
    return list;
}
}  // namespace

std::int64_t detail::returns_by_choice(Tally const& tally, Selection const& selection)
{
    return agents(tally, Count::returns, selection) - agents(tally, Count::sent_back, selection);
}

std::int64_t detail::net_arrivals(Tally const& tally, Selection const& selection)
{
    return agents(tally, Count::departures, selection) + agents(tally, Count::moved_in, selection) -
           agents(tally, Count::moved_out, selection) - agents(tally, Count::returns, selection) -
           removed(tally, selection);
}

std::vector<Measure> const& measures()
{
    static List const list = catalogue();
    return list;
}

std::vector<std::string> names_of_measures()
{
    std::vector<std::string> names;
    for (Measure const& measure : measures()) names.push_back(measure.name);
    return names;
}
}  // namespace kochmon
