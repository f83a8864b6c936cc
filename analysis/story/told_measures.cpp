// SPDX-License-Identifier: MIT
#include "analysis/story/told_measures.hpp"

#include <cmath>

#include <fmt/format.h>

namespace kochmon
{
namespace
{
ToldMeasure told(Words const& words, std::string const& measure, std::string const& unit,
                 double scale)
{
    return {.key = {measure},
            .label = words.measure(measure),
            .unit = words.text(unit),
            .scale = scale,
            .change = words.text(unit),
            .of_any_group = words.measure(measure)};
}

ToldMeasure thousand_persons(Words const& words, std::string const& measure)
{
    return told(words, measure, "unit.thousand_persons", 1e-3);
}

/// What happens in a period, a month if nothing else is said.
ToldMeasure in_a_period(Words const& words, std::string const& measure, std::string const& per,
                        double scale)
{
    ToldMeasure flow = told(words, measure, per, scale);
    flow.per = per;
    return in_the_period_of(std::move(flow), "/month", words);
}

ToldMeasure persons_a_month(Words const& words, std::string const& measure)
{
    return in_a_period(words, measure, "unit.persons_per", 1.0);
}

ToldMeasure times_a_month(Words const& words, std::string const& measure)
{
    return in_a_period(words, measure, "unit.times_per", 1.0);
}

ToldMeasure million_a_month(Words const& words, std::string const& measure)
{
    return in_a_period(words, measure, "unit.million_per", 1e-6);
}

/// `persons/year`, `persons in 6 months`.
std::string period_in_words(std::string const& unit, Words const& words)
{
    if (unit.ends_with("/month")) return words.text("period.month");
    if (unit.ends_with("/year")) return words.text("period.year");
    std::size_t const in = unit.rfind(" in ");
    return in == std::string::npos ? "/ ?" : unit.substr(in + 1);
}

/// The currency of a unit, `RUB` of `RUB/month`, as the language calls an amount of it.
std::string money_in_words(std::string const& unit, Words const& words)
{
    return words.group(unit.substr(0, unit.find_first_of("/ ")), "currency");
}

/// Of the main jurisdiction, as the title says: the rates of all destinations together mix laws.
ToldMeasure in_main(Words const& words, std::string const& measure, std::string const& rate,
                    double scale)
{
    std::string const main = words.main_jurisdiction_key();
    return {.key = {measure, "jurisdiction", main},
            .label = words(rate + ".in_main", words.group(main)),
            .unit = words.text(rate + ".unit"),
            .scale = scale,
            .change = words.text(rate + ".change"),
            .of_any_group = words.text(rate)};
}
}  // namespace

ToldMeasure in_the_period_of(ToldMeasure measure, std::string const& unit, Words const& words)
{
    if (measure.per.empty()) return measure;
    measure.unit = measure.change =
        words(measure.per, period_in_words(unit, words), money_in_words(unit, words));
    return measure;
}

std::vector<ToldMeasure> headline_measures(Words const& words)
{
    ToldMeasure of_product =
        told(words, "remittances_share_of_gdp", "unit.percent_of_product", 100.0);
    of_product.change = words.text("unit.points");
    return {in_main(words, "legality_by_right", "rate.legality", 100.0),
            in_main(words, "naturalization_rate", "rate.naturalization", 1.0),
            thousand_persons(words, "abroad"),
            persons_a_month(words, "naturalizations"),
            thousand_persons(words, "irregular_workers"),
            persons_a_month(words, "departures"),
            persons_a_month(words, "returns"),
            persons_a_month(words, "removals"),
            of_product,
            million_a_month(words, "paid_for_status"),
            million_a_month(words, "receipts_of_destinations"),
            million_a_month(words, "paid_by_state_of_origin")};
}

std::vector<ToldMeasure> money_measures(Words const& words)
{
    std::vector<ToldMeasure> measures;
    for (char const* const measure :
         {"wages", "remittances", "living_costs", "fares", "permit_fees", "intermediary_fees",
          "registration_fees", "forged_papers_paid", "re_entry_costs", "residence_fees",
          "citizenship_fees", "consular_fees", "fines_paid", "pay_lost", "credit_taken"})
        measures.push_back(million_a_month(words, measure));
    return measures;
}

std::vector<ToldMeasure> enforcement_measures(Words const& words)
{
    std::vector<ToldMeasure> measures;
    for (char const* const measure :
         {"checks", "fines", "registration_fines", "custody", "removals", "deportations",
          "expulsions", "bans_entered", "turned_back", "convictions", "permits_refused",
          "permits_lapsed"})
        measures.push_back(times_a_month(words, measure));
    measures.push_back(thousand_persons(words, "banned"));
    return measures;
}

std::string in_words(double number)
{
    if (number == 0.0) return "0";
    double const size = std::abs(number);
    int const digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;
    return fmt::format("{:.{}f}", number, digits);
}

std::string signed_words(double number)
{
    return fmt::format("{}{}", number > 0 ? "+" : "", in_words(number));
}
}  // namespace kochmon
