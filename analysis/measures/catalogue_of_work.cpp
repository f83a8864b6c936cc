// SPDX-License-Identifier: MIT
// Of the list of measures: exploitation, complaints, and jobs for citizens.
#include "analysis/measures/catalogue.hpp"

namespace kochmon::detail
{
namespace
{
std::int64_t exploited(Tally const& tally, Selection const& selection)
{
    return agents(tally, Count::unpaid_overtime, selection) +
           agents(tally, Count::pay_withheld, selection) +
           agents(tally, Count::other_work, selection);
}

std::int64_t irregular(Tally const& tally, Selection const& selection)
{
    return agents(tally, Count::foreign_workers, selection) -
           agents(tally, Count::regular_workers, selection);
}

void add_flows_of_work(List& list)
{
    auto const flow = [&](char const* name, Amount amount, char const* definition)
    {
        list.push_back(
            {name, MeasureKind::flow, "persons/month", definition, std::move(amount), in_short});
    };
    flow("contracts_offered", counted(Count::contracts), "Informal workers who got a contract");
    flow("exploited", exploited,
         "Workers abroad who met exploitation, of the three kinds together");
    list.back().breakdowns = and_by_status(in_short);
    flow("unpaid_overtime", counted(Count::unpaid_overtime),
         "Workers who worked without pay beyond the hours agreed");
    flow("pay_withheld_cases", counted(Count::pay_withheld),
         "Workers whose pay was withheld and in part lost");
    flow("other_work", counted(Count::other_work), "Workers who did other work than was agreed");
    flow("exploited_irregular", counted(Count::exploited_irregular),
         "Irregular workers who met exploitation");
    flow("complaints", counted(Count::complaints), "Complaints about pay withheld");
    flow("complaints_upheld", counted(Count::complaints_upheld), "Complaints that brought the pay");
    flow("offers_to_citizens", counted(Count::offers_to_citizens),
         "Foreign workers who were offered a job that requires citizenship");
    flow("offers_taken", counted(Count::offers_taken), "Naturalized persons who took such a job");
}

void add_rate_of_work(List& list, Measure measure, Amount below)
{
    measure.below = std::move(below);
    list.push_back(std::move(measure));
}
}  // namespace

void add_work(List& list)
{
    add_flows_of_work(list);
    list.push_back({"exploited_within_year", MeasureKind::stock, "persons",
                    "Irregular workers who met exploitation within 12 months",
                    counted(Count::exploited_within_year), in_short});
    add_rate_of_work(list,
                     {"exploited_share", MeasureKind::rate, "share",
                      "Irregular workers who met exploitation within 12 months, as whatever they "
                      "were then, among "
                      "all irregular workers",
                      counted(Count::exploited_within_year), in_short, "exploited_within_year",
                      "irregular_workers"},
                     irregular);
    add_rate_of_work(
        list,
        {"exploitation_rate", MeasureKind::rate, "1/month",
         "Irregular workers who met exploitation per person-month of irregular work, "
         "searchers included",
         counted(Count::exploited_irregular), in_short, "exploited_irregular", "irregular_months"},
        counted(Count::irregular_months));
}
}  // namespace kochmon::detail
