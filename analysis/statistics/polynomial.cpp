// SPDX-License-Identifier: MIT
#include "analysis/statistics/polynomial.hpp"

namespace kochmon
{
std::size_t terms_of(EmulatorForm form, std::size_t dimensions)
{
    switch (form)
    {
        case EmulatorForm::constant:
            return 1;
        case EmulatorForm::linear:
            return 1 + dimensions;
        case EmulatorForm::squares:
            return 1 + 2 * dimensions;
        case EmulatorForm::quadratic:
            break;
    }
    return (dimensions + 1) * (dimensions + 2) / 2;
}

std::vector<double> polynomial_terms(EmulatorForm form, UnitPoint const& point)
{
    std::vector<double> terms{1.0};
    terms.reserve(terms_of(form, point.size()));
    if (form == EmulatorForm::constant) return terms;
    for (double const x : point) terms.push_back(2.0 * x - 1.0);
    if (form == EmulatorForm::linear) return terms;
    for (std::size_t j = 1; j <= point.size(); ++j)
        terms.push_back((3.0 * terms[j] * terms[j] - 1.0) / 2.0);
    if (form == EmulatorForm::squares) return terms;
    for (std::size_t j = 1; j <= point.size(); ++j)
        for (std::size_t k = j + 1; k <= point.size(); ++k) terms.push_back(terms[j] * terms[k]);
    return terms;
}
}  // namespace kochmon
