// SPDX-License-Identifier: MIT
// Of the list of measures: legality in three steps that mean the same under every regime.
#include <string_view>
#include <utility>

#include "analysis/measures/catalogue.hpp"

namespace kochmon::detail
{
namespace
{
/// A step of legality: those who take it among foreign workers, and among the naturalized.
struct Step
{
    char const* by;
    Count foreign;
    char const* name_of_foreign;
    Count naturalized;
    char const* who;
    std::vector<Breakdown> const& breakdowns;
};

Amount sum_of(Count first, Count second)
{
    return [first, second](Tally const& tally, Selection const& selection)
    { return agents(tally, first, selection) + agents(tally, second, selection); };
}

Measure share(std::string name, std::string definition, std::vector<Breakdown> const& breakdowns)
{
    Measure rate;
    rate.name = std::move(name);
    rate.kind = MeasureKind::rate;
    rate.unit = "share";
    rate.definition = std::move(definition);
    rate.breakdowns = breakdowns;
    return rate;
}

void add_among_foreigners(List& list, Step const& step)
{
    Measure rate = share(std::string("legality_by_") + step.by,
                         std::string(step.who) +
                             ", among all foreign workers; the naturalized are in neither" +
                             (std::string_view(step.by) == "right" ? ". The legality rate" : ""),
                         step.breakdowns);
    rate.amount = counted(step.foreign);
    rate.below = counted(Count::foreign_workers);
    rate.numerator = step.name_of_foreign;
    rate.denominator = "foreign_workers";
    list.push_back(std::move(rate));
}

void add_with_naturalized(List& list, Step const& step)
{
    std::string const who = std::string(step.who) +
                            (step.naturalized == Count::naturalized_workers
                                 ? ", and the naturalized abroad aged 15-64"
                                 : ", and the naturalized abroad aged 15-64 who have a contract");
    Measure rate =
        share(std::string("legality_by_") + step.by + "_with_naturalized",
              who + ", among foreign workers and all the naturalized of that age", at_destinations);
    rate.amount = sum_of(step.foreign, step.naturalized);
    rate.below = sum_of(Count::foreign_workers, Count::naturalized_workers);
    rate.numerator = std::string(step.name_of_foreign) + "_with_naturalized";
    rate.denominator = "workers_with_naturalized";
    list.push_back(
        {rate.numerator, MeasureKind::stock, "persons", who, rate.amount, at_destinations});
    list.push_back(std::move(rate));
}

void add_stocks_of_legality(List& list)
{
    tell(list, Count::workers_lawfully_present, at_destinations);
    tell(list, Count::workers_with_right, of_workers);
    tell(list, Count::workers_with_right_and_contract, at_destinations);
    tell(list, Count::naturalized_workers, at_destinations);
    list.push_back({"workers_with_naturalized", MeasureKind::stock, "persons",
                    "Foreign workers and the naturalized abroad aged 15-64",
                    sum_of(Count::foreign_workers, Count::naturalized_workers), at_destinations});
    tell(list, Count::naturalized_workers_with_contract, at_destinations);
}
}  // namespace

void add_legality(List& list)
{
    add_stocks_of_legality(list);
    std::vector<Step> const steps = {
        {"presence", Count::workers_lawfully_present, "workers_lawfully_present",
         Count::naturalized_workers, "Foreign workers lawfully present", at_destinations},
        {"right", Count::workers_with_right, "workers_with_right", Count::naturalized_workers,
         "Foreign workers with the right to work", of_workers},
        {"contract", Count::workers_with_right_and_contract, "workers_with_right_and_contract",
         Count::naturalized_workers_with_contract,
         "Foreign workers with the right to work and a contract", at_destinations}};
    for (Step const& step : steps) add_among_foreigners(list, step);
    for (Step const& step : steps) add_with_naturalized(list, step);
}
}  // namespace kochmon::detail
