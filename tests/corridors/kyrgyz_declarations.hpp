// SPDX-License-Identifier: MIT
#pragma once

#include "agents/loading/load_model.hpp"

#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
/// Everything that a scenario of that corridor must name.
inline Declarations const& kyrgyz_declarations()
{
    static Declarations const declarations = model_declarations(kyrgyz_corridor());
    return declarations;
}
}  // namespace kochmon
