// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace kochmon
{
/// What lies between two numbers, both included.
struct NoiseBounds
{
    double least;
    double most;
};

/// Bounds of the noise of decisions by the first bits of its draws, from the exact functions at the
/// edges of these bits: most decisions are settled by them, without one logarithm (ADR 0053).
class NoiseTables
{
  public:
    /// ln S of a positive stable of one index, of its first draw alone (engine/choice.hpp).
    class OfStable
    {
      public:
        explicit OfStable(double l);
        double index() const { return index_; }
        /// Of both draws; `gumbel`: bounds of the standard Gumbel of the second.
        NoiseBounds of(std::uint32_t first_word, NoiseBounds const& gumbel) const
        {
            NoiseBounds const angle = between(edges_, first_word);
            return {angle.least + ratio_ * gumbel.least, angle.most + ratio_ * gumbel.most};
        }

      private:
        friend class NoiseTables;
        double index_;
        double ratio_;  // (1 - l) / l
        std::vector<double> edges_;
    };

    /// `indices`: of the nests for which bounds are wanted, in (0, 1]; 1 needs none.
    explicit NoiseTables(std::span<double const> indices);
    /// Whether nests of these indices all have bounds.
    bool serve(std::span<double const> indices) const;

    /// Of the standard Gumbel of a draw.
    NoiseBounds gumbel(std::uint32_t word) const { return between(gumbels_, word); }
    /// Nothing where no table was made for that index.
    OfStable const* stable(double l) const
    {
        for (OfStable const& table : stables_)
            if (table.index() == l) return &table;
        return nullptr;
    }

  private:
    static constexpr unsigned bits = 10;
    static constexpr std::size_t parts = std::size_t{1} << bits;
    /// The exact functions round, and need not rise with every last bit of their arguments.
    static constexpr double margin = 1e-9;

    static NoiseBounds between(std::vector<double> const& edges, std::uint32_t word)
    {
        std::size_t const part = word >> (32U - bits);
        return {edges[part] - margin, edges[part + 1] + margin};
    }
    template <class Function>
    static std::vector<double> edges_of(Function const& function);

    std::vector<double> gumbels_;
    std::vector<OfStable> stables_;
};
}  // namespace kochmon
