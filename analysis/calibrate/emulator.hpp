// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "analysis/calibrate/problem.hpp"

namespace kochmon
{
/// Polynomials of the coordinates, each holding the terms of those before.
enum class EmulatorForm
{
    constant,
    linear,
    squares,    // and the square of each coordinate
    quadratic,  // and the product of each pair
};
/// Coefficients of a form: 1, 1 + d, 1 + 2d, (d + 1)(d + 2) / 2.
std::size_t terms_of(EmulatorForm form, std::size_t dimensions);

struct Prediction
{
    double mean = 0.0;
    double variance = 0.0;
};

/// A polynomial that stands for the model: what a target would be measured as at a point that was
/// not run. Fitted by least squares.
class Emulator
{
  public:
    /// With the variance of one more run about the mean, s^2 (1 + h): s^2, the residual variance,
    /// holds the noise of a run and what the form cannot follow (lack of fit); h, the leverage of
    /// the point, grows away from the runs.
    Prediction at(UnitPoint const& point) const;
    /// Of the polynomial from one point to another; the variance is that of the fitted
    /// coefficients.
    Prediction change(UnitPoint const& from, UnitPoint const& to) const;

    EmulatorForm form() const { return form_; }
    std::size_t observations() const { return observations_; }
    std::size_t degrees_of_freedom() const { return observations_ - coefficients_.size(); }
    double residual_variance() const { return residual_variance_; }
    /// Mean square of the errors when each run is predicted from all the others.
    double left_out_mean_square() const { return left_out_mean_square_; }
    /// Share of the target's variance over the runs that is explained when each run is left out in
    /// turn; below 0 where the mean would have done better. 1 where nothing varies.
    double left_out_r2() const { return left_out_r2_; }

    /// Variance of the target over the whole space [0, 1]^d, every point alike likely: that of the
    /// polynomial and the residual.
    double variance_over_space() const;
    /// The part of it that a coordinate brings about by itself (first-order index of Sobol'), and
    /// together with the products that it stands in (total index). Both 0 where nothing varies.
    double main_share(std::size_t dimension) const;
    double total_share(std::size_t dimension) const;

  private:
    friend class EmulatorFit;
    Emulator() = default;
    double leverage(std::vector<double> const& terms) const;

    EmulatorForm form_ = EmulatorForm::constant;
    std::size_t dimensions_ = 0;
    std::size_t observations_ = 0;
    std::vector<double> coefficients_;
    std::vector<double> inverse_root_;  // W by rows, W'W = (X'X)^-1
    double residual_variance_ = 0.0;
    double left_out_mean_square_ = 0.0;
    double left_out_r2_ = 0.0;
};

/// Runs before anything can be said.
inline constexpr std::size_t fewest_observations = 3;

/// The emulator of a target from its values at points. Of the forms that have at least three runs
/// for two coefficients and whose coefficients the points can tell apart, the one that predicts
/// best a run that was left out; a form with more terms only where it lowers that mean square by a
/// twentieth. Nothing with fewer than three runs. Values are finite.
std::optional<Emulator> fit_emulator(std::span<UnitPoint const> points,
                                     std::span<double const> values);
}  // namespace kochmon
