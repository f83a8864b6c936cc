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
using detail::tell;

Breakdowns const of_persons = {total, origin, sex};
Breakdowns const of_regions = {total, origin};

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
    tell(list, Count::living, of_persons, "persons");
    stock("at_home", living_at_home, of_persons, "Persons who live at home");
    stock("adults_at_home", adults_at_home, of_regions, "Persons aged 16-64 who live at home");
    tell(list, Count::abroad, at_destinations);
    tell(list, Count::naturalized_abroad, at_destinations);
    stock("foreigners_abroad", foreigners_abroad, at_destinations,
          "Persons who live away from home without the citizenship of the destination");
    tell(list, Count::foreign_workers, of_workers);
    tell(list, Count::regular_workers, of_workers);
    stock("irregular_workers", irregular, of_workers, "Foreign workers who are not regular");
    tell(list, Count::permit_holders, at_destinations);
    tell(list, Count::patent_holders, at_destinations);
    tell(list, Count::overstayed, at_destinations);
    tell(list, Count::searching, at_destinations);
    tell(list, Count::banned, of_persons);
}

void add_moves(List& list)
{
    auto const flow = [&](char const* name, Amount amount, Breakdowns const& by,
                          char const* definition) {
        list.push_back(
            {name, MeasureKind::flow, "persons/month", definition, std::move(amount), by});
    };
    tell(list, Count::considered_leaving, of_persons);
    tell(list, Count::departures, at_destinations);
    tell(list, Count::departures_to_join, at_destinations, "departures_to_join_family");
    tell(list, Count::departures_to_study, at_destinations);
    tell(list, Count::departures_without_purse, at_destinations);
    Breakdowns const by_status = and_by_status(at_destinations);
    tell(list, Count::returns, by_status);
    flow("returns_by_choice", detail::returns_by_choice, by_status, "Returns home by own choice");
    tell(list, Count::sent_back, by_status, "turned_back_abroad");
    tell(list, Count::moved_out, at_destinations, "moves_out");
    tell(list, Count::moved_in, at_destinations, "moves_in");
    flow("net_arrivals", detail::net_arrivals, at_destinations,
         "Departures and moves to the destination less returns, removals and moves away");
    flow("removals", removed, by_status,
         "Deportations and expulsions, those after a prison term included");
    tell(list, Count::deportations, at_destinations);
    tell(list, Count::expulsions, at_destinations);
    tell(list, Count::jobs_found, at_destinations);
    tell(list, Count::jobs_lost, at_destinations);
}

void add_exposure(List& list)
{
    tell(list, Count::months_abroad, and_by_status(at_destinations));
    tell(list, Count::irregular_months, and_by_status(at_destinations));
    tell(list, Count::foreigner_months, at_destinations);
    tell(list, Count::lawful_months, at_destinations);
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
    tell(list, Flow::wages);
    tell(list, Flow::pay_lost);
    tell(list, Flow::pay_withheld);
    tell(list, Flow::pay_recovered);
    tell(list, Flow::fares);
    tell(list, Flow::remittances);
    tell(list, Flow::living, "living_costs");
    tell(list, Flow::better_living);
    tell(list, Flow::permit_fees);
    tell(list, Flow::registration_fees);
    tell(list, Flow::intermediary_fees);
    tell(list, Flow::forged_papers, "forged_papers_paid");
    tell(list, Flow::re_entry_costs);
    tell(list, Flow::residence_fees);
    tell(list, Flow::citizenship_fees);
    tell(list, Flow::consular_fees);
    tell(list, Flow::fines, "fines_paid");
    tell(list, Flow::credit, "credit_taken");
}

MeasureKind kind_of(CountOf what)
{
    switch (what)
    {
        case CountOf::stock:
            return MeasureKind::stock;
        case CountOf::flow:
            return MeasureKind::flow;
        case CountOf::exposure:
            break;
    }
    return MeasureKind::exposure;
}

// Those that the table of counts declares with their count.
void add_measured(List& list)
{
    for (std::size_t k = 0; k < count_kinds; ++k)
        if (auto const kind = static_cast<Count>(k); line_of(kind).is_measured) tell(list, kind);
    for (std::size_t k = 0; k < flow_kinds; ++k)
        if (auto const kind = static_cast<Flow>(k); line_of(kind).is_measured) tell(list, kind);
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
    add_measured(list);
    return list;
}
}  // namespace

Measure& detail::tell(List& list, Count kind, std::vector<Breakdown> const& by,
                      std::string const& name)
{
    CountLine const& line = line_of(kind);
    list.push_back({name.empty() ? std::string(line.name) : name, kind_of(line.of),
                    std::string(line.unit), std::string(line.meaning), counted(kind), by});
    return list.back();
}

Measure& detail::tell(List& list, Flow kind, std::string const& name)
{
    static Breakdowns const of_money = {total, origin, destination, jurisdiction,
                                        origin_destination};
    FlowLine const& line = line_of(kind);
    bool const told_by_status = place_in(paid_by_status, kind).has_value();
    list.push_back({name.empty() ? std::string(line.name) : name, MeasureKind::money, "money/month",
                    std::string(line.meaning), paid(kind),
                    told_by_status ? and_by_status(of_money) : of_money});
    return list.back();
}

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
