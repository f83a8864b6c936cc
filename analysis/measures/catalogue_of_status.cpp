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
    auto const stock = [&](char const* name, Count kind, char const* definition) {
        list.push_back({name, MeasureKind::stock, "persons", definition, counted(kind), in_short});
    };
    stock("irregular_deceived", Count::irregular_deceived,
          "Irregular workers whom an intermediary deceived with forged papers");
    stock("irregular_awaiting_permit", Count::irregular_awaiting_permit,
          "Irregular workers whose permit is granted and does not count yet");
    stock("irregular_no_contract", Count::irregular_no_contract,
          "Irregular workers who move freely and are registered, and have no contract for the "
          "work that they do, or did before they crossed the border");
    stock("irregular_beyond_permit", Count::irregular_beyond_permit,
          "Irregular workers who hold a permit and work, or have worked, for those whom it is not "
          "for");
    stock("irregular_banned", Count::irregular_banned,
          "Irregular workers who overstayed where entry is closed to them");
    stock("irregular_could_not_pay", Count::irregular_could_not_pay,
          "Irregular workers who would have entered the law with the means for it: their last "
          "decision, or what they chose was not paid");
    stock("irregular_refused_by_quota", Count::irregular_refused_by_quota,
          "Irregular workers whom the quota refused a permit when they last decided");
    stock("irregular_let_lapse", Count::irregular_let_lapse,
          "Irregular workers who did not renew their last right");
    stock("irregular_did_not_want", Count::irregular_did_not_want,
          "Irregular workers who could have entered the law and last decided otherwise");
    stock("irregular_never_reconsidered", Count::irregular_never_reconsidered,
          "Irregular workers who have not decided while a way into the law was open, since they "
          "came or since their last right began");
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
