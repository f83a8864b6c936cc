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
    tell(list, Count::contracts, in_short, "contracts_offered");
    list.push_back({"exploited", MeasureKind::flow, "persons/month",
                    "Workers abroad who met exploitation, of the three kinds together", exploited,
                    and_by_status(in_short)});
    tell(list, Count::unpaid_overtime);
    tell(list, Count::pay_withheld, in_short, "pay_withheld_cases");
    tell(list, Count::other_work);
    tell(list, Count::exploited_irregular);
    tell(list, Count::complaints);
    tell(list, Count::complaints_upheld);
    tell(list, Count::offers_to_citizens);
    tell(list, Count::offers_taken);
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
    tell(list, Count::exploited_within_year);
    add_rate_of_work(list,
                     {"exploited_share", MeasureKind::rate, "share",
                      "Irregular workers who met exploitation within 12 months, in any status "
                      "then, among all irregular workers",
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
