// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include <Eigen/Dense>

#include "engine/contract.hpp"

#include "analysis/statistics/emulator.hpp"

namespace kochmon
{
namespace
{
/// Singular beyond what rounding leaves of a quadratic in a hundredth of the space.
constexpr double least_pivot = 1e-10;
/// A run that the fit passes through whatever its value cannot be left out.
constexpr double least_freedom = 1e-8;
/// Values that differ by less, relative to their size, are the same but for rounding.
constexpr double rounding = 1e-12;
/// What a form with more terms must leave of the mean square.
constexpr double worth_its_terms = 0.95;

Eigen::Index index(std::size_t number)
{
    return static_cast<Eigen::Index>(number);
}

Eigen::MatrixXd design_of(EmulatorForm form, std::span<UnitPoint const> points)
{
    std::size_t const columns = terms_of(form, points.front().size());
    Eigen::MatrixXd design(index(points.size()), index(columns));
    for (std::size_t row = 0; row < points.size(); ++row)
    {
        std::vector<double> const terms = polynomial_terms(form, points[row]);
        design.row(index(row)) = Eigen::Map<Eigen::RowVectorXd const>(terms.data(), index(columns));
    }
    return design;
}

/// Leverage of each run: the squared rows of Q.
Eigen::VectorXd leverages(Eigen::ColPivHouseholderQR<Eigen::MatrixXd> const& qr)
{
    Eigen::MatrixXd const thin =
        qr.householderQ() * Eigen::MatrixXd::Identity(qr.rows(), qr.cols());
    return thin.rowwise().squaredNorm();
}

/// W = R'^-1 P', so that x'(X'X)^-1 x = |W x|^2, since X P = Q R.
std::vector<double> inverse_root(Eigen::ColPivHouseholderQR<Eigen::MatrixXd> const& qr)
{
    Eigen::MatrixXd const transposed = qr.colsPermutation().transpose();
    Eigen::MatrixXd root = qr.matrixR()
                               .topLeftCorner(qr.cols(), qr.cols())
                               .triangularView<Eigen::Upper>()
                               .transpose()
                               .solve(transposed);
    return {root.data(), root.data() + root.size()};
}

bool is_rounding(double mean_square, Eigen::VectorXd const& values)
{
    return std::sqrt(mean_square) <= rounding * values.cwiseAbs().maxCoeff();
}

double left_out_r2(Eigen::VectorXd const& values, double left_out_mean_square)
{
    double const variance = (values.array() - values.mean()).square().mean();
    return is_rounding(variance, values) ? 1.0 : 1.0 - left_out_mean_square / variance;
}

std::optional<PolynomialFit> fit_form(EmulatorForm form, std::span<UnitPoint const> points,
                                      Eigen::VectorXd const& values)
{
    std::size_t const terms = terms_of(form, points.front().size());
    if (points.size() < fewest_runs(form, points.front().size())) return std::nullopt;
    Eigen::MatrixXd const design = design_of(form, points);
    Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr(design);
    qr.setThreshold(least_pivot);
    if (qr.rank() < qr.cols()) return std::nullopt;
    Eigen::VectorXd const coefficients = qr.solve(values);
    Eigen::VectorXd const residuals = values - design * coefficients;
    Eigen::ArrayXd const freedom = 1.0 - leverages(qr).array();
    if (freedom.minCoeff() < least_freedom) return std::nullopt;
    double const left_out = (residuals.array() / freedom).square().mean();
    return PolynomialFit{
        .form = form,
        .dimensions = points.front().size(),
        .observations = points.size(),
        .coefficients = {coefficients.data(), coefficients.data() + coefficients.size()},
        .inverse_root = inverse_root(qr),
        .residual_variance = residuals.squaredNorm() / static_cast<double>(points.size() - terms),
        .left_out_mean_square = left_out,
        .left_out_r2 = left_out_r2(values, left_out)};
}
}  // namespace

std::size_t fewest_runs(EmulatorForm form, std::size_t dimensions)
{
    std::size_t const terms = terms_of(form, dimensions);
    return std::max((3 * terms + 1) / 2, terms + 2);
}

std::optional<Emulator> fit_emulator(std::span<UnitPoint const> points,
                                     std::span<double const> values)
{
    EXPECT(points.size() == values.size());
    if (points.size() < fewest_observations) return std::nullopt;
    Eigen::VectorXd const observed =
        Eigen::Map<Eigen::VectorXd const>(values.data(), index(values.size()));
    EXPECT(observed.allFinite());
    std::optional<PolynomialFit> best;
    for (EmulatorForm const form : {EmulatorForm::constant, EmulatorForm::linear,
                                    EmulatorForm::squares, EmulatorForm::quadratic})
    {
        if (best && is_rounding(best->left_out_mean_square, observed)) break;
        auto fit = fit_form(form, points, observed);
        if (!fit) continue;
        if (!best || fit->left_out_mean_square < worth_its_terms * best->left_out_mean_square)
            best = std::move(fit);
    }
    ASSERT(best.has_value());
    return Emulator(*std::move(best));
}
}  // namespace kochmon
