// SPDX-License-Identifier: MIT
#include "analysis/story/compared.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/error.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t sentences_of_an_answer = 3;

std::string told_interval(EffectRow const& effect, double scale, Words const& words)
{
    if (std::isnan(effect.low_90)) return words.text("answer.no_interval");
    return words("answer.interval", signed_words(effect.low_90 * scale),
                 signed_words(effect.high_90 * scale));
}

std::string sentence(Compared const& told, ToldRows const& measured)
{
    auto const& [measure, rows] = measured;
    std::vector<std::string> parts;
    for (std::string const& policy : told.policies())
    {
        EffectRow const effect = *last_effect(rows, policy);
        parts.push_back(told.words()(
            "answer.effect", signed_words(effect.difference * measure.scale), measure.change,
            policy, told_interval(effect, measure.scale, told.words())));
    }
    double const base = last_effect(rows, told.policies().front())->base * measure.scale;
    return told.words()("answer.sentence", measure.label, in_words(base), measure.unit, told.base(),
                        fmt::format("{}", fmt::join(parts, ", ")));
}
}  // namespace

Compared::Compared(ResultFolder const& result, Words const& words)
    : result_(result), words_(words), effects_(result.text_of("effects.csv"))
{
    headlines_ = rows_of(headline_measures(words));
    if (headlines_.empty())
        throw FileError(fmt::format(
            "{}: effects.csv keeps none of the measures that a report shows; run the comparison "
            "without --measures",
            (result_.place() / "effects.csv").string()));
    policies_ = policies_of(headlines_.front().rows);
    last_month_ = last_effect(headlines_.front().rows, policies_.front())->month;
}

std::string Compared::base() const
{
    return result_.account().value("scenario", "base");
}

std::vector<ToldRows> Compared::rows_of(std::vector<ToldMeasure> const& measures) const
{
    std::vector<ToldRows> kept;
    for (ToldMeasure const& measure : measures)
        if (auto rows = effects_.rows(measure.key); !rows.empty())
        {
            std::string const unit = rows.front().unit;
            kept.push_back({in_the_period_of(measure, unit, words_), std::move(rows)});
        }
    return kept;
}

std::string answer_of(Compared const& told)
{
    std::string const question = told.words()("answer.question", told.base(), told.last_month(),
                                              told.words().listed(told.policies()));
    std::string text = element("p", element("strong", html_text(question)));
    std::size_t const sentences = std::min(sentences_of_an_answer, told.headlines().size());
    for (std::size_t k = 0; k < sentences; ++k)
        text += element("p", html_text(sentence(told, told.headlines()[k])));
    return element("div", text, "class=\"answer\"");
}

PageTable table_of_effects(Compared const& told, std::vector<ToldRows> const& rows,
                           std::string const& caption)
{
    Words const& words = told.words();
    PageTable table{.caption = caption,
                    .columns = {words.text("measure"), words.text("unit"), told.base()},
                    .rows = {},
                    .words = 2};
    for (std::string const& policy : told.policies())
    {
        table.columns.push_back(policy);
        table.columns.push_back(words.text("effect"));
        table.columns.push_back(words.text("interval"));
    }
    for (auto const& [measure, of_measure] : rows)
    {
        double const scale = measure.scale;
        std::vector<std::string> row = {
            measure.label, measure.unit,
            in_words(last_effect(of_measure, told.policies().front())->base * scale)};
        for (std::string const& policy : told.policies())
        {
            EffectRow const effect = *last_effect(of_measure, policy);
            row.push_back(in_words(effect.with_policy * scale));
            row.push_back(signed_words(effect.difference * scale));
            row.push_back(std::isnan(effect.low_90)
                              ? ""
                              : words("interval.cell", signed_words(effect.low_90 * scale),
                                      signed_words(effect.high_90 * scale)));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

PageTable table_of_direct_effects(Compared const& told)
{
    Words const& words = told.words();
    PageTable table{.caption = words.text("direct.caption"),
                    .columns = {words.text("policy"), words.text("measure"), words.text("unit"),
                                words.text("effect"), words.text("direct"), words.text("indirect")},
                    .rows = {},
                    .words = 3};
    for (std::string const& policy : told.policies())
        for (auto const& [measure, rows] : told.headlines())
        {
            EffectRow const effect = *last_effect(rows, policy);
            if (std::isnan(effect.direct)) continue;
            table.rows.push_back({policy, measure.label, measure.change,
                                  signed_words(effect.difference * measure.scale),
                                  signed_words(effect.direct * measure.scale),
                                  signed_words(effect.indirect * measure.scale)});
        }
    return table;
}
}  // namespace kochmon
