// SPDX-License-Identifier: MIT
#include "engine/choice.hpp"

#include <algorithm>
#include <limits>
#include <vector>

#include "engine/contract.hpp"
#include "engine/elementary.hpp"

namespace kochmon
{
namespace
{
// Where the kinds of draw of one decision stand in the index (docs/model.md, Random numbers).
constexpr std::uint32_t first_nest = 1U << 16;
constexpr std::uint32_t one_repetition = 1U << 17;
constexpr std::uint32_t repetitions = 1U << 15;

/// max + ln(sum of exp(x - max)), which cannot overflow; minus infinity for no terms.
double log_sum_exp(std::vector<double> const& terms)
{
    if (terms.empty()) return -std::numeric_limits<double>::infinity();
    double const largest = *std::max_element(terms.begin(), terms.end());
    double sum = 0.0;
    for (double const term : terms) sum += elementary::exp(term - largest);
    return largest + elementary::log(sum);
}
}  // namespace

std::size_t competing_event(std::span<HazardPerMonth const> hazards, double u_whether,
                            double u_which)
{
    HazardPerMonth any;
    for (auto const hazard : hazards) any = any + hazard;
    EXPECT(any.value() < std::numeric_limits<double>::infinity());
    if (!probability_within_a_month(any).happens(u_whether)) return hazards.size();
    double const where = u_which * any.value();
    double reached = 0.0;
    std::size_t which = 0;
    for (; which < hazards.size(); ++which)
    {
        reached += hazards[which].value();
        if (where < reached) break;
    }
    ENSURE(which < hazards.size());
    return which;
}

double gumbel(double u)
{
    return -elementary::log(-elementary::log(u));
}

double log_positive_stable(double l, double u, double w)
{
    EXPECT(l > 0.0 && l <= 1.0);
    if (l == 1.0) return 0.0;
    double const rest = 1.0 - l;
    double const log_e = elementary::log(-elementary::log(w));
    double const log_sin_l = elementary::log(elementary::sin_pi(l * u));
    double const log_sin_rest = elementary::log(elementary::sin_pi(rest * u));
    double const log_sin_all = elementary::log(elementary::sin_pi(u));
    return (log_sin_l - log_sin_all / l) + (rest / l) * (log_sin_rest - log_e);
}

std::uint32_t ChoiceNoise::index_of(std::uint32_t number) const
{
    EXPECT(number < first_nest && repetition_ < repetitions);
    return number + one_repetition * repetition_;
}

std::uint32_t ChoiceNoise::index_of_nest(std::uint32_t number) const
{
    return first_nest + index_of(number);
}

double ChoiceNoise::alternative(std::uint32_t number) const
{
    std::uint32_t const index = index_of(number);
    auto const draw = [&] { return gumbel(draws_.uniform(subject_, block_, index)); };
    if (memory_ == nullptr) return draw();
    return memory_->at(draws_.counter(subject_, block_, index), 1.0, draw);
}

double ChoiceNoise::nest(std::uint32_t number, double l) const
{
    if (l == 1.0) return 0.0;
    std::uint32_t const index = index_of_nest(number);
    auto const draw = [&]
    {
        PhiloxWords const words = draws_.words(subject_, block_, index);
        return log_positive_stable(l, uniform(words[0]), uniform(words[1]));
    };
    if (memory_ == nullptr) return draw();
    return memory_->at(draws_.counter(subject_, block_, index), l, draw);
}

void nested_logit_shares(std::span<double const> values, std::span<std::size_t const> nest_of,
                         std::span<double const> dissimilarity, double scale,
                         std::span<double> shares)
{
    EXPECT(nest_of.size() == values.size() && shares.size() == values.size() && scale > 0.0);
    std::vector<std::vector<double>> inside(dissimilarity.size());
    for (std::size_t j = 0; j < values.size(); ++j)
        inside.at(nest_of[j]).push_back(values[j] / (scale * dissimilarity[nest_of[j]]));
    std::vector<double> inclusive, between;
    for (auto const& terms : inside) inclusive.push_back(log_sum_exp(terms));
    for (std::size_t m = 0; m < inside.size(); ++m)
        if (!inside[m].empty()) between.push_back(dissimilarity[m] * inclusive[m]);
    double const all = log_sum_exp(between);
    for (std::size_t j = 0; j < values.size(); ++j)
    {
        std::size_t const m = nest_of[j];
        double const within = values[j] / (scale * dissimilarity[m]) - inclusive[m];
        shares[j] = elementary::exp(within + (dissimilarity[m] * inclusive[m] - all));
    }
}
}  // namespace kochmon
