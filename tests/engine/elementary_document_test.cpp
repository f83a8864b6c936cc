// SPDX-License-Identifier: MIT
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "engine/atomic_file.hpp"

// docs/elementary.md lets another language repeat our bits, so it must name our constants.
namespace kochmon
{
namespace
{
// Hexadecimal floating-point constants of a text, such as 0x1.8p52 and 0x1.8p+52.
std::set<std::string> constants_of(std::string const& file)
{
    std::string const text = read_whole_file(std::string(KOCHMON_SOURCE) + "/" + file);
    std::set<std::string> constants;
    for (std::size_t at = text.find("0x1."); at != std::string::npos;
         at = text.find("0x1.", at + 1))
    {
        std::size_t const power = text.find('p', at);
        std::size_t const end = text.find_first_not_of("0123456789", power + 2);
        constants.insert(text.substr(at, end - at));
    }
    return constants;
}
}  // namespace

TEST(ElementaryDocument, names_the_constants_of_the_program_and_no_others)
{
    std::set<std::string> const program = constants_of("engine/elementary.cpp");
    EXPECT_GT(program.size(), 30U);
    EXPECT_EQ(program, constants_of("docs/elementary.md"));
}
}  // namespace kochmon
