// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "analysis/statistics/polynomial.hpp"

namespace kochmon
{
struct Prediction
{
    double mean = 0.0;
    double variance = 0.0;
};

/// A polynomial fitted by least squares, X the terms at the runs.
struct PolynomialFit
{
    EmulatorForm form = EmulatorForm::constant;
    std::size_t dimensions = 0;
    std::size_t observations = 0;
    std::vector<double> coefficients = {};
    std::vector<double> inverse_root = {};  // W, column by column: W'W = (X'X)^-1
    double residual_variance = 0.0;
    /// Mean square of the errors when each run is predicted from all the others.
    double left_out_mean_square = 0.0;
    /// Share of the target's variance over the runs that is explained when each run is left out in
    /// turn; below 0 where the mean would have done better. 1 where nothing varies.
    double left_out_r2 = 0.0;
};

/// A polynomial that stands for the model: what a target would be measured as at a point that was
/// not run.
class Emulator
{
  public:
    explicit Emulator(PolynomialFit fit);

    /// With the variance of one more run about the mean, s^2 (1 + h): s^2, the residual variance,
    /// holds the noise of a run and what the form cannot follow (lack of fit); h, the leverage of
    /// the point, grows away from the runs.
    Prediction at(UnitPoint const& point) const;
    /// The same from terms at the point, of its form or a larger one: many emulators share them.
    Prediction at_terms(std::span<double const> terms) const;
    /// In parts: the leverage takes nearly all the time, and is the same for all emulators of a
    /// form that were fitted at the same points.
    double mean_at_terms(std::span<double const> terms) const;
    double leverage_at_terms(std::span<double const> terms) const;
    double variance_with(double leverage) const;
    /// Of the polynomial from one point to another; the variance is that of the fitted
    /// coefficients.
    Prediction change(UnitPoint const& from, UnitPoint const& to) const;
    PolynomialFit const& fit() const { return fit_; }
    std::size_t degrees_of_freedom() const;

    /// The part of the target's variance over the whole space [0, 1]^d that a coordinate brings
    /// about by itself (first-order index of Sobol'), and together with the products that it stands
    /// in (total index). The variance is that of the polynomial, every point alike likely, and the
    /// residual. Both 0 where nothing varies.
    double main_share(std::size_t dimension) const;
    double total_share(std::size_t dimension) const;

  private:
    double leverage(std::span<double const> terms) const;
    double product_variance(std::size_t dimension) const;
    double share(double variance) const;

    PolynomialFit fit_;
    double variance_over_space_ = 0.0;
};

/// Runs before anything can be said.
inline constexpr std::size_t fewest_observations = 3;

/// Runs that a form of so many coordinates takes: three for two coefficients, two to spare.
std::size_t fewest_runs(EmulatorForm form, std::size_t dimensions);

/// The emulator of a target from its values at points. Of the forms that have as many runs as they
/// take and whose coefficients the points can tell apart, the one that predicts best a run that was
/// left out; a form with more terms only where it lowers that mean square by a twentieth. Nothing
/// with fewer than three runs. Values are finite.
std::optional<Emulator> fit_emulator(std::span<UnitPoint const> points,
                                     std::span<double const> values);
}  // namespace kochmon
