// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/noise_memory.hpp"
#include "engine/quantities.hpp"
#include "engine/random.hpp"

namespace kochmon
{
class NoiseTables;

/// Which of several competing events happens within the month, if any.
/// `happens`: 1 - exp(-sum of hazards) against u_whether; `which` in proportion to the hazards.
/// Returns the index of the event or `hazards.size()` for none. The sum must be finite.
std::size_t competing_event(std::span<HazardPerMonth const> hazards, double u_whether,
                            double u_which);

/// The outcome of a decision for or against.
enum class Answer
{
    no,
    yes
};

/// Standard Gumbel draw, -ln(-ln u).
double gumbel(double u);

/// ln S of a positive stable S of index `l` in (0, 1], E exp(-t S) = exp(-t^l), by Kanter's formula
/// from two uniforms (Kanter 1975, Ann. Probab. 3:697). 0 for l = 1.
double log_positive_stable(double l, double u, double w);

/// The keyed noise of one decision of one person in one month: exact nested logit drawn as the
/// largest of value + noise. Alternatives use index = number of the alternative, lane 0; nests use
/// index = 2^16 + number of the nest, lanes 0 and 1; a repetition adds 2^17 each.
class ChoiceNoise
{
  public:
    ChoiceNoise(MonthDraws const& draws, SubjectKey subject, std::uint32_t block,
                std::uint32_t repetition = 0)
        : draws_(draws), subject_(subject), block_(block), repetition_(repetition)
    {
    }
    /// The same noise, looked up where it was drawn before; the memory must outlive it.
    ChoiceNoise remembered_in(NoiseMemory* memory) const
    {
        ChoiceNoise noise = *this;
        noise.memory_ = memory;
        return noise;
    }
    /// The same noise, with bounds of it at hand; the tables must outlive it.
    ChoiceNoise bounded_by(NoiseTables const* tables) const
    {
        ChoiceNoise noise = *this;
        noise.tables_ = tables;
        return noise;
    }
    NoiseTables const* tables() const { return tables_; }
    /// Words 0 and 1 of the draws of four alternatives or nests.
    void words_of_four(std::uint32_t const* indices, std::uint32_t* first,
                       std::uint32_t* second) const
    {
        draws_.words_of_four(subject_, block_, indices, first, second);
    }
    std::uint32_t index_of_alternative(std::uint32_t number) const { return index_of(number); }
    std::uint32_t index_of_nest(std::uint32_t number) const;
    /// Standard Gumbel of an alternative.
    double alternative(std::uint32_t number) const;
    /// ln S of a nest with index `l`.
    double nest(std::uint32_t number, double l) const;

  private:
    std::uint32_t index_of(std::uint32_t number) const;

    MonthDraws draws_;
    SubjectKey subject_;
    std::uint32_t block_;
    std::uint32_t repetition_;
    NoiseMemory* memory_ = nullptr;
    NoiseTables const* tables_ = nullptr;
};

/// Closed form of two-level nested-logit shares, for tests and for documentation.
/// `nest_of[j]` is the nest of alternative j, `dissimilarity[m]` that of nest m, `scale` that of
/// the noise. Writes one share per alternative.
void nested_logit_shares(std::span<double const> values, std::span<std::size_t const> nest_of,
                         std::span<double const> dissimilarity, double scale,
                         std::span<double> shares);
}  // namespace kochmon
