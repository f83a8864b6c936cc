// SPDX-License-Identifier: MIT
#include "engine/packed_file.hpp"

#include <optional>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "engine/packed_state.hpp"

namespace kochmon
{
namespace
{
using testing::HasSubstr;

/// A state of every kind that can be packed.
struct Purse
{
    bool is_open = false;
    double weight = 0.0;
    std::optional<std::string> owner = {};

    bool operator==(Purse const&) const = default;

    template <class Self>
    static auto members(Self& self)
    {
        auto& [is_open, weight, owner] = self;
        return std::tie(is_open, weight, owner);
    }
};
struct State
{
    std::vector<std::int32_t> numbers;
    std::deque<std::array<double, 2>> pairs;
    std::array<std::vector<Purse>, 2> purses;
    std::string text;

    bool operator==(State const&) const = default;

    template <class Self>
    static auto members(Self& self)
    {
        auto& [numbers, pairs, purses, text] = self;
        return std::tie(numbers, pairs, purses, text);
    }
};

State some_state()
{
    State state{.numbers = std::vector<std::int32_t>(100'000, 7),
                .pairs = {{1.5, -0.0}, {1e-300, 3.0}},
                .purses = {},
                .text = "сом\n"};
    state.numbers[5] = -1;
    state.purses[1] = {{true, 2.5, "Aizada"}, {false, 1.0, std::nullopt}};
    return state;
}

std::string file_of(State const& state)
{
    Packer packer("a label\n");
    pack(packer, state);
    return packer.sealed();
}

/// What is wrong with a file; empty: nothing.
std::string fault_of(std::string const& file)
{
    try
    {
        Unpacker const unpacker(file);
        return {};
    }
    catch (DamageError const& error)
    {
        return error.what();
    }
}
}  // namespace

TEST(PackedFile, gives_back_what_it_took)
{
    std::string const file = file_of(some_state());
    EXPECT_LT(file.size(), 2000U) << "numbers that are alike take no room";
    Unpacker unpacker(file);
    EXPECT_EQ(unpacker.label(), "a label\n");
    State back;
    unpack(unpacker, back);
    EXPECT_EQ(back, some_state());
    EXPECT_EQ(unpacker.left(), 0U);
}

TEST(PackedFile, of_nothing_is_a_file_too)
{
    std::string const file = Packer("").sealed();
    EXPECT_EQ(Unpacker(file).left(), 0U);
}

TEST(PackedFile, that_is_changed_in_any_byte_or_cut_anywhere_is_recognised)
{
    std::string const file = file_of(some_state());
    for (std::size_t at = 0; at < file.size(); ++at)
    {
        std::string changed = file;
        changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
        EXPECT_NE(fault_of(changed), "") << at;
        EXPECT_NE(fault_of(file.substr(0, at)), "") << at;
    }
    EXPECT_NE(fault_of(file + '\0'), "");
    EXPECT_NE(fault_of(file + file), "");
}

TEST(PackedFile, says_what_is_wrong)
{
    std::string const file = file_of(some_state());
    EXPECT_THAT(fault_of("scenario: mine\n"), HasSubstr("not packed by kochmon"));
    EXPECT_THAT(fault_of(file.substr(0, 40)), HasSubstr("cut short"));
    EXPECT_THAT(fault_of(file.substr(0, file.size() - 1)), HasSubstr("cut short"));
    std::string later = file;
    later[later.find('1')] = '2';
    EXPECT_THAT(fault_of(later), HasSubstr("is in format 2; this program reads format 1"));
    std::string changed = file;
    changed.back() = static_cast<char>(changed.back() + 1);
    EXPECT_THAT(fault_of(changed), HasSubstr("SHA-256"));
}

TEST(PackedFile, of_less_than_is_asked_for_is_refused)
{
    Packer packer("");
    pack(packer, std::uint64_t{1000});
    std::string const file = packer.sealed();
    Unpacker unpacker(file);
    std::vector<double> numbers;
    EXPECT_THROW(unpack(unpacker, numbers), DamageError);
    Unpacker again(file);
    State state;
    EXPECT_THROW(unpack(again, state), DamageError);
}
}  // namespace kochmon
