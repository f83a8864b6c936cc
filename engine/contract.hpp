// SPDX-License-Identifier: MIT
#pragma once

namespace kochmon::detail
{
/// Throws InternalError, which names the broken contract and where it stands.
[[noreturn]] void contract_broken(char const* kind, char const* condition, char const* file,
                                  int line);
}  // namespace kochmon::detail

// Three words that say whose fault a failing line is. EXPECT: the caller's (precondition);
// ASSERT: this function's (fact); ENSURE: this function's (postcondition).
// Checked in every build except where KOCHMON_NO_CONTRACTS is defined; INVARIANT is always checked.
#define KOCHMON_CHECK(kind, condition) \
    ((condition) ? void(0)             \
                 : ::kochmon::detail::contract_broken(kind, #condition, __FILE__, __LINE__))
#ifdef KOCHMON_NO_CONTRACTS
#define EXPECT(condition) void(0)
#define ASSERT(condition) void(0)
#define ENSURE(condition) void(0)
#else
#define EXPECT(condition) KOCHMON_CHECK("precondition", condition)
#define ASSERT(condition) KOCHMON_CHECK("fact", condition)
#define ENSURE(condition) KOCHMON_CHECK("postcondition", condition)
#endif
#define INVARIANT(condition) KOCHMON_CHECK("invariant", condition)
