// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace kochmon
{
/// Why a foreign worker is irregular at the end of a month. Everybody who is has one reason, the
/// first that holds of these:
///
/// 1. deceived: shows forged papers without knowing it;
/// 2. awaiting_permit: a permit is granted and does not count yet;
/// 3. no_contract: moves freely and is registered, but works, or has worked, without a contract;
/// 4. beyond_permit: holds a permit, but works, or has worked, for those whom it is not for;
/// 5. banned: has overstayed where entry is closed, so that to leave and come back is no way into
///    the law;
/// 6. what the last decision for which a way into the law was open has left
///    (`Persons::irregular_because`); without one since the arrival, or since the last right began,
///    never_reconsidered.
///
/// No decision looks at it.
enum class Irregularity : std::uint8_t
{
    never_reconsidered,
    could_not_pay,     // wanted in, or would have with the money for it
    refused_by_quota,  // asked for a permit
    let_lapse,         // did not renew a right
    did_not_want,      // could have paid, and chose a life outside the law
    no_contract,
    banned,
    deceived,  // left on a person: until the next decision for which a way is open
    awaiting_permit,
    beyond_permit
};
inline std::array<std::string, 10> const irregularity_names = {
    "never_reconsidered", "could_not_pay", "refused_by_quota", "let_lapse",       "did_not_want",
    "no_contract",        "banned",        "deceived",         "awaiting_permit", "beyond_permit"};
}  // namespace kochmon
