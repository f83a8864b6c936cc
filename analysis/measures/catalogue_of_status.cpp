// SPDX-License-Identifier: MIT
// Of the list of measures: why irregular workers are irregular, and how often things happen in each
// status.
#include <utility>

#include "analysis/measures/catalogue.hpp"

namespace kochmon::detail
{
namespace
{
constexpr double money_per_kopeck = 0.01;

/// Of a month abroad, in each status.
Measure per_month_abroad(std::string name, std::string unit, std::string definition)
{
    return {.name = std::move(name),
            .kind = MeasureKind::rate,
            .unit = std::move(unit),
            .definition = std::move(definition),
            .amount = {},
            .breakdowns =
                and_by_status({Breakdown::total, Breakdown::destination, Breakdown::jurisdiction}),
            .numerator = {},
            .denominator = "months_abroad",
            .below = counted(Count::months_abroad)};
}
}  // namespace

// In the order of their precedence, what decisions left last.
void add_reasons(List& list)
{
    tell(list, Count::irregular_deceived);
    tell(list, Count::irregular_awaiting_permit);
    tell(list, Count::irregular_no_contract);
    tell(list, Count::irregular_beyond_permit);
    tell(list, Count::irregular_banned);
    tell(list, Count::irregular_could_not_pay);
    tell(list, Count::irregular_refused_by_quota);
    tell(list, Count::irregular_let_lapse);
    tell(list, Count::irregular_did_not_want);
    tell(list, Count::irregular_never_reconsidered);
}

void add_rates_by_status(List& list)
{
    Measure returns = per_month_abroad("return_rate", "1/month",
                                       "Returns home by own choice per person-month abroad");
    returns.numerator = "returns_by_choice";
    returns.amount = returns_by_choice;
    list.push_back(std::move(returns));
    Measure pay = per_month_abroad("mean_pay", "money/month", "Wages per person-month abroad");
    pay.numerator = "wages";
    pay.amount = paid(Flow::wages);
    pay.per = money_per_kopeck;
    list.push_back(std::move(pay));
    Measure sent = per_month_abroad("mean_remittance", "money/month",
                                    "Money sent home per person-month abroad");
    sent.numerator = "remittances";
    sent.amount = paid(Flow::remittances);
    sent.per = money_per_kopeck;
    list.push_back(std::move(sent));
}
}  // namespace kochmon::detail
