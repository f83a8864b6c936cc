// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/non_central_chi_squared.hpp>

namespace kochmon
{
/// Pearson's test of drawn counts against stated shares, at the false-alarm rate 1e-6 that
/// docs/promises.md asks for. Draws are keyed, so a verdict never changes from run to run.
class ChiSquare
{
  public:
    static constexpr double false_alarm = 1e-6;

    explicit ChiSquare(std::size_t cells)
        : freedom_(static_cast<double>(cells - 1)),
          critical_(quantile(complement(boost::math::chi_squared(freedom_), false_alarm)))
    {
    }
    double critical() const { return critical_; }

    static double statistic(std::span<std::uint64_t const> counts, std::span<double const> shares)
    {
        double draws = 0.0;
        for (auto const count : counts) draws += static_cast<double>(count);
        double sum = 0.0;
        for (std::size_t i = 0; i < counts.size(); ++i)
        {
            double const off = static_cast<double>(counts[i]) - draws * shares[i];
            sum += off * off / (draws * shares[i]);
        }
        return sum;
    }

    /// Chance that the test finds an error `shift` that one cell of share `p` gives to another of
    /// share `q`.
    double power(double draws, double p, double q, double shift) const
    {
        double const away = draws * shift * shift * (1.0 / p + 1.0 / q);
        boost::math::non_central_chi_squared const shifted(freedom_, away);
        return cdf(complement(shifted, critical_));
    }

  private:
    double freedom_;
    double critical_;
};
}  // namespace kochmon
