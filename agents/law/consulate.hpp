// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

namespace kochmon
{
/// The state of origin abroad: registration with the consulate [F1], passports and their renewal
/// [F19], and what giving up the citizenship takes [F20, F21].
struct ConsulateLaw
{
    Kopecks registration_fee;
    Share help;  // of the removals of registered persons that it turns into a fine
    Kopecks passport_fee;
    double passport_delay = 0.0;  // months
    int passport_validity = 1;    // months
    Kopecks renunciation_fee;
    Kopecks paperwork_cost;        // the circular paperwork between passport office and embassy
    double paperwork_delay = 0.0;  // months

    void fields(Fields& field);

    /// What giving up the citizenship costs in money.
    Kopecks renunciation() const { return renunciation_fee + paperwork_cost; }
};
}  // namespace kochmon
