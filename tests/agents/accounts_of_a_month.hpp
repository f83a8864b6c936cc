// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include <gtest/gtest.h>

#include "engine/error.hpp"

#include "agents/steps/conservation.hpp"

#include "tests/corridors/kyrgyz_tally.hpp"

namespace kochmon::tests
{
/// The month whose accounts are checked, and the men of Osh in Moscow.
inline constexpr Month month_of_accounts = Month::of(2010, 1);
inline constexpr std::size_t osh_moscow =
    kyrgyz_cell(regions::osh, destinations::moscow, Sex::male);

/// That the accounts are stopped in that month for what is named.
inline void expect_stopped(Tally const& last_month, Tally const& this_month,
                           std::string const& what)
{
    try
    {
        check_conservation(*kyrgyz_corridor(), last_month, this_month, month_of_accounts);
        FAIL() << what << ": went unnoticed";
    }
    catch (InvariantError const& error)
    {
        EXPECT_NE(std::string(error.what()).find(what + " in 2010-01"), std::string::npos)
            << error.what();
    }
}
}  // namespace kochmon::tests
