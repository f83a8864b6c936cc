// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "config/scenario.hpp"

namespace kochmon
{
/// Of each lever that shocks of several files move, in which order they act, with the months in
/// which each holds and where it stands: `law.permit.fee: a.yaml:5 (2006-01 to 2006-12), then
/// b.yaml:5 (2007-01 on)`.
std::vector<std::string> orders_of_shocks(Scenario const& scenario);
}  // namespace kochmon
