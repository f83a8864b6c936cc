// SPDX-License-Identifier: MIT
#pragma once

#include "config/fields.hpp"

#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// Sanctions of employers make work without a right harder to find: they multiply the chance of
/// work in the first month and the hazard of finding it later.
struct EmployerSanctionLaw
{
    ByJurisdiction<double> job_finding{};  // 1: none

    void fields(Fields& field);
};
}  // namespace kochmon
