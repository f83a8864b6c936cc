// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "engine/quantities.hpp"

#include "config/fields.hpp"

namespace kochmon
{
/// What migrants send home: m / w = m0 exp(-d years) (1 + irregular term), if somebody of the
/// household is there [F9, F16, F24].
struct RemittanceParameters
{
    Share of_pay;  // m0
    double decay = 0.0;
    double irregular = 0.0;
    Share saved;  // by the household

    void fields(Fields& field);

    /// exp(-d years): what is left of the first part after so many months.
    double faded(int months) const;
    /// Works it out for fifty years, as the parameters stand, so that it is only looked up.
    void tabulate();

  private:
    std::vector<double> faded_;  // by months
    double faded_by_ = 0.0;      // the decay for which these were worked out
};

struct Sender
{
    int months_abroad = 0;
    bool kin_at_home = false;
    bool irregular = false;
};

Kopecks remittance(RemittanceParameters const& parameters, Kopecks pay, Sender const& sender);
}  // namespace kochmon
