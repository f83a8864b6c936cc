// SPDX-License-Identifier: MIT
#include "analysis/statistics/emulator.hpp"

#include <array>
#include <utility>

#include "engine/contract.hpp"

namespace kochmon
{
namespace
{
double dot(std::span<double const> a, std::span<double const> b)
{
    double sum = 0.0;
    for (std::size_t k = 0; k < a.size(); ++k) sum += a[k] * b[k];
    return sum;
}

double variance_of_polynomial(PolynomialFit const& fit)
{
    double variance = 0.0;
    for (std::size_t k = 1; k < fit.coefficients.size(); ++k)
    {
        double const of_term = k <= fit.dimensions       ? variance_of_linear_term
                               : k <= 2 * fit.dimensions ? variance_of_square_term
                                                         : variance_of_product_term;
        variance += fit.coefficients[k] * fit.coefficients[k] * of_term;
    }
    return variance;
}
}  // namespace

Emulator::Emulator(PolynomialFit fit) : fit_(std::move(fit))
{
    EXPECT(fit_.dimensions <= most_dimensions);
    EXPECT(fit_.coefficients.size() == terms_of(fit_.form, fit_.dimensions));
    EXPECT(fit_.inverse_root.size() == fit_.coefficients.size() * fit_.coefficients.size());
    variance_over_space_ = variance_of_polynomial(fit_) + fit_.residual_variance;
}

std::size_t Emulator::degrees_of_freedom() const
{
    return fit_.observations - fit_.coefficients.size();
}

/// |W x|^2; this and the like are asked for a million times in a wave.
double Emulator::leverage(std::span<double const> terms) const
{
    std::array<double, most_terms> image{};
    double const* column = fit_.inverse_root.data();
    for (double const term : terms)
    {
        for (std::size_t i = 0; i < terms.size(); ++i) image[i] += column[i] * term;
        column += terms.size();
    }
    std::span<double const> const filled(image.data(), terms.size());
    return dot(filled, filled);
}

Prediction Emulator::at(UnitPoint const& point) const
{
    EXPECT(point.size() == fit_.dimensions);
    return at_terms(polynomial_terms(fit_.form, point));
}

Prediction Emulator::at_terms(std::span<double const> terms) const
{
    return {.mean = mean_at_terms(terms), .variance = variance_with(leverage_at_terms(terms))};
}

double Emulator::mean_at_terms(std::span<double const> terms) const
{
    EXPECT(terms.size() >= fit_.coefficients.size());
    return dot(fit_.coefficients, terms);
}

double Emulator::leverage_at_terms(std::span<double const> terms) const
{
    EXPECT(terms.size() >= fit_.coefficients.size());
    return leverage(terms.first(fit_.coefficients.size()));
}

double Emulator::variance_with(double leverage) const
{
    return fit_.residual_variance * (1.0 + leverage);
}

Prediction Emulator::change(UnitPoint const& from, UnitPoint const& to) const
{
    std::vector<double> difference = polynomial_terms(fit_.form, to);
    std::vector<double> const subtracted = polynomial_terms(fit_.form, from);
    for (std::size_t k = 0; k < difference.size(); ++k) difference[k] -= subtracted[k];
    return {.mean = dot(fit_.coefficients, difference),
            .variance = fit_.residual_variance * leverage(difference)};
}

double Emulator::share(double variance) const
{
    return variance_over_space_ > 0.0 ? variance / variance_over_space_ : 0.0;
}

double Emulator::main_share(std::size_t dimension) const
{
    EXPECT(dimension < fit_.dimensions);
    double variance = 0.0;
    std::vector<double> const& b = fit_.coefficients;
    std::size_t const linear = 1 + dimension;
    std::size_t const square = linear + fit_.dimensions;
    if (linear < b.size()) variance += b[linear] * b[linear] * variance_of_linear_term;
    if (square < b.size()) variance += b[square] * b[square] * variance_of_square_term;
    return share(variance);
}

double Emulator::product_variance(std::size_t dimension) const
{
    if (fit_.form != EmulatorForm::quadratic) return 0.0;
    double variance = 0.0;
    std::size_t term = 1 + 2 * fit_.dimensions;
    for (std::size_t j = 0; j < fit_.dimensions; ++j)
        for (std::size_t k = j + 1; k < fit_.dimensions; ++k, ++term)
            if (j == dimension || k == dimension)
                variance += fit_.coefficients[term] * fit_.coefficients[term];
    return variance * variance_of_product_term;
}

double Emulator::total_share(std::size_t dimension) const
{
    return main_share(dimension) + share(product_variance(dimension));
}
}  // namespace kochmon
