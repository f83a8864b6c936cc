// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace kochmon
{
/// Schooling completed.
enum class Schooling : std::uint8_t
{
    basic,
    secondary,
    higher
};
inline constexpr std::size_t schooling_count = 3;
inline std::array<std::string, schooling_count> const schooling_names = {"basic", "secondary",
                                                                         "higher"};

/// What a person has learnt that counts on the labour market of a destination [F28].
struct Learning
{
    bool language = false;    // speaks that of the main jurisdiction
    bool profession = false;  // has learnt one
    Schooling schooling = Schooling::basic;
};

/// All combinations of what can be learnt, in one row.
inline constexpr std::size_t learning_groups = 4 * schooling_count;
template <class Value>
using ByLearning = std::array<Value, learning_groups>;

constexpr std::size_t group_of(Learning const& learning)
{
    std::size_t const schooling = static_cast<std::size_t>(learning.schooling);
    return 4 * schooling + (learning.profession ? 2 : 0) + (learning.language ? 1 : 0);
}
constexpr Learning learning_of_group(std::size_t group)
{
    return {.language = group % 2 == 1,
            .profession = group / 2 % 2 == 1,
            .schooling = static_cast<Schooling>(group / 4)};
}
}  // namespace kochmon
