// SPDX-License-Identifier: MIT
#include "analysis/serve/places.hpp"

#include <filesystem>

#include <gtest/gtest.h>

#include "tests/analysis/program.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

class PlacesBelow : public testing::Test
{
  protected:
    PlacesBelow()
    {
        put(place_ / "served/fees/effects.csv", "a\n");
        put(place_ / "served/.hidden/effects.csv", "a\n");
        put(place_ / "served-too/effects.csv", "a\n");
        put(place_ / "secret", "a\n");
        fs::create_directory_symlink(place_ / "served-too", place_ / "served/out");
        fs::create_symlink(place_ / "secret", place_ / "served/fees/link");
        fs::create_symlink("effects.csv", place_ / "served/fees/within");
    }
    bool is_there(std::string const& name) const
    {
        return place_below(place_ / "served", name).has_value();
    }
    TestFolder place_;
};

TEST_F(PlacesBelow, are_found)
{
    EXPECT_EQ(place_below(place_ / "served", "fees/effects.csv"),
              place_ / "served/fees/effects.csv");
    EXPECT_TRUE(is_there("fees"));
    EXPECT_TRUE(is_there("fees/within"));
}

TEST_F(PlacesBelow, lead_nowhere_else)
{
    for (std::string const& name :
         {std::string("../secret"), std::string("fees/../../secret"), std::string("fees/.."),
          std::string("fees/./effects.csv"), std::string("."), std::string(".."), std::string(),
          std::string("/"), std::string("fees//effects.csv"), std::string("fees/"),
          std::string(".hidden/effects.csv"), std::string("out/effects.csv"), std::string("out"),
          std::string("fees/link"), std::string("none"), std::string("..%2fsecret"),
          std::string("fees\0", 5), std::string("fees\n"), (place_ / "secret").string()})
        EXPECT_FALSE(is_there(name)) << name;
}

TEST_F(PlacesBelow, are_found_where_the_folder_itself_is_a_link)
{
    fs::create_directory_symlink(place_ / "served", place_ / "linked");
    EXPECT_TRUE(place_below(place_ / "linked", "fees/effects.csv"));
    EXPECT_FALSE(place_below(place_ / "linked", "out/effects.csv"));
}

TEST(PlainNames, are_small_letters_digits_and_hyphens)
{
    for (char const* const name : {"a", "fee-up", "2010", "a-"}) EXPECT_TRUE(is_plain_name(name));
    for (std::string const& name :
         {std::string(), std::string("-a"), std::string("A"), std::string("a/b"), std::string("."),
          std::string("a.yaml"), std::string("a b"), std::string("\xc3\xa4"), std::string(61, 'a')})
        EXPECT_FALSE(is_plain_name(name)) << name;
}
}  // namespace
}  // namespace kochmon
